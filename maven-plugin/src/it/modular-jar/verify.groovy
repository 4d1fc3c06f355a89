def jar = new java.util.jar.JarFile(new File(basedir, 'target/modular-jar-1-greeter.jar'))
def names = jar.entries().collect { it.name }
assert names.contains('module-info.class')
assert names.contains('greeter/Greeter.class')
assert names.contains('greeter/internal/Module0.wasm')

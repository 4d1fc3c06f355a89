def log = new File(basedir, 'build.log').text
def runs = log.split(/\[INFO\] Scanning for projects/).drop(1)
assert runs.size() == 4

assert runs[0].contains('from greeter.wasm')
assert runs[0].contains('from mock.wasm')
assert runs[0].contains('greeter.wasm: locked in ')

assert !runs[1].contains('Generated')
assert !runs[1].contains('locked in')
assert runs[1].contains('Nothing to compile')

assert runs[2].contains('from clerk.wasm')
assert !runs[2].contains('from mock.wasm')
assert !runs[3].contains('Generated')

// What was made of a component goes when the component does.
assert !new File(basedir, 'target/generated-sources/mortise').exists()
assert !new File(basedir, 'target/classes/greeter/Greeter.class').exists()
assert new File(basedir, 'target/generated-test-sources/mortise/mock/Mock.java').exists()
assert new File(basedir, 'target/test-classes/mock/Mock.class').exists()
assert new File(basedir, 'src/main/wasm/greeter.lock.wit').text.contains('export greet')

def log = new File(basedir, 'build.log').text
assert log =~ /Caller\.java:\[7,\d+\] error: incompatible types: int cannot be converted to String/
assert log.contains('Generated 1 source from greeter.wasm')

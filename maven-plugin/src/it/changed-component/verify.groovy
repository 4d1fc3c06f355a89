def log = new File(basedir, 'build.log').text
assert log.contains('greeter.wasm: [new-import] import examples:hello/clock@1.0.0: expected nothing, found interface { hour: func() -> u8 }; the host has to supply it')
assert log.contains('To accept what has changed: mvn -Dmortise.update process-sources')
assert !log.contains('\tat ')
assert log.contains('greeter.wasm: locked in ')
assert new File(basedir, 'src/main/wasm/greeter.lock.wit').text.contains('import examples:hello/clock@1.0.0;')
assert log.contains('locked/greeter.wasm: [changed-signature] export greet: expected func(who: string, loudly: bool) -> string, found func(who: string) -> string')

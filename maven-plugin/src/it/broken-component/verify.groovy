def log = new File(basedir, 'build.log').text
assert log =~ /one\.wasm: \[[a-z-]+\] .*expected .* \(at offset 0x0/
assert log =~ /two\.wasm: \[[a-z-]+\] .*expected .* \(at offset 0x/
assert !log.contains('\tat ')
assert !new File(basedir, 'target/generated-sources/mortise').exists()

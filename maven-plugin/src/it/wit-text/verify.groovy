def log = new File(basedir, 'build.log').text
assert new File(basedir, 'target/classes/com/example/Purse.class').isFile()
def source = new File(basedir, 'target/generated-sources/mortise/wit/docs/shop/v1/Host.java')
assert !source.exists() // the second build took the other WIT, and failed
assert log.contains('shop.wit')
assert log.contains('charge: func(what: amount);')
assert log.contains('amount')
assert !log.contains('\tat ')

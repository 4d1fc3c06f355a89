def log = new File(basedir, 'build.log').text
assert new File(basedir, 'target/classes/com/example/Purse.class').isFile()
def made = new File(basedir, 'target/generated-sources/mortise')
assert new File(made, 'wit/docs/shop/v1/Host.java').text.contains('/** Takes an amount, and says what is left. */')
assert new File(made, 'wit/docs/money/v0_2/Types.java').text.contains('@param cents In cents.')
assert log.contains('shop.wit:4:22')
assert log.contains('charge: func(what: amount);')
assert !log.contains('\tat ')

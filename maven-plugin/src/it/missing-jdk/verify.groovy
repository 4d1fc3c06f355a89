def log = new File(basedir, 'build.log').text
assert log.contains('mortise.jdk: expected the folder of a JDK 21 or newer, found no JDK in ')
assert log.contains('Name another folder, or leave the setting out')
assert !log.contains('\tat ')

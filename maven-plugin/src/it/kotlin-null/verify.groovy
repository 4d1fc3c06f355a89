// What is generated says that nothing in it is null, in the way that Kotlin believes.
def log = new File(basedir, 'build.log').text
assert log =~ /Wrong\.kt:1:\d+ Null cannot be a value of a non-null type 'String'/

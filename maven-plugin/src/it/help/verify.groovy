def log = new File(basedir, 'build.log').text
for (goal in ['generate', 'generate-test', 'check', 'jar', 'help']) {
  assert log.contains("mortise:$goal")
}
assert log.contains('User property: mortise.jdk')
assert log.contains('User property: mortise.update')
assert !log.contains('Generated')

fun wrong(greeter: greeter.Greeter): Int = greeter.greet(null).length

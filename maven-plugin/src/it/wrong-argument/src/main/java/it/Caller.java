package it;

import greeter.Greeter;

class Caller {
  String call(Greeter greeter) {
    return greeter.greet(42);
  }
}

package com.example.greeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greeter.Greeter;
import org.junit.jupiter.api.Test;

class GreetingTest {

  @Test
  void greeting_dependsOnTheHour() {
    try (Greeter morning = Greeter.instantiate(() -> 9);
        Greeter evening = Greeter.instantiate(() -> 20)) {
      assertEquals("Good morning, World!", morning.greet("World"));
      assertEquals("Good evening, World!", evening.greet("World"));
    }
  }
}

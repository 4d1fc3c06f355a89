package com.example.greeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greeter.Greeter;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GreetingTest {

  @Test
  void greeting_dependsOnTheHour() throws IOException {
    try (Greeter morning = Greeting.greeter(() -> 9);
        Greeter evening = Greeting.greeter(() -> 20)) {
      assertEquals("Good morning, World!", morning.greet("World"));
      assertEquals("Good evening, World!", evening.greet("World"));
    }
  }
}

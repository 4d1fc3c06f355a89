package examples.modular;

import helloclock.HelloClock;

/** Greets by a component that asks for the hour. */
public final class Main {
  private Main() {}

  /**
   * Runs the example.
   *
   * @param arguments the hour, and whom to greet
   */
  public static void main(String[] arguments) {
    int hour = Integer.parseInt(arguments[0]);
    try (HelloClock component = HelloClock.instantiate(() -> hour)) {
      System.out.println(component.greet(arguments[1]));
    }
  }
}

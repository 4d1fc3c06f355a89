package examples.modulepath;

import greeter.Greeter;
import java.util.ServiceLoader;

/** Greets whom the command line names. */
public final class Main {
  private Main() {}

  /**
   * Runs the example.
   *
   * @param arguments whom to greet
   */
  public static void main(String[] arguments) {
    Greeter greeter = ServiceLoader.load(Greeter.class).findFirst().orElseThrow();
    for (String name : arguments) {
      System.out.println(greeter.greet(name));
    }
  }
}

package dev.mortise.jdkmodulelayer;

import dev.mortise.jdkmodulelayer.define.MainMethod;

/**
 * A main class of a Java module in a layer, found and ready to run: what {@code java -m} starts.
 *
 * @see ComponentLayer#application
 */
public final class Application {
  private final MainMethod main;

  Application(MainMethod main) {
    this.main = main;
  }

  /**
   * Runs the main method in this thread, and makes the class loader of its module the thread's
   * context class loader, so that {@code ServiceLoader.load(type)} finds what the modules of the
   * layer and of its parents provide. The layer stays open: threads of the application may go on.
   *
   * @throws Throwable what the main method throws, its stack trace ending with the main method
   */
  public void run(String... arguments) throws Throwable {
    main.run(arguments);
  }
}

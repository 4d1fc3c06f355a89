package examples.modulepath;

import wit.demo.text.v1.Log;

/** Writes the lines of components to the console. */
public final class ConsoleLog implements Log {
  @Override
  public void line(String text) {
    System.out.println("log: greeting " + text);
  }
}

package dev.mortise.runtime.plan;

/** What a core index means once a component is instantiated. */
public sealed interface CoreItem {
  /** What an instantiated core module exports. */
  record Export(int instance, String name) implements CoreItem {
    @Override
    public String toString() {
      return "core instance " + instance + " \"" + name + "\"";
    }
  }

  /** A core function that a step of the plan makes. */
  record Made(int function) implements CoreItem {
    @Override
    public String toString() {
      return "core func " + function;
    }
  }
}

package dev.mortise.esmintegration.resolve;

import dev.mortise.esmintegration.url.ModuleUrl;

/** The module that a specifier means. */
public sealed interface Target {

  /**
   * A file: a JavaScript module, JSON, a core module, or a component with all of its exports.
   *
   * @param url without a fragment
   */
  record File(ModuleUrl url) implements Whole {
    @Override
    public String inWords() {
      return url.filePath();
    }
  }

  /** A component that was registered, with all of its exports. */
  record Registered(String name) implements Whole {
    @Override
    public String inWords() {
      return "the registered component \"" + name + "\"";
    }
  }

  /**
   * A JavaScript module that was registered as text.
   *
   * @param text what the module says
   */
  record Text(String name, String text) implements Whole {
    @Override
    public String inWords() {
      return "the registered module \"" + name + "\"";
    }
  }

  /** One interface that a component exports, as a module of its own. */
  record Interface(Whole component, String exportName) implements Target {
    @Override
    public String inWords() {
      return exportName + " of " + component.inWords();
    }
  }

  /** A whole module. */
  sealed interface Whole extends Target permits File, Registered, Text {}

  /** The module as messages name it. */
  String inWords();
}

package dev.mortise.jdkmodulelayer.resolve;

import dev.mortise.jdkmodulelayer.find.FoundComponent;
import dev.mortise.jdkmodulelayer.find.FoundModule;

/** Who supplies an interface. */
public sealed interface Provider {
  /** The name by which the caller can choose it. */
  String name();

  /** Who it is and where it comes from, in words. */
  String inWords();

  /** What kind of provider it is, in one word. */
  String kind();

  /** A component that becomes a module of the same layer. */
  record Component(FoundComponent component) implements Provider {
    @Override
    public String name() {
      return component.name();
    }

    @Override
    public String inWords() {
      return component.name() + " (" + component.file() + ")";
    }

    @Override
    public String kind() {
      return "component";
    }
  }

  /** A Java module that becomes part of the same layer, and says {@code provides}. */
  record JavaModule(FoundModule.Java module) implements Provider {
    @Override
    public String name() {
      return module.name();
    }

    @Override
    public String inWords() {
      return module.name() + " (" + module.location() + ")";
    }

    @Override
    public String kind() {
      return "java";
    }
  }

  /** A module of a parent layer, a component or a Java module. */
  record Parent(ModuleLayer layer, String name) implements Provider {
    @Override
    public String inWords() {
      return name + " (in a parent layer)";
    }

    @Override
    public String kind() {
      return "parent";
    }
  }

  /** An object that the caller has bound. */
  record Bound(Class<?> contract, Object object) implements Provider {
    @Override
    public String name() {
      return object.getClass().getName();
    }

    @Override
    public String inWords() {
      return "an object of " + name();
    }

    @Override
    public String kind() {
      return "object";
    }
  }
}

package dev.mortise.jdkmodulelayer.contract;

import java.lang.module.ModuleReference;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where the classes of a package of declarations come from. */
public sealed interface ContractSource {
  /** In words, for who looks at the wiring. */
  String inWords();

  /** Classes that the caller's own code was compiled with, on the class path or in a module. */
  record Loaded(Module module) implements ContractSource {
    @Override
    public String inWords() {
      return module.isNamed() ? "module " + module.getName() : "the class path";
    }
  }

  /** A module on the path, or of a parent layer. */
  record Prebuilt(ModuleReference reference, boolean inParent) implements ContractSource {
    /** The module's name. */
    public String module() {
      return reference.descriptor().name();
    }

    @Override
    public String inWords() {
      return "module " + module() + (inParent ? " of a parent layer" : "");
    }
  }

  /**
   * A module made of what the components see; its name is the package's.
   *
   * @param files class files by path
   * @param requires other packages of declarations that its classes name
   */
  record Synthesised(String module, Map<String, byte[]> files, Set<String> requires)
      implements ContractSource {
    public Synthesised {
      files = new TreeMap<>(files);
      requires = new TreeSet<>(requires);
    }

    @Override
    public String inWords() {
      return "made of the components' views";
    }
  }
}

package dev.mortise.loader.compile.lazy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One of the classes that a module's code consists of, each made when it is needed. */
sealed interface ClassPart {
  /** A function's code, or a part of it. */
  sealed interface OfFunction extends ClassPart {
    /** The function's index. */
    int function();
  }

  /** A function, or what calls an imported or an interpreted one: the method {@code func_12}. */
  record Function(int function) implements OfFunction {
    @Override
    public String suffix() {
      return "F" + function;
    }
  }

  /** A part of a function that is too large for one method, in the order in which they are made. */
  record Part(int function, int number) implements OfFunction {
    @Override
    public String suffix() {
      return "F" + function + "P" + number;
    }
  }

  /** How functions of one type are called through a table, and the class of what is called. */
  record Indirect(int type) implements ClassPart {
    @Override
    public String suffix() {
      return "T" + type;
    }
  }

  /** A function as it is called through a table. */
  record Target(int type, int function) implements ClassPart {
    @Override
    public String suffix() {
      return "T" + type + "_" + function;
    }
  }

  /** Makes one array of several results. */
  record Results() implements ClassPart {
    @Override
    public String suffix() {
      return "Results";
    }
  }

  /** The operations that the engine's compiler does not write out, a copy for each module. */
  record Shaded() implements ClassPart {
    @Override
    public String suffix() {
      return SHADED;
    }
  }

  /** As the engine's compiler calls it. */
  String SHADED = "Shaded";

  Pattern FUNCTION = Pattern.compile("F([0-9]+)(?:P([0-9]+))?");
  Pattern INDIRECT = Pattern.compile("T([0-9]+)(?:_([0-9]+))?");

  /** What follows the module's own prefix in the name of the class. */
  String suffix();

  /** The part of that suffix, or null. */
  static @Nullable ClassPart of(String suffix) {
    if (suffix.equals(SHADED)) {
      return new Shaded();
    }
    if (suffix.equals(new Results().suffix())) {
      return new Results();
    }
    Matcher function = FUNCTION.matcher(suffix);
    if (function.matches()) {
      int index = Integer.parseInt(function.group(1));
      String part = function.group(2);
      return part == null ? new Function(index) : new Part(index, Integer.parseInt(part));
    }
    Matcher indirect = INDIRECT.matcher(suffix);
    if (!indirect.matches()) {
      return null;
    }
    int type = Integer.parseInt(indirect.group(1));
    String target = indirect.group(2);
    return target == null ? new Indirect(type) : new Target(type, Integer.parseInt(target));
  }
}

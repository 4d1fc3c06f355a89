package dev.mortise.classgen.source;

import dev.mortise.classgen.mapping.ClassName;
import java.util.Comparator;

/** The order of classes: files on a disk may not tell cases apart. */
final class ClassNames {
  static final Comparator<ClassName> ORDER =
      Comparator.comparing(ClassName::internalName, String.CASE_INSENSITIVE_ORDER);

  private ClassNames() {}
}

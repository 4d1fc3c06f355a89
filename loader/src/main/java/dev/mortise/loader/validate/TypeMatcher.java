package dev.mortise.loader.validate;

import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.loader.validate.theory.Substitution;
import dev.mortise.loader.validate.theory.Subtyping;
import dev.mortise.loader.validate.theory.TypeInfos;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.ResourceType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The validator's subtyping for what is linked at run time. */
public final class TypeMatcher {
  private TypeMatcher() {}

  /**
   * Checks that an item can stand for an import.
   *
   * @param bound the resource types of the importer that stand for any resource type
   * @return the first disagreement with its path, or null when it fits
   */
  public static @Nullable Diagnostic mismatch(
      String name, ExternType actual, ExternType wanted, List<ResourceType> bound) {
    try {
      Substitution unused =
          new Subtyping(new TypeInfos())
              .satisfy(Map.of(name, actual), Map.of(name, wanted), bound, "import");
      return null;
    } catch (Violation e) {
      return e.in("import \"" + name + "\"").diagnostic(List.of());
    }
  }
}

package dev.mortise.classgen.call;

import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ValType;
import java.util.List;
import java.util.stream.Stream;

/** Whether values are or have handles, and lend anything for the time of a call. */
final class Borrows {
  private Borrows() {}

  static boolean areIn(List<ValType> types) {
    return types.stream().anyMatch(type -> has(type, HandleType.Borrow.class));
  }

  /** Whether a function takes or gives handles. */
  static boolean handlesAreIn(FuncType type) {
    return Stream.concat(type.paramTypes().stream(), type.resultTypes().stream())
        .anyMatch(part -> has(part, HandleType.class));
  }

  private static boolean has(ValType type, Class<? extends HandleType> kind) {
    return kind.isInstance(type.structure())
        || type.structure().parts().anyMatch(part -> has(part, kind));
  }
}

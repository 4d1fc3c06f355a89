package dev.mortise.classgen.call;

import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether values are or have handles, and lend anything for the time of a call. */
final class Borrows {
  private Borrows() {}

  static boolean areIn(List<ValType> types) {
    return types.stream().anyMatch(type -> has(type, HandleType.Borrow.class::isInstance));
  }

  /** Whether a function takes or gives handles. */
  static boolean handlesAreIn(FuncType type) {
    return type.paramTypes().stream().anyMatch(param -> has(param, handle -> true))
        || has(type.result(), handle -> true);
  }

  private static boolean has(@Nullable ValType type, Predicate<HandleType> wanted) {
    return type != null
        && switch (type.structure()) {
          case HandleType handle -> wanted.test(handle);
          case RecordType record -> record.fields().stream().anyMatch(f -> has(f.type(), wanted));
          case TupleType tuple -> tuple.elements().stream().anyMatch(e -> has(e, wanted));
          case VariantType variant -> variant.cases().stream().anyMatch(c -> has(c.type(), wanted));
          case ListType list -> has(list.element(), wanted);
          case OptionType option -> has(option.type(), wanted);
          case ResultType result -> has(result.ok(), wanted) || has(result.err(), wanted);
          case MapType map -> has(map.value(), wanted);
          default -> false;
        };
  }
}

package dev.mortise.classgen.call;

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
import org.jspecify.annotations.Nullable;

/** Whether values lend anything for the time of a call. */
final class Borrows {
  private Borrows() {}

  static boolean areIn(List<ValType> types) {
    return types.stream().anyMatch(Borrows::areIn);
  }

  private static boolean areIn(@Nullable ValType type) {
    return type != null
        && switch (type.structure()) {
          case HandleType.Borrow borrow -> true;
          case RecordType record -> record.fields().stream().anyMatch(f -> areIn(f.type()));
          case TupleType tuple -> areIn(tuple.elements());
          case VariantType variant -> variant.cases().stream().anyMatch(c -> areIn(c.type()));
          case ListType list -> areIn(list.element());
          case OptionType option -> areIn(option.type());
          case ResultType result -> areIn(result.ok()) || areIn(result.err());
          case MapType map -> areIn(map.value());
          default -> false;
        };
  }
}

package dev.mortise.jsbridge.script;

import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether there are handles somewhere in a type, for which calls do more. */
final class HandleSearch {
  private final ResourceNames resources;

  HandleSearch(ResourceNames resources) {
    this.resources = resources;
  }

  /** Whether a type has a handle of a kind to a resource whose handles the glue keeps. */
  boolean hasGlue(@Nullable ValType type, Class<? extends HandleType> kind) {
    return type != null && search(type, kind, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private boolean search(ValType type, Class<? extends HandleType> kind, Set<StructuralType> seen) {
    StructuralType structure = type.structure();
    if (structure instanceof HandleType handle) {
      return kind.isInstance(handle) && resources.isGlue(handle);
    }
    return seen.add(structure) && parts(structure).anyMatch(part -> search(part, kind, seen));
  }

  private static Stream<ValType> parts(StructuralType type) {
    return switch (type) {
      case RecordType record -> record.fields().stream().map(RecordType.Field::type);
      case TupleType tuple -> tuple.elements().stream();
      case VariantType variant ->
          variant.cases().stream().flatMap(c -> Stream.ofNullable(c.type()));
      case OptionType option -> Stream.of(option.type());
      case ResultType result ->
          Stream.concat(Stream.ofNullable(result.ok()), Stream.ofNullable(result.err()));
      case ListType list -> Stream.of(list.element());
      case MapType map -> Stream.of(map.key(), map.value());
      default -> Stream.empty();
    };
  }
}

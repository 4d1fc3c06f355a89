package dev.mortise.runtime.instance;

import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.Diagnostic;
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
import dev.mortise.runtime.value.ComponentValue;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the handles among the arguments of a call that comes from Java, before anything happens: a
 * mistake there must neither end a handle nor poison an instance.
 */
final class HandleArguments {
  private final RuntimeInstance instance;
  private final Set<ResourceHandle> owned = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<ResourceHandle> borrowed = Collections.newSetFromMap(new IdentityHashMap<>());

  private HandleArguments(RuntimeInstance instance) {
    this.instance = instance;
  }

  /** Whether a function takes handles at all. */
  static boolean areIn(FuncType type) {
    return type.paramTypes().stream().anyMatch(HandleArguments::areIn);
  }

  private static boolean areIn(ValType type) {
    return type.structure() instanceof HandleType
        || type.structure().parts().anyMatch(HandleArguments::areIn);
  }

  /**
   * Checks the handles.
   *
   * @param arguments values of the parameters' types
   * @throws CallException when one has ended, is lent, is of another resource type, or is passed on
   *     while it is passed once more
   */
  static void check(List<ComponentValue> arguments, FuncType type, RuntimeInstance instance) {
    HandleArguments checker = new HandleArguments(instance);
    List<ValType> types = type.paramTypes();
    for (int i = 0; i < types.size(); i++) {
      checker.check(arguments.get(i), types.get(i));
    }
  }

  private void check(@Nullable ComponentValue value, @Nullable ValType type) {
    if (value == null || type == null) {
      return;
    }
    switch (type.structure()) {
      case HandleType.Own own -> {
        ResourceHandle handle = CallContext.handle(instance.resource(own.resource()), value);
        handle.requireTakeable();
        if (!owned.add(handle) || borrowed.contains(handle)) {
          throw passedTwice(handle);
        }
      }
      case HandleType.Borrow borrow -> {
        ResourceHandle handle = CallContext.handle(instance.resource(borrow.resource()), value);
        handle.requireLive();
        borrowed.add(handle);
        if (owned.contains(handle)) {
          throw passedTwice(handle);
        }
      }
      case RecordType record ->
          record
              .fields()
              .forEach(
                  field ->
                      check(
                          ((ComponentValue.RecordValue) value).fields().get(field.label()),
                          field.type()));
      case TupleType tuple -> {
        List<ComponentValue> elements = ((ComponentValue.TupleValue) value).elements();
        for (int i = 0; i < elements.size(); i++) {
          check(elements.get(i), tuple.elements().get(i));
        }
      }
      case VariantType variant -> {
        ComponentValue.VariantValue given = (ComponentValue.VariantValue) value;
        variant.cases().stream()
            .filter(c -> c.label().equals(given.label()))
            .forEach(c -> check(given.payload(), c.type()));
      }
      case ListType list -> {
        if (areIn(list.element())) {
          ((ComponentValue.ListValue) value).elements().forEach(e -> check(e, list.element()));
        }
      }
      case OptionType option -> check(((ComponentValue.OptionValue) value).value(), option.type());
      case ResultType result -> {
        ComponentValue.ResultValue given = (ComponentValue.ResultValue) value;
        check(given.payload(), given.isOk() ? result.ok() : result.err());
      }
      case MapType map -> {
        if (areIn(map.value())) {
          ((ComponentValue.MapValue) value)
              .entries()
              .forEach(entry -> check(entry.value(), map.value()));
        }
      }
      default -> {}
    }
  }

  static CallException passedTwice(ResourceHandle handle) {
    return new CallException(
        Diagnostic.of("resource-passed-twice", "resource " + handle.resource())
            .because("one call passes it on as own, and passes the same handle once more"));
  }
}

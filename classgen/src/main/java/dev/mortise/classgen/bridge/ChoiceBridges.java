package dev.mortise.classgen.bridge;

import dev.mortise.runtime.Result;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.EnumValue;
import dev.mortise.runtime.value.ComponentValue.FlagsValue;
import dev.mortise.runtime.value.ComponentValue.OptionValue;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import dev.mortise.runtime.value.ComponentValue.VariantValue;
import java.lang.invoke.MethodHandle;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Variants, options, results, enums and flags. */
final class ChoiceBridges {
  private ChoiceBridges() {}

  /**
   * One case of a variant.
   *
   * @param getter how its payload is read, or null like the payload's bridge
   */
  record Case(
      String label,
      Class<?> type,
      MethodHandle constructor,
      @Nullable MethodHandle getter,
      @Nullable ValueBridge payload) {
    static Case of(String label, Class<?> type, @Nullable ValueBridge payload) {
      return new Case(
          label,
          type,
          Members.constructor(type),
          payload == null ? null : Members.getter(type, "value"),
          payload);
    }
  }

  /** A variant. */
  record Variant(List<Case> cases) implements ValueBridge {
    @Override
    public Object toJava(ComponentValue value, @Nullable Object owner) {
      VariantValue given = (VariantValue) value;
      for (Case one : cases) {
        if (one.label.equals(given.label())) {
          return one.payload == null
              ? Members.make(one.constructor)
              : Members.make(
                  one.constructor,
                  one.payload.toJava(Objects.requireNonNull(given.payload()), owner));
        }
      }
      throw new IllegalArgumentException("no case " + given.label());
    }

    @Override
    public ComponentValue toValue(@Nullable Object object) {
      Object given = Objects.requireNonNull(object);
      for (Case one : cases) {
        if (one.type == given.getClass()) {
          return new VariantValue(
              one.label,
              one.payload == null || one.getter == null
                  ? null
                  : one.payload.toValue(Members.get(one.getter, given)));
        }
      }
      throw new IllegalArgumentException("no case for " + given.getClass());
    }
  }

  /** An option. */
  record Option(ValueBridge some) implements ValueBridge {
    @Override
    public Object toJava(ComponentValue value, @Nullable Object owner) {
      ComponentValue held = ((OptionValue) value).value();
      return held == null ? Optional.empty() : Optional.of(some.toJava(held, owner));
    }

    @Override
    public ComponentValue toValue(@Nullable Object object) {
      Optional<?> given = (Optional<?>) Objects.requireNonNull(object);
      return given.isEmpty() ? OptionValue.NONE : new OptionValue(some.toValue(given.get()));
    }
  }

  /** A result that is not a function's. */
  record Outcome(@Nullable ValueBridge ok, @Nullable ValueBridge error) implements ValueBridge {
    @Override
    public Object toJava(ComponentValue value, @Nullable Object owner) {
      ResultValue given = (ResultValue) value;
      ValueBridge bridge = given.isOk() ? ok : error;
      ComponentValue held = given.payload();
      Object payload = bridge == null || held == null ? null : bridge.toJava(held, owner);
      return given.isOk() ? Result.ok(payload) : Result.err(payload);
    }

    @Override
    public ComponentValue toValue(@Nullable Object object) {
      return switch ((Result<?, ?>) Objects.requireNonNull(object)) {
        case Result.Ok<?, ?> given ->
            new ResultValue(true, ok == null ? null : ok.toValue(given.value()));
        case Result.Err<?, ?> given ->
            new ResultValue(false, error == null ? null : error.toValue(given.error()));
      };
    }
  }

  /** An enum. */
  record Labels(List<String> labels, List<?> constants) implements ValueBridge {
    @Override
    public Object toJava(ComponentValue value, @Nullable Object owner) {
      return constants.get(labels.indexOf(((EnumValue) value).label()));
    }

    @Override
    public ComponentValue toValue(@Nullable Object object) {
      return new EnumValue(labels.get(constants.indexOf(Objects.requireNonNull(object))));
    }
  }

  /** Flags. */
  record Flags(List<String> labels, Class<?> type, List<?> constants) implements ValueBridge {
    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // the constants are of that class
    public Object toJava(ComponentValue value, @Nullable Object owner) {
      EnumSet set = EnumSet.noneOf((Class) type);
      for (String label : ((FlagsValue) value).labels()) {
        set.add((Enum) constants.get(labels.indexOf(label)));
      }
      return set;
    }

    @Override
    public ComponentValue toValue(@Nullable Object object) {
      Set<String> set = new LinkedHashSet<>();
      for (Object one : (EnumSet<?>) Objects.requireNonNull(object)) {
        set.add(labels.get(constants.indexOf(one)));
      }
      return new FlagsValue(set);
    }
  }
}

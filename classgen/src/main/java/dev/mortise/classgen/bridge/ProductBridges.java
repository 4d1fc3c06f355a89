package dev.mortise.classgen.bridge;

import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.RecordValue;
import dev.mortise.runtime.value.ComponentValue.TupleValue;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records and tuples: Java's records, made by their constructor. */
final class ProductBridges {
  private ProductBridges() {}

  /** The class of a product, and how its components are read. */
  record Product(MethodHandle constructor, List<MethodHandle> getters, List<ValueBridge> parts) {
    static Product of(Class<?> type, List<String> accessors, List<ValueBridge> parts) {
      return new Product(
          Members.constructor(type),
          accessors.stream().map(name -> Members.getter(type, name)).toList(),
          parts);
    }

    Object make(List<ComponentValue> values, @Nullable Object owner) {
      Object[] arguments = new Object[parts.size()];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = parts.get(i).toJava(values.get(i), owner);
      }
      return Members.make(constructor, arguments);
    }

    List<ComponentValue> take(@Nullable Object object) {
      Object given = Objects.requireNonNull(object);
      List<ComponentValue> values = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        values.add(take(given, i));
      }
      return values;
    }

    ComponentValue take(Object given, int part) {
      return parts.get(part).toValue(Members.get(getters.get(part), given));
    }
  }

  /** A tuple. */
  record Tuple(Product product) implements ValueBridge {
    @Override
    public Object toJava(ComponentValue value, @Nullable Object owner) {
      return product.make(((TupleValue) value).elements(), owner);
    }

    @Override
    public ComponentValue toValue(@Nullable Object object) {
      return new TupleValue(product.take(object));
    }
  }

  /**
   * A record.
   *
   * @param name its name in WIT
   */
  record Fields(String name, List<String> labels, Product product) implements ValueBridge {
    @Override
    public Object toJava(ComponentValue value, @Nullable Object owner) {
      Map<String, ComponentValue> fields = ((RecordValue) value).fields();
      List<ComponentValue> values = new ArrayList<>();
      for (String label : labels) {
        values.add(Objects.requireNonNull(fields.get(label)));
      }
      return product.make(values, owner);
    }

    @Override
    public ComponentValue toValue(@Nullable Object object) {
      Object given = Objects.requireNonNull(object);
      Map<String, ComponentValue> fields = new LinkedHashMap<>();
      for (int i = 0; i < labels.size(); i++) {
        int part = i;
        String label = labels.get(i);
        fields.put(
            label, Misfit.at("field `" + label + "` of " + name, () -> product.take(given, part)));
      }
      return new RecordValue(fields);
    }
  }
}

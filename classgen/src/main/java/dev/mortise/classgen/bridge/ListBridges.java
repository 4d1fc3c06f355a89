package dev.mortise.classgen.bridge;

import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.ListValue;
import dev.mortise.runtime.value.ComponentValue.MapValue;
import dev.mortise.runtime.value.NumberList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists and maps. */
final class ListBridges {
  private ListBridges() {}

  /** Numbers: arrays of the bits of the same width. */
  record Numbers(PrimType element) implements ValueBridge {
    @Override
    public Object toJava(ComponentValue value, @Nullable Object owner) {
      return NumberList.pack(element, ((ListValue) value).elements()).toArrayCopy();
    }

    @Override
    public ComponentValue toValue(@Nullable Object object) {
      return new ListValue(NumberList.copyOf(element, Objects.requireNonNull(object)));
    }
  }

  /** Other elements. */
  record Elements(ValueBridge element) implements ValueBridge {
    @Override
    public Object toJava(ComponentValue value, @Nullable Object owner) {
      List<Object> elements = new ArrayList<>();
      for (ComponentValue one : ((ListValue) value).elements()) {
        elements.add(element.toJava(one, owner));
      }
      return Collections.unmodifiableList(elements);
    }

    @Override
    public ComponentValue toValue(@Nullable Object object) {
      List<ComponentValue> elements = new ArrayList<>();
      for (Object one : (List<?>) Objects.requireNonNull(object)) {
        elements.add(element.toValue(one));
      }
      return new ListValue(elements);
    }
  }

  /** Maps; Java's have each key once. */
  record Entries(ValueBridge key, ValueBridge value) implements ValueBridge {
    @Override
    public Object toJava(ComponentValue map, @Nullable Object owner) {
      Map<Object, Object> entries = new LinkedHashMap<>();
      for (MapValue.Entry entry : ((MapValue) map).entries()) {
        Object before =
            entries.putIfAbsent(key.toJava(entry.key(), owner), value.toJava(entry.value(), owner));
        if (before != null) {
          throw new NoJavaFormException("the map has the key " + entry.key() + " twice");
        }
      }
      return Collections.unmodifiableMap(entries);
    }

    @Override
    public ComponentValue toValue(@Nullable Object object) {
      List<MapValue.Entry> entries = new ArrayList<>();
      ((Map<?, ?>) Objects.requireNonNull(object))
          .forEach((k, v) -> entries.add(new MapValue.Entry(key.toValue(k), value.toValue(v))));
      return new MapValue(entries);
    }
  }
}

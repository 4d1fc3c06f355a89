package dev.mortise.runtime.value;

import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue.ListValue;
import dev.mortise.runtime.value.ComponentValue.MapValue;
import dev.mortise.runtime.value.ComponentValue.TupleValue;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import org.jspecify.annotations.Nullable;

/** Java collections and arrays to lists, tuples and maps. */
final class SequenceConverter {
  private SequenceConverter() {}

  static ComponentValue list(Object object, ListType list, ValType type, ValuePath path) {
    @Nullable PrimType number =
        list.element().structure() instanceof PrimType prim && NumberList.supports(prim)
            ? prim
            : null;
    if (number != null && NumberList.accepts(number, object)) {
      NumberList numbers = NumberList.copyOf(number, object);
      ValueChecker.requireLength(list, numbers.size(), type, path);
      return new ListValue(numbers);
    }
    @Nullable Collection<? extends @Nullable Object> items = sequence(object);
    if (items == null) {
      throw path.mismatch(type, ValueNames.describe(object));
    }
    ValueChecker.requireLength(list, items.size(), type, path);
    List<ComponentValue> elements = new ArrayList<>(items.size());
    for (Object item : items) {
      elements.add(ValueConverter.convert(item, list.element(), path.element(elements.size())));
    }
    return new ListValue(number == null ? elements : NumberList.pack(number, elements));
  }

  static ComponentValue tuple(Object object, TupleType tuple, ValType type, ValuePath path) {
    @Nullable Collection<? extends @Nullable Object> items =
        object instanceof Record record
            ? RecordReader.components(record, path).values()
            : sequence(object);
    if (items == null) {
      throw path.mismatch(type, ValueNames.describe(object));
    }
    if (items.size() != tuple.elements().size()) {
      throw path.mismatch(
          type, items.size() + " elements", "it must have " + tuple.elements().size());
    }
    List<ComponentValue> elements = new ArrayList<>();
    for (Object item : items) {
      int position = elements.size();
      elements.add(
          ValueConverter.convert(item, tuple.elements().get(position), path.element(position)));
    }
    return new TupleValue(elements);
  }

  static ComponentValue map(Object object, MapType map, ValType type, ValuePath path) {
    Collection<?> items =
        switch (object) {
          case Map<?, ?> entries -> entries.entrySet();
          case Collection<?> collection -> collection;
          default -> throw path.mismatch(type, ValueNames.describe(object));
        };
    List<MapValue.Entry> entries = new ArrayList<>();
    for (Object item : items) {
      int position = entries.size();
      if (!(item instanceof Map.Entry<?, ?> entry)) {
        throw path.mismatch(type, "a collection with " + ValueNames.describe(item));
      }
      entries.add(
          new MapValue.Entry(
              ValueConverter.convert(entry.getKey(), map.key(), path.key(position)),
              ValueConverter.convert(entry.getValue(), map.value(), path.entryValue(position))));
    }
    return new MapValue(entries);
  }

  private static @Nullable Collection<? extends @Nullable Object> sequence(Object object) {
    if (object instanceof SequencedCollection<?> items) {
      return items;
    }
    if (object instanceof Object[] items) {
      return Arrays.asList(items);
    }
    if (!object.getClass().isArray()) {
      return null;
    }
    List<Object> boxed = new ArrayList<>();
    for (int i = 0; i < Array.getLength(object); i++) {
      boxed.add(Array.get(object, i));
    }
    return boxed;
  }
}

package dev.mortise.runtime.value;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The components of a Java record by reflection. */
final class RecordReader {
  private RecordReader() {}

  /** The components by their names, without a trailing underscore, in order. */
  static Map<String, @Nullable Object> components(Record record, ValuePath path) {
    Map<String, @Nullable Object> components = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      components.put(
          ValueNames.withoutUnderscore(component.getName()), read(record, component, path));
    }
    return components;
  }

  private static @Nullable Object read(Record record, RecordComponent component, ValuePath path) {
    Method accessor = component.getAccessor();
    try {
      if (!accessor.canAccess(record)) {
        accessor.trySetAccessible();
      }
      return accessor.invoke(record);
    } catch (IllegalAccessException e) {
      throw path.error(
          "record-not-accessible",
          "a record whose components can be read",
          record.getClass().getTypeName(),
          "its package must be exported, or opened to dev.mortise.loader, and the record public");
    } catch (InvocationTargetException e) {
      throw path.error(
          "record-not-accessible",
          "a record whose components can be read",
          record.getClass().getTypeName(),
          "the accessor of " + component.getName() + " threw " + e.getCause());
    }
  }
}

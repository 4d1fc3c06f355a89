package dev.mortise.runtime.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an instance exports.
 *
 * @param exports the exports by name, in declaration order
 * @param freshResources the resource types that {@code (sub resource)} exports of this very type
 *     introduce; whoever brings an instance of this type into being replaces them by fresh ones
 */
public record InstanceType(Map<String, ExternType> exports, List<ResourceType> freshResources)
    implements DefType, ExternType {
  public InstanceType {
    exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    freshResources = List.copyOf(freshResources);
  }

  @Override
  public String kind() {
    return "instance";
  }

  @Override
  public String toString() {
    return "instance" + exports.keySet();
  }
}

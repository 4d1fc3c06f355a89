package dev.mortise.runtime.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a core module imports and exports, in declaration order. */
public record CoreModuleType(List<Import> imports, Map<String, CoreExternType> exports) {
  /** One import of a core module: two names and a type. */
  public record Import(String module, String name, CoreExternType type) {}

  public CoreModuleType {
    imports = List.copyOf(imports);
    exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
  }
}

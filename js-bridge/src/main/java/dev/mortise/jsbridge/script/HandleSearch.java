package dev.mortise.jsbridge.script;

import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.ValType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
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
    return seen.add(structure) && structure.parts().anyMatch(part -> search(part, kind, seen));
  }
}

package dev.mortise.cli.run;

import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.loader.wit.docs.ItemDocs;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.ValType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a component says of one of its functions, and of the types in there. */
final class FunctionDocs {
  private final Docs docs;
  private final ExportedFunction function;
  private final String owner;

  FunctionDocs(Docs docs, ExportedFunction function) {
    this.docs = docs;
    this.function = function;
    this.owner = function.path().isEmpty() ? Docs.COMPONENT : owner(function.path().getLast());
  }

  /** An interface goes by its name, but one that stands in the world by its place there. */
  private static String owner(String instance) {
    return instance.contains("/") ? instance : Docs.inline(Docs.COMPONENT, Docs.exported(instance));
  }

  /** What is said of the function, in lines as they were written; null when nothing is. */
  @Nullable String ofFunction() {
    String item = function.path().isEmpty() ? Docs.exported(function.name()) : function.name();
    return docs.of(owner, item).text();
  }

  /** What is said of a type; null when nothing is. */
  @Nullable String ofType(ValType type) {
    return ofMember(type, "");
  }

  /**
   * What is said of a field, case or label of a type; null when nothing is. A type may come from
   * another interface, which its name does not tell: then only one type may have that name.
   */
  @Nullable String ofMember(ValType type, String member) {
    if (!(type instanceof NamedType named)) {
      return null;
    }
    for (String item : List.of(named.name(), Docs.imported(named.name()))) {
      String own = docs.of(owner, item, member).text();
      if (own != null) {
        return own;
      }
    }
    Set<String> found = new LinkedHashSet<>();
    for (Map.Entry<Docs.Key, ItemDocs> said : docs.all().entrySet()) {
      String text = said.getValue().text();
      if (said.getKey().item().equals(named.name())
          && said.getKey().member().equals(member)
          && text != null) {
        found.add(text);
      }
    }
    return found.size() == 1 ? found.iterator().next() : null;
  }
}

package dev.mortise.testing;

import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.WitName;
import dev.mortise.runtime.link.InterfaceVersions;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.testing.component.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a test has for the imports of its component. */
final class Supply {
  /** By the name in WIT. */
  private final Map<String, Item> items = new LinkedHashMap<>();

  private sealed interface Item {
    /** What tells this kind from others, for which there is other code. */
    String kind();
  }

  private record Typed(Class<?> contract, Object object) implements Item {
    @Override
    public String kind() {
      return contract.getName();
    }
  }

  private record Named(ImportMock mock) implements Item {
    @Override
    public String kind() {
      return "";
    }
  }

  /**
   * Takes an object for an import; the first one is taken.
   *
   * @return whether its interface is one of WIT
   */
  boolean add(Class<?> contract, Object object) {
    WitName name = contract.getAnnotation(WitName.class);
    if (name != null) {
      items.putIfAbsent(name.value(), new Typed(contract, object));
    }
    return name != null;
  }

  void add(ImportMock mock) {
    items.putIfAbsent(mock.name(), new Named(mock));
  }

  /** All that was taken, for a component whose classes were made ahead of time. */
  Imports all() {
    Imports.Builder imports = Imports.builder();
    for (Item item : items.values()) {
      if (item instanceof Typed typed) {
        bind(imports, typed);
      }
    }
    return imports.build();
  }

  /**
   * What a component is linked with.
   *
   * @param kinds how each import is bound
   */
  record Bound(Imports imports, List<String> kinds) {}

  /**
   * Finds what each import needs.
   *
   * @param session mocks what is missing, when it is lenient
   */
  Bound bind(Subject subject, Session session) {
    Imports.Builder imports = Imports.builder();
    List<String> kinds = new ArrayList<>();
    List<JavaModel.Import> missing = new ArrayList<>();
    Map<String, ExternType> wanted = subject.typed().component().imports();
    for (JavaModel.Import needed : subject.typed().model().imports()) {
      Item item = InterfaceVersions.find(needed.wit(), items);
      if (item == null && session.isLenient()) {
        item = new Named(session.mock(needed.wit(), needed.parameter()));
      }
      switch (item) {
        case null -> missing.add(needed);
        case Typed typed -> bind(imports, typed);
        case Named named -> bind(imports, named.mock, needed.wit(), wanted);
      }
      kinds.add(needed.wit() + " " + (item == null ? "" : item.kind()));
    }
    if (!missing.isEmpty()) {
      throw new AssertionError(Missing.message(subject, missing));
    }
    return new Bound(imports.build(), kinds);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void bind(Imports.Builder imports, Typed typed) {
    imports.bind((Class) typed.contract, typed.object);
  }

  /** A mock by name; of functions that belong to no interface, one for all of them. */
  private static void bind(
      Imports.Builder imports, ImportMock mock, String wit, Map<String, ExternType> wanted) {
    @Nullable ExternType type = wanted.get(wit);
    if (type != null) {
      mock.attach(type);
      mock.bind(imports, type);
      return;
    }
    mock.bindRoot(imports, wanted);
  }
}

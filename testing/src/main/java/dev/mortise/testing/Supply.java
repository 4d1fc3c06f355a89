package dev.mortise.testing;

import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.WitName;
import dev.mortise.runtime.link.HostItem;
import dev.mortise.runtime.link.InterfaceVersions;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.testing.component.Subject;
import dev.mortise.testing.wasi.Wasi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a test has for the imports of its component. */
final class Supply {
  /** By the name in WIT. */
  private final Map<String, Item> items = new LinkedHashMap<>();

  private Map<String, HostItem> virtual = Map.of();

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

  private record Virtual(HostItem item) implements Item {
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

  /** Takes a virtual WASI for what nothing else is taken for. */
  void add(@Nullable Wasi wasi) {
    virtual = wasi == null ? Map.of() : wasi.imports().items();
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
    Set<String> left = new LinkedHashSet<>(wanted.keySet());
    for (JavaModel.Import needed : subject.typed().model().imports()) {
      Item item = choose(needed.wit(), needed.parameter(), session);
      if (item == null) {
        missing.add(needed);
      } else {
        bind(imports, item, needed.wit(), wanted);
      }
      kinds.add(needed.wit() + " " + (item == null ? "" : item.kind()));
      left.remove(needed.wit());
    }
    if (!missing.isEmpty()) {
      throw new AssertionError(Missing.message(subject, missing));
    }
    // Interfaces without functions have no Java type, but may have resources.
    left.removeIf(name -> !(wanted.get(name) instanceof InstanceType));
    for (String typesOnly : left) {
      Item item = choose(typesOnly, typesOnly, session);
      if (item != null) {
        bind(imports, item, typesOnly, wanted);
      }
    }
    return new Bound(imports.build(), kinds);
  }

  private @Nullable Item choose(String wit, String shown, Session session) {
    Item item = InterfaceVersions.find(wit, items);
    if (item != null) {
      return item;
    }
    HostItem part = InterfaceVersions.find(wit, virtual);
    if (part != null) {
      return new Virtual(part);
    }
    return session.isLenient() ? new Named(session.mock(wit, shown)) : null;
  }

  private static void bind(
      Imports.Builder imports, Item item, String wit, Map<String, ExternType> wanted) {
    switch (item) {
      case Typed typed -> bind(imports, typed);
      case Virtual part -> imports.instance(wit, part::item);
      case Named named -> bind(imports, named.mock, wit, wanted);
    }
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

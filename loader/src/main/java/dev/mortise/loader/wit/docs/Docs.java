package dev.mortise.loader.wit.docs;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said of packages, interfaces, worlds and their items, by names:
 *
 * <ul>
 *   <li>the owner: a package ({@code wasi:io@0.2.0}), an interface or world ({@code
 *       wasi:io/streams@0.2.0}), or an interface that stands inside a world ({@link #inline});
 *   <li>the item: of an interface the name of a type or function, methods as components call them
 *       ({@code [method]input-stream.read}); of a world {@link #imported} and {@link #exported}
 *       names;
 *   <li>the member: a field of a record, a case of a variant or enum, a label of flags.
 * </ul>
 */
public final class Docs {
  /** The world that a component is, whose own name it does not keep. */
  public static final String COMPONENT = "root:component/root";

  /** Nothing is said of anything. */
  public static final Docs NONE = new Docs(Map.of());

  /**
   * Of what something is said; the item, or item and member, are empty where there is none.
   *
   * @param owner the package, interface or world
   */
  public record Key(String owner, String item, String member) {}

  private final Map<Key, ItemDocs> items;

  private Docs(Map<Key, ItemDocs> items) {
    this.items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }

  /** The item of a world that it imports under a name. */
  public static String imported(String name) {
    return "import " + name;
  }

  /** The item of a world that it exports under a name. */
  public static String exported(String name) {
    return "export " + name;
  }

  /**
   * The owner's name of an interface that stands inside a world.
   *
   * @param item {@link #imported} or {@link #exported} with the interface's name
   */
  public static String inline(String world, String item) {
    return world + " > " + item;
  }

  /** What is said of a package, interface or world. */
  public ItemDocs of(String owner) {
    return of(owner, "", "");
  }

  /** What is said of an item. */
  public ItemDocs of(String owner, String item) {
    return of(owner, item, "");
  }

  /** What is said of a member of a type. */
  public ItemDocs of(String owner, String item, String member) {
    return items.getOrDefault(new Key(owner, item, member), ItemDocs.NONE);
  }

  /** All that is said. */
  public Map<Key, ItemDocs> all() {
    return items;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Docs docs && docs.items.equals(items);
  }

  @Override
  public int hashCode() {
    return items.hashCode();
  }

  @Override
  public String toString() {
    return items.toString();
  }

  /** Collects what is said. */
  public static final class Builder {
    private final Map<Key, ItemDocs> items = new LinkedHashMap<>();

    /** Nothing is said yet. */
    public Builder() {}

    /** Says something of a package, interface or world. */
    public Builder add(String owner, ItemDocs docs) {
      return add(owner, "", "", docs);
    }

    /** Says something of an item. */
    public Builder add(String owner, String item, ItemDocs docs) {
      return add(owner, item, "", docs);
    }

    /** Says something of a member. */
    public Builder add(String owner, String item, String member, ItemDocs docs) {
      if (!docs.isNone()) {
        items.put(new Key(owner, item, member), docs);
      }
      return this;
    }

    /** Says all that is said elsewhere. */
    public Builder addAll(Docs docs) {
      items.putAll(docs.items);
      return this;
    }

    /** The lookup. */
    public Docs build() {
      return new Docs(items);
    }
  }
}

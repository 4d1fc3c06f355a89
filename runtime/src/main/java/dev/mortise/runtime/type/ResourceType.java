package dev.mortise.runtime.type;

import dev.mortise.runtime.core.CoreValType;
import org.jspecify.annotations.Nullable;

/**
 * A resource type. It is generative: every definition and every instantiation makes a fresh one
 * (Explainer.md, "Type Checking").
 *
 * <p>An import or export may give a resource type another name. The result is another object that
 * is <em>equal</em> to this one, for it is the same type; {@code ==} tells names apart.
 */
public final class ResourceType implements DefType {
  private final @Nullable String name;
  private final CoreValType.@Nullable Num rep;
  private final @Nullable ResourceType aliased;
  private final @Nullable ResourceType root;

  private ResourceType(
      @Nullable String name, CoreValType.@Nullable Num rep, @Nullable ResourceType aliased) {
    this.name = name;
    this.rep = rep;
    this.aliased = aliased;
    this.root = aliased == null ? null : aliased.root();
  }

  /**
   * An abstract resource type: imported, or exported from something whose inside is not visible.
   */
  public static ResourceType imported(@Nullable String name) {
    return new ResourceType(name, null, null);
  }

  /** A resource type that a component defines, with the core type of its representation. */
  public static ResourceType defined(@Nullable String name, CoreValType.Num rep) {
    return new ResourceType(name, rep, null);
  }

  /** A fresh abstract type of the same name: what an instantiation makes of this one. */
  public ResourceType fresh() {
    return new ResourceType(name, null, null);
  }

  /** This very type under another name. */
  public ResourceType named(String name) {
    return new ResourceType(name, rep, this);
  }

  /** The label by which messages call it, or null. */
  public @Nullable String name() {
    return name;
  }

  /** The core type of the representation, or null when the type is abstract here. */
  public CoreValType.@Nullable Num rep() {
    return rep;
  }

  /** The object that this one names anew, or null when this one introduced the type. */
  public @Nullable ResourceType aliased() {
    return aliased;
  }

  /** The object that introduced the type. */
  public ResourceType root() {
    return root == null ? this : root;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResourceType type && type.root() == root();
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(root());
  }

  @Override
  public String kind() {
    return "resource";
  }

  /** The label, or {@code resource} when it has none. */
  @Override
  public String toString() {
    return name == null ? "resource" : name;
  }
}

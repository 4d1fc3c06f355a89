package dev.mortise.loader.type;

import dev.mortise.loader.core.CoreValType;
import org.jspecify.annotations.Nullable;

/**
 * A resource type. Each is equal to itself alone: a resource type is generative, every definition
 * and every instantiation makes a fresh one (Explainer.md, "Type Checking").
 */
public final class ResourceType implements DefType {
  private final @Nullable String name;
  private final CoreValType.@Nullable Num rep;

  private ResourceType(@Nullable String name, CoreValType.@Nullable Num rep) {
    this.name = name;
    this.rep = rep;
  }

  /**
   * An abstract resource type: imported, or exported from something whose inside is not visible.
   */
  public static ResourceType imported(@Nullable String name) {
    return new ResourceType(name, null);
  }

  /** A resource type that a component defines, with the core type of its representation. */
  public static ResourceType defined(@Nullable String name, CoreValType.Num rep) {
    return new ResourceType(name, rep);
  }

  /** A fresh abstract type of the same name: what an instantiation makes of this one. */
  public ResourceType fresh() {
    return new ResourceType(name, null);
  }

  /** The label by which messages call it, or null. */
  public @Nullable String name() {
    return name;
  }

  /** The core type of the representation, or null when the type is abstract here. */
  public CoreValType.@Nullable Num rep() {
    return rep;
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

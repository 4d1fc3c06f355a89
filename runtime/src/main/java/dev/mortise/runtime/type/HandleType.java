package dev.mortise.runtime.type;

/** A handle to a resource: {@code own<R>} or {@code borrow<R>}. */
public sealed interface HandleType extends StructuralType {

  /** The resource type that the handle refers to. */
  ResourceType resource();

  /** {@code own<R>}: the holder must drop it or pass it on. */
  record Own(ResourceType resource) implements HandleType {
    @Override
    public String kind() {
      return "own";
    }

    @Override
    public String toString() {
      return "own<" + resource + ">";
    }
  }

  /** {@code borrow<R>}: valid until the call that it was passed to returns. */
  record Borrow(ResourceType resource) implements HandleType {
    @Override
    public String kind() {
      return "borrow";
    }

    @Override
    public String toString() {
      return "borrow<" + resource + ">";
    }
  }
}

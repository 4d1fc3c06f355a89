package dev.mortise.loader.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name of an import or export with its attributes (Binary.md, {@code nameattributes}).
 *
 * @param name the {@code externname} as written
 * @param attributes the attributes in order; that each kind stands once is the validator's rule
 */
public record ExternName(long offset, String name, List<Attribute> attributes) {

  /** One attribute. */
  public sealed interface Attribute {
    /** The attribute's keyword. */
    String keyword();

    /** {@code (implements "interface name")}. */
    record Implements(String interfaceName) implements Attribute {
      @Override
      public String keyword() {
        return "implements";
      }
    }

    /** {@code (versionsuffix "suffix")}. */
    record VersionSuffix(String suffix) implements Attribute {
      @Override
      public String keyword() {
        return "versionsuffix";
      }
    }

    /** {@code (external-id "id")}. */
    record ExternalId(String id) implements Attribute {
      @Override
      public String keyword() {
        return "external-id";
      }
    }
  }

  public ExternName {
    attributes = List.copyOf(attributes);
  }

  /** A name without attributes. */
  public ExternName(long offset, String name) {
    this(offset, name, List.of());
  }

  /** The interface that the {@code implements} attribute names, or null. */
  public @Nullable String implementsName() {
    for (Attribute attribute : attributes) {
      if (attribute instanceof Attribute.Implements implementing) {
        return implementing.interfaceName();
      }
    }
    return null;
  }

  /** The version suffix, or null. */
  public @Nullable String versionSuffix() {
    for (Attribute attribute : attributes) {
      if (attribute instanceof Attribute.VersionSuffix suffix) {
        return suffix.suffix();
      }
    }
    return null;
  }
}

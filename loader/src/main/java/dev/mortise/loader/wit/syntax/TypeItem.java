package dev.mortise.loader.wit.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The definition of a type. */
public sealed interface TypeItem extends InterfaceMember, WorldMember {
  @Override
  Attributes attributes();

  /** The name that it defines. */
  Identifier name();

  /** {@code type name = type;}. */
  record AliasItem(Attributes attributes, Identifier name, TypeExpr type) implements TypeItem {}

  /** {@code record name { label: type, … }}. */
  record RecordItem(Attributes attributes, Identifier name, List<Field> fields)
      implements TypeItem {
    /** One field. */
    public record Field(@Nullable String docs, Identifier label, TypeExpr type) {}

    public RecordItem {
      fields = List.copyOf(fields);
    }
  }

  /** {@code variant name { label(type), … }}. */
  record VariantItem(Attributes attributes, Identifier name, List<Case> cases) implements TypeItem {
    /** One case, with or without a payload. */
    public record Case(@Nullable String docs, Identifier label, @Nullable TypeExpr type) {}

    public VariantItem {
      cases = List.copyOf(cases);
    }
  }

  /** One label of an enum or of flags. */
  record Label(@Nullable String docs, Identifier label) {}

  /** {@code enum name { label, … }}. */
  record EnumItem(Attributes attributes, Identifier name, List<Label> labels) implements TypeItem {
    public EnumItem {
      labels = List.copyOf(labels);
    }
  }

  /** {@code flags name { label, … }}. */
  record FlagsItem(Attributes attributes, Identifier name, List<Label> labels) implements TypeItem {
    public FlagsItem {
      labels = List.copyOf(labels);
    }
  }

  /** {@code resource name { … }}. */
  record ResourceItem(Attributes attributes, Identifier name, List<ResourceFunc> functions)
      implements TypeItem {
    public ResourceItem {
      functions = List.copyOf(functions);
    }
  }
}

package dev.mortise.loader.wit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The definition of a type. */
public sealed interface WitTypeDef {
  /** The name that is defined. */
  String name();

  /** {@code record name { label: type, … }}. */
  record RecordDef(String name, List<Field> fields) implements WitTypeDef {
    /** One field. */
    public record Field(String label, WitTypeRef type) {}

    public RecordDef {
      fields = List.copyOf(fields);
    }
  }

  /** {@code variant name { label(type), … }}. */
  record VariantDef(String name, List<Case> cases) implements WitTypeDef {
    /** One case, with or without a payload. */
    public record Case(String label, @Nullable WitTypeRef type) {}

    public VariantDef {
      cases = List.copyOf(cases);
    }
  }

  /** {@code enum name { label, … }}. */
  record EnumDef(String name, List<String> labels) implements WitTypeDef {
    public EnumDef {
      labels = List.copyOf(labels);
    }
  }

  /** {@code flags name { label, … }}. */
  record FlagsDef(String name, List<String> labels) implements WitTypeDef {
    public FlagsDef {
      labels = List.copyOf(labels);
    }
  }

  /** {@code type name = type;}. */
  record Alias(String name, WitTypeRef type) implements WitTypeDef {}

  /** {@code resource name { … }} with its constructor, methods and static functions. */
  record ResourceDef(String name, List<WitFunction> functions) implements WitTypeDef {
    public ResourceDef {
      functions = List.copyOf(functions);
    }
  }
}

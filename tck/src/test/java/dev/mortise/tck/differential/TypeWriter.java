package dev.mortise.tck.differential;

import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import dev.mortise.tck.generate.Bytes;
import dev.mortise.tck.generate.ComponentEncoder;
import dev.mortise.tck.generate.ComponentEncoder.Item;
import dev.mortise.tck.generate.ComponentEncoder.Space;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes types into a component, each once, and names those that need a name. */
final class TypeWriter {
  private final ComponentEncoder out;
  private final boolean importing;
  private final Map<StructuralType, Item> known = new IdentityHashMap<>();
  private final List<String> names = new ArrayList<>();

  /**
   * A writer.
   *
   * @param importing whether types get their names by imports; else by exports
   */
  TypeWriter(ComponentEncoder out, boolean importing) {
    this.out = out;
    this.importing = importing;
  }

  /** The names of types, in order. */
  List<String> names() {
    return names;
  }

  /** A function type. */
  Item function(FuncType type) {
    List<Consumer<Bytes>> params = type.params().stream().map(p -> write(p.type())).toList();
    ValType result = type.result();
    Consumer<Bytes> written = result == null ? null : write(result);
    Bytes body = Bytes.of(0x40).u32(params.size());
    for (int i = 0; i < params.size(); i++) {
      params.get(i).accept(body.name(type.params().get(i).label()));
    }
    if (written == null) {
      body.u8(1, 0);
    } else {
      written.accept(body.u8(0));
    }
    return out.type(body);
  }

  /** Defines a type; gives what stands for it elsewhere. */
  private Consumer<Bytes> write(ValType type) {
    StructuralType structure = type.structure();
    if (structure instanceof PrimType prim) {
      int code = code(prim);
      return b -> b.u8(code);
    }
    Item item = known.get(structure);
    if (item == null) {
      item = define(structure);
      known.put(structure, item);
    }
    int index = item.index();
    return b -> b.s33(index);
  }

  private Item define(StructuralType type) {
    return switch (type) {
      case ListType list -> {
        Consumer<Bytes> element = write(list.element());
        Long length = list.length();
        Bytes body = Bytes.of(length == null ? 0x70 : 0x67);
        element.accept(body);
        yield out.type(length == null ? body : body.u32(length.intValue()));
      }
      case MapType map -> composite(0x63, List.of(write(map.key()), write(map.value())));
      case OptionType option -> composite(0x6b, List.of(write(option.type())));
      case TupleType tuple -> {
        List<Consumer<Bytes>> elements = tuple.elements().stream().map(this::write).toList();
        yield out.type(Bytes.of(0x6f).vec(elements, (b, e) -> e.accept(b)));
      }
      case ResultType result -> {
        Consumer<Bytes> ok = optional(result.ok());
        Consumer<Bytes> error = optional(result.err());
        yield composite(0x6a, List.of(ok, error));
      }
      case RecordType record -> {
        List<Consumer<Bytes>> fields =
            record.fields().stream()
                .map(
                    field -> {
                      Consumer<Bytes> written = write(field.type());
                      return (Consumer<Bytes>) b -> written.accept(b.name(field.label()));
                    })
                .toList();
        yield named(Bytes.of(0x72).vec(fields, (b, f) -> f.accept(b)));
      }
      case VariantType variant -> {
        List<Consumer<Bytes>> cases =
            variant.cases().stream()
                .map(
                    c -> {
                      Consumer<Bytes> written = optional(c.type());
                      return (Consumer<Bytes>)
                          b -> {
                            written.accept(b.name(c.label()));
                            b.u8(0);
                          };
                    })
                .toList();
        yield named(Bytes.of(0x71).vec(cases, (b, c) -> c.accept(b)));
      }
      case EnumType labels -> named(Bytes.of(0x6d).vec(labels.labels(), Bytes::name));
      case FlagsType flags -> named(Bytes.of(0x6e).vec(flags.labels(), Bytes::name));
      default -> throw new IllegalArgumentException(type.kind());
    };
  }

  private Consumer<Bytes> optional(@Nullable ValType type) {
    if (type == null) {
      return b -> b.u8(0);
    }
    Consumer<Bytes> written = write(type);
    return b -> written.accept(b.u8(1));
  }

  private Item composite(int code, List<Consumer<Bytes>> parts) {
    Bytes body = Bytes.of(code);
    parts.forEach(part -> part.accept(body));
    return out.type(body);
  }

  private Item named(Bytes body) {
    Item type = out.type(body);
    String name = "t" + names.size();
    names.add(name);
    return importing
        ? out.imported(name, Space.TYPE, b -> b.u8(3, 0).u32(type.index()))
        : out.exported(name, type);
  }

  private static int code(PrimType type) {
    return switch (type) {
      case BOOL -> 0x7f;
      case S8 -> 0x7e;
      case U8 -> 0x7d;
      case S16 -> 0x7c;
      case U16 -> 0x7b;
      case S32 -> 0x7a;
      case U32 -> 0x79;
      case S64 -> 0x78;
      case U64 -> 0x77;
      case F32 -> 0x76;
      case F64 -> 0x75;
      case CHAR -> 0x74;
      case STRING -> 0x73;
      case ERROR_CONTEXT -> 0x64;
    };
  }
}

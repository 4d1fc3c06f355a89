package dev.mortise.loader.wit;

import dev.mortise.runtime.name.ParsedName;
import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolved types as references, definitions and functions in one scope. */
final class WitTypeWriter {
  private final WitScope scope;

  WitTypeWriter(WitScope scope) {
    this.scope = scope;
  }

  WitTypeRef reference(ValType type) {
    ValType current = type;
    while (current instanceof NamedType named) {
      String name = scope.valueName(named);
      if (name != null) {
        return new WitTypeRef.Named(name);
      }
      current = named.type();
    }
    return anonymous(current.structure());
  }

  private @Nullable WitTypeRef optional(@Nullable ValType type) {
    return type == null ? null : reference(type);
  }

  private WitTypeRef anonymous(StructuralType type) {
    return switch (type) {
      case PrimType prim -> new WitTypeRef.Primitive(prim);
      case ListType list -> new WitTypeRef.ListOf(reference(list.element()), list.length());
      case TupleType tuple ->
          new WitTypeRef.Tuple(tuple.elements().stream().map(this::reference).toList());
      case OptionType option -> new WitTypeRef.Option(reference(option.type()));
      case ResultType result ->
          new WitTypeRef.Result(optional(result.ok()), optional(result.err()));
      case MapType map -> new WitTypeRef.MapOf(reference(map.key()), reference(map.value()));
      case HandleType.Own own -> new WitTypeRef.Named(scope.nameOf(own.resource()));
      case HandleType.Borrow borrow -> new WitTypeRef.Borrow(scope.nameOf(borrow.resource()));
      case StreamType stream -> new WitTypeRef.Stream(optional(stream.element()));
      case FutureType future -> new WitTypeRef.Future(optional(future.element()));
      case RecordType record -> new WitTypeRef.Named(scope.nameOf(record));
      case VariantType variant -> new WitTypeRef.Named(scope.nameOf(variant));
      case EnumType labels -> new WitTypeRef.Named(scope.nameOf(labels));
      case FlagsType labels -> new WitTypeRef.Named(scope.nameOf(labels));
    };
  }

  /** The definition of {@code name} by the structure of a type. */
  WitTypeDef definition(String name, StructuralType type) {
    return switch (type) {
      case RecordType record ->
          new WitTypeDef.RecordDef(
              name,
              record.fields().stream()
                  .map(f -> new WitTypeDef.RecordDef.Field(f.label(), reference(f.type())))
                  .toList());
      case VariantType variant ->
          new WitTypeDef.VariantDef(
              name,
              variant.cases().stream()
                  .map(c -> new WitTypeDef.VariantDef.Case(c.label(), optional(c.type())))
                  .toList());
      case EnumType labels -> new WitTypeDef.EnumDef(name, labels.labels());
      case FlagsType labels -> new WitTypeDef.FlagsDef(name, labels.labels());
      case HandleType.Own own ->
          new WitTypeDef.Alias(name, new WitTypeRef.Own(scope.nameOf(own.resource())));
      case PrimType other -> new WitTypeDef.Alias(name, anonymous(other));
      case ListType other -> new WitTypeDef.Alias(name, anonymous(other));
      case TupleType other -> new WitTypeDef.Alias(name, anonymous(other));
      case OptionType other -> new WitTypeDef.Alias(name, anonymous(other));
      case ResultType other -> new WitTypeDef.Alias(name, anonymous(other));
      case MapType other -> new WitTypeDef.Alias(name, anonymous(other));
      case HandleType.Borrow other -> new WitTypeDef.Alias(name, anonymous(other));
      case StreamType other -> new WitTypeDef.Alias(name, anonymous(other));
      case FutureType other -> new WitTypeDef.Alias(name, anonymous(other));
    };
  }

  WitFunction function(ParsedName name, FuncType type) {
    return switch (name) {
      case ParsedName.Constructor constructor ->
          new WitFunction(
              WitFunction.Kind.CONSTRUCTOR,
              constructor.resource(),
              type.async(),
              params(type.params()),
              type.result() != null && type.result().structure() instanceof HandleType.Own
                  ? null
                  : optional(type.result()));
      case ParsedName.Member member when member.isStatic() ->
          function(WitFunction.Kind.STATIC, member.label(), type, type.params());
      case ParsedName.Member member ->
          function(
              WitFunction.Kind.METHOD,
              member.label(),
              type,
              type.params().subList(Math.min(1, type.params().size()), type.params().size()));
      case ParsedName.Plain plain ->
          function(WitFunction.Kind.FREESTANDING, plain.text(), type, type.params());
      case ParsedName.Interface odd ->
          function(WitFunction.Kind.FREESTANDING, odd.text(), type, type.params());
      case ParsedName.Located odd ->
          function(WitFunction.Kind.FREESTANDING, odd.text(), type, type.params());
    };
  }

  private WitFunction function(
      WitFunction.Kind kind, String name, FuncType type, List<FuncType.Param> params) {
    return new WitFunction(kind, name, type.async(), params(params), optional(type.result()));
  }

  private List<WitFunction.Param> params(List<FuncType.Param> params) {
    return params.stream()
        .map(param -> new WitFunction.Param(param.label(), reference(param.type())))
        .toList();
  }
}

package dev.mortise.loader.wit.build;

import dev.mortise.loader.wit.source.Span;
import dev.mortise.loader.wit.source.WitLimits;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.loader.wit.syntax.TypeExpr;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Types where they are used. What does not resolve is reported, and `bool` takes its place, so that
 * the rest can be looked at too.
 */
final class TypeBuilder {
  private static final Set<PrimType> NO_KEYS =
      EnumSet.of(PrimType.F32, PrimType.F64, PrimType.ERROR_CONTEXT);

  private final Function<Identifier, @Nullable DefType> names;
  private final TypeMeasure measure;
  private final WitProblems problems;

  /**
   * A builder in a scope.
   *
   * @param names what a name means; null when it means nothing, which was reported
   */
  TypeBuilder(
      Function<Identifier, @Nullable DefType> names, TypeMeasure measure, WitProblems problems) {
    this.names = names;
    this.measure = measure;
    this.problems = problems;
  }

  @Nullable ValType optional(@Nullable TypeExpr type) {
    return type == null ? null : value(type);
  }

  ValType value(TypeExpr expr) {
    return switch (expr) {
      case TypeExpr.Prim prim -> prim.type();
      case TypeExpr.Named named -> named(named.name());
      case TypeExpr.ListOf list -> {
        ValType element = value(list.element());
        yield made(new ListType(element, list.length()), list.span(), false, element);
      }
      case TypeExpr.Tuple tuple -> {
        List<ValType> elements = tuple.elements().stream().map(this::value).toList();
        yield made(new TupleType(elements), tuple.span(), false, elements.toArray(new ValType[0]));
      }
      case TypeExpr.Option option -> {
        ValType type = value(option.type());
        yield made(new OptionType(type), option.span(), false, type);
      }
      case TypeExpr.Result result -> {
        ValType ok = optional(result.ok());
        ValType err = optional(result.err());
        yield made(new ResultType(ok, err), result.span(), false, ok, err);
      }
      case TypeExpr.MapOf map -> {
        ValType key = value(map.key());
        checkKey(key, map.key());
        ValType value = value(map.value());
        yield made(new MapType(key, value), map.span(), false, key, value);
      }
      case TypeExpr.Own own ->
          made(new HandleType.Own(resource(own.resource())), own.span(), false);
      case TypeExpr.Borrow borrow -> {
        ResourceType resource = resource(borrow.resource());
        yield made(new HandleType.Borrow(resource), borrow.span(), true);
      }
      case TypeExpr.Stream stream -> {
        ValType element = optional(stream.element());
        refuseBorrow(element, stream.span(), "stream");
        yield made(new StreamType(element), stream.span(), false, element);
      }
      case TypeExpr.Future future -> {
        ValType element = optional(future.element());
        refuseBorrow(element, future.span(), "future");
        yield made(new FutureType(element), future.span(), false, element);
      }
    };
  }

  /** Measures a type that was just made. */
  ValType made(StructuralType type, Span span, boolean borrow, @Nullable ValType... parts) {
    if (!measure.measure(type, Arrays.asList(parts), borrow)) {
      problems.add(
          span,
          WitProblems.at(WitRule.LIMIT, span, "type")
              .expecting(
                  "at most "
                      + WitLimits.TYPE_DEPTH
                      + " types inside each other and "
                      + WitLimits.TYPE_SIZE
                      + " parts, with every name replaced by what it stands for",
                  "more"));
      return PrimType.BOOL;
    }
    return type;
  }

  private ValType named(Identifier name) {
    return switch (names.apply(name)) {
      case ValType value -> value;
      case ResourceType resource -> new HandleType.Own(resource);
      case null, default -> PrimType.BOOL;
    };
  }

  private ResourceType resource(Identifier name) {
    DefType type = names.apply(name);
    if (type instanceof ResourceType resource) {
      return resource;
    }
    if (type != null) {
      problems.add(
          name.span(),
          WitProblems.at(WitRule.WRONG_KIND, name.span(), "`" + name + "`")
              .expecting("a resource", "a " + type.kind()));
    }
    return ResourceType.imported(name.name());
  }

  private void checkKey(ValType key, TypeExpr expr) {
    if (!(key.structure() instanceof PrimType prim) || NO_KEYS.contains(prim)) {
      problems.add(
          expr.span(),
          WitProblems.at(WitRule.MAP_KEY, expr.span(), "map")
              .expecting(
                  "a key that is an integer, a `char`, a `bool` or a `string`", "a " + key.kind()));
    }
  }

  /** Reports a borrow in something that outlives the call. */
  void refuseBorrow(@Nullable ValType type, Span span, String where) {
    if (type != null && measure.of(type).borrows()) {
      problems.add(
          span,
          WitProblems.at(WitRule.BORROW, span, where)
              .expecting("a type without borrows", "a borrow")
              .because("a borrow ends with the call that it was lent to"));
    }
  }
}

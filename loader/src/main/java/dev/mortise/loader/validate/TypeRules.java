package dev.mortise.loader.validate;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.decode.Limits;
import dev.mortise.loader.model.Index;
import dev.mortise.loader.model.TypeExpr;
import dev.mortise.loader.model.ValTypeRef;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.loader.validate.theory.TypeInfo;
import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.ElemSize;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreValType;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.FutureType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StreamType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Type definitions (Binary.md, "Type Definitions"). */
final class TypeRules {
  private final Scope scope;
  private final Validation validation;

  TypeRules(Scope scope) {
    this.scope = scope;
    this.validation = scope.validation;
  }

  /** The type that a definition makes. */
  DefType define(TypeExpr expr) {
    DefType type =
        switch (expr) {
          case TypeExpr.Func func -> func(func);
          case TypeExpr.Resource resource -> resource(resource);
          case TypeExpr.Component component ->
              new TypeDeclPass(scope).componentType(component.declarations());
          case TypeExpr.Instance instance ->
              new TypeDeclPass(scope).instanceType(instance.declarations());
          default -> defined(expr);
        };
    TypeInfo info = validation.infos.of(type);
    if (type instanceof ValType value) {
      if (info.depth() > Limits.NESTING_DEPTH) {
        throw Violation.expected(
            Rule.TYPE_TOO_DEEP,
            "type",
            "at most " + Limits.NESTING_DEPTH + " levels",
            String.valueOf(info.depth()));
      }
      checkByteSize(value);
    }
    return type;
  }

  private void checkByteSize(ValType type) {
    long size = validation.layouts(AddressWidth.BITS_64).of(type).byteSize();
    if (size >= ElemSize.LIMIT) {
      throw Violation.expected(
              Rule.VALUE_TOO_LARGE,
              type.kind(),
              "an element size below " + ElemSize.LIMIT + " bytes",
              "more")
          .why("exceeds maximum byte size");
    }
  }

  private StructuralType defined(TypeExpr expr) {
    return switch (expr) {
      case TypeExpr.Prim prim -> primitive(prim.type());
      case TypeExpr.RecordOf record -> record(record);
      case TypeExpr.VariantOf variant -> variant(variant);
      case TypeExpr.FlagsOf flags -> LabelRules.flags(flags.labels());
      case TypeExpr.EnumOf labels -> LabelRules.enumeration(labels.labels());
      case TypeExpr.TupleOf tuple -> {
        if (tuple.elements().isEmpty()) {
          throw Violation.because(
              Rule.EMPTY_TYPE, "tuple", "tuple type must have at least one type");
        }
        yield new TupleType(tuple.elements().stream().map(this::value).toList());
      }
      case TypeExpr.ListOf list -> new ListType(value(list.element()));
      case TypeExpr.FixedLengthListOf list -> fixedLengthList(list);
      case TypeExpr.MapOf map -> map(map);
      case TypeExpr.OptionOf option -> new OptionType(value(option.type()));
      case TypeExpr.ResultOf result ->
          new ResultType(optional(result.ok()), optional(result.err()));
      case TypeExpr.Own own -> new HandleType.Own(resourceAt(own.resource()));
      case TypeExpr.Borrow borrow -> new HandleType.Borrow(resourceAt(borrow.resource()));
      case TypeExpr.StreamOf stream -> stream(stream);
      case TypeExpr.FutureOf future -> {
        validation.require(
            Feature.CM_ASYNC, "future", "`future` requires the component model async feature");
        ValType element = optional(future.element());
        noBorrow("future", element);
        yield new FutureType(element);
      }
      case TypeExpr.Func func -> throw new AssertionError("handled before");
      case TypeExpr.Resource resource -> throw new AssertionError("handled before");
      case TypeExpr.Component component -> throw new AssertionError("handled before");
      case TypeExpr.Instance instance -> throw new AssertionError("handled before");
    };
  }

  private PrimType primitive(PrimType type) {
    if (type == PrimType.ERROR_CONTEXT) {
      validation.require(
          Feature.CM_ERROR_CONTEXT,
          "error-context",
          "`error-context` requires the component model error-context feature");
    }
    return type;
  }

  private RecordType record(TypeExpr.RecordOf record) {
    if (record.fields().isEmpty()) {
      throw Violation.because(
          Rule.EMPTY_TYPE, "record", "record type must have at least one field");
    }
    LabelRules labels = new LabelRules("record field", "field");
    List<RecordType.Field> fields = new ArrayList<>();
    for (TypeExpr.Labelled field : record.fields()) {
      labels.add(field.label(), field.offset());
      fields.add(new RecordType.Field(field.label(), value(field.type())));
    }
    return new RecordType(fields);
  }

  private VariantType variant(TypeExpr.VariantOf variant) {
    if (variant.cases().isEmpty()) {
      throw Violation.because(
          Rule.EMPTY_TYPE, "variant", "variant type must have at least one case");
    }
    LabelRules labels = new LabelRules("variant case", "case");
    List<VariantType.Case> cases = new ArrayList<>();
    for (TypeExpr.Case item : variant.cases()) {
      labels.add(item.label(), item.offset());
      cases.add(new VariantType.Case(item.label(), optional(item.type())));
    }
    return new VariantType(cases);
  }

  private ListType fixedLengthList(TypeExpr.FixedLengthListOf list) {
    validation.require(
        Feature.CM_FIXED_LENGTH_LISTS,
        "list",
        "Fixed-length lists require the component model fixed-length lists feature");
    if (list.length() == 0) {
      throw Violation.because(
          Rule.FIXED_LIST_LENGTH, "list", "Fixed-length lists must have more than zero elements");
    }
    if (list.length() > Limits.FIXED_LIST_LENGTH) {
      throw Violation.because(
          Rule.LIMIT_EXCEEDED,
          "list",
          "fixed-length list element count exceeds limit of " + Limits.FIXED_LIST_LENGTH);
    }
    return new ListType(value(list.element()), list.length());
  }

  private MapType map(TypeExpr.MapOf map) {
    validation.require(Feature.CM_MAP, "map", "Maps require the component model map feature");
    ValType key = value(map.key());
    boolean allowed =
        key.structure() instanceof PrimType primitive
            && switch (primitive) {
              case F32, F64, ERROR_CONTEXT -> false;
              default -> true;
            };
    if (!allowed) {
      throw Violation.expected(
          Rule.MAP_KEY,
          "map",
          "a key of type bool, char, string or an integer type",
          key.toString());
    }
    return new MapType(key, value(map.value()));
  }

  private StreamType stream(TypeExpr.StreamOf stream) {
    validation.require(
        Feature.CM_ASYNC, "stream", "`stream` requires the component model async feature");
    ValType element = optional(stream.element());
    if (element != null && element.structure() == PrimType.CHAR) {
      throw Violation.because(
              Rule.STREAM_OF_CHAR, "stream", "`stream<char>` is not valid at this time")
          .hint("Use `stream<u8>` with a defined encoding instead");
    }
    noBorrow("stream", element);
    return new StreamType(element);
  }

  private void noBorrow(String where, @Nullable ValType element) {
    if (element != null && validation.infos.of((DefType) element).borrow()) {
      throw Violation.because(
          Rule.BORROW_NOT_ALLOWED, where, "`" + where + "` cannot contain a `borrow` type");
    }
  }

  private FuncType func(TypeExpr.Func func) {
    if (func.async()) {
      validation.require(
          Feature.CM_ASYNC,
          "func",
          "async component functions require the component model async feature");
    }
    LabelRules labels = new LabelRules("function parameter", "parameter");
    List<FuncType.Param> params = new ArrayList<>();
    for (TypeExpr.Labelled param : func.params()) {
      labels.add(param.label(), param.offset());
      params.add(new FuncType.Param(param.label(), value(param.type())));
    }
    ValType result = optional(func.result());
    if (result != null && validation.infos.of((DefType) result).borrow()) {
      throw Violation.because(
          Rule.BORROW_NOT_ALLOWED, "func", "function result cannot contain a `borrow` type");
    }
    return new FuncType(params, result, func.async());
  }

  private ResourceType resource(TypeExpr.Resource resource) {
    if (scope.kind != Scope.Kind.COMPONENT) {
      throw Violation.because(
          Rule.RESOURCE_IN_TYPE,
          "resource",
          "resources can only be defined within a concrete component");
    }
    if (resource.rep() == CoreValType.Num.I64) {
      validation.require(
          Feature.CM64,
          "resource",
          "resources with `i64` require the `cm64` feature to be enabled");
    } else if (resource.rep() != CoreValType.Num.I32) {
      throw Violation.expected(
              Rule.RESOURCE_REPRESENTATION, "resource", "i32 or i64", resource.rep().toString())
          .why("resources can only be represented by `i32` or `i64`");
    }
    Index.CoreFunc destructor = resource.destructor();
    if (destructor != null) {
      CoreFuncType type = scope.coreFuncs.get(destructor.value());
      CoreFuncType expected = new CoreFuncType(List.of(resource.rep()), List.of());
      if (!type.equals(expected)) {
        throw Violation.expected(
                Rule.DESTRUCTOR_SIGNATURE, "resource", expected.toString(), type.toString())
            .why("core function " + destructor.value() + " has wrong signature for a destructor");
      }
    }
    ResourceType type = ResourceType.defined(null, (CoreValType.Num) resource.rep());
    scope.definedResources.put(type, type.rep());
    return type;
  }

  private @Nullable ValType optional(@Nullable ValTypeRef ref) {
    return ref == null ? null : value(ref);
  }

  /** The value type that a reference means. */
  ValType value(ValTypeRef ref) {
    return switch (ref) {
      case ValTypeRef.Prim prim -> primitive(prim.type());
      case ValTypeRef.Ref index -> {
        DefType type = scope.types.get(index.type().value());
        if (type instanceof ValType value) {
          yield value;
        }
        throw Violation.expected(
                Rule.WRONG_TYPE_KIND,
                "type index " + index.type().value(),
                "a defined value type",
                type.kind())
            .why("type index " + index.type().value() + " is not a defined type");
      }
    };
  }

  /** The resource type at an index. */
  ResourceType resourceAt(Index.Type index) {
    DefType type = scope.types.get(index.value());
    if (type instanceof ResourceType resource) {
      return resource;
    }
    throw Violation.expected(
            Rule.NOT_A_RESOURCE, "type index " + index.value(), "a resource type", type.kind())
        .why("type index " + index.value() + " is not a resource type");
  }

  /** The function type at an index. */
  FuncType funcAt(Index.Type index) {
    DefType type = scope.types.get(index.value());
    if (type instanceof FuncType func) {
      return func;
    }
    throw Violation.expected(
            Rule.WRONG_TYPE_KIND, "type index " + index.value(), "a function type", type.kind())
        .why("type index " + index.value() + " is not a function type");
  }
}

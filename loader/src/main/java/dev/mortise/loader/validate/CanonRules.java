package dev.mortise.loader.validate;

import dev.mortise.loader.model.Canon;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.runtime.abi.layout.CanonicalOptions;
import dev.mortise.runtime.abi.layout.CoreSignature;
import dev.mortise.runtime.abi.layout.Flatten;
import dev.mortise.runtime.abi.layout.TypeLayouts;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreValType;
import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.plan.CanonBuiltin;
import dev.mortise.runtime.type.DefType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ValType;
import java.util.List;

/** Canonical definitions (CanonicalABI.md, "Canonical Definitions"): lift, lower, resources. */
final class CanonRules {
  private final Scope scope;
  private final Validation validation;
  private final TypeRules types;

  CanonRules(Scope scope) {
    this.scope = scope;
    this.validation = scope.validation;
    this.types = new TypeRules(scope);
  }

  /** Checks a definition and gives what it makes an index. */
  Resolved define(Canon canon) {
    return switch (canon) {
      case Canon.Lift lift -> {
        Resolved.Lift resolved = lift(lift);
        scope.funcs.add(resolved.type());
        yield resolved;
      }
      case Canon.Lower lower -> {
        Resolved.Lower resolved = lower(lower);
        scope.coreFuncs.add(resolved.core());
        yield resolved;
      }
      case Canon.Resource resource -> {
        Resolved.Builtin resolved = resource(resource);
        scope.coreFuncs.add(resolved.core());
        yield resolved;
      }
      default -> {
        Resolved.Builtin resolved = new AsyncCanonRules(scope).define(canon);
        scope.coreFuncs.add(resolved.core());
        yield resolved;
      }
    };
  }

  private Resolved.Lift lift(Canon.Lift lift) {
    String where = "canon lift";
    FuncType type = types.funcAt(lift.type());
    CoreFuncType callee = scope.coreFuncs.get(lift.callee().value());
    CanonOptions options =
        CanonOptions.check(lift.options(), scope, where).forLift(callee).forFunction(type.async());
    if (options.isGc()) {
      GcRules.lift(type, callee, options, scope);
      return new Resolved.Lift(type, callee, options.shape());
    }
    TypeLayouts layouts = validation.layouts(options.width());
    int maxResults = options.isAsync() ? Flatten.MAX_FLAT_PARAMS : Flatten.MAX_FLAT_RESULTS;
    boolean spills = Flatten.types(type.paramTypes(), Flatten.MAX_FLAT_PARAMS, layouts) == null;
    boolean returnsPointer = Flatten.types(type.resultTypes(), maxResults, layouts) == null;
    options
        .memoryIf(pointer(type.resultTypes()) || returnsPointer)
        .reallocIf(pointer(type.paramTypes()) || spills);
    CanonicalOptions shape = options.shape();
    CoreFuncType expected = CoreSignature.lift(type, shape, layouts);
    String core = " of core function " + lift.callee().value();
    if (!callee.params().equals(expected.params())) {
      throw signature(where, expected, callee)
          .why(
              "lowered parameter types `"
                  + list(expected.params())
                  + "` do not match parameter types `"
                  + list(callee.params())
                  + "`"
                  + core);
    }
    if (!callee.results().equals(expected.results())) {
      throw signature(where, expected, callee)
          .why(
              "lowered result types `"
                  + list(expected.results())
                  + "` do not match result types `"
                  + list(callee.results())
                  + "`"
                  + core);
    }
    return new Resolved.Lift(type, callee, shape);
  }

  private static Violation signature(String where, CoreFuncType expected, CoreFuncType found) {
    return Violation.expected(Rule.CORE_SIGNATURE, where, expected.toString(), found.toString());
  }

  private static String list(List<CoreValType> types) {
    return types.toString();
  }

  private boolean pointer(List<ValType> valTypes) {
    return valTypes.stream().anyMatch(t -> validation.infos.of((DefType) t).pointer());
  }

  private Resolved.Lower lower(Canon.Lower lower) {
    FuncType type = scope.funcs.get(lower.callee().value());
    CanonOptions options =
        CanonOptions.check(lower.options(), scope, "canon lower")
            .forLower()
            .forFunction(type.async());
    if (options.isGc()) {
      return new Resolved.Lower(type, GcRules.lower(type, options, scope), options.shape());
    }
    TypeLayouts layouts = validation.layouts(options.width());
    int maxParams = options.isAsync() ? Flatten.MAX_FLAT_ASYNC_PARAMS : Flatten.MAX_FLAT_PARAMS;
    int maxResults = options.isAsync() ? 0 : Flatten.MAX_FLAT_RESULTS;
    boolean spills = Flatten.types(type.paramTypes(), maxParams, layouts) == null;
    boolean returnsInMemory = Flatten.types(type.resultTypes(), maxResults, layouts) == null;
    options
        .memoryIf(pointer(type.paramTypes()) || spills || returnsInMemory)
        .reallocIf(pointer(type.resultTypes()));
    CanonicalOptions shape = options.shape();
    return new Resolved.Lower(type, CoreSignature.lower(type, shape, layouts), shape);
  }

  private Resolved.Builtin resource(Canon.Resource canon) {
    ResourceType resource = types.resourceAt(canon.resource());
    if (canon.builtin() == CanonBuiltin.RESOURCE_DROP) {
      return new Resolved.Builtin(new CoreFuncType(List.of(Num.I32), List.of()), resource);
    }
    CoreValType rep = scope.definedResources.get(resource);
    if (rep == null) {
      throw Violation.expected(
              Rule.NOT_A_LOCAL_RESOURCE,
              "canon " + canon.builtin(),
              "a resource type that this component defines",
              "resource " + resource)
          .why("type " + canon.resource().value() + " is not a local resource");
    }
    CoreFuncType core =
        canon.builtin() == CanonBuiltin.RESOURCE_NEW
            ? new CoreFuncType(List.of(rep), List.of(Num.I32))
            : new CoreFuncType(List.of(Num.I32), List.of(rep));
    return new Resolved.Builtin(core, resource);
  }
}

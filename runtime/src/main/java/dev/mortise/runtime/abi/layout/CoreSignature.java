package dev.mortise.runtime.abi.layout;

import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreValType;
import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.type.FuncType;
import java.util.ArrayList;
import java.util.List;

/**
 * The core function type that a component-level function type stands for.
 *
 * <p>Spec: {@code CanonicalABI.md#flattening}, {@code flatten_functype}.
 */
public final class CoreSignature {
  private CoreSignature() {}

  /** What {@code canon lift} expects of the core function it lifts. */
  public static CoreFuncType lift(FuncType type, CanonicalOptions options, TypeLayouts layouts) {
    Num address = options.width().coreType();
    List<Num> params = Flatten.types(type.paramTypes(), Flatten.MAX_FLAT_PARAMS, layouts);
    if (params == null) {
      params = List.of(address);
    }
    if (options.async()) {
      return signature(params, options.callback() ? List.of(Num.I32) : List.of());
    }
    List<Num> results = Flatten.types(type.resultTypes(), Flatten.MAX_FLAT_RESULTS, layouts);
    return signature(params, results == null ? List.of(address) : results);
  }

  /** The type of the core function that {@code canon lower} makes. */
  public static CoreFuncType lower(FuncType type, CanonicalOptions options, TypeLayouts layouts) {
    Num address = options.width().coreType();
    int maxParams = options.async() ? Flatten.MAX_FLAT_ASYNC_PARAMS : Flatten.MAX_FLAT_PARAMS;
    int maxResults = options.async() ? 0 : Flatten.MAX_FLAT_RESULTS;
    List<Num> flatParams = Flatten.types(type.paramTypes(), maxParams, layouts);
    List<Num> params = new ArrayList<>(flatParams == null ? List.of(address) : flatParams);
    List<Num> results = Flatten.types(type.resultTypes(), maxResults, layouts);
    if (results == null) {
      params.add(address);
      results = List.of();
    }
    return signature(params, options.async() ? List.of(Num.I32) : results);
  }

  private static CoreFuncType signature(List<Num> params, List<Num> results) {
    return new CoreFuncType(List.<CoreValType>copyOf(params), List.<CoreValType>copyOf(results));
  }
}

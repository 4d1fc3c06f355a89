package dev.mortise.runtime.abi;

import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.CanonicalOptions;
import dev.mortise.runtime.abi.layout.CoreSignature;
import dev.mortise.runtime.abi.layout.Flatten;
import dev.mortise.runtime.abi.recipe.AbiProgram;
import dev.mortise.runtime.abi.recipe.Recipes;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ValueChecker;
import java.util.Arrays;
import java.util.List;

/**
 * All that calls of one function need of the Canonical ABI, in both directions:
 *
 * <ul>
 *   <li>{@code canon lift}, a call into a component: {@link #lowerParams}, then the core function
 *       of type {@link #liftSignature}, then {@link #liftResult};
 *   <li>{@code canon lower}, a call out of one: a core function of type {@link #lowerSignature}
 *       that does {@link #liftParams}, then the call, then {@link #lowerResult}.
 * </ul>
 *
 * <p>Core values are words: an i32 or f32 in the low half; what comes in may hold anything in the
 * high half, what goes out holds zeroes there. Immutable, for use by any thread.
 *
 * <p>Spec: {@code CanonicalABI.md#canon-lift} and {@code #canon-lower}.
 */
public final class FuncAbi {
  private final FuncType type;
  private final CanonicalOptions options;
  private final CoreFuncType liftSignature;
  private final CoreFuncType lowerSignature;
  private final AbiProgram lowerParams;
  private final AbiProgram liftResult;
  private final AbiProgram liftParams;
  private final AbiProgram lowerResult;
  private final AbiProgram liftTaskReturn;

  private FuncAbi(FuncType type, CanonicalOptions options, Recipes recipes) {
    this.type = type;
    this.options = options;
    liftSignature = CoreSignature.lift(type, options, recipes.layouts());
    lowerSignature = CoreSignature.lower(type, options, recipes.layouts());
    boolean async = options.async();
    List<ValType> params = type.paramTypes();
    List<ValType> results = type.resultTypes();
    lowerParams = recipes.lowerValues(params, Flatten.MAX_FLAT_PARAMS);
    liftResult = recipes.liftValues(results, Flatten.MAX_FLAT_RESULTS);
    liftParams =
        recipes.liftValues(params, async ? Flatten.MAX_FLAT_ASYNC_PARAMS : Flatten.MAX_FLAT_PARAMS);
    lowerResult = recipes.lowerValuesInto(results, async ? 0 : Flatten.MAX_FLAT_RESULTS);
    liftTaskReturn = recipes.liftValues(results, Flatten.MAX_FLAT_PARAMS);
  }

  /** The ABI of a function. */
  public static FuncAbi of(FuncType type, CanonicalOptions options) {
    return of(type, options, new Recipes(options.encoding(), options.width()));
  }

  /**
   * The ABI of a function that shares its programs with others.
   *
   * @param recipes of the same encoding and width as the options
   */
  public static FuncAbi of(FuncType type, CanonicalOptions options, Recipes recipes) {
    return new FuncAbi(type, options, recipes);
  }

  /** The type of the function. */
  public FuncType type() {
    return type;
  }

  /** The canonical options. */
  public CanonicalOptions options() {
    return options;
  }

  /** What {@code canon lift} expects of the core function that it lifts. */
  public CoreFuncType liftSignature() {
    return liftSignature;
  }

  /** The type of the core function that {@code canon lower} makes. */
  public CoreFuncType lowerSignature() {
    return lowerSignature;
  }

  /** The program of {@link #lowerParams}: values → core arguments. */
  public AbiProgram lowerParamsProgram() {
    return lowerParams;
  }

  /** The program of {@link #liftResult}: core results → values. */
  public AbiProgram liftResultProgram() {
    return liftResult;
  }

  /** The program of {@link #liftParams}: core arguments without the out pointer → values. */
  public AbiProgram liftParamsProgram() {
    return liftParams;
  }

  /** The program of {@link #lowerResult}: values, and the out pointer if any → core results. */
  public AbiProgram lowerResultProgram() {
    return lowerResult;
  }

  /** The program of {@link #liftTaskReturn}. */
  public AbiProgram liftTaskReturnProgram() {
    return liftTaskReturn;
  }

  /** The core type of {@code task.return} for this function. */
  public CoreFuncType taskReturnSignature() {
    List<FuncType.Param> params =
        type.resultTypes().stream().map(result -> new FuncType.Param("result", result)).toList();
    CanonicalOptions sync = CanonicalOptions.of(options.encoding(), options.width());
    return CoreSignature.lower(
        new FuncType(params, null, false),
        sync,
        new Recipes(sync.encoding(), sync.width()).layouts());
  }

  /**
   * Checks arguments that come from Java, before anything happens.
   *
   * @throws ValueException when the arguments do not fit the type
   */
  public void checkParams(List<ComponentValue> arguments) {
    ValueChecker.checkArguments(arguments, type);
  }

  /**
   * Lowers the arguments of a call into a component. They have been checked, or come from another
   * component as values of this very type.
   *
   * @return the core arguments, in the shape of {@link #liftSignature}
   */
  public long[] lowerParams(List<ComponentValue> arguments, AbiContext context) {
    return new AbiInterpreter(context).lower(lowerParams, arguments);
  }

  /**
   * Lifts the result of a call into a component that used the synchronous ABI.
   *
   * @param coreResults what the core function returned
   * @return the result, {@link ComponentValue#UNIT} when the function has none
   */
  public ComponentValue liftResult(long[] coreResults, AbiContext context) {
    return single(new AbiInterpreter(context).lift(liftResult, coreResults));
  }

  /** Lifts the result that an asynchronous function passes to {@code task.return}. */
  public ComponentValue liftTaskReturn(long[] coreArguments, AbiContext context) {
    return single(new AbiInterpreter(context).lift(liftTaskReturn, coreArguments));
  }

  /**
   * Lifts the arguments of a call out of a component.
   *
   * @param coreArguments the core arguments, with the out pointer if there is one, which is left
   *     alone
   */
  public List<ComponentValue> liftParams(long[] coreArguments, AbiContext context) {
    requireCount(coreArguments);
    long[] own = Arrays.copyOf(coreArguments, liftParams.inputs().size());
    return new AbiInterpreter(context).lift(liftParams, own);
  }

  /**
   * Lowers the result of a call out of a component, after it has checked it.
   *
   * @param result the result, {@link ComponentValue#UNIT} when the function has none
   * @param coreArguments the core arguments of the call: the last one is the out pointer when the
   *     result goes to memory
   * @return the core results of the synchronous ABI; nothing when the result went to memory
   * @throws ValueException when the result does not fit the type
   */
  public long[] lowerResult(ComponentValue result, long[] coreArguments, AbiContext context) {
    requireCount(coreArguments);
    ValueChecker.checkResult(result, type);
    if (type.result() == null) {
      return new AbiInterpreter(context).lower(lowerResult, List.of());
    }
    AbiInterpreter interpreter = new AbiInterpreter(context);
    return resultGoesToMemory()
        ? interpreter.lower(lowerResult, List.of(result), coreArguments[coreArguments.length - 1])
        : interpreter.lower(lowerResult, List.of(result));
  }

  /** Whether a lowered call passes an out pointer as its last core argument. */
  public boolean resultGoesToMemory() {
    return lowerResult.inputs().size() > type.resultTypes().size();
  }

  /** The width of addresses in the signatures. */
  public AddressWidth width() {
    return options.width();
  }

  private void requireCount(long[] coreArguments) {
    if (coreArguments.length != lowerSignature.params().size()) {
      throw new IllegalArgumentException(
          lowerSignature + " called with " + coreArguments.length + " arguments");
    }
  }

  private static ComponentValue single(List<ComponentValue> values) {
    return values.isEmpty() ? ComponentValue.UNIT : values.get(0);
  }
}

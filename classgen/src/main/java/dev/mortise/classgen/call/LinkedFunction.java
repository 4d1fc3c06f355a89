package dev.mortise.classgen.call;

import dev.mortise.runtime.abi.layout.CanonicalOptions;
import dev.mortise.runtime.engine.CompiledFunction;
import dev.mortise.runtime.plan.CoreItem;
import dev.mortise.runtime.type.FuncType;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A lifted function, for code of another component that calls it from memory to memory.
 *
 * @param number its number in the plan of its own component
 * @param type its type as its component wrote it
 * @param options how it is lifted
 * @param callee the core function
 * @param target the method that the core function was compiled to, or null
 * @param hasPostReturn whether there is a function to call when the result was carried over
 * @param postReturn the method that that one was compiled to, or null
 * @param resources what the resource types in its type are
 */
public record LinkedFunction(
    int number,
    FuncType type,
    CanonicalOptions options,
    CoreItem callee,
    @Nullable CompiledFunction target,
    boolean hasPostReturn,
    @Nullable CompiledFunction postReturn,
    Resources resources) {

  /** The resource types of a component; opaque to others. */
  public static final class Resources {
    private final FusedResources known;

    Resources(FusedResources known) {
      this.known = known;
    }

    FusedResources known() {
      return known;
    }
  }

  /** The same function when the classes of its component have other names. */
  public LinkedFunction renamed(UnaryOperator<String> names) {
    return new LinkedFunction(
        number,
        type,
        options,
        callee,
        renamed(target, names),
        hasPostReturn,
        renamed(postReturn, names),
        new Resources(resources.known.renamed(names)));
  }

  private static @Nullable CompiledFunction renamed(
      @Nullable CompiledFunction function, UnaryOperator<String> names) {
    return function == null
        ? null
        : new CompiledFunction(
            function.loader(),
            names.apply(function.owner()),
            function.name(),
            function.descriptor(),
            function.environment());
  }
}

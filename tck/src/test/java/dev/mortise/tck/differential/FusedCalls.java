package dev.mortise.tck.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.classgen.LinkedWorld;
import dev.mortise.loader.Component;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.type.FuncType;
import java.util.List;
import java.util.function.Supplier;

/**
 * Calls from one component to another, of two encodings. Where several things are wrong, fused code
 * may come upon another first: that both ways fail is enough then.
 */
final class FusedCalls extends Differential {
  private final StringEncoding caller = encoding(random);
  private final StringEncoding callee = encoding(random);
  private final Component component;
  private final Supplier<Machine> instantiation;
  private Machine interpreted;
  private Machine generated;

  /**
   * Two components.
   *
   * @param apart whether each is instantiated by itself, rather than both as parts of one
   */
  FusedCalls(long seed, Tally tally, List<FuncType> types, boolean apart) {
    super(seed, tally, types);
    Components components = new Components(random, this.types);
    component = load(components.fused(caller, callee));
    instantiation = apart ? apart(components) : together();
  }

  private Supplier<Machine> together() {
    LinkedWorld world = link(typed(component), Imports.NONE);
    return () -> new Running(world.instantiateBoth().instance());
  }

  private Supplier<Machine> apart(Components components) {
    Apart pair = new Apart(components.lifting(callee), components.lowering(caller));
    tally.interpreted += pair.byWayOfJava();
    return pair::instantiate;
  }

  @Override
  void instantiate() {
    interpreted = new Running(component.instantiate(Imports.NONE));
    generated = instantiation.get();
  }

  @Override
  boolean call(int function) {
    FuncType type = types.get(function);
    String name = "run" + function;
    Scene callers = new Scene(random, interpreted.memory(name), caller);
    callers.arguments(
        type.paramTypes(),
        values.of(type.paramTypes()),
        Components.abi(type, caller).resultGoesToMemory());
    int damaged = random.nextInt(5);
    if (damaged < 3) {
      callers.damage(
          Guest.ARGUMENTS, Components.abi(type, caller).lowerSignature().params().size());
    }
    callers.copyTo(generated.memory(name));
    Scene callees = new Scene(random, interpreted.memory("peek"), callee);
    callees.result(type.resultTypes(), values.of(type.resultTypes()));
    if (damaged > 1) {
      callees.damage(Guest.RESULT, type.resultTypes().size());
    }
    callees.copyTo(generated.memory("peek"));
    Running.Outcome right = interpreted.call(name);
    Running.Outcome left = generated.call(name);
    assertThat(left.failed())
        .as("whether it fails: generated %s, interpreted %s", left, right)
        .isEqualTo(right.failed());
    if (damaged != 2) {
      // Whatever else may be wrong, it is the same component's fault.
      assertThat(generated.call("peek"))
          .as("whether the callee is poisoned by %s", right)
          .isEqualTo(interpreted.call("peek"));
    }
    if (!right.failed()) {
      assertSame("the caller's memory", generated.memory(name), interpreted.memory(name));
      assertSame("the callee's memory", generated.memory("peek"), interpreted.memory("peek"));
    }
    return right.failed();
  }
}

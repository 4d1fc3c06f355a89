package dev.mortise.tck.differential;

import dev.mortise.classgen.LinkedWorld;
import dev.mortise.loader.Component;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.value.ComponentValue;
import java.util.List;

/** Calls from Java: parameters are lowered, and results lifted from whatever is there. */
final class LiftedCalls extends Differential {
  private final StringEncoding encoding = encoding(random);
  private final Component component;
  private final LinkedWorld world;
  private Running interpreted;
  private Running generated;

  LiftedCalls(long seed, Tally tally, List<FuncType> types) {
    super(seed, tally, types);
    component = load(new Components(random, this.types).lifting(encoding));
    world = link(typed(component), Imports.NONE);
  }

  @Override
  void instantiate() {
    interpreted = new Running(component.instantiate(Imports.NONE));
    generated = new Running(world.instantiateBoth().instance());
  }

  @Override
  boolean call(int function) {
    FuncType type = types.get(function);
    CoreMemory expected = interpreted.memory("peek");
    CoreMemory found = generated.memory("peek");
    Scene scene = new Scene(random, expected, encoding);
    scene.result(type.resultTypes(), values.of(type.resultTypes()));
    scene.damage(Guest.RESULT, type.resultTypes().size());
    scene.copyTo(found);
    List<ComponentValue> arguments = values.of(type.paramTypes());
    Running.Outcome right = interpreted.call("f" + function, arguments);
    Running.Outcome left = generated.call("f" + function, arguments);
    assertSame(left, right);
    assertSame("the memory", found, expected);
    return right.failed();
  }
}

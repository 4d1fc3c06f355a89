package dev.mortise.tck.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.classgen.LinkedWorld;
import dev.mortise.classgen.TypedComponent;
import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.decode.Features;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.type.FuncType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A component of some functions that is run both ways; each kind of call has a subclass. */
abstract class Differential {
  private static final int FUNCTIONS = 8;
  private static final int CALLS = 8;

  final Random random;
  final List<FuncType> types = new ArrayList<>();
  final Values values;
  final Tally tally;

  /** What a run has compared. */
  static final class Tally {
    int signatures;
    int calls;
    int failures;
    int interpreted;

    @Override
    public String toString() {
      return "compared %d signatures by %d calls, %d of which failed; %d functions had no code"
          .formatted(signatures, calls, failures, interpreted);
    }
  }

  /**
   * A component.
   *
   * @param given the types of its functions; none for some by chance
   */
  Differential(long seed, Tally tally, List<FuncType> given) {
    random = new Random(seed);
    values = new Values(random);
    this.tally = tally;
    types.addAll(given);
    Types some = new Types(random);
    while (given.isEmpty() && types.size() < FUNCTIONS) {
      types.add(some.function());
    }
  }

  static StringEncoding encoding(Random random) {
    return StringEncoding.values()[random.nextInt(StringEncoding.values().length)];
  }

  Component load(byte[] bytes) {
    // Compiling takes most of the time, and makes a difference for how core code is called.
    LoadOptions.Execution execution =
        switch (random.nextInt(6)) {
          case 0 -> LoadOptions.Execution.COMPILE;
          case 1 -> LoadOptions.Execution.TIERED;
          default -> LoadOptions.Execution.INTERPRET;
        };
    return Component.load(
        bytes, LoadOptions.DEFAULT.withFeatures(Features.all()).withExecution(execution));
  }

  static TypedComponent typed(Component component) {
    return TypedComponent.of(component, "both-ways.wasm", Differential.class.getClassLoader());
  }

  LinkedWorld link(TypedComponent component, Imports imports) {
    LinkedWorld world = component.link(imports);
    tally.interpreted += world.interpreted().size();
    return world;
  }

  /** Makes both instances anew. */
  abstract void instantiate();

  /** One call of a function, both ways; gives whether it failed. */
  abstract boolean call(int function);

  /** Calls all functions a few times. */
  final void run() {
    instantiate();
    for (int function = 0; function < types.size(); function++) {
      tally.signatures++;
      for (int i = 0; i < CALLS; i++) {
        try {
          if (call(function)) {
            tally.failures++;
            instantiate();
          }
          tally.calls++;
        } catch (Scene.Full e) {
          // Another value may fit.
        } catch (Apart.ByWayOfJavaException e) {
          instantiate(); // it is counted among those without code
        } catch (RuntimeException | AssertionError | LinkageError e) {
          throw new AssertionError(
              "call " + i + " of " + types.get(function) + ": " + e.getMessage(), e);
        }
      }
    }
  }

  static void assertSame(Running.Outcome generated, Running.Outcome interpreted) {
    assertThat(generated).as("what the interpreter does").isEqualTo(interpreted);
  }

  static void assertSame(String where, CoreMemory generated, CoreMemory interpreted) {
    byte[] left = Running.bytes(generated);
    byte[] right = Running.bytes(interpreted);
    int i = java.util.Arrays.mismatch(left, right);
    if (i >= 0) {
      throw new AssertionError(
          "%s differs at 0x%x: generated %s, interpreted %s"
              .formatted(where, i, at(left, i), at(right, i)));
    }
  }

  private static String at(byte[] bytes, int i) {
    return i < bytes.length
        ? java.util.HexFormat.of().formatHex(bytes, i & -16, Math.min((i & -16) + 16, bytes.length))
        : "nothing";
  }
}

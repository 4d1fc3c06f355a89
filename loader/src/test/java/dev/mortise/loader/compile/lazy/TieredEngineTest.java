package dev.mortise.loader.compile.lazy;

import static dev.mortise.loader.compile.CoreModules.I32;
import static dev.mortise.loader.compile.CoreModules.I64;
import static dev.mortise.loader.compile.CoreModules.code;
import static dev.mortise.loader.compile.CoreModules.concat;
import static dev.mortise.loader.compile.CoreModules.function;
import static dev.mortise.loader.compile.CoreModules.load;
import static dev.mortise.loader.compile.CoreModules.repeat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.loader.compile.CoreModules;
import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.CoreModule;
import dev.mortise.runtime.engine.chicory.ChicoryEngine;
import dev.mortise.runtime.error.GuestFrame;
import dev.mortise.runtime.error.InvalidComponentException;
import dev.mortise.runtime.error.TrapException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Functions that are compiled when they are called do what interpreted ones do. */
class TieredEngineTest {
  private static final int[] NONE = {};

  /** So many additions are larger than a method may be. */
  private static final int TOO_MANY = 30_000;

  private static final byte[] ADD_ONE = code(0x41, 1, 0x6a);

  private final CoreModules modules = new CoreModules();

  private static CoreModule tiered(byte[] bytes) {
    return load(new TieredEngine(null, "test", CodeProgress.NONE), bytes);
  }

  /** Calls in both ways and expects the same. */
  private long[] call(int index, long... arguments) {
    byte[] bytes = modules.bytes();
    long[] interpreted = function(load(ChicoryEngine.interpreting(), bytes), index).call(arguments);
    assertThat(function(tiered(bytes), index).call(arguments)).isEqualTo(interpreted);
    return interpreted;
  }

  private static TrapException trap(CoreFunction function, long... arguments) {
    return catchThrowableOfType(TrapException.class, () -> function.call(arguments));
  }

  @Test
  void call_ofAnotherFunction_goesToIt() {
    int type = modules.type(new int[] {I32}, I32);
    modules.function(type, concat(code(0x20, 0), ADD_ONE));
    modules.function(type, code(0x20, 0, 0x10, 0, 0x10, 0));
    assertThat(call(1, 40)).containsExactly(42);
  }

  @Test
  void call_ofAFunctionThatIsTooLargeForAMethod_isInterpreted() {
    int type = modules.type(NONE, I32);
    modules.function(type, concat(code(0x41, 0), repeat(ADD_ONE, TOO_MANY)));
    modules.function(type, concat(code(0x10, 0), ADD_ONE));
    assertThat(call(1)).containsExactly(TOO_MANY + 1);
    assertThat(call(0)).containsExactly(TOO_MANY);
  }

  @Test
  void call_fromAnInterpretedFunction_goesToCompiledOnes() {
    int type = modules.type(NONE, I32);
    modules.function(type, concat(code(0x10, 1), repeat(ADD_ONE, TOO_MANY)));
    modules.function(type, code(0x41, 7));
    assertThat(call(0)).containsExactly(TOO_MANY + 7);
  }

  @Test
  void tailCall_fromAnInterpretedFunction_isACall() {
    int type = modules.type(NONE, I32);
    // An if whose branch calls, so that labels before and after the call have to move.
    modules.function(
        type,
        concat(
            concat(code(0x41, 0), repeat(ADD_ONE, TOO_MANY)),
            code(0x04, I32, 0x12, 1, 0x05, 0x41, 5, 0x0b)));
    modules.function(type, concat(code(0x41, 7), ADD_ONE));
    assertThat(call(0)).containsExactly(8);
  }

  @Test
  void call_ofAFunctionOnVectors_isTheInterpretersAffair() {
    int type = modules.type(new int[] {I32}, I32);
    // i32x4.splat, i32x4.extract_lane 3: the engine's interpreter knows no vectors either.
    modules.function(type, code(0x20, 0, 0xfd, 0x11, 0xfd, 0x1b, 3));
    modules.function(type, code(0x20, 0));
    byte[] bytes = modules.bytes();
    CoreModule module = tiered(bytes);
    assertThat(trap(function(module, 0), 1).code())
        .isEqualTo(trap(function(load(ChicoryEngine.interpreting(), bytes), 0), 1).code())
        .isEqualTo("engine-failure");
    assertThat(function(module, 1).call(5)).containsExactly(5);
  }

  @Test
  void call_withSeveralResults_givesAll() {
    int type = modules.type(NONE, I32, I64);
    modules.function(type, code(0x41, 1, 0x42, 2));
    modules.function(type, code(0x10, 0));
    assertThat(call(1)).containsExactly(1, 2);
  }

  @Test
  void call_withMoreParametersThanAMethodMayHave_passesAll() {
    int[] parameters = IntStream.range(0, 300).map(i -> I32).toArray();
    int type = modules.type(parameters, I32);
    modules.function(type, code(0x20, 0, 0x20, 0xab, 0x02, 0x6a)); // the first and the 300th
    long[] arguments = IntStream.range(0, 300).mapToLong(i -> i + 1).toArray();
    assertThat(call(0, arguments)).containsExactly(301);
  }

  @Test
  void callIndirect_byTheType_callsWhatTheTableHas() {
    int type = modules.type(new int[] {I32}, I32);
    int caller = modules.type(new int[] {I32, I32}, I32);
    modules.function(type, concat(code(0x20, 0), ADD_ONE));
    modules.function(type, code(0x20, 0, 0x41, 2, 0x6c));
    modules.function(caller, code(0x20, 1, 0x20, 0, 0x11, 0, 0));
    modules.element(0).element(1);
    assertThat(call(2, 0, 20)).containsExactly(21);
    assertThat(call(2, 1, 20)).containsExactly(40);
  }

  @Test
  void callIndirect_byAnotherType_traps() {
    int type = modules.type(new int[] {I32}, I32);
    int other = modules.type(NONE, I32);
    int caller = modules.type(new int[] {I32, I32}, I32);
    modules.function(type, code(0x20, 0));
    modules.function(other, code(0x41, 3));
    modules.function(caller, code(0x20, 1, 0x20, 0, 0x11, 0, 0));
    modules.element(0).element(1);
    CoreFunction call = function(tiered(modules.bytes()), 2);
    assertThat(call.call(0, 5)).containsExactly(5);
    assertThat(trap(call, 1, 5).code()).isEqualTo("indirect-call");
    assertThat(trap(call, 2, 5).code()).isEqualTo("out-of-bounds");
  }

  @Test
  void trap_inAnInterpretedFunction_namesAllFunctions() {
    int type = modules.type(NONE, I32);
    modules.function(type, concat(code(0x10, 1), repeat(ADD_ONE, TOO_MANY)));
    modules.function(type, code(0x00));
    modules.function(type, code(0x10, 0));
    TrapException trap = trap(function(tiered(modules.bytes()), 2));
    assertThat(trap.guestStack())
        .extracting(GuestFrame::function)
        .containsExactly("f1", "f0", "f2");
    assertThat(trap.guestStack()).extracting(GuestFrame::offset).allMatch(o -> o > 0x100);
  }

  @Test
  void recursion_withoutEnd_trapsAndLeavesTheRestUsable() {
    int type = modules.type(NONE, I32);
    modules.function(type, concat(code(0x10, 0), ADD_ONE));
    modules.function(type, code(0x41, 9));
    CoreModule module = tiered(modules.bytes());
    assertThat(trap(function(module, 0)).code()).isEqualTo("stack-exhausted");
    assertThat(function(module, 1).call()).containsExactly(9);
  }

  @Test
  void recursion_thatReachesNewFunctionsAtItsEnd_trapsAndLeavesThemUsable() {
    int type = modules.type(new int[] {I32}, I32);
    int functions = 60;
    // Each calls itself until the stack ends, and somewhere on the way the next one.
    for (int i = 0; i < functions; i++) {
      modules.function(
          type,
          concat(
              code(0x20, 0, 0x45, 0x04, I32, 0x41, i, 0x05, 0x41, 0, 0x10),
              code((i + 1) % functions, 0x1a, 0x20, 0, 0x10, i, 0x0b)));
    }
    CoreModule module = tiered(modules.bytes());
    for (int i = 0; i < functions; i++) {
      assertThat(trap(function(module, i), 1).code()).isEqualTo("stack-exhausted");
      assertThat(function(module, (i + 1) % functions).call(0))
          .containsExactly((i + 1) % functions);
    }
  }

  @Test
  void load_ofAnInvalidBody_isRefusedAsByTheEngine() {
    int type = modules.type(NONE, I32);
    modules.function(type, code(0x41, 1));
    modules.function(type, code(0x42, 1));
    byte[] bytes = modules.bytes();
    assertThatThrownBy(() -> tiered(bytes))
        .isInstanceOf(InvalidComponentException.class)
        .hasMessageContaining("core-module-invalid")
        .hasMessageContaining("0x100");
  }

  @Test
  void load_ofAReferenceToItselfThatIsNotDeclared_isRefused() {
    int type = modules.type(NONE);
    modules.function(type, code(0xd2, 0, 0x1a));
    byte[] bytes = modules.bytes();
    assertThatThrownBy(() -> tiered(bytes)).hasMessageContaining("undeclared function reference");
  }

  @Test
  void interruption_ofTheCaller_isKeptForTheCode() {
    int type = modules.type(NONE, I32);
    modules.function(type, code(0x41, 1));
    modules.function(type, code(0x10, 0));
    CoreFunction call = function(tiered(modules.bytes()), 1);
    Thread.currentThread().interrupt();
    assertThat(trap(call).code()).isEqualTo("interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(call.call()).containsExactly(1);
  }

  @Test
  void manyThreads_thatCallTheSameAtOnce_getTheSame() throws Exception {
    int type = modules.type(new int[] {I32}, I32);
    modules.function(type, code(0x20, 0));
    for (int i = 1; i < 50; i++) {
      modules.function(type, concat(code(0x20, 0, 0x10, i - 1), ADD_ONE));
    }
    CoreModule module = tiered(modules.bytes());
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Callable<long[]> call = () -> function(module, 49).call(1);
      for (Future<long[]> result : threads.invokeAll(Collections.nCopies(16, call))) {
        assertThat(result.get()).containsExactly(50);
      }
    }
  }
}

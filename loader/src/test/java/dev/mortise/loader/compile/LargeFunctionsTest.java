package dev.mortise.loader.compile;

import static dev.mortise.loader.compile.CoreModules.I32;
import static dev.mortise.loader.compile.CoreModules.code;
import static dev.mortise.loader.compile.CoreModules.concat;
import static dev.mortise.loader.compile.CoreModules.function;
import static dev.mortise.loader.compile.CoreModules.load;
import static dev.mortise.loader.compile.CoreModules.repeat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.loader.compile.lazy.CodeProgress;
import dev.mortise.loader.compile.lazy.TieredEngine;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.engine.CoreEngine;
import dev.mortise.runtime.engine.CoreModule;
import dev.mortise.runtime.engine.chicory.ChicoryEngine;
import dev.mortise.runtime.engine.chicory.stub.CompiledModule;
import dev.mortise.runtime.error.GuestFrame;
import dev.mortise.runtime.error.TrapException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Functions that are too large for a method of the JVM are compiled in parts, by either engine. */
class LargeFunctionsTest {
  /** So many statements are larger than a method may be. */
  private static final int TOO_MANY = 30_000;

  private static final int[] ONE = {I32};

  /** Tells the classes of one test from those of another, which have the same names. */
  private static final AtomicInteger LOADERS = new AtomicInteger();

  /** Adds one to the parameter; it leaves nothing on the stack, so that many can be divided. */
  private static final byte[] STATEMENT = code(0x20, 0, 0x41, 1, 0x6a, 0x21, 0);

  private static final byte[] PARAMETER = code(0x20, 0);

  private final CoreModules modules = new CoreModules();

  /** Who compiles, and how the Java frame of a part of {@code f0} looks. */
  enum Compiling {
    WHOLE_MODULES(".*Module[0-9]+_.*\\.part_[0-9]+") {
      @Override
      CoreEngine engine() {
        return ChicoryEngine.compiling(new ChicoryCompiler());
      }
    },
    TIERED(".*_F0P[0-9]+\\..*") {
      @Override
      CoreEngine engine() {
        return new TieredEngine(null, "test", CodeProgress.NONE);
      }
    },
    AHEAD_OF_TIME(WHOLE_MODULES.part) {
      @Override
      CoreEngine engine() {
        return LargeFunctionsTest::ahead;
      }
    };

    private final String part;

    Compiling(String part) {
      this.part = part;
    }

    abstract CoreEngine engine();
  }

  /** Does what a jar does with code that was made before. */
  private static CoreModule ahead(byte[] bytes, CoreModuleType type, long offset) {
    PrecompilingEngine engine = new PrecompilingEngine();
    CoreModule unused = engine.load(bytes, type, offset);
    PrecompiledModule made = engine.modules().get(0);
    Map<String, byte[]> classes = new HashMap<>();
    made.classes().forEach((name, file) -> classes.put(name.replace('/', '.'), file));
    ModuleLoader loader =
        new ModuleLoader("ahead of time " + LOADERS.getAndIncrement(), classes::remove);
    try {
      CompiledModule compiled =
          (CompiledModule)
              loader.loadClass(made.className().replace('/', '.')).getConstructor().newInstance();
      return ChicoryEngine.precompiled(made.stripped(), type, offset, compiled);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(made.className(), e);
    }
  }

  private static byte[] statements(int count) {
    return repeat(STATEMENT, count);
  }

  @ParameterizedTest
  @EnumSource
  void call_ofALargeFunction_runsItsParts(Compiling compiling) {
    int type = modules.type(ONE, I32);
    modules.function(type, concat(statements(TOO_MANY), PARAMETER));
    CoreModule module = load(compiling.engine(), modules.bytes());
    assertThat(function(module, 0).call(5)).containsExactly(TOO_MANY + 5);
  }

  @ParameterizedTest
  @EnumSource
  void trap_inAPart_isTheFunctions(Compiling compiling) {
    int type = modules.type(ONE, I32);
    byte[] divide = code(0x20, 0, 0x41, 0, 0x6d, 0x21, 0);
    modules.function(
        type, concat(concat(statements(TOO_MANY), divide), concat(statements(1_000), PARAMETER)));
    modules.function(type, code(0x20, 0, 0x10, 0));
    byte[] bytes = modules.bytes();
    TrapException trap = trap(load(compiling.engine(), bytes));
    assertThat(trap.guestStack()).extracting(GuestFrame::function).containsExactly("f0", "f1");
    List<GuestFrame> interpreted = trap(load(ChicoryEngine.interpreting(), bytes)).guestStack();
    if (compiling == Compiling.AHEAD_OF_TIME) { // their places are lost with their bodies
      assertThat(trap.guestStack()).extracting(GuestFrame::offset).containsOnly(-1L);
    } else {
      assertThat(trap.guestStack()).isEqualTo(interpreted);
    }
    assertThat(Stream.of(trap.getCause().getStackTrace()))
        .as("it was compiled in parts")
        .extracting(frame -> frame.getClassName() + "." + frame.getMethodName())
        .anyMatch(frame -> frame.matches(compiling.part));
  }

  private static TrapException trap(CoreModule module) {
    return catchThrowableOfType(TrapException.class, () -> function(module, 1).call(5));
  }

  @ParameterizedTest
  @EnumSource
  void call_fromAPart_goesToOtherFunctions(Compiling compiling) {
    int type = modules.type(ONE, I32);
    byte[] call = code(0x20, 0, 0x10, 1, 0x21, 0);
    modules.function(
        type, concat(concat(statements(2_000), call), concat(statements(2_000), PARAMETER)));
    modules.function(type, code(0x20, 0, 0x41, 3, 0x6c));
    CoreModule module = load(compiling.engine(), modules.bytes());
    assertThat(function(module, 0).call(0)).containsExactly(3 * 2_000 + 2_000);
  }

  /** The engine's table has functions by their index, which must not change. */
  @ParameterizedTest
  @EnumSource
  void call_throughATable_findsTheFunctionsThatWereSplit(Compiling compiling) {
    int type = modules.type(ONE, I32);
    modules.function(type, code(0x20, 0, 0x41, 0, 0x11, 0, 0));
    modules.function(type, concat(statements(2_000), PARAMETER));
    modules.function(type, concat(concat(statements(2_000), PARAMETER), code(0x41, 2, 0x6c)));
    modules.element(2).element(1);
    CoreModule module = load(compiling.engine(), modules.bytes());
    assertThat(function(module, 0).call(3)).containsExactly(2 * 2_003);
  }

  /** A part that is itself too large, for it is one expression: the engine interprets it. */
  @ParameterizedTest
  @EnumSource
  void part_thatCannotBeDivided_isInterpreted(Compiling compiling) {
    int type = modules.type(ONE, I32);
    byte[] expression = repeat(code(0x41, 1, 0x6a), TOO_MANY);
    byte[] statement = concat(concat(PARAMETER, expression), code(0x21, 0));
    modules.function(
        type, concat(concat(statements(2_000), statement), concat(statements(2_000), PARAMETER)));
    modules.function(type, concat(PARAMETER, code(0x10, 0)));
    CoreModule module = load(compiling.engine(), modules.bytes());
    assertThat(function(module, 1).call(1)).containsExactly(TOO_MANY + 4_001);
  }
}

package dev.mortise.loader.compile.body;

import static dev.mortise.loader.compile.CoreModules.I32;
import static dev.mortise.loader.compile.CoreModules.code;
import static dev.mortise.loader.compile.CoreModules.concat;
import static dev.mortise.loader.compile.CoreModules.function;
import static dev.mortise.loader.compile.CoreModules.load;
import static dev.mortise.loader.compile.CoreModules.repeat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.mortise.loader.compile.CoreModules;
import dev.mortise.runtime.engine.chicory.ChicoryEngine;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SplitModuleTest {
  private static final int LIMIT = 70;
  private static final int[] ONE = {I32};
  private static final byte[] PARAMETER = code(0x20, 0);

  /** Adds one to the parameter. */
  private static final byte[] STATEMENT = code(0x20, 0, 0x41, 1, 0x6a, 0x21, 0);

  private final CoreModules modules = new CoreModules();

  private static byte[] split(byte[] bytes) {
    return SplitModule.of(bytes, Parser.parse(bytes), LIMIT);
  }

  private static byte[] statements(int count) {
    return concat(repeat(STATEMENT, count), PARAMETER);
  }

  /** A custom section, whose name has one letter. */
  private static byte[] custom(char name) {
    return code(0, 4, 1, name, 7, 8);
  }

  @Test
  void moduleOfSmallFunctions_isTheSame() {
    int type = modules.type(ONE, I32);
    byte[] bytes = modules.function(type, statements(5)).bytes();
    assertThat(split(bytes)).isSameAs(bytes);
  }

  @Test
  void moduleOfFunctionsThatCannotBeSplit_isTheSame() {
    int type = modules.type(ONE, I32);
    byte[] expression = concat(PARAMETER, repeat(code(0x41, 1, 0x6a), 200));
    byte[] bytes = modules.function(type, expression).bytes();
    assertThat(split(bytes)).isSameAs(bytes);
  }

  @Test
  void parts_areFunctionsAfterTheModulesOwn() {
    int type = modules.type(ONE, I32);
    modules.function(type, statements(50));
    modules.function(type, concat(statements(5), code(0x10, 2)));
    modules.function(type, concat(statements(40), code(0x41, 2, 0x6c)));
    byte[] bytes = modules.bytes();
    WasmModule parsed = Parser.parse(split(bytes));
    assertThat(parsed.functionSection().functionCount()).isGreaterThan(3 + 8);
    assertThat(parsed.codeSection().functionBodyCount())
        .isEqualTo(parsed.functionSection().functionCount());
    for (int i = 0; i < 3; i++) {
      assertThat(function(load(ChicoryEngine.interpreting(), split(bytes)), i).call(1))
          .as("f" + i)
          .isEqualTo(function(load(ChicoryEngine.interpreting(), bytes), i).call(1));
    }
  }

  @Test
  void parts_haveEachTypeOnce() {
    int type = modules.type(ONE, I32);
    modules.function(type, statements(50)).function(type, statements(50));
    WasmModule parsed = Parser.parse(split(modules.bytes()));
    assertThat(parsed.functionSection().functionCount()).isGreaterThan(10);
    assertThat(parsed.typeSection().typeCount()).as("of one number to one number").isEqualTo(1 + 1);
  }

  @Test
  void otherSections_areTheSame_andStandWhereTheyStood() {
    int type = modules.type(ONE, I32);
    modules.function(type, statements(50)).element(0);
    byte[] bytes = modules.bytes();
    byte[] start = concat(Arrays.copyOf(bytes, 8), custom('a'));
    byte[] rest = Arrays.copyOfRange(bytes, 8, bytes.length);
    byte[] split = split(concat(concat(start, rest), custom('b')));
    assertThat(split).startsWith(start).endsWith(custom('b'));
    // From the table to the elements; the section of code follows.
    assertThat(split).containsSequence(code(4, 4, 1, 0x70, 0, 1, 7, 6, 1, 2, 'f', '0', 0, 0));
    assertThat(split).containsSequence(code(9, 7, 1, 0, 0x41, 0, 0x0b, 1, 0, 10));
  }
}

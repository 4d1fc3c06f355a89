package dev.mortise.loader.compile.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the core specification, "Validation: Instructions"; the engine has to agree. */
class BodyValidatorTest {
  private static final int[] NUMBERS = {0x7f, 0x7e, 0x7d, 0x7c};
  private static final int NO_RESULT = 0x40;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          WHOLE, 0, nothing,                         00 0b
          WHOLE, 0, locals of every number type,     04 017f 027e 007d 017c 2000 1a 2001 1a 2003 1a 0b
          WHOLE, 0, a block that leaves a number,    00 027f 4100 0b 1a 0b
          WHOLE, 0, a block of a type by index,      00 4100 4100 0201 6a 0b 1a 0b
          WHOLE, 0, a loop that is entered again,    00 4100 0305 4100 0d00 0b 1a 0b
          WHOLE, 0, if and else,                     00 4100 047e 4200 05 4201 0b 1a 0b
          WHOLE, 0, if without else,                 00 4100 0440 0b 0b
          WHOLE, 0, if without else that passes on,  00 4100 4100 0405 0b 1a 0b
          WHOLE, 0, anything after unreachable,      00 00 6a 1a 0b
          WHOLE, 0, a select of anything,            00 00 1b 1a 0b
          WHOLE, 0, a select of one known operand,   00 00 4200 4100 1b 7a 1a 0b
          WHOLE, 0, a branch out of everything,      00 0240 0c01 0b 0b
          WHOLE, 3, a branch with values,            00 0203 4100 4200 0c00 0b 0b
          WHOLE, 0, a branch if not zero,            00 027f 4107 4100 0d00 0b 1a 0b
          WHOLE, 0, a table of branches,             00 0240 0240 4100 0e02 0001 02 0b 0b 0b
          WHOLE, 0, a table of branches with values, 00 027f 027f 4100 4100 0e01 0001 0b 0b 1a 0b
          WHOLE, 0, a table that is never reached,   00 027f 027f 00 0e01 0001 0b 0b 1a 0b
          WHOLE, 1, a return,                        00 2000 0f 0b
          WHOLE, 1, a return that leaves the rest,   00 4200 2000 0f 0b
          WHOLE, 2, parameters and results,          00 4400000000 00000000 4100 0b
          WHOLE, 0, a call,                          00 4200 43 00000000 1000 1a 1a 0b
          WHOLE, 0, a call through a table,          00 4100 4100 4100 1101 00 1a 0b
          WHOLE, 0, select,                          00 4200 4200 4100 1b 1a 0b
          WHOLE, 0, select with its type,            00 4200 4200 4100 1c01 7e 1a 0b
          WHOLE, 1, local variables,                 01017f 2000 2102 2001 2202 0b
          WHOLE, 0, global variables,                00 2300 2400 2302 2402 2301 1a 0b
          WHOLE, 0, memory,                          00 3f00 4000 1a 0b
          WHOLE, 0, bulk memory,                     00 410041004100 fc0a0000 410041004100 fc0b00 0b
          WHOLE, 0, data segments,                   00 410041004100 fc08 0000 fc0900 0b
          WHOLE, 0, the smallest number,             00 41808080 8078 1a 0b
          WHOLE, 0, the smallest long number,        00 42808080 80808080 80807f 1a 0b
          WHOLE, 0, a number written at length,      00 41808080 8000 1a 0b
          WHOLE, 0, an index written at length,      01 01 7f 20808080 8000 1a 0b
          BARE,  0, nothing where nothing is,        00 0b
          """)
  void valid(BodyModule module, int type, String name, String body) {
    byte[] bytes = BodyModule.bytes(body);
    assertThat(module.engineAccepts(type, bytes)).as("the engine: " + name).isTrue();
    assertThat(module.isCertain(type, bytes)).as(name).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          WHOLE, 0, no end,                             00 01
          WHOLE, 0, something after the end,            00 0b 0b
          WHOLE, 0, too few operands,                   00 4100 6a 1a 0b
          WHOLE, 0, operands of outside the block,      00 4100 0240 1a 0b 0b
          WHOLE, 0, a value too many at the end,        00 4100 0b
          WHOLE, 0, a value too many after unreachable, 00 00 4100 0b
          WHOLE, 0, a wrong type after unreachable,     00 00 4200 41006a 1a 0b
          WHOLE, 1, no result,                          00 0b
          WHOLE, 1, a result of another type,           00 4200 0b
          WHOLE, 3, results in the wrong order,         00 4200 4100 0b
          WHOLE, 0, else without if,                    00 0240 05 0b 0b
          WHOLE, 0, a second else,                      00 4100 0440 05 05 0b 0b
          WHOLE, 0, if without else but with result,    00 4100 047f 4100 0b 1a 0b
          WHOLE, 0, unlike branches of if,              00 4100 047f 4100 05 4200 0b 1a 0b
          WHOLE, 0, an if on a long number,             00 4200 0440 0b 0b
          WHOLE, 0, a block without its parameters,     00 0201 6a 0b 1a 0b
          WHOLE, 0, a block of a type that is not,      00 0206 0b 0b
          WHOLE, 0, a label that is not,                00 0c01 0b
          WHOLE, 0, a branch without its value,         00 027f 0c00 0b 1a 0b
          WHOLE, 0, a branch to a loop with its result, 00 037f 4100 0c00 0b 4200 0b
          WHOLE, 0, a branch if that needs a value,     00 027f 4100 0d00 4100 0b 1a 0b
          WHOLE, 0, a table of unlike arity,            00 027f 0240 4100 4100 0e01 0001 0b 4100 0b 1a 0b
          WHOLE, 0, a table of unlike types,            00 027f 027e 4100 4100 0e01 0001 0b 1a 4100 0b 1a 0b
          WHOLE, 0, a table with a label too far,       00 4100 0e00 01 0b
          WHOLE, 1, a return without value,             00 0f 0b
          WHOLE, 0, a call of nobody,                   00 1008 0b
          WHOLE, 0, a call without arguments,           00 1002 1a 0b
          WHOLE, 0, a call with arguments of others,    00 4200 4200 1000 1a 1a 0b
          WHOLE, 0, an indirect call without callee,    00 4100 4100 1101 00 1a 0b
          WHOLE, 0, an indirect call of no type,        00 4100 1106 00 0b
          WHOLE, 0, an indirect call of no table,       00 4100 1100 02 0b
          WHOLE, 0, a table of other things,            00 4100 1100 01 0b
          BARE,  0, an indirect call without a table,   00 4100 1100 00 0b
          WHOLE, 0, a drop of nothing,                  00 1a 0b
          WHOLE, 0, a select between unlike,            00 4100 4200 4100 1b 1a 0b
          WHOLE, 0, a select on a long number,          00 4100 4100 4200 1b 1a 0b
          WHOLE, 0, a select of another type,           00 4100 4100 4100 1c01 7e 1a 0b
          WHOLE, 0, a select of two types,              00 4100 4100 4100 1c02 7f7f 1a 0b
          WHOLE, 1, a local variable that is not,       00 2002 0b
          WHOLE, 1, a local variable of another type,   01017e 2000 2102 2000 0b
          WHOLE, 1, a tee of another type,              01017e 2000 2202 1a 2000 0b
          WHOLE, 0, a global variable that is not,      00 2306 1a 0b
          WHOLE, 0, a constant that is set,             00 4200 2401 0b
          WHOLE, 0, a global variable of another type,  00 4200 2400 0b
          WHOLE, 0, too great an alignment,             00 4100 280300 1a 0b
          BARE,  0, a load without memory,              00 4100 280200 1a 0b
          BARE,  0, a store without memory,             00 4100 4100 360200 0b
          BARE,  0, the size of no memory,              00 3f00 1a 0b
          BARE,  0, growth of no memory,                00 4100 4000 1a 0b
          BARE,  0, a copy without memory,              00 410041004100 fc0a0000 0b
          BARE,  0, a fill without memory,              00 410041004100 fc0b00 0b
          WHOLE, 0, another memory,                     00 3f01 1a 0b
          WHOLE, 0, a data segment that is not,         00 fc0901 0b
          WHOLE, 0, an initial content that is not,     00 410041004100 fc08 0100 0b
          UNCOUNTED, 0, a data segment not counted,     00 fc0900 0b
          WHOLE, 0, an opcode that is not,              00 ff 0b
          WHOLE, 0, a number that is cut,               00 4180
          WHOLE, 0, a fraction that is cut,             00 44000000 0b
          WHOLE, 0, more locals than there may be,      02 ffffff ff0f 7f 017f 0b
          WHOLE, 0, a number beyond 32 bits,            00 41808080 8008 1a 0b
          WHOLE, 0, a number of six bytes,              00 41808080 80807f 1a 0b
          WHOLE, 0, a long number beyond 64 bits,       00 42808080 80808080 808001 1a 0b
          WHOLE, 0, an index beyond 32 bits,            01 01 7f 20808080 8010 1a 0b
          """)
  void notValid(BodyModule module, int type, String name, String body) {
    byte[] bytes = BodyModule.bytes(body);
    assertThat(module.isCertain(type, bytes)).as(name).isFalse();
    assertThat(module.engineAccepts(type, bytes)).as("the engine: " + name).isFalse();
  }

  /** The engine lets these pass, so it would be the engine's fault. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          a block without end, 00 0240 0b
          an endless table,    00 4100 0effffff ff0f 00 0b
          """)
  void notValid_thoughTheEngineSaysSo(String name, String body) {
    byte[] bytes = BodyModule.bytes(body);
    assertThat(BodyModule.WHOLE.isCertain(BodyModule.NOTHING, bytes)).as(name).isFalse();
  }

  /** What only the engine knows is left to it. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          WHOLE, 4, references as parameters, 00 2000 0b
          WHOLE, 0, references as locals,     01 01 6f 0b
          WHOLE, 0, references as globals,    00 2304 1a 0b
          WHOLE, 0, references as such,       00 d06f 1a 0b
          WHOLE, 0, calls with references,    00 d06f 1005 1a 0b
          WHOLE, 0, tables,                   00 4100 2501 1a 0b
          WHOLE, 0, vectors,                  00 4100 fd0f 1a 0b
          WHOLE, 0, tail calls,               00 1201 0b
          """)
  void unknown_isNotCertain(BodyModule module, int type, String name, String body) {
    byte[] bytes = BodyModule.bytes(body);
    assertThat(module.engineAccepts(type, bytes)).as("the engine: " + name).isTrue();
    assertThat(module.isCertain(type, bytes)).as(name).isFalse();
  }

  /** Every opcode with up to two operands of all types, and a result of any. */
  @Test
  void tables_areTheEngines() {
    List<String> unlike = new ArrayList<>();
    int valid = 0;
    for (int opcode = 0x28; opcode <= 0x3e; opcode++) {
      valid += compare(BodyModule.WHOLE, new byte[] {(byte) opcode, 0, 0}, unlike);
    }
    for (int opcode = 0x45; opcode <= 0xc4; opcode++) {
      valid += compare(BodyModule.WHOLE, new byte[] {(byte) opcode}, unlike);
    }
    for (int second = 0; second < 8; second++) {
      valid += compare(BodyModule.WHOLE, new byte[] {(byte) 0xfc, (byte) second}, unlike);
    }
    assertThat(unlike).isEmpty();
    assertThat(valid).as("each in one way").isEqualTo(23 + 128 + 8);
  }

  @Test
  void loadsAndStores_needMemory() {
    List<String> unlike = new ArrayList<>();
    for (int opcode = 0x28; opcode <= 0x3e; opcode++) {
      assertThat(compare(BodyModule.BARE, new byte[] {(byte) opcode, 0, 0}, unlike)).isZero();
    }
    assertThat(unlike).isEmpty();
  }

  /** How many of the ways to use an instruction are valid. */
  private static int compare(BodyModule module, byte[] instruction, List<String> unlike) {
    List<int[]> operands = new ArrayList<>();
    operands.add(new int[] {});
    for (int one : NUMBERS) {
      operands.add(new int[] {one});
      for (int two : NUMBERS) {
        operands.add(new int[] {one, two});
      }
    }
    int valid = 0;
    for (int[] taken : operands) {
      for (int given : new int[] {0x7f, 0x7e, 0x7d, 0x7c, NO_RESULT}) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(0);
        body.write(0x02);
        body.write(given);
        for (int type : taken) {
          body.writeBytes(constant(type));
        }
        body.writeBytes(instruction);
        body.write(0x0b);
        if (given != NO_RESULT) {
          body.write(0x1a);
        }
        body.write(0x0b);
        boolean certain = module.isCertain(BodyModule.NOTHING, body.toByteArray());
        if (certain != module.engineAccepts(BodyModule.NOTHING, body.toByteArray())) {
          unlike.add(HexFormat.of().formatHex(body.toByteArray()));
        }
        valid += certain ? 1 : 0;
      }
    }
    return valid;
  }

  private static byte[] constant(int type) {
    return switch (type) {
      case 0x7f -> new byte[] {0x41, 0};
      case 0x7e -> new byte[] {0x42, 0};
      case 0x7d -> new byte[] {0x43, 0, 0, 0, 0};
      default -> new byte[] {0x44, 0, 0, 0, 0, 0, 0, 0, 0};
    };
  }
}

package dev.mortise.loader.compile.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.compile.body.FunctionSplitter.Part;
import dev.mortise.loader.compile.body.FunctionSplitter.Split;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FunctionSplitterTest {
  private static final int LIMIT = 60;

  /** Doubles the parameter and adds one. */
  private static final String STEP = "2000 4101 74 4101 6a 2100";

  private static @Nullable Split split(int type, String body) {
    return FunctionSplitter.split(
        BodyModule.WHOLE.types(type), type, BodyModule.bytes(body), BodyModule.FUNCTIONS, LIMIT);
  }

  /** Splits a function of one number, and looks that it is still the same function. */
  private static List<Part> parts(String body) {
    int type = BodyModule.ONE_TO_ONE;
    Split split = split(type, body);
    assertThat(split).isNotNull();
    String whole =
        BodyRunner.run(BodyModule.WHOLE.bytes(type, BodyModule.bytes(body), List.of()), 5);
    assertThat(BodyRunner.run(BodyModule.WHOLE.bytes(type, split.body(), split.parts()), 5))
        .isEqualTo(whole);
    return split.parts();
  }

  @Test
  void smallFunction_staysWhole() {
    assertThat(split(BodyModule.ONE_TO_ONE, "00" + STEP + "2000 0b")).isNull();
  }

  @Test
  void statements_becomePartsOfTheLimit() {
    List<Part> parts = parts("00" + STEP.repeat(50) + "2000 0b");
    // Five of them, of 11 bytes each, are within the limit; and the ten calls are more than that.
    assertThat(parts).hasSize(11).allMatch(part -> part.body().length < 2 * LIMIT);
    assertThat(parts).allMatch(part -> part.parameters().length == 1 && part.results().length == 1);
  }

  @Test
  void part_thatOnlyBranches_returnsWhatIsReadThere() {
    List<Part> parts = parts("00 0240" + STEP.repeat(12) + "0c00 0b 2000 0b");
    assertThat(parts).hasSizeGreaterThan(1);
  }

  @Test
  void localThatNobodyReadsAfterwards_isNotReturned() {
    // A second variable takes the parameter's place within each part.
    String step = "2000 2101 2001 4101 6a 2101 2001 4102 6c 2100";
    assertThat(parts("01017f" + step.repeat(16) + "2000 0b"))
        .allMatch(part -> part.parameters().length == 1 && part.results().length == 1);
  }

  @Test
  void branchWithAValue_bringsItOut() {
    // A block that leaves a number, from within a part: doubled if the parameter is not zero.
    parts("00 027f" + STEP.repeat(12) + "4107 2000 0d00 1a" + STEP.repeat(12) + "4109 0b 0b");
    parts("00 027f 0240" + STEP.repeat(12) + "4107 0c01 0b 4109 0b 0b");
  }

  @Test
  void return_withinAPart_endsTheFunction() {
    parts("00 2000 0440" + STEP.repeat(12) + "2000 0f 0b" + STEP.repeat(9) + "2000 0b");
  }

  @Test
  void severalWaysOut_areTakenApart() {
    String cases = "0240 0240 0240 2000 4103 70 0e02 0001 02 0b" + STEP.repeat(10) + "0c01 0b";
    parts("00" + cases + STEP.repeat(9) + "0c00 0b 2000 0b");
  }

  @Test
  void loop_keepsWhatItWritesForTheNextRound() {
    // While the second variable counts to ten, the first grows.
    String count = "2001 4101 6a 2101";
    parts("01017f 0340" + STEP.repeat(10) + count + "2001 410a 48 0d00 0b 2000 0b");
  }

  @Test
  void functionThatEnds_withTheEndOfABlock_canBeLeft() {
    parts("00 0240" + STEP.repeat(12) + "2000 0d00 2000 0f 0b 4103 0b");
  }

  @Test
  void unknownInstructions_leaveTheFunctionWhole() {
    String vector = "4100 fd0f 1a";
    assertThat(split(BodyModule.NOTHING, "00" + vector.repeat(20) + "0b")).isNull();
  }

  @Test
  void operandsThatStayOnTheStack_leaveTheFunctionWhole() {
    assertThat(split(BodyModule.ONE_TO_ONE, "00 2000" + "4101 6a".repeat(50) + "0b")).isNull();
  }

  /** They are gone through by recursion, so there is an end to it. */
  @Test
  void blocksWithinBlocksWithoutEnd_leaveTheFunctionWhole() {
    String deep = "0240".repeat(1_100) + "0b".repeat(1_100);
    assertThat(split(BodyModule.NOTHING, "00" + deep + "0b")).isNull();
  }

  /** Each variable is looked at before each instruction. */
  @Test
  void functionThatWouldTakeForever_staysWhole() {
    String nothing = "01".repeat(6_000) + "0b";
    String variables = "01 e8ff02 7f"; // 49,000
    assertThat(split(BodyModule.NOTHING, "00" + nothing)).isNotNull();
    assertThat(split(BodyModule.NOTHING, variables + nothing)).isNull();
  }
}

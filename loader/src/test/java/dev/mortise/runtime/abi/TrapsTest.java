package dev.mortise.runtime.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.abi.recipe.Recipes;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.error.UnsupportedComponentException;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** One test per trap: its code, and words that engines are tested for. */
class TrapsTest {
  private static final ValType U32S = new ListType(PrimType.U32);

  @Test
  void liftChar_ofASurrogate_traps() {
    trapOfLift(PrimType.CHAR, 0xd800).hasMessageContaining("invalid `char` bit pattern");
  }

  @Test
  void liftChar_beyondUnicode_traps() {
    assertCode(trapOfLift(PrimType.CHAR, 0x110000), "invalid-char")
        .hasMessageContaining("integer out of range for char");
  }

  @Test
  void liftVariant_ofNoCase_traps() {
    assertCode(trapOfLift(new OptionType(PrimType.U8), 2, 0), "invalid-discriminant")
        .hasMessageContaining("invalid variant discriminant");
  }

  @Test
  void liftString_beyondMemory_traps() {
    assertCode(trapOfLift(PrimType.STRING, 14, 3), "string-out-of-bounds")
        .hasMessageContaining("string content out-of-bounds")
        .hasMessageContaining("string pointer/length out of bounds of memory");
  }

  @Test
  void liftString_longerThanAnyString_traps() {
    assertCode(trapOfLift(PrimType.STRING, 0, 1 << 28), "string-too-long");
  }

  @Test
  void liftString_notAligned_traps() {
    assertCode(
            assertThatThrownBy(
                () -> lift(StringEncoding.UTF16, PrimType.STRING, new byte[16], 1, 0)),
            "pointer-not-aligned")
        .hasMessageContaining("unaligned pointer");
  }

  @Test
  void liftString_ofInvalidUtf8_trapsAndTellsWhere() {
    byte[] memory = {'a', (byte) 0xff, 'b'};
    assertCode(
            assertThatThrownBy(() -> lift(StringEncoding.UTF8, PrimType.STRING, memory, 0, 3)),
            "invalid-utf8")
        .hasMessageContaining("invalid utf-8 sequence from index 1");
  }

  @Test
  void liftString_thatBreaksOffInsideACharacter_traps() {
    byte[] memory = {'a', (byte) 0xc3};
    assertCode(
            assertThatThrownBy(() -> lift(StringEncoding.UTF8, PrimType.STRING, memory, 0, 2)),
            "invalid-utf8")
        .hasMessageContaining("incomplete utf-8 byte sequence from index 1");
  }

  @Test
  void liftString_withALoneSurrogate_traps() {
    byte[] memory = {0, (byte) 0xd8};
    assertCode(
            assertThatThrownBy(() -> lift(StringEncoding.UTF16, PrimType.STRING, memory, 0, 1)),
            "unpaired-surrogate")
        .hasMessageContaining("unpaired surrogate found: d800");
  }

  @Test
  void liftList_beyondMemory_traps() {
    assertCode(trapOfLift(U32S, 8, 3), "list-out-of-bounds")
        .hasMessageContaining("list content out-of-bounds")
        .hasMessageContaining("list pointer/length out of bounds of memory");
  }

  @Test
  void liftList_ofNoElementsBeyondMemory_traps() {
    assertCode(trapOfLift(U32S, 20, 0), "list-out-of-bounds");
  }

  @Test
  void liftList_notAligned_trapsEvenWithoutElements() {
    assertCode(trapOfLift(U32S, 2, 0), "pointer-not-aligned")
        .hasMessageContaining("pointer not aligned");
  }

  @Test
  void liftList_longerThanAnyList_traps() {
    assertCode(trapOfLift(U32S, 0, 1 << 26), "list-too-long");
  }

  @Test
  void liftList_whoseByteLengthWouldOverflow_traps() {
    Recipes recipes = new Recipes(StringEncoding.UTF8, AddressWidth.BITS_64);
    FakeContext context = FakeContext.of(new byte[16]);
    assertCode(
        assertThatThrownBy(
            () ->
                new AbiInterpreter(context)
                    .lift(recipes.liftValues(List.of(U32S), 16), 0, 0x4000_0000_0000_0000L)),
        "list-too-long");
  }

  @Test
  void liftSpilledParams_notAligned_traps() {
    ValType spilled = new TupleType(Collections.nCopies(17, PrimType.U32));
    assertCode(trapOfLift(spilled, 2), "pointer-not-aligned");
  }

  @Test
  void liftSpilledParams_beyondMemory_traps() {
    ValType spilled = new TupleType(Collections.nCopies(17, PrimType.U32));
    assertCode(trapOfLift(spilled, 0), "pointer-out-of-bounds")
        .hasMessageContaining("pointer out of bounds of memory");
  }

  @Test
  void lowerList_whereReallocIsNotAligned_traps() {
    assertCode(
            trapOfLower(FakeContext.Realloc.MISALIGNED, U32S, emptyList()), "realloc-not-aligned")
        .hasMessageContaining("realloc return: result not aligned")
        .hasMessageContaining("unaligned pointer");
  }

  @Test
  void lowerList_whereReallocIsBeyondMemory_trapsEvenWithoutElements() {
    FakeContext context = new FakeContext(new byte[16], 24, FakeContext.Realloc.BUMP, null);
    assertCode(assertThatThrownBy(() -> lower(context, U32S, emptyList())), "realloc-out-of-bounds")
        .hasMessageContaining("realloc return: beyond end of memory")
        .hasMessageContaining("list content out-of-bounds");
  }

  @Test
  void lowerString_whereReallocIsBeyondMemory_traps() {
    ComponentValue text = new ComponentValue.StringValue("abc");
    assertCode(trapOfLower(FakeContext.Realloc.END, PrimType.STRING, text), "realloc-out-of-bounds")
        .hasMessageContaining("string content out-of-bounds");
  }

  @Test
  void liftOwn_withoutARunTimeThatKnowsHandles_isUnsupported() {
    ValType own = new HandleType.Own(ResourceType.imported("file"));
    assertThatThrownBy(() -> lift(StringEncoding.UTF8, own, new byte[0], 1))
        .isInstanceOf(UnsupportedComponentException.class)
        .hasMessageContaining("[unsupported-value-type] own");
  }

  @Test
  void traps_ofBoundsAtTheTopOfTheAddressSpace_doNotWrapAround() {
    assertThat(Areas.inBounds(-1L, 2, 16)).isFalse();
    assertThat(Areas.inBounds(Long.MIN_VALUE, 0, 16)).isFalse();
    assertThat(Areas.inBounds(16, 0, 16)).isTrue();
    assertThat(Areas.inBounds(15, 1, 16)).isTrue();
    assertThat(Areas.inBounds(15, 2, 16)).isFalse();
  }

  private static ComponentValue emptyList() {
    return new ComponentValue.ListValue(List.of());
  }

  private static AbstractThrowableAssert<?, ?> trapOfLift(ValType type, long... words) {
    return assertThatThrownBy(() -> lift(StringEncoding.UTF8, type, new byte[16], words))
        .isInstanceOf(TrapException.class);
  }

  private static AbstractThrowableAssert<?, ?> trapOfLower(
      FakeContext.Realloc realloc, ValType type, ComponentValue value) {
    FakeContext context = new FakeContext(new byte[64], 8, realloc, null);
    return assertThatThrownBy(() -> lower(context, type, value)).isInstanceOf(TrapException.class);
  }

  private static AbstractThrowableAssert<?, ?> assertCode(
      AbstractThrowableAssert<?, ?> thrown, String code) {
    thrown.isInstanceOfSatisfying(
        MortiseException.class,
        e -> {
          assertThat(e.code()).isEqualTo(code);
          assertThat(e.diagnostic().spec()).startsWith("CanonicalABI.md#");
        });
    return thrown;
  }

  private static void lift(StringEncoding encoding, ValType type, byte[] memory, long... words) {
    Recipes recipes = new Recipes(encoding, AddressWidth.BITS_32);
    new AbiInterpreter(FakeContext.of(memory)).lift(recipes.liftValues(List.of(type), 16), words);
  }

  private static void lower(FakeContext context, ValType type, ComponentValue value) {
    Recipes recipes = new Recipes(StringEncoding.UTF8, AddressWidth.BITS_32);
    new AbiInterpreter(context).lower(recipes.lowerValues(List.of(type), 16), List.of(value));
  }
}

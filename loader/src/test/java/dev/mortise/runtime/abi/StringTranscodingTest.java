package dev.mortise.runtime.abi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.value.ComponentValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calls of realloc: old address, old size, alignment, new size, result. */
class StringTranscodingTest {
  private final FakeContext context = FakeContext.ofSize(256);

  @ParameterizedTest
  @CsvSource({
    "UTF8, abc, 3",
    "UTF8, café, 5",
    "UTF8, 漢字, 6",
    "UTF16, abc, 6",
    "UTF16, 漢字, 4",
    "LATIN1_UTF16, abc, 3",
    "LATIN1_UTF16, café, 4"
  })
  void storeString_ofTheHost_isOneExactAllocation(
      StringEncoding target, String text, long byteLength) {
    store(target, StringSource.ofHost(target), text);
    assertThat(context.reallocCalls).hasSize(1);
    assertThat(context.reallocCalls.get(0).get(3)).isEqualTo(byteLength);
  }

  @Test
  void storeString_utf16ToUtf8_growsThenShrinks() {
    StringTranscoding.Range range = store(StringEncoding.UTF8, StringSource.UTF16, "aé");
    assertThat(context.reallocCalls)
        .containsExactly(
            List.of(0L, 0L, 1L, 2L, 8L),
            List.of(8L, 2L, 1L, 6L, 10L),
            List.of(10L, 6L, 1L, 3L, 10L));
    assertThat(range).isEqualTo(new StringTranscoding.Range(10, 3));
  }

  @Test
  void storeString_latin1ToUtf8_growsToTwiceOnly() {
    store(StringEncoding.UTF8, StringSource.LATIN1_UTF16, "éé");
    assertThat(context.reallocCalls)
        .containsExactly(List.of(0L, 0L, 1L, 2L, 8L), List.of(8L, 2L, 1L, 4L, 10L));
  }

  @Test
  void storeString_utf16ToCompact_inflatesWhatWasNarrow() {
    StringTranscoding.Range range = store(StringEncoding.LATIN1_UTF16, StringSource.UTF16, "aſ");
    assertThat(range.taggedCodeUnits()).isEqualTo(0x8000_0002L);
    assertThat(
            StringLifting.load(
                context,
                AddressWidth.BITS_32,
                StringEncoding.LATIN1_UTF16,
                range.address(),
                range.taggedCodeUnits()))
        .isEqualTo("aſ");
  }

  @Test
  void storeString_taggedButNarrow_shrinksToLatin1() {
    StringTranscoding.Range range =
        store(StringEncoding.LATIN1_UTF16, StringSource.LATIN1_UTF16_TAGGED, "ab");
    assertThat(context.reallocCalls)
        .containsExactly(List.of(0L, 0L, 2L, 4L, 8L), List.of(8L, 4L, 1L, 2L, 8L));
    assertThat(range).isEqualTo(new StringTranscoding.Range(8, 2));
  }

  @Test
  void loadString_emptyButTagged_isKnownByItsObject() {
    List<String> known = new ArrayList<>();
    AbiContext listening =
        new AbiContext() {
          @Override
          public CoreMemory memory() {
            return context.memory();
          }

          @Override
          public long realloc(long old, long oldByteLength, int alignment, long newByteLength) {
            throw new AssertionError();
          }

          @Override
          public void liftedTagged(String string) {
            known.add(string);
          }
        };
    String tagged = load(listening, 0x8000_0000L);
    String plain = load(listening, 0);
    assertThat(tagged).isEmpty();
    assertThat(known).singleElement().isSameAs(tagged).isNotSameAs(plain);
  }

  private static String load(AbiContext context, long taggedCodeUnits) {
    return StringLifting.load(
        context, AddressWidth.BITS_32, StringEncoding.LATIN1_UTF16, 8, taggedCodeUnits);
  }

  @Test
  void storeString_withALoneSurrogate_storesTheReplacementCharacter() {
    String text = new ComponentValue.StringValue("a\ud800b").value();
    store(StringEncoding.UTF8, StringSource.UTF8, text);
    byte[] stored = new byte[5];
    context.memory().read(8, stored, 0, 5);
    assertThat(stored).containsExactly('a', 0xef, 0xbf, 0xbd, 'b');
  }

  @Test
  void storeString_empty_asksForNoBytes() {
    store(StringEncoding.UTF16, StringSource.UTF16, "");
    assertThat(context.reallocCalls).containsExactly(List.of(0L, 0L, 2L, 0L, 8L));
  }

  private StringTranscoding.Range store(StringEncoding target, StringSource source, String text) {
    return StringTranscoding.store(context, AddressWidth.BITS_32, target, source, text);
  }
}

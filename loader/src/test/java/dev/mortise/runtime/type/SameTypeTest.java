package dev.mortise.runtime.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Types are compared by their structure, whatever they are called and however large they are. */
class SameTypeTest {
  private static final BiPredicate<ResourceType, ResourceType> SAME_OBJECT = (a, b) -> a == b;

  private static boolean same(@Nullable ValType left, @Nullable ValType right) {
    return SameType.test(left, right, SAME_OBJECT);
  }

  private static ValType record(String label, ValType type) {
    return new RecordType(List.of(new RecordType.Field(label, type)));
  }

  @Test
  void test_typesOfOneStructureUnderOtherNames_areTheSame() {
    ValType named = new NamedType("id", PrimType.U32);
    assertThat(same(named, PrimType.U32)).isTrue();
    assertThat(same(record("a", named), record("a", new NamedType("x", named)))).isTrue();
    assertThat(same(new ListType(named), new ListType(PrimType.U32))).isTrue();
    assertThat(same(new ResultType(named, null), new ResultType(PrimType.U32, null))).isTrue();
  }

  @Test
  void test_anyDifference_tellsThemApart() {
    assertThat(same(PrimType.U32, PrimType.S32)).isFalse();
    assertThat(same(record("a", PrimType.U8), record("b", PrimType.U8))).isFalse();
    assertThat(same(record("a", PrimType.U8), record("a", PrimType.U16))).isFalse();
    assertThat(same(new ListType(PrimType.U8), new ListType(PrimType.U8, 4L))).isFalse();
    assertThat(same(new OptionType(PrimType.U8), new ListType(PrimType.U8))).isFalse();
    assertThat(same(new ResultType(PrimType.U8, null), new ResultType(null, PrimType.U8)))
        .isFalse();
    assertThat(same(new StreamType(null), new StreamType(PrimType.U8))).isFalse();
    assertThat(same(new StreamType(PrimType.U8), new FutureType(PrimType.U8))).isFalse();
    assertThat(
            same(
                new TupleType(List.of(PrimType.U8)),
                new TupleType(List.of(PrimType.U8, PrimType.U8))))
        .isFalse();
    assertThat(same(new EnumType(List.of("a", "b")), new EnumType(List.of("b", "a")))).isFalse();
  }

  @Test
  void test_handles_areComparedByTheirResources() {
    ResourceType one = ResourceType.imported("r");
    ResourceType other = ResourceType.imported("r");
    assertThat(same(new HandleType.Own(one), new HandleType.Own(one))).isTrue();
    assertThat(same(new HandleType.Own(one), new HandleType.Own(other))).isFalse();
    assertThat(same(new HandleType.Own(one), new HandleType.Borrow(one))).isFalse();
    assertThat(
            SameType.test(
                new HandleType.Borrow(one), new HandleType.Borrow(other), (left, right) -> true))
        .isTrue();
  }

  @Test
  void test_absentTypes_areTheSameAsEachOtherOnly() {
    assertThat(same(null, null)).isTrue();
    assertThat(same(null, PrimType.U8)).isFalse();
    assertThat(same(PrimType.U8, null)).isFalse();
  }

  @Test
  void test_deepTypesAndSharedParts_takeAsLongAsThereAreParts() {
    ValType left = PrimType.U8;
    ValType right = PrimType.U8;
    for (int i = 0; i < 100_000; i++) {
      left = new TupleType(List.of(left, left));
      right = new TupleType(List.of(right, right));
    }
    assertThat(same(left, right)).isTrue();
    assertThat(same(new OptionType(left), right)).isFalse();
  }
}

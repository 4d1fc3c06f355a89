package dev.mortise.runtime.abi.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.PrimType;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramBuilderTest {
  private final ProgramBuilder builder = new ProgramBuilder("test", Slot.core(List.of(Num.I32)));

  @Test
  void emit_withoutItsOperands_isRefused() {
    assertThatThrownBy(() -> builder.emit(new LeafOp.LiftScalar(PrimType.U8)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("test: LiftScalar takes [i32], found []");
  }

  @Test
  void emit_withOperandsOfAnotherType_isRefused() {
    builder.input(0);
    assertThatThrownBy(() -> builder.emit(new LeafOp.LiftScalar(PrimType.F32)))
        .hasMessage("test: LiftScalar takes [f32], found [i32]");
  }

  @Test
  void emit_withAddressesOfAnotherWidth_isRefused() {
    builder.input(0);
    assertThatThrownBy(
            () -> builder.emit(new CoreOp.LoadScalar(MemoryAccess.I8, AddressWidth.BITS_64, 0)))
        .hasMessageContaining("takes [i64], found [i32]");
  }

  @Test
  void build_withAnOperandLeftOver_isRefused() {
    builder.input(0);
    assertThatThrownBy(() -> builder.build(List.of()))
        .hasMessage("test: ends with [], found [i32]");
  }

  @Test
  void valueSlots_ofOneTypeUnderTwoNames_areTheSame() {
    ListType type = new ListType(PrimType.U8);
    Slot named = new Slot.Value(new NamedType("bytes", type));
    assertThat(named).isEqualTo(new Slot.Value(type)).hasSameHashCodeAs(new Slot.Value(type));
    assertThat(named).isNotEqualTo(new Slot.Value(new ListType(PrimType.U8)));
  }

  @Test
  void build_afterItsOps_knowsTheDeepestStack() {
    AbiProgram program =
        builder
            .input(0)
            .input(0)
            .emit(
                new LeafOp.LoadString(
                    dev.mortise.runtime.abi.layout.StringEncoding.UTF8, AddressWidth.BITS_32))
            .build(Slot.values(List.of(PrimType.STRING)));
    assertThat(program.maxOperands()).isEqualTo(2);
  }
}

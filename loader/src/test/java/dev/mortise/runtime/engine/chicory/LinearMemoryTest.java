package dev.mortise.runtime.engine.chicory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.engine.CoreMemory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Our memory does what the engine's own does. */
class LinearMemoryTest {
  private static final int PAGE = Memory.PAGE_SIZE;
  private static final int PAGES = 3;

  private final Memory ours = new LinearMemory(new MemoryLimits(PAGES, 5));
  private final Memory engines = new ByteArrayMemory(new MemoryLimits(PAGES, 5));
  private final Random random = new Random(7);

  private void same(Function<Memory, Object> access) {
    Object[] results = new Object[2];
    Throwable expected = catchThrowable(() -> results[0] = access.apply(engines));
    Throwable found = catchThrowable(() -> results[1] = access.apply(ours));
    assertThat(results[1]).isEqualTo(results[0]);
    assertThat(found == null ? null : found.getClass())
        .isEqualTo(expected == null ? null : expected.getClass());
  }

  /** Near a page's border, or outside, or anywhere. */
  private int address() {
    return switch (random.nextInt(4)) {
      case 0 -> PAGE * (1 + random.nextInt(PAGES)) - random.nextInt(10);
      case 1 -> PAGE * random.nextInt(PAGES) + random.nextInt(4);
      case 2 -> random.nextInt(PAGES * PAGE);
      default -> random.nextBoolean() ? -random.nextInt(20) : random.nextInt();
    };
  }

  private static Object done(Runnable write) {
    write.run();
    return "done";
  }

  @Test
  void access_anywhere_isTheEngines() {
    for (int i = 0; i < 50_000; i++) {
      int at = address();
      int other = address();
      int size = random.nextInt(3) == 0 ? random.nextInt(2 * PAGE) : random.nextInt(20);
      long bits = random.nextLong();
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      switch (random.nextInt(16)) {
        case 0 -> same(m -> m.read(at));
        case 1 -> same(m -> m.readShort(at));
        case 2 -> same(m -> m.readInt(at));
        case 3 -> same(m -> m.readLong(at));
        case 4 -> same(m -> m.readU16(at));
        case 5 -> same(m -> Float.floatToRawIntBits(m.readFloat(at)));
        case 6 -> same(m -> Double.doubleToRawLongBits(m.readDouble(at)));
        case 7 -> same(m -> done(() -> m.writeByte(at, (byte) bits)));
        case 8 -> same(m -> done(() -> m.writeShort(at, (short) bits)));
        case 9 -> same(m -> done(() -> m.writeI32(at, (int) bits)));
        case 10 -> same(m -> done(() -> m.writeLong(at, bits)));
        case 11 -> same(m -> done(() -> m.writeF32(at, Float.intBitsToFloat((int) bits))));
        case 12 -> same(m -> done(() -> m.write(at, bytes, 0, bytes.length)));
        case 13 -> same(m -> done(() -> m.copy(at, other, size)));
        case 14 -> same(m -> done(() -> m.fill((byte) bits, at, at + size)));
        default -> same(m -> new String(m.readBytes(at, size), StandardCharsets.ISO_8859_1));
      }
      if (i % 5_000 == 0) {
        same(m -> new String(m.readBytes(0, m.pages() * PAGE), StandardCharsets.ISO_8859_1));
      }
    }
  }

  @Test
  void grow_toTheMaximum_keepsWhatWasThere() {
    ours.writeI32(PAGE * PAGES - 4, 42);
    assertThat(ours.grow(3)).isEqualTo(-1);
    assertThat(ours.grow(2)).isEqualTo(PAGES);
    assertThat(ours.grow(0)).isEqualTo(PAGES + 2);
    assertThat(ours.grow(1)).isEqualTo(-1);
    assertThat(ours.readInt(PAGE * PAGES - 4)).isEqualTo(42);
    assertThat(ours.readLong(PAGE * PAGES - 2)).isZero();
    assertThat(ours.pages()).isEqualTo(PAGES + 2);
  }

  @Test
  void access_beyondTheLengthButInTheArray_isOutside() {
    LinearMemory memory = new LinearMemory(new MemoryLimits(4, 100));
    assertThat(memory.grow(1)).isEqualTo(4);
    int end = memory.byteLength();
    assertThat(end).isEqualTo(5 * PAGE).isLessThan(memory.bytes().length);
    byte[] some = new byte[2];
    for (ThrowingCallable access :
        List.<ThrowingCallable>of(
            () -> memory.read(end),
            () -> memory.readShort(end - 1),
            () -> memory.readInt(end - 3),
            () -> memory.readLong(end - 7),
            () -> memory.writeByte(end, (byte) 1),
            () -> memory.writeShort(end - 1, (short) 1),
            () -> memory.writeI32(end - 3, 1),
            () -> memory.writeLong(end - 7, 1),
            () -> memory.write(end - 1, some, 0, 2),
            () -> memory.readBytes(end - 1, 2),
            () -> memory.fill((byte) 1, end - 1, end + 1),
            () -> memory.copy(end - 1, 0, 2),
            () -> memory.copy(0, end - 1, 2))) {
      assertThatThrownBy(access)
          .isInstanceOf(WasmRuntimeException.class)
          .hasMessageStartingWith("out of bounds memory access: attempted to access address: ")
          .hasMessageContaining(" but limit is: " + end + " and size: ");
    }
    assertThat(memory.grow(1)).isEqualTo(5);
    assertThat(memory.readBytes(end, PAGE)).containsOnly(0);
  }

  @Test
  void exportedMemory_rangeBeyondTheLengthButInTheArray_isRefused() {
    LinearMemory memory = new LinearMemory(new MemoryLimits(4, 100));
    memory.grow(1);
    long end = memory.byteLength();
    CoreMemory exported =
        new LinearCoreMemory(
            memory,
            new CoreExternType.Memory(new CoreExternType.Limits(4, 100L), false, false, 16));
    CoreMemory other = exported;
    for (ThrowingCallable access :
        List.<ThrowingCallable>of(
            () -> exported.read(end, new int[1]),
            () -> exported.read(end - 2, new short[2]),
            () -> exported.read(end - 8, new long[2]),
            () -> exported.write(end, new int[1]),
            () -> exported.write(end - 2, new short[2]),
            () -> exported.write(end - 8, new long[2]),
            () -> exported.copy(end - 1, other, 0, 2),
            () -> exported.text(end - 1, 2, StandardCharsets.UTF_8),
            () -> exported.storeAscii(end - 1, "ab"))) {
      assertThatThrownBy(access).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void grow_aViewsMemory_isSeenByAllViews() {
    LinearMemory memory = new LinearMemory(new MemoryLimits(1, 100));
    LinearMemory early = memory.view();
    assertThat(early.grow(30)).isEqualTo(1);
    LinearMemory late = memory.view();
    late.writeI32(31 * PAGE - 4, 42);
    assertThat(memory.readInt(31 * PAGE - 4)).isEqualTo(42);
    assertThat(early.readInt(31 * PAGE - 4)).isEqualTo(42);
    assertThat(memory.isSame(late)).isTrue();
    assertThat(memory.isSame(new LinearMemory(new MemoryLimits(1, 100)))).isFalse();
  }

  @Test
  void grow_pageByPage_copiesSeldom() {
    LinearMemory memory = new LinearMemory(new MemoryLimits(1, 1_000));
    Set<byte[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    while (memory.grow(1) >= 0) {
      arrays.add(memory.bytes());
    }
    assertThat(memory.pages()).isEqualTo(1_000);
    assertThat(memory.bytes()).hasSize(1_000 * PAGE);
    assertThat(arrays).hasSizeLessThan(20);
  }
}

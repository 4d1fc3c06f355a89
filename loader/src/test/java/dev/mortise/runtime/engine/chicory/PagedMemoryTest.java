package dev.mortise.runtime.engine.chicory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Our memory does what the engine's own does. */
class PagedMemoryTest {
  private static final int PAGE = Memory.PAGE_SIZE;
  private static final int PAGES = 3;

  private final Memory ours = new PagedMemory(new MemoryLimits(PAGES, 5));
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
}

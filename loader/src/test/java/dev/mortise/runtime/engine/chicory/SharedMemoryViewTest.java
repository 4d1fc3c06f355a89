package dev.mortise.runtime.engine.chicory;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import dev.mortise.runtime.core.CoreExternType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A view hands on whatever the engine's memory does itself. */
class SharedMemoryViewTest {
  private static Set<String> methods(Class<? extends Memory> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(SharedMemoryViewTest::isOfMemory)
        .map(m -> m.getName() + Arrays.toString(m.getParameterTypes()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOfMemory(Method method) {
    return Arrays.stream(Memory.class.getMethods())
        .anyMatch(
            m ->
                m.getName().equals(method.getName())
                    && Arrays.equals(m.getParameterTypes(), method.getParameterTypes()));
  }

  @Test
  void view_hasEachMethodThatTheEnginesMemoryHas() {
    assertThat(methods(SharedMemoryView.class)).containsAll(methods(ByteArrayMemory.class));
  }

  @Test
  void isSame_viewsOfOneMemory_areOne() {
    CoreExternType.Memory type =
        new CoreExternType.Memory(new CoreExternType.Limits(1, 2L), false, false, 16);
    for (boolean shared : new boolean[] {false, true}) {
      MemoryLimits limits = new MemoryLimits(1, 2, shared);
      Memory memory = shared ? new ByteArrayMemory(limits) : new LinearMemory(limits);
      ChicoryMemory exported = new ChicoryMemory(memory, type);
      ChicoryMemory imported = new ChicoryMemory(exported.forAnotherInstance(), type);
      ChicoryMemory again = new ChicoryMemory(imported.forAnotherInstance(), type);
      assertThat(exported.isSame(imported)).isTrue();
      assertThat(again.isSame(exported)).isTrue();
      assertThat(again.isSame(new ChicoryMemory(new LinearMemory(limits), type))).isFalse();
    }
  }

  @Test
  void view_writesAndReadsTheMemoryItself() {
    Memory memory = new ByteArrayMemory(new MemoryLimits(1, 2, true));
    Memory view = new SharedMemoryView(memory).again();
    view.writeI32(4, 0x01020304);
    assertThat(memory.readInt(4)).isEqualTo(0x01020304);
    assertThat(view.atomicXchgShort(4, (short) 7)).isEqualTo((short) 0x0304);
    assertThat(view.atomicCmpxchgLong(8, 0, 9)).isZero();
    assertThat(memory.atomicReadLong(8)).isEqualTo(9);
    assertThat(memory.grow(1)).isEqualTo(1);
    assertThat(view.pages()).isEqualTo(2);
    assertThat(view.shared()).isTrue();
  }
}

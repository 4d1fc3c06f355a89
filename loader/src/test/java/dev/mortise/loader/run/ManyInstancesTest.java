package dev.mortise.loader.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.Instance;
import dev.mortise.loader.LinkedComponent;
import dev.mortise.loader.LoadOptions;
import dev.mortise.runtime.Imports;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten thousand instances of one component at a time. */
class ManyInstancesTest {
  private static final int INSTANCES = 10_000;

  /** The memory of one page that each instance has. */
  private static final int PAGE = 65_536;

  private final LinkedComponent linked =
      Fixtures.load("counter", LoadOptions.Execution.COMPILE).link(Imports.NONE);

  @Test
  void instances_tenThousandAtATime_countEachForItself() {
    linked.instantiate().call("next");
    long classes = loadedClasses();
    long before = usedBytes();
    List<Instance> instances = new ArrayList<>();
    for (int i = 0; i < INSTANCES; i++) {
      instances.add(linked.instantiate());
    }
    for (int i = 0; i < INSTANCES; i++) {
      for (int calls = 0; calls < 1 + i % 3; calls++) {
        instances.get(i).call("next");
      }
    }
    for (int i = 0; i < INSTANCES; i++) {
      assertThat(Fixtures.u32(instances.get(i).call("next"))).isEqualTo(2 + i % 3);
    }
    long each = (usedBytes() - before) / INSTANCES;
    assertThat(each).as("bytes that an instance holds").isLessThan(PAGE + 16_384);
    assertThat(loadedClasses() - classes)
        .as("classes that instances added")
        .isLessThan(INSTANCES / 10);
    List<WeakReference<Instance>> gone = instances.stream().map(WeakReference::new).toList();
    instances.clear();
    long left = collect(gone, before);
    assertThat(gone).allMatch(reference -> reference.get() == null);
    assertThat(left).as("bytes left").isLessThan(16L << 20);
  }

  private static long collect(List<WeakReference<Instance>> gone, long before) {
    long left = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      left = usedBytes() - before;
      if (left < 16L << 20 && gone.stream().allMatch(reference -> reference.get() == null)) {
        break;
      }
    }
    return left;
  }

  private static long usedBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long loadedClasses() {
    return ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
  }
}

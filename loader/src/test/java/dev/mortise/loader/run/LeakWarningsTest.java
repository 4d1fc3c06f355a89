package dev.mortise.loader.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.Component;
import dev.mortise.loader.HostResource;
import dev.mortise.loader.Instance;
import dev.mortise.loader.LoadOptions;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.instance.ResourceHandle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handles that the host forgets: told about when it asks for that, and left alone in any case. */
class LeakWarningsTest {
  private static final LoadOptions WARNING = LoadOptions.DEFAULT.withLeakWarnings();

  private final Logger logger = Logger.getLogger("dev.mortise.loader");
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final Handler collector =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.addHandler(collector);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void listenNoMore() {
    logger.removeHandler(collector);
    logger.setUseParentHandlers(true);
  }

  private static Instance instance(LoadOptions options) {
    return Component.load(Fixtures.bytes("resources"), options)
        .instantiate(
            Imports.builder()
                .resource("file", HostResource.of(Object.class))
                .func("use-file", args -> null)
                .func("use-both", args -> null)
                .func("during", args -> null)
                .build());
  }

  private static ResourceHandle counter(Instance instance, long rep) {
    return (ResourceHandle) instance.call("[constructor]counter", rep).asResource().handle();
  }

  private static boolean collected(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 100 && !condition.getAsBoolean(); i++) {
      System.gc();
      Thread.sleep(20);
    }
    return condition.getAsBoolean();
  }

  @Test
  void ownHandle_thatNobodyEnds_isWarnedOfAndNotDestroyed() throws InterruptedException {
    Instance instance = instance(WARNING);
    ResourceHandle unused = counter(instance, 1);
    unused = null;
    assertThat(collected(() -> !records.isEmpty())).isTrue();
    assertThat(records).hasSize(1);
    LogRecord record = records.get(0);
    assertThat(record.getLevel()).isEqualTo(Level.WARNING);
    assertThat(record.getMessage()).contains("resource `counter`", "neither closed nor passed on");
    assertThat(record.getThrown().getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals(LeakWarningsTest.class.getName()));
    assertThat(Fixtures.u32(instance.call("[static]counter.dropped"))).isZero();
  }

  @Test
  void ownHandle_closedOrPassedOn_isNoLeak() throws InterruptedException {
    Instance instance = instance(WARNING);
    counter(instance, 1).close();
    instance.call("consume", counter(instance, 2));
    assertThat(Fixtures.u32(instance.call("[static]counter.dropped"))).isEqualTo(2);
    ResourceHandle unused = counter(instance, 3);
    unused = null;
    assertThat(collected(() -> !records.isEmpty())).isTrue();
    assertThat(records).hasSize(1);
  }

  @Test
  void ownHandle_withoutTheOption_isNotWatched() {
    ResourceHandle handle = counter(instance(LoadOptions.DEFAULT), 1);
    assertThat(handle.getClass()).isEqualTo(ResourceHandle.class);
    handle.close();
  }

  @Test
  void withLeakWarnings_keepsTheOtherOptions() {
    LoadOptions options =
        LoadOptions.DEFAULT
            .withLeakWarnings()
            .withExecution(LoadOptions.Execution.INTERPRET)
            .withFeatures(LoadOptions.DEFAULT.features());
    ResourceHandle handle = counter(instance(options), 1);
    assertThat(handle.getClass()).isNotEqualTo(ResourceHandle.class);
    handle.close();
  }
}

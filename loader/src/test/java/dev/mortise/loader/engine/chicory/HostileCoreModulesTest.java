package dev.mortise.loader.engine.chicory;

import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.CoreModuleBytes.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.encode.CoreModuleBytes;
import dev.mortise.loader.error.MortiseException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Core modules of some bytes that promise the engine more than there is. */
class HostileCoreModulesTest {
  private static final Bytes HUGE = Bytes.u32(Integer.MAX_VALUE);
  private static final Bytes AT_0 = Bytes.of(0, 0x41, 0, 0x0b);

  static Stream<CoreModuleBytes> hugeCounts() {
    Bytes names = Bytes.name("name").then(Bytes.of(1), HUGE.sized());
    return Stream.of(
        module().section(4, Bytes.of(1, 0x70, 0, 1)).section(9, Bytes.of(1).then(AT_0, HUGE)),
        module().memory("m").section(11, Bytes.of(1).then(AT_0, HUGE)),
        module().section(0, names),
        body(Bytes.of(1).then(HUGE, Bytes.of(0x7f, 0x0b))),
        body(Bytes.of(0, 0x41, 0, 0x0e).then(HUGE, Bytes.of(0, 0x0b))),
        body(Bytes.of(0, 0x1f, 0x40).then(HUGE, Bytes.of(0x0b, 0x0b))));
  }

  private static CoreModuleBytes body(Bytes body) {
    return module()
        .type(CoreModuleBytes.funcType(List.of(), List.of()))
        .section(3, Bytes.of(1, 0))
        .section(10, Bytes.of(1).then(body.sized()));
  }

  @ParameterizedTest
  @MethodSource("hugeCounts")
  void hugeCount_isRefused(CoreModuleBytes module) {
    Component component =
        Component.load(
            component().module(module).toArray(),
            LoadOptions.DEFAULT.withExecution(LoadOptions.Execution.INTERPRET));
    Throwable refusal = catchThrowable(component::loadCode);
    if (refusal != null) {
      assertThat(refusal).isInstanceOf(MortiseException.class);
    }
  }
}

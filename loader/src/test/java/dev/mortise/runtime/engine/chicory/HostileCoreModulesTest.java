package dev.mortise.runtime.engine.chicory;

import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.CoreModuleBytes.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.encode.CoreModuleBytes;
import dev.mortise.runtime.error.MortiseException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Core modules of some bytes that promise the engine more than there is. */
class HostileCoreModulesTest {
  private static final Bytes HUGE = Bytes.u32(Integer.MAX_VALUE);
  private static final Bytes AT_0 = Bytes.of(0, 0x41, 0, 0x0b);

  static Stream<Arguments> hugeCounts() {
    CoreModuleBytes table = module().section(4, Bytes.of(1, 0x70, 0, 1));
    return Stream.of(
        arguments("limit-exceeded", table.section(9, Bytes.of(1).then(AT_0, HUGE))),
        arguments("unexpected-end", module().memory("m").section(11, Bytes.of(1).then(AT_0, HUGE))),
        arguments("limit-exceeded", body(Bytes.of(1).then(HUGE, Bytes.of(0x7f, 0x0b)))),
        arguments(
            "core-module-malformed",
            body(Bytes.of(0, 0x41, 0, 0x0e).then(HUGE, Bytes.of(0, 0x0b)))),
        arguments(
            "core-module-unsupported",
            body(Bytes.of(0, 0x1f, 0x40).then(HUGE, Bytes.of(0x0b, 0x0b)))));
  }

  static Stream<Bytes> malformedNames() {
    return Stream.of(
        Bytes.of(1).then(HUGE.sized()),
        Bytes.of(0).then(HUGE.sized()),
        Bytes.of(1).then(Bytes.of(1, 0).then(HUGE).sized()),
        Bytes.of(2).then(Bytes.of(1, 0, 1, 0).then(HUGE).sized()),
        Bytes.of(1).then(HUGE),
        Bytes.of(0, 0xff, 0xff, 0xff, 0xff, 0xff));
  }

  private static CoreModuleBytes body(Bytes body) {
    return module()
        .type(CoreModuleBytes.funcType(List.of(), List.of()))
        .section(3, Bytes.of(1, 0))
        .section(10, Bytes.of(1).then(body.sized()));
  }

  @ParameterizedTest
  @MethodSource("hugeCounts")
  void hugeCount_isRefused(String code, CoreModuleBytes module) {
    assertThatThrownBy(() -> load(module))
        .isInstanceOfSatisfying(
            MortiseException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @MethodSource("malformedNames")
  void malformedNames_meanNothing(Bytes names) {
    load(module().section(0, Bytes.name("name").then(names)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a→b", "😀"})
  void names_ofAnyCharacters_areNoReasonToRefuse(String name) {
    Bytes functions = Bytes.of(1, 0).then(Bytes.name(name)).sized();
    load(
        module()
            .function("f", List.of(), List.of())
            .section(0, Bytes.name("name").then(Bytes.of(1), functions)));
  }

  private static void load(CoreModuleBytes module) {
    Component unused =
        Component.load(
                component().module(module).toArray(),
                LoadOptions.DEFAULT.withExecution(LoadOptions.Execution.INTERPRET))
            .loadCode();
  }
}

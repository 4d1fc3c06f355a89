package dev.mortise.loader.decode;

import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.CoreModuleBytes.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.encode.CoreModuleBytes;
import dev.mortise.loader.model.DecodedComponent;
import dev.mortise.runtime.error.MalformedComponentException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is counted of a core module's bodies and segments, which the engine reads later. */
class CoreModuleCountsTest {
  private static final Bytes AT_0 = Bytes.of(0x41, 0, 0x0b);
  private static final Bytes NULL_FUNC = Bytes.of(0xd2, 0, 0x0b);

  /** Each of the eight forms of element segments, and the three of data segments. */
  static Stream<CoreModuleBytes> everyForm() {
    Bytes indices = Bytes.vec(Bytes.u32(0), Bytes.u32(0));
    Bytes expressions = Bytes.vec(NULL_FUNC, NULL_FUNC);
    Bytes kind = Bytes.of(0x00);
    Bytes type = Bytes.of(0x70);
    Bytes table = Bytes.u32(0);
    return Stream.concat(
        Stream.of(
                Bytes.of(0).then(AT_0, indices),
                Bytes.of(1).then(kind, indices),
                Bytes.of(2).then(table, AT_0, kind, indices),
                Bytes.of(3).then(kind, indices),
                Bytes.of(4).then(AT_0, expressions),
                Bytes.of(5).then(type, expressions),
                Bytes.of(6).then(table, AT_0, type, expressions),
                Bytes.of(7).then(type, expressions))
            .map(CoreModuleCountsTest::elements),
        Stream.of(
                Bytes.of(0).then(AT_0, Bytes.name("ab")),
                Bytes.of(1).then(Bytes.name("ab")),
                Bytes.of(2, 0).then(AT_0, Bytes.name("ab")))
            .map(CoreModuleCountsTest::data));
  }

  private static CoreModuleBytes elements(Bytes segment) {
    return module().section(9, Bytes.vec(segment));
  }

  private static CoreModuleBytes data(Bytes segment) {
    return module().section(11, Bytes.vec(segment));
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void segment_ofEveryForm_isPassedOver(CoreModuleBytes module) {
    DecodedComponent component = decode(component().module(module));
    assertThat(component.definitions()).hasSize(1);
  }

  @Test
  void segment_ofAnotherForm_isRefused() {
    refused(elements(Bytes.of(8)), Malformed.INVALID_LEADING_BYTE, "expected flags of 0 to 7");
    refused(elements(Bytes.of(1, 1, 0)), Malformed.INVALID_LEADING_BYTE, "element kind");
    refused(data(Bytes.of(3)), Malformed.INVALID_LEADING_BYTE, "found 3");
  }

  @Test
  void segments_beyondTheLimits_areRefused() {
    refused(module().section(9, Bytes.u32(100_001)), Malformed.LIMIT_EXCEEDED, "element segments");
    refused(module().section(11, Bytes.u32(100_001)), Malformed.LIMIT_EXCEEDED, "data segments");
    refused(
        elements(Bytes.of(1, 0).then(Bytes.u32(10_000_001))),
        Malformed.LIMIT_EXCEEDED,
        "number of elements");
  }

  @Test
  void segments_fewerThanTheirCount_areRefused() {
    refused(elements(Bytes.of(1, 0, 5, 0)), Malformed.UNEXPECTED_END, "elements");
    refused(data(Bytes.of(1, 5, 0)), Malformed.UNEXPECTED_END, "data segment");
  }

  @Test
  void dataCount_unlikeTheDataSection_isRefused() {
    CoreModuleBytes module = module().section(12, Bytes.u32(2)).section(11, Bytes.vec());
    refused(module, Malformed.COUNT_MISMATCH, "expected 2 data segments, found 0");
    CoreModuleBytes right = module().section(12, Bytes.u32(0)).section(11, Bytes.vec());
    assertThat(decode(component().module(right)).definitions()).hasSize(1);
  }

  private static CoreModuleBytes locals(long... groups) {
    List<Bytes> locals = new ArrayList<>();
    for (long group : groups) {
      locals.add(Bytes.u32(group).then(CoreModuleBytes.I32));
    }
    return module().function("f", List.of(), List.of(), Bytes.vec(locals).then(Bytes.of(0x0b)));
  }

  @Test
  void locals_beyondTheLimitOfAFunction_areRefused() {
    assertThat(decode(component().module(locals(49_999, 1))).definitions()).hasSize(1);
    refused(locals(49_999, 2), Malformed.LIMIT_EXCEEDED, "at most 50000 locals, found 50001");
    refused(locals(1, 0xffff_ffffL), Malformed.LIMIT_EXCEEDED, "found 4294967296");
  }

  @Test
  void locals_beyondTheLimitOfAFile_areRefused() {
    ComponentBytes file = component();
    for (int i = 0; i < 200; i++) {
      file =
          i % 2 == 0
              ? file.module(locals(50_000))
              : file.nested(component().module(locals(50_000)));
    }
    assertThat(decode(file).definitions()).hasSize(200);
    refused(file.module(locals(1)), "at most 10000000 locals, found 10000001");
  }

  private static DecodedComponent decode(ComponentBytes file) {
    return ComponentDecoder.decode(file.toArray(), Features.defaults());
  }

  private static void refused(CoreModuleBytes module, Malformed rule, String message) {
    MalformedComponentException refusal = refused(component().module(module), message);
    assertThat(refusal.code()).isEqualTo(rule.code());
  }

  private static MalformedComponentException refused(ComponentBytes file, String message) {
    MalformedComponentException refusal =
        catchThrowableOfType(MalformedComponentException.class, () -> decode(file));
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal).hasMessageContaining(message);
    return refusal;
  }
}

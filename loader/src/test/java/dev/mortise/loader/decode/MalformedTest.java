package dev.mortise.loader.decode;

import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.CoreModuleBytes.module;
import static dev.mortise.loader.encode.ExternBytes.implementing;
import static dev.mortise.loader.encode.ExternBytes.instanceOf;
import static dev.mortise.loader.encode.ExternBytes.name;
import static dev.mortise.loader.encode.TypeBytes.U8;
import static dev.mortise.loader.encode.TypeBytes.declareType;
import static dev.mortise.loader.encode.TypeBytes.instanceType;
import static dev.mortise.loader.encode.TypeBytes.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.MalformedComponentException;
import dev.mortise.runtime.plan.CanonBuiltin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with the bytes: a test for each code, with its offset. */
class MalformedTest {
  private static final Path SOURCE =
      Path.of("src/test/java/dev/mortise/loader/decode/MalformedTest.java");

  private static void refused(
      byte[] file, Features features, Malformed rule, int offset, List<String> path, String says) {
    MalformedComponentException refused =
        catchThrowableOfType(
            MalformedComponentException.class, () -> ComponentDecoder.decode(file, features));
    assertThat(refused).as("the decoder accepts it").isNotNull();
    Diagnostic finding = refused.diagnostic();
    assertThat(finding.code()).as(finding.message()).isEqualTo(rule.code());
    assertThat(finding.spec()).isEqualTo(rule.spec());
    assertThat(finding.offset()).as(finding.message()).isEqualTo(offset);
    assertThat(finding.path()).isEqualTo(path);
    assertThat(finding.message()).contains(says);
  }

  private static void refused(ComponentBytes file, Malformed rule, int offset, String says) {
    refused(file.toArray(), Features.defaults(), rule, offset, List.of(), says);
  }

  private static void refused(byte[] file, Malformed rule, int offset, String says) {
    refused(file, Features.defaults(), rule, offset, List.of(), says);
  }

  @Test
  void everyCode_hasATest() throws IOException {
    String tests = Files.readString(SOURCE);
    assertThat(Malformed.values()).allMatch(code -> tests.contains("Malformed." + code.name()));
  }

  @Test
  void file_empty_endsTooEarly() {
    refused(new byte[0], Malformed.UNEXPECTED_END, 0, "no bytes at all");
  }

  @Test
  void file_cutAtEachByte_endsTooEarlyOrIsNoComponent() {
    byte[] whole = component().type(list(U8)).nested(component().type(list(U8))).toArray();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      if (length == 8 || length == component().type(list(U8)).size()) {
        continue; // ends between two sections: a component
      }
      assertThat(
              catchThrowableOfType(
                  MalformedComponentException.class,
                  () -> ComponentDecoder.decode(cut, Features.defaults())))
          .as("cut to %s bytes", length)
          .isNotNull();
    }
  }

  @Test
  void section_longerThanTheFile_endsTooEarly() {
    ComponentBytes file = component().raw(Bytes.of(7, 9, 0));
    refused(file, Malformed.UNEXPECTED_END, file.size(), "expected 9 bytes at offset 0x0a");
  }

  @Test
  void section_longerThanItsItems_hasTrailingBytes() {
    ComponentBytes file = component().item(7, list(U8).then(Bytes.of(0, 0)));
    refused(file, Malformed.TRAILING_BYTES, file.size() - 2, "expected the end, found 2 more");
  }

  @Test
  void number_ofTooManyBytes_isTooLong() {
    ComponentBytes file = component().raw(Bytes.of(7, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00));
    refused(file, Malformed.INTEGER_TOO_LONG, 9, "a LEB128 number of 32 bits has at most 5 bytes");
  }

  @Test
  void number_beyond32Bits_isTooLarge() {
    ComponentBytes file = component().raw(Bytes.of(7, 0xff, 0xff, 0xff, 0xff, 0x1f));
    refused(file, Malformed.INTEGER_TOO_LARGE, 9, "does not fit in 32 bits");
  }

  @Test
  void name_notUtf8_isRefused() {
    Bytes name = Bytes.of(0, 2, 0xc3, 0x28);
    ComponentBytes file = component().imported(name, instanceOf(0));
    refused(file, Malformed.INVALID_UTF8, file.offset(0) + 2, "encoded as valid UTF-8");
  }

  @Test
  void type_ofUnknownCode_hasAnInvalidLeadingByte() {
    ComponentBytes file = component().type(Bytes.of(0x3e));
    refused(file, Malformed.INVALID_LEADING_BYTE, file.offset(0), "found 0x3e");
  }

  @Test
  void flag_of2_isNoBoolean() {
    ComponentBytes file = component().canon(Bytes.of(CanonBuiltin.SUBTASK_CANCEL.opcode(), 2));
    refused(file, Malformed.INVALID_BOOLEAN, file.offset(0) + 1, "expected 0x00 or 0x01");
  }

  @Test
  void cancellable_wasRemoved() {
    ComponentBytes file = component().canon(Bytes.of(CanonBuiltin.THREAD_YIELD.opcode(), 1));
    refused(file, Malformed.CANCELLABLE, file.offset(0) + 1, "has removed the immediate");
  }

  @Test
  void file_ofText_isNoMagicButGetsAHint() {
    byte[] text = "(component)".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    refused(text, Malformed.BAD_MAGIC, 0, "this looks like text");
  }

  @Test
  void version_fromTheFuture_isUnknown() {
    byte[] file = component().toArray();
    file[4] = 0x0e;
    refused(file, Malformed.UNKNOWN_VERSION, 4, "found 0e 00 01 00");
  }

  @Test
  void coreModule_asAFile_isNotAComponentButGetsAHint() {
    refused(
        module().bytes().toArray(),
        Malformed.NOT_A_COMPONENT,
        0,
        "To make a component of it: wasm-tools component new");
  }

  @Test
  void component_inAModuleSection_isNotAModule() {
    ComponentBytes file = component().raw(Bytes.of(1).then(component().bytes().sized()));
    refused(
        file.toArray(),
        Features.defaults(),
        Malformed.NOT_A_MODULE,
        10,
        List.of("core module at 0x0a"),
        "stands in a component section");
  }

  @Test
  void section_ofUnknownId_isRefused() {
    ComponentBytes file = component().raw(Bytes.of(12, 1, 0));
    refused(file, Malformed.UNKNOWN_SECTION, 8, "switch on the feature cm-values");
  }

  @Test
  void coreSection_outOfOrder_isRefused() {
    Bytes types = Bytes.of(1).then(Bytes.vec().sized());
    Bytes twice = module().bytes().then(types, types);
    ComponentBytes file = component().raw(Bytes.of(1).then(twice.sized()));
    refused(
        file.toArray(),
        Features.defaults(),
        Malformed.SECTION_OUT_OF_ORDER,
        10 + 8 + 3,
        List.of("core module at 0x0a"),
        "section out of order");
  }

  @Test
  void coreModule_withFewerBodiesThanFunctions_isRefused() {
    Bytes functions = Bytes.of(3).then(Bytes.vec(Bytes.u32(0)).sized());
    ComponentBytes file =
        component().raw(Bytes.of(1).then(module().bytes().then(functions).sized()));
    refused(
        file.toArray(),
        Features.defaults(),
        Malformed.COUNT_MISMATCH,
        file.size(),
        List.of("core module at 0x0a"),
        "expected 1 function bodies, found 0");
  }

  @Test
  void attribute_whenOff_requiresTheFeature() {
    ComponentBytes file = component().imported(name("i", implementing("a:b/c")), instanceOf(0));
    refused(
        file.toArray(),
        Features.defaults().without(Feature.CM_IMPLEMENTS),
        Malformed.FEATURE_REQUIRED,
        file.offset(0),
        List.of(),
        "the `cm-implements` feature is not active");
  }

  @Test
  void start_twice_isRefused() {
    ComponentBytes file = component().start(0, 0);
    int second = file.size();
    refused(file.start(0, 0), Malformed.DUPLICATE_START, second, "more than one start function");
  }

  @Test
  void name_beyondTheLimit_isRefused() {
    ComponentBytes file = component().custom("x".repeat(100_001), Bytes.of());
    refused(file, Malformed.LIMIT_EXCEEDED, 12, "at most 100000 bytes, found 100001");
  }

  @Test
  void components_nestedTooDeep_areRefused() {
    ComponentBytes file = component();
    for (int i = 0; i <= Limits.NESTING_DEPTH; i++) {
      file = component().nested(file);
    }
    byte[] deep = file.toArray();
    MalformedComponentException refused =
        catchThrowableOfType(
            MalformedComponentException.class,
            () -> ComponentDecoder.decode(deep, Features.defaults()));
    assertThat(refused.code()).isEqualTo(Malformed.LIMIT_EXCEEDED.code());
    assertThat(refused.diagnostic().path()).hasSize(Limits.NESTING_DEPTH + 1);
  }

  @Test
  void types_nestedTooDeep_areRefused() {
    Bytes type = instanceType();
    for (int i = 0; i <= Limits.NESTING_DEPTH; i++) {
      type = instanceType(declareType(type));
    }
    byte[] deep = component().type(type).toArray();
    MalformedComponentException refused =
        catchThrowableOfType(
            MalformedComponentException.class,
            () -> ComponentDecoder.decode(deep, Features.defaults()));
    assertThat(refused.code()).isEqualTo(Malformed.LIMIT_EXCEEDED.code());
  }
}

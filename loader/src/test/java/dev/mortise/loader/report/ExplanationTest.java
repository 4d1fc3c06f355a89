package dev.mortise.loader.report;

import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.CoreModuleBytes.module;
import static dev.mortise.loader.encode.ExternBytes.funcOf;
import static dev.mortise.loader.encode.ExternBytes.instanceOf;
import static dev.mortise.loader.encode.InstanceBytes.argument;
import static dev.mortise.loader.encode.InstanceBytes.instantiate;
import static dev.mortise.loader.encode.TypeBytes.CHAR;
import static dev.mortise.loader.encode.TypeBytes.STRING;
import static dev.mortise.loader.encode.TypeBytes.U32;
import static dev.mortise.loader.encode.TypeBytes.declareExport;
import static dev.mortise.loader.encode.TypeBytes.declareType;
import static dev.mortise.loader.encode.TypeBytes.func;
import static dev.mortise.loader.encode.TypeBytes.instanceType;
import static dev.mortise.loader.encode.TypeBytes.labelled;
import static dev.mortise.loader.encode.TypeBytes.list;
import static dev.mortise.loader.encode.TypeBytes.ref;
import static dev.mortise.loader.encode.TypeBytes.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.model.DecodedComponent;
import dev.mortise.loader.model.Sort;
import dev.mortise.loader.validate.ComponentValidator;
import dev.mortise.loader.wit.Golden;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.InvalidComponentException;
import dev.mortise.runtime.error.MalformedComponentException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Findings as text and as data. {@code -Dbless} writes the expected texts anew. */
class ExplanationTest {

  /** Three independent findings: in a type, inside a nested component, and of two types. */
  private static ComponentBytes threeFindings() {
    Bytes asks =
        instanceType(
            declareType(func(null, labelled("zone", STRING))), declareExport("now", funcOf(0)));
    Bytes has =
        instanceType(
            declareType(func(null, labelled("zone", U32))), declareExport("now", funcOf(0)));
    ComponentBytes clock = component().type(asks).imported("test:clock/clock", instanceOf(0));
    ComponentBytes broken = component().type(list(ref(4)));
    return component()
        .type(stream(CHAR))
        .nested(broken)
        .nested(clock)
        .type(has)
        .imported("host", instanceOf(1))
        .instance(instantiate(1, argument("test:clock/clock", Sort.INSTANCE, 0)));
  }

  private static Explanation explained(String file, byte[] bytes) {
    DecodedComponent decoded;
    try {
      decoded = ComponentDecoder.decode(bytes, Features.defaults());
    } catch (MalformedComponentException e) {
      return Explanation.of(file, e);
    }
    try {
      ComponentValidator.validate(decoded, Features.defaults());
    } catch (InvalidComponentException e) {
      return Explanation.of(file, e).in(decoded);
    }
    return Explanation.of(file, List.of());
  }

  @Test
  void text_ofSeveralFindings_showsEachWithItsTree() throws IOException {
    Golden.check(
        "report/three-findings.txt", explained("shop.wasm", threeFindings().toArray()).text());
  }

  @Test
  void findings_ofSeveral_haveTheirWaysAndLinks() {
    List<Explanation.Finding> findings =
        explained("shop.wasm", threeFindings().toArray()).findings();
    assertThat(findings)
        .extracting(finding -> finding.diagnostic().code())
        .containsExactly("stream-of-char", "index-out-of-bounds", "type-mismatch");
    assertThat(findings.get(1).path())
        .containsExactly(
            new Explanation.Step("component", 0),
            new Explanation.Step("component 0", 16),
            new Explanation.Step("type", 27));
    assertThat(findings.get(2).path())
        .contains(new Explanation.Step("param \"zone\"", Diagnostic.NO_OFFSET));
    assertThat(findings.get(2).link()).endsWith("/design/mvp/Explainer.md#type-checking");
  }

  @Test
  void text_ofAMalformedFile_showsTheNestedModule() throws IOException {
    Bytes cut = Bytes.of(1).then(module().bytes().then(Bytes.of(1, 3, 1, 0x61, 0)).sized());
    ComponentBytes file = component().raw(Bytes.of(4).then(component().raw(cut).bytes().sized()));
    Golden.check("report/malformed.txt", explained("cut.wasm", file.toArray()).text());
  }

  @Test
  void finding_aboutAWhole_hasItsPlaceOnce() {
    Explanation.Step root = new Explanation.Step("component", 0);
    assertThat(way(new byte[] {1, 2, 3, 4, 5, 6, 7, 8})).containsExactly(root);
    assertThat(way(new byte[0])).containsExactly(root);
    Bytes bodiless = module().bytes().then(Bytes.of(3, 2, 1, 0));
    ComponentBytes module = component().raw(Bytes.of(1).then(bodiless.sized()));
    assertThat(way(module.toArray()))
        .containsExactly(root, new Explanation.Step("core module", 10));
  }

  private static List<Explanation.Step> way(byte[] bytes) {
    List<Explanation.Finding> findings = explained("x", bytes).findings();
    assertThat(findings).hasSize(1);
    return findings.get(0).path();
  }

  @Test
  void valid_file_hasNoFinding() {
    Explanation explanation = explained("empty.wasm", component().toArray());
    assertThat(explanation.text()).isEqualTo("empty.wasm: valid\n");
    assertThat(explanation.file()).isEqualTo("empty.wasm");
    assertThat(explanation.findings()).isEmpty();
  }

  @Test
  void text_ofNamesWithControlCharacters_doesNotSteerTheTerminal() {
    Diagnostic finding = Diagnostic.of("code", "import \"\u001b[2J\u202ename\"");
    assertThat(Explanation.of("x", List.of(finding)).text())
        .contains("import \"\\u{1b}[2J\\u{202e}name\"");
  }
}

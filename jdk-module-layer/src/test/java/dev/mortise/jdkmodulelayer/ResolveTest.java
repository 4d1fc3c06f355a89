package dev.mortise.jdkmodulelayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.jdkmodulelayer.resolve.Resolution;
import dev.mortise.jdkmodulelayer.resolve.Wire;
import dev.mortise.runtime.error.ComponentResolutionException;
import dev.mortise.runtime.error.Diagnostic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who supplies what to whom, and what can be wrong with it. */
class ResolveTest {
  private static final String OPS = "docs:math/ops@0.2.0";

  @TempDir Path temp;

  private LayerBuilder path(String... names) throws Exception {
    return ComponentLayer.builder().path(Guests.folder(temp.resolve("path"), names));
  }

  private static String problems(LayerBuilder builder, String... roots) {
    var thrown =
        assertThatExceptionOfType(ComponentResolutionException.class)
            .isThrownBy(() -> builder.resolve(roots));
    StringBuilder text = new StringBuilder();
    thrown.satisfies(
        e ->
            e.diagnostics().stream()
                .map(Diagnostic::message)
                .forEach(line -> text.append(line).append('\n')));
    return text.toString();
  }

  /** Messages without the folder of the test. */
  private String problemsIn(LayerBuilder builder, String... roots) {
    return problems(builder, roots).replace(temp.resolve("path") + "/", "");
  }

  @Test
  void imports_areWiredToOneProviderEach() throws Exception {
    Resolution resolution = path("ops", "shop", "bill", "opsnext").resolve("bill").resolution();
    assertThat(resolution.modules().keySet()).containsExactly("ops", "shop", "bill");
    assertThat(resolution.wires())
        .extracting(Wire::importer, Wire::what, wire -> wire.provider().name())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("bill", "docs:shop/cart@1.0.0", "shop"),
            org.assertj.core.groups.Tuple.tuple("bill", "docs:math/ops@0.2.3", "ops"),
            org.assertj.core.groups.Tuple.tuple("shop", OPS, "ops"));
    assertThat(resolution.contracts().sources().keySet())
        .containsExactly("wit.docs.math.v0_2", "wit.docs.shop.v1");
  }

  @Test
  void withoutRoots_allComponentsAreResolved() throws Exception {
    assertThat(path("ops", "shop").resolve().resolution().modules().keySet())
        .containsExactly("ops", "shop");
  }

  @Test
  void unknownRoot_namesTheNearest() throws Exception {
    assertThat(problemsIn(path("ops", "shop"), "shopp"))
        .isEqualTo(
            "[unknown-module] root shopp: expected a module on the path, found only ops, shop."
                + " Did you mean shop?\n");
  }

  @Test
  void missingProvider_namesWhatWouldHelp() throws Exception {
    assertThat(problemsIn(path("late"), "late"))
        .isEqualTo(
            "[missing-provider] late (late.wasm) > import docs:clock/clock@1.0.0: expected one"
                + " provider of wit.docs.clock.v1.Clock, found none; no module on the path or in a"
                + " parent layer has it. Put a component that exports it on the path, or a Java"
                + " module that provides wit.docs.clock.v1.Clock, or bind an object:"
                + " bind(Clock.class, …)\n");
  }

  @Test
  void providerOfAnotherTrack_isNamedButNotTaken() throws Exception {
    assertThat(problemsIn(path("shop", "opsnext"), "shop"))
        .contains("[missing-provider] shop (shop.wasm) > import " + OPS)
        .contains(
            "there is docs:math/ops@0.3.0 of opsnext, and the two versions are not compatible");
  }

  @Test
  void severalProviders_areAmbiguousUntilOneIsChosen() throws Exception {
    LayerBuilder builder = path("shop", "ops");
    Files.write(temp.resolve("path/fast.wasm"), Guests.bytes("ops"));
    assertThat(problemsIn(builder, "shop"))
        .isEqualTo(
            "[ambiguous-provider] shop (shop.wasm) > import "
                + OPS
                + ": expected one provider of wit.docs.math.v0_2.Ops, found 2: fast (fast.wasm),"
                + " ops (ops.wasm); which of them is meant is for the caller to say. Choose one:"
                + " wire(\"shop\", \""
                + OPS
                + "\", \"fast\")\n");
    Resolution chosen = builder.wire("shop", OPS, "fast").resolve("shop").resolution();
    assertThat(chosen.wiresOf("shop").get(0).provider().name()).isEqualTo("fast");
  }

  @Test
  void choices_mustFit() throws Exception {
    assertThat(problemsIn(path("shop", "ops").wire("shop", OPS, "opps"), "shop"))
        .contains("[wrong-choice]", "expected one of [ops], found opps");
    assertThat(problemsIn(path("shop", "ops").wire("bill", OPS, "ops"), "shop"))
        .contains("[unused-choice] wire bill");
  }

  @Test
  void viewsThatConflict_areShownByBothSignatures() throws Exception {
    assertThat(problemsIn(path("ops", "wider"), "wider"))
        .isEqualTo(
            "[conflicting-interface] docs:math/ops@0.2.0 > add: expected func(a: u32, b: u32) ->"
                + " u32 as before, in ops.wasm, found func(a: u64, b: u32) -> u32 in wider.wasm;"
                + " components of one layer share the Java class of an interface. Build both"
                + " against one version of the interface, or put them into two layers\n");
  }

  @Test
  void missingFunction_namesBothSides() throws Exception {
    assertThat(problemsIn(path("ops", "divides"), "divides"))
        .isEqualTo(
            "[missing-function] divides (divides.wasm) > import "
                + OPS
                + ": expected div, found ops (ops.wasm) with only add, mul; what is imported must"
                + " be among what is exported. Build the importer against the provider's version of"
                + " the interface\n");
  }

  @Test
  void cycle_isRefusedWithItsPath() throws Exception {
    assertThat(problemsIn(path("ringa", "ringb"), "ringa"))
        .startsWith(
            "[cyclic-imports] ringa → docs:ring/right@1.0.0 → ringb → docs:ring/left@1.0.0 →"
                + " ringa: of components that need one another none can be instantiated first.");
  }

  @Test
  void problems_areToldAtOnce() throws Exception {
    String all = problems(path("ops", "divides", "late", "ringa", "ringb"));
    assertThat(all.lines().map(line -> line.substring(1, line.indexOf(']'))))
        .containsExactlyInAnyOrder("missing-function", "missing-provider", "cyclic-imports");
  }

  @Test
  void contractJar_isPreferredToOneOfTheViews() throws Exception {
    Path contracts = Guests.contracts(temp.resolve("contracts"), "ops");
    var source =
        path("ops", "shop")
            .path(contracts)
            .resolve("shop")
            .resolution()
            .contracts()
            .sources()
            .get("wit.docs.math.v0_2");
    assertThat(source.inWords()).isEqualTo("module wit.docs.math.v0_2");
  }

  @Test
  void contractJarThatLacksAMethod_isRefused() throws Exception {
    Path contracts = Guests.contracts(temp.resolve("contracts"), "shop");
    assertThat(problems(path("ops", "shop").path(contracts), "shop"))
        .contains("[contract-mismatch] module wit.docs.math.v0_2", "mul");
  }

  @Test
  void thousandComponents_areResolvedInTwoSeconds() throws Exception {
    LayerBuilder builder = path("ops");
    byte[] shop = Guests.bytes("shop");
    for (int i = 0; i < 999; i++) {
      Files.write(temp.resolve("path/shop" + i + ".wasm"), shop);
    }
    Resolution warm = path("ops").resolve().resolution();
    assertThat(warm.modules()).isNotEmpty();
    Resolution resolution = warm;
    Duration best = Duration.ofDays(1);
    // Other processes may take the machine for a while: the best of three.
    for (int i = 0; i < 3 && best.toSeconds() >= 2; i++) {
      long start = System.nanoTime();
      resolution = builder.resolve().resolution();
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      best = taken.compareTo(best) < 0 ? taken : best;
    }
    assertThat(resolution.wires()).hasSize(999);
    assertThat(resolution.modules()).hasSize(1000);
    assertThat(List.copyOf(resolution.modules().keySet()).get(0)).isEqualTo("ops");
    assertThat(best).isLessThan(Duration.ofSeconds(2));
  }
}

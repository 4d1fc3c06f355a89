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

/** Who supplies what to whom; {@link MessagesTest} has what can be wrong with it. */
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
  void severalProviders_areAmbiguousUntilOneIsChosen() throws Exception {
    LayerBuilder builder = path("shop", "ops");
    Files.write(temp.resolve("path/fast.wasm"), Guests.bytes("ops"));
    assertThat(problems(builder, "shop")).startsWith("[ambiguous-provider] shop (");
    Resolution chosen = builder.wire("shop", OPS, "fast").resolve("shop").resolution();
    assertThat(chosen.wiresOf("shop").get(0).provider().name()).isEqualTo("fast");
  }

  @Test
  void choices_mustFit() throws Exception {
    assertThat(problems(path("shop", "ops").wire("shop", OPS, "opps"), "shop"))
        .contains("[wrong-choice]", "expected one of [ops], found opps");
    assertThat(problems(path("shop", "ops").wire("bill", OPS, "ops"), "shop"))
        .contains("[unused-choice] wire bill");
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

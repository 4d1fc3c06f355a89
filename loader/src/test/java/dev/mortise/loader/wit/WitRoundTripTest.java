package dev.mortise.loader.wit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.wit.resolve.WitOptions;
import dev.mortise.loader.wit.resolve.WitPackages;
import dev.mortise.runtime.error.MortiseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Components as WIT, and that text read again: it always resolves, and to the same types unless the
 * text says that WIT cannot express them.
 */
class WitRoundTripTest {
  private static final List<Path> OWN =
      List.of(
          Path.of("src/test/resources"),
          Path.of("../classgen/src/test/resources"),
          Path.of("../examples"));

  private int compared;
  private final StringBuilder inexpressible = new StringBuilder();

  @Test
  void ownComponents_printedAndRead_haveEqualTypes() throws IOException {
    for (Path folder : OWN) {
      roundTrips(folder);
    }
    assertThat(compared).isGreaterThanOrEqualTo(20);
    Golden.check("wit/inexpressible-components.expected", inexpressible.toString());
  }

  @Test
  void componentsOfOtherTools_printedAndRead_haveEqualTypes() throws IOException {
    roundTrips(shared("components"));
    assertThat(inexpressible).isEmpty();
    assertThat(compared).isGreaterThanOrEqualTo(3);
  }

  @Test
  void componentsOfTheSuites_printedAndRead_haveEqualTypes() throws IOException {
    roundTrips(shared("suites"));
    assertThat(compared).isGreaterThanOrEqualTo(750);
    assertThat(inexpressible.toString().lines().filter(line -> line.endsWith(".wasm")))
        .hasSizeLessThan(160);
  }

  private static Path shared(String name) {
    Path folder = Path.of("../../shared").resolve(name);
    assumeTrue(Files.isDirectory(folder), "shared/" + name + " is not beside the project");
    return folder;
  }

  private void roundTrips(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(file -> file.toString().endsWith(".wasm") && !isOutput(file))
              .sorted()
              .toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      Component component;
      try {
        component = Component.load(file, LoadOptions.DEFAULT.withFeatures(Features.all()));
      } catch (MortiseException e) {
        continue; // a core module, or one that is to be refused
      }
      roundTrip(file, component);
    }
  }

  private static boolean isOutput(Path file) {
    return Stream.of("target", "build").anyMatch(out -> file.toString().contains("/" + out + "/"));
  }

  private void roundTrip(Path file, Component component) {
    WitDocument document = WitView.of(component.type());
    String wit = component.wit();
    WitPackages read = WitPackages.of(file.toString(), wit, WitOptions.DEFAULT);
    if (document.notes().isEmpty()) {
      assertThat(TypeDump.of(read.world("root").type()))
          .as(file + "\n" + wit)
          .isEqualTo(TypeDump.of(component.type()));
      assertThat(read.wit()).as(file.toString()).isEqualTo(wit);
      compared++;
      return;
    }
    inexpressible.append(file.getFileName()).append('\n');
    for (String note : document.notes()) {
      assertThat(wit).as(file.toString()).contains("// " + note);
      inexpressible.append("  ").append(note).append('\n');
    }
  }
}

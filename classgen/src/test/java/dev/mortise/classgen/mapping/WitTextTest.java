package dev.mortise.classgen.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.classgen.jar.ModularJar;
import dev.mortise.loader.Component;
import dev.mortise.loader.wit.resolve.WitOptions;
import dev.mortise.loader.wit.resolve.WitPackages;
import dev.mortise.runtime.type.ComponentType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A world of WIT text has the declarations that a component of it has. */
class WitTextTest {
  private static final String CLASSGEN = "src/test/resources/dev/mortise/classgen/";
  private static final String ENCODED =
      "../loader/src/test/resources/dev/mortise/loader/wit/encoded/";

  @ParameterizedTest
  @CsvSource({
    CLASSGEN + "kinds.wit, kinds, " + CLASSGEN + "kinds.wasm",
    ENCODED + "shared.wit, painter, " + ENCODED + "painter.wasm",
    ENCODED + "shared.wit, artist, " + ENCODED + "artist.wasm",
    ENCODED + "include.wit, everything, " + ENCODED + "everything.wasm"
  })
  void declarations_ofWitText_areThoseOfItsComponent(Path text, String world, Path binary)
      throws IOException {
    ComponentType ofText = WitPackages.load(text, WitOptions.DEFAULT).world(world).type();
    ComponentType ofBinary = Component.load(binary).type();
    assertThat(lines(ofText)).isNotEmpty().isEqualTo(lines(ofBinary));
  }

  @ParameterizedTest
  @CsvSource({CLASSGEN + "kinds.wasm", CLASSGEN + "calls.wasm", ENCODED + "artist.wasm"})
  void declarations_ofAComponentsWit_areThoseOfTheComponent(Path binary) throws IOException {
    Component component = Component.load(binary);
    ComponentType read =
        WitPackages.of("printed", component.wit(), WitOptions.DEFAULT).world("root").type();
    assertThat(lines(read)).isNotEmpty().isEqualTo(lines(component.type()));
  }

  /**
   * The lines of each Java file, sorted: encoders put types in the order in which functions need
   * them.
   */
  private static Map<String, List<String>> lines(ComponentType type) {
    Map<String, List<String>> lines = new TreeMap<>();
    ModularJar.sources(JavaMapping.of(type, "same", null))
        .forEach((file, text) -> lines.put(file, text.lines().sorted().toList()));
    return lines;
  }
}

package dev.mortise.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.classgen.mapping.JavaMapping;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaSource;
import dev.mortise.loader.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindingsTest {
  private static final Path SOURCES = Path.of("src/main/java");

  /** With {@code -Dbless}, writes them anew; they want formatting then. */
  @ParameterizedTest
  @ValueSource(strings = {"bench", "composed", "callee", "caller"})
  void interfacesOfAGuest_areAsClassgenPrintsThem(String guest) throws IOException {
    Component component = Component.load(Files.readAllBytes(Path.of("guests", guest + ".wasm")));
    JavaModel model = JavaMapping.of(component.type(), "guest.wasm", null);
    for (JavaModel.InterfaceDecl declared : model.interfaces()) {
      String printed = JavaSource.of(declared);
      Path file = SOURCES.resolve(declared.name().toString().replace('.', '/') + ".java");
      if (System.getProperty("bless") != null) {
        Files.writeString(file, printed);
      }
      assertThat(withoutSpace(Files.readString(file))).isEqualTo(withoutSpace(printed));
    }
  }

  private static String withoutSpace(String source) {
    return source.replaceAll("\\s", "");
  }
}

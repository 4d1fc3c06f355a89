package dev.mortise.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.classgen.mapping.JavaMapping;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaSource;
import dev.mortise.loader.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The interfaces that the tests name are those of the guest. */
class BindingsTest {
  /** With {@code -Dbless}, writes them anew; they want formatting then. */
  @Test
  void interfacesOfTheGuest_areAsClassgenPrintsThem() throws IOException {
    Path guest = Path.of("src/test/resources/dev/mortise/testing/shop.wasm");
    JavaModel model =
        JavaMapping.of(Component.load(Files.readAllBytes(guest)).type(), "shop.wasm", null);
    for (JavaModel.InterfaceDecl declared : model.interfaces()) {
      String printed = JavaSource.of(declared);
      Path file = Path.of("src/test/java", declared.name().toString().replace('.', '/') + ".java");
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

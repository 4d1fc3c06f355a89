package dev.mortise.classgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Java interfaces that the tests use are those that the generator prints for the guests. With
 * {@code -Dbless}, they are written anew; they want formatting then.
 */
class GeneratedBindingsTest {
  private static final Path SOURCES = Path.of("src/test/java");

  @ParameterizedTest
  @ValueSource(strings = {"kinds", "calls", "composed"})
  void sources_areWhatTheGeneratorPrints(String guest) throws IOException {
    JavaModel model = Guests.load(guest).model();
    for (JavaModel.InterfaceDecl declared : model.topLevel()) {
      assertSame(declared.name().internalName(), JavaSource.of(declared));
    }
    assertSame(model.world().name().internalName(), JavaSource.ofWorld(model));
  }

  private static void assertSame(String name, String printed) throws IOException {
    Path file = SOURCES.resolve(name + ".java");
    if (System.getProperty("bless") != null) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, printed);
    }
    assertThat(withoutSpace(Files.readString(file))).isEqualTo(withoutSpace(printed));
  }

  private static String withoutSpace(String source) {
    return source.replaceAll("\\s", "");
  }
}

package dev.mortise.esmintegration.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.Component;
import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.loader.wit.resolve.ResolvedWorld;
import dev.mortise.loader.wit.resolve.WitOptions;
import dev.mortise.loader.wit.resolve.WitPackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The declarations of TypeScript, as files, and beside those that jco makes. */
class DeclarationsTest {
  static final Path FOLDER = Path.of("src/test/resources/dev/mortise/esmintegration/types");

  static Map<String, String> ofWit(String name) throws IOException {
    WitPackages packages = WitPackages.load(FOLDER.resolve(name + ".wit"), WitOptions.DEFAULT);
    ResolvedWorld world = packages.world(null);
    return Declarations.of(world.type(), name, world.name().toString(), world.docs());
  }

  private static Map<String, String> ofComponent(String name) throws IOException {
    Component component = Component.load(FOLDER.resolve(name + ".wasm"));
    return Declarations.of(component.type(), name, Docs.COMPONENT, component.docs());
  }

  private static void compare(Path golden, String text) throws IOException {
    if (System.getProperty("bless") != null) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kinds", "text", "greeter"})
  void wit_isDeclared(String name) throws IOException {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(ofWit(name))
        .forEach(
            (file, content) ->
                text.append("==> ").append(file).append('\n').append(content).append('\n'));
    compare(FOLDER.resolve(name + ".declarations.txt"), text.toString());
  }

  /** README.md beside the goldens says why each of the differences is there. */
  @Test
  void jco_declaresTheSame_butForWhatIsListed() throws IOException {
    StringBuilder differences = new StringBuilder();
    for (String name : new String[] {"kinds", "text", "greeter"}) {
      Map<String, String> ours =
          new TreeMap<>(name.equals("kinds") ? ofComponent(name) : ofWit(name));
      for (Map.Entry<String, String> file : ours.entrySet()) {
        Path theirs = FOLDER.resolve("jco").resolve(name).resolve(file.getKey());
        if (!Files.exists(theirs)) {
          differences.append("==> ").append(name).append(": ").append(file.getKey());
          differences.append(" is ours alone\n");
          continue;
        }
        List<String> own = statements(file.getValue());
        List<String> jco = statements(Files.readString(theirs));
        List<String> more = new ArrayList<>(own);
        jco.forEach(more::remove);
        List<String> less = new ArrayList<>(jco);
        own.forEach(less::remove);
        if (!more.isEmpty() || !less.isEmpty()) {
          differences.append("==> ").append(name).append(": ").append(file.getKey()).append('\n');
          less.forEach(line -> differences.append("- ").append(line).append('\n'));
          more.forEach(line -> differences.append("+ ").append(line).append('\n'));
        }
      }
    }
    compare(FOLDER.resolve("differences.txt"), differences.toString());
  }

  /** Lines without comments and the space around them. */
  private static List<String> statements(String text) {
    return text.replaceAll("(?s)/\\*\\*.*?\\*/", "")
        .lines()
        .map(line -> line.replaceFirst(" // .*", "").strip())
        .filter(line -> !line.isEmpty() && !line.startsWith("//"))
        .toList();
  }
}

package dev.mortise.jdkmodulelayer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A layer that nobody uses any more goes, with its classes. */
class CollectableLayersTest {
  private static final int LAYERS = 200;

  /** Enough for the classes of some dozens of layers, and far from those of two hundred. */
  private static final List<String> SMALL =
      List.of("-XX:MaxMetaspaceSize=32m", "-Xmx128m", "-XX:TieredStopAtLevel=1");

  @TempDir Path temp;

  @Test
  @Timeout(120)
  void layers_goWhenTheyAreClosedAndDropped() throws Exception {
    assertThat(run("drop")).contains(LAYERS + " layers, exit 0");
  }

  @Test
  @Timeout(120)
  void layers_fillTheMetaspaceWhenTheyAreKept() throws Exception {
    assertThat(run("keep")).contains("OutOfMemoryError: Metaspace").doesNotContain("exit 0");
  }

  private String run(String mode) throws Exception {
    Path path = Guests.folder(temp.resolve("path"), "ops", "shop", "bill");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SMALL);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(DefineAndDrop.class.getName(), path.toString(), mode));
    Path output = temp.resolve(mode + ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
      return Files.readString(output) + ", exit " + process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Defines, uses and closes layers. */
  static final class DefineAndDrop {
    private DefineAndDrop() {}

    public static void main(String[] arguments) throws Exception {
      List<Object> kept = new ArrayList<>();
      for (int i = 0; i < LAYERS; i++) {
        ResolvedLayer resolved =
            ComponentLayer.builder().path(Path.of(arguments[0])).resolve("bill");
        try (ComponentLayer layer = resolved.define()) {
          Object paid = Guests.call(layer.get("bill"), "pay", 3L, 4L, 5L);
          if (!paid.equals(35L)) {
            throw new AssertionError(paid);
          }
          if (arguments[1].equals("keep")) {
            kept.add(layer);
          }
        }
      }
      System.out.print(LAYERS + " layers");
    }
  }
}

package dev.mortise.tck.fuzz;

import dev.mortise.tck.Shared;
import dev.mortise.tck.generate.ComponentGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where fuzzing begins. */
final class Seeds {
  /** How many are generated; they come first. */
  static final int GENERATED = 300;

  private Seeds() {}

  /** Components of our own, and the files of the suites where they lie beside the project. */
  static List<byte[]> all(long seed) throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (long i = 0; i < GENERATED; i++) {
      seeds.add(ComponentGenerator.generate(seed + i));
    }
    for (Path folder : List.of(Shared.folder("components"), Shared.folder("suites"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.filter(f -> f.toString().endsWith(".wasm")).sorted().toList()) {
            seeds.add(Files.readAllBytes(file));
          }
        }
      }
    }
    return seeds;
  }
}

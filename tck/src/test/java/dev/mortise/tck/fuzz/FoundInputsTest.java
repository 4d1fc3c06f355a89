package dev.mortise.tck.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What fuzzing has found once keeps its {@link Promise} since: a file each, named after what broke.
 */
class FoundInputsTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/mortise/tck/fuzz/found");

  @TestFactory
  Stream<DynamicTest> found_keepsThePromise() throws IOException {
    if (!Files.isDirectory(FOLDER)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> found = files.sorted().toList();
      return found.stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(),
                      () ->
                          assertThat(Promise.check(Files.readAllBytes(file)).broken()).isEmpty()));
    }
  }
}

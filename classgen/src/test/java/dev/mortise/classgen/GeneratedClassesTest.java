package dev.mortise.classgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** All the classes that are made for a component, as {@code -Dmortise.dump} writes them. */
class GeneratedClassesTest {
  private static final String GUEST = "dev/mortise/guest/";

  @ParameterizedTest
  @ValueSource(strings = {"calls", "kinds", "composed", "text-c", "hello-cli"})
  void everyClass_passesTheVerifier(String name) throws Exception {
    assumeTrue(Guests.exists(name), () -> Guests.file(name) + " is not beside the project");
    Path folder = dump(name);
    Map<String, byte[]> classes = classes(folder);
    assertThat(classes.keySet())
        .as("declarations, calls, signatures and the engine's own")
        .anyMatch(c -> !c.startsWith(GUEST))
        .anyMatch(c -> c.startsWith(GUEST + "call/") && c.endsWith("_Unit"))
        .anyMatch(c -> c.startsWith(GUEST + "call/") && c.endsWith("_Lift0"))
        .anyMatch(c -> c.startsWith(GUEST + "signature/F"))
        .anyMatch(c -> c.startsWith(GUEST + "Module0_"));
    ClassLoader ours = GeneratedClassesTest.class.getClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, ours)) {
      List<String> problems = new ArrayList<>();
      classes.forEach((c, bytes) -> problems.addAll(problems(c, bytes, loader)));
      assertThat(problems).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"kinds, _Lower0", "kinds, _World", "composed, _Fuse0", "composed, _Export_"})
  void everyKindOfClass_isAmongThem(String name, String part) throws Exception {
    assertThat(classes(dump(name)).keySet()).anyMatch(c -> c.contains(part));
  }

  @Test
  void text_liesBesideTheClass() throws Exception {
    Path calls = dump("calls").resolve(GUEST + "call");
    assertThat(calls.resolve("Calls0_Lift0.class")).exists();
    assertThat(calls.resolve("Calls0_Lift0.add.lift")).content().contains("lower u32");
  }

  private static List<String> problems(String name, byte[] bytes, ClassLoader loader) {
    StringWriter text = new StringWriter();
    CheckClassAdapter.verify(new ClassReader(bytes), loader, false, new PrintWriter(text));
    return text.toString().isEmpty() ? List.of() : List.of(name + ": " + text);
  }

  private static Path dump(String name) throws Exception {
    Path folder = Path.of("target/dump", name).toAbsolutePath();
    delete(folder);
    ChildJvm.Outcome outcome =
        ChildJvm.run(List.of("-Dmortise.dump=" + folder), Instantiate.class, name);
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    return folder;
  }

  private static Map<String, byte[]> classes(Path folder) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        classes.put(path.substring(0, path.length() - ".class".length()), Files.readAllBytes(file));
      }
    }
    return classes;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Makes all the classes of a component. */
  static final class Instantiate {
    private Instantiate() {}

    public static void main(String[] names) throws IOException {
      for (String name : names) {
        Object unused = Guests.instantiate(name);
      }
    }
  }
}

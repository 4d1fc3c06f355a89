package dev.mortise.classgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mortise.classgen.call.GeneratedUnit;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The texts that generated code's line numbers point into. */
class ListingTest {
  private static final Path GOLDENS = Path.of("src/test/resources/dev/mortise/classgen/listings");

  @ParameterizedTest
  @ValueSource(strings = {"calls", "kinds", "composed"})
  void listings_areAsReviewed(String name) throws IOException {
    StringBuilder text = new StringBuilder();
    unit(name)
        .sources()
        .forEach(
            (className, source) ->
                text.append("== ")
                    .append(className.substring(className.lastIndexOf('_') + 1))
                    .append(' ')
                    .append(source.file())
                    .append('\n')
                    .append(source.text())
                    .append('\n'));
    assertGolden(name + ".txt", text.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"calls", "kinds", "composed"})
  void lineNumbers_areThoseOfTheListing(String name) throws IOException {
    GeneratedUnit unit = unit(name);
    unit.sources()
        .forEach(
            (className, source) -> {
              LineNumbers numbers = new LineNumbers();
              new ClassReader(unit.classes().get(className)).accept(numbers, 0);
              assertThat(numbers.source).as(className).isEqualTo(source.file());
              if (!numbers.lines.isEmpty()) {
                assertThat(numbers.lines.first()).isPositive();
                assertThat(numbers.lines.last())
                    .as(className)
                    .isLessThanOrEqualTo((int) source.text().lines().count());
              }
            });
  }

  @Test
  void stackTrace_namesTheStep() throws Exception {
    TypedComponent component = Guests.load("calls");
    LinkedWorld linked =
        component.link(Guests.imports(component, (proxy, method, arguments) -> null));
    Throwable thrown =
        catchThrowable(
            () ->
                component
                    .world()
                    .getMethod("add", long.class, long.class)
                    .invoke(linked.instantiate(), 1L, -2L));
    assertThat(thrown).isInstanceOf(InvocationTargetException.class);
    StackTraceElement frame =
        Arrays.stream(thrown.getCause().getStackTrace())
            .filter(f -> f.getClassName().matches("dev[.]mortise[.]guest[.]call[.].*_Lift[0-9]+"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(thrown.getCause()));
    assertThat(frame.getMethodName()).isEqualTo("call");
    assertThat(frame.getFileName()).isEqualTo("add.lift");
    String text = linked.unit().sources().get(frame.getClassName().replace('.', '/')).text();
    assertThat(text.lines().toList().get(frame.getLineNumber() - 2).strip())
        .isEqualTo("take parameter `b` of add");
    assertThat(text.lines().toList().get(frame.getLineNumber() - 1).strip()).isEqualTo("lower u32");
  }

  private static GeneratedUnit unit(String name) throws IOException {
    TypedComponent component = Guests.load(name);
    return component.link(Guests.imports(component, (proxy, method, arguments) -> null)).unit();
  }

  private static void assertGolden(String name, String actual) throws IOException {
    Path golden = GOLDENS.resolve(name);
    if (System.getProperty("bless") != null) {
      Files.createDirectories(GOLDENS);
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }

  /** The file that a class names, and the lines that its methods are of. */
  private static final class LineNumbers extends ClassVisitor {
    private final TreeSet<Integer> lines = new TreeSet<>();
    private String source = "";

    LineNumbers() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitSource(String file, String debug) {
      source = file;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitLineNumber(int line, Label start) {
          lines.add(line);
        }
      };
    }
  }
}

package dev.mortise.classgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.classgen.call.GeneratedUnit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What javap shows of the code of a call that passes nothing but numbers. */
class DirectCallsTest {
  private static final Pattern INSTRUCTION =
      Pattern.compile("^ +[0-9]+: (\\w+)(?: .*?)?(?:// (.*))?$", Pattern.MULTILINE);

  private record Instruction(String mnemonic, String comment) {}

  @TempDir static Path folder;
  private static List<Instruction> add;

  @BeforeAll
  static void readJavap() throws Exception {
    TypedComponent component = Guests.load("calls");
    GeneratedUnit unit =
        component.link(Guests.imports(component, (proxy, method, arguments) -> null)).unit();
    String name =
        unit.lifts().stream()
            .filter(lift -> lift.method().wit().equals("add"))
            .map(GeneratedUnit.Lift::className)
            .findFirst()
            .orElseThrow();
    Path file = Files.write(folder.resolve("Add.class"), unit.classes().get(name));
    StringWriter text = new StringWriter();
    ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
    PrintWriter out = new PrintWriter(text);
    assertThat(javap.run(out, out, "-c", "-p", file.toString())).as(text.toString()).isZero();
    add = instructions(text.toString());
  }

  /** The instructions of the method {@code call}, the last one of its class. */
  private static List<Instruction> instructions(String javap) {
    List<Instruction> found = new ArrayList<>();
    Matcher matcher = INSTRUCTION.matcher(javap);
    for (int at = javap.indexOf(" call("); matcher.find(at); at = matcher.end()) {
      found.add(new Instruction(matcher.group(1), String.valueOf(matcher.group(2))));
    }
    return found;
  }

  @Test
  void add_isConstantsAndDirectCallsOnly() {
    assertThat(add)
        .extracting(Instruction::mnemonic)
        .hasSizeGreaterThan(20)
        .allMatch(
            m ->
                m.matches(
                    "[ail]load(_[0-9])?|[ail]store(_[0-9])?|ldc|getfield"
                        + "|invokestatic|invokevirtual|lreturn|athrow"));
  }

  @Test
  void add_callsTheCompiledFunction() {
    assertThat(add)
        .filteredOn(i -> i.mnemonic().equals("invokestatic"))
        .extracting(Instruction::comment)
        .filteredOn(c -> c.contains("dev/mortise/guest/Module"))
        .hasSize(1)
        .allMatch(c -> c.contains(".func_"));
  }

  @Test
  void add_callsMethodsOfFinalClassesOnly() throws ClassNotFoundException {
    for (Instruction call : add) {
      if (call.mnemonic().equals("invokevirtual")) {
        String owner = call.comment().replaceAll("^Method (.*)\\.\\w+:.*$", "$1");
        Class<?> type = Class.forName(owner.replace('/', '.'));
        assertThat(Modifier.isFinal(type.getModifiers())).as(call.comment()).isTrue();
      }
    }
  }

  @Test
  void add_neitherBoxesNorCallsByName() {
    assertThat(add)
        .extracting(Instruction::comment)
        .noneMatch(
            c -> c.contains(".valueOf:") || c.contains("java/util/") || c.contains("invoke"));
  }
}

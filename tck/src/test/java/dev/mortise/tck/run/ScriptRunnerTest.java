package dev.mortise.tck.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.decode.Features;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.tck.Own;
import dev.mortise.tck.script.Action;
import dev.mortise.tck.script.Binary;
import dev.mortise.tck.script.Command;
import dev.mortise.tck.script.Script;
import dev.mortise.tck.script.ScriptValue;
import dev.mortise.tck.script.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptRunnerTest {
  private static final Verdict PASSED = new Verdict.Passed();
  private static final Verdict NOT_WIRED = new Verdict.Skipped("execution is not wired yet");

  /** Echoes arguments, traps when asked to, and links nothing but what the script defines first. */
  private static final class Echo implements Execution {
    private final List<String> log;
    private int instances;

    Echo(List<String> log) {
      this.log = log;
    }

    @Override
    public void instantiate(Definition definition, @Nullable String name) {
      log.add(definition.binary().kind() + " " + name);
      switch (++instances) {
        case 6 -> throw new TrapException(Diagnostic.of("unreachable", "start"));
        case 7 ->
            throw new LinkException(List.of(Diagnostic.of("missing-import", "it was not found")));
        default -> {}
      }
    }

    @Override
    public void register(String as, @Nullable String instance) {
      log.add("register " + as);
    }

    @Override
    public List<ScriptValue> call(Action action) {
      if (action.function().equals("trap")) {
        throw new TrapException(Diagnostic.of("unreachable", "func"));
      }
      return action.arguments();
    }

    @Override
    public void close() {
      log.add("close");
    }
  }

  private static Map<Integer, Verdict> verdicts(Execution.@Nullable Factory executions)
      throws IOException {
    ScriptResult result =
        ScriptRunner.run(Own.script("all"), Causes.standard(), KnownFailures.none(), executions);
    Map<Integer, Verdict> verdicts = new TreeMap<>();
    result.commands().forEach(c -> verdicts.put(c.command().line(), c.verdict()));
    return verdicts;
  }

  private static String why(@Nullable Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Failed.class);
    return verdict instanceof Verdict.Failed failed ? failed.why() : "";
  }

  @Test
  void run_withoutExecution_decodesAndValidates() throws IOException {
    Map<Integer, Verdict> verdicts = verdicts(null);
    for (int line : new int[] {1, 2, 6, 7, 18, 19, 20, 25, 26}) {
      assertThat(verdicts.get(line)).as("line " + line).isEqualTo(PASSED);
    }
    for (int line : new int[] {3, 4, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17}) {
      assertThat(verdicts.get(line)).as("line " + line).isEqualTo(NOT_WIRED);
    }
    assertThat(verdicts.get(24)).isEqualTo(new Verdict.Skipped("text-only"));
  }

  @Test
  void run_wrongRefusals_fail() throws IOException {
    Map<Integer, Verdict> verdicts = verdicts(null);
    assertThat(why(verdicts.get(5))).isEqualTo("there is no definition nowhere");
    assertThat(why(verdicts.get(21)))
        .startsWith("expected InvalidComponentException")
        .contains("found MalformedComponentException: [unknown-section]");
    assertThat(why(verdicts.get(22))).startsWith("another cause than").contains("[empty-type]");
    assertThat(why(verdicts.get(23))).contains("expected the refusal", "found success");
    assertThat(why(verdicts.get(27))).contains("cancellable-removed", "found success");
    assertThat(why(verdicts.get(28))).startsWith("expected success, but: [empty-type]");
    assertThat(why(verdicts.get(29))).startsWith("a bug").contains("all.98.wasm");
  }

  @Test
  void cancellable_isRefused_whereTheFileIsMarkedOrTheScriptOld(@TempDir Path folder)
      throws IOException {
    Path yield =
        Files.write(
            folder.resolve("yield.wasm"),
            new byte[] {0, 'a', 's', 'm', 0x0d, 0, 1, 0, 8, 3, 1, 0x0c, 1});
    assertThat(yielding(Suite.COMPONENT_MODEL, yield, false)).isEqualTo(PASSED);
    assertThat(yielding(Suite.OTHER, yield, true)).isEqualTo(PASSED);
    assertThat(why(yielding(Suite.OTHER, yield, false)))
        .startsWith("expected success, but: [cancellable-removed]");
  }

  private static Verdict yielding(Suite suite, Path file, boolean marked) {
    Binary binary = new Binary(Binary.Kind.COMPONENT, file, null, marked);
    Script script =
        new Script(
            "yield",
            suite,
            file,
            Features.defaults(),
            List.of(new Command.Component(1, binary, null)));
    return ScriptRunner.run(script, Causes.standard(), KnownFailures.none(), null)
        .commands()
        .get(0)
        .verdict();
  }

  @Test
  void run_withExecution_runsTheRest() throws IOException {
    List<String> log = new ArrayList<>();
    Map<Integer, Verdict> verdicts = verdicts(script -> new Echo(log));
    for (int line : new int[] {1, 3, 4, 6, 8, 9, 10, 11, 13, 16, 17}) {
      assertThat(verdicts.get(line)).as("line " + line).isEqualTo(PASSED);
    }
    assertThat(log)
        .containsExactly(
            "COMPONENT c",
            "COMPONENT i",
            "COMPONENT null",
            "MODULE null",
            "MODULE null",
            "register m",
            "COMPONENT null",
            "COMPONENT null",
            "close");
  }

  @Test
  void run_withExecution_comparesWhatComesBack() throws IOException {
    Map<Integer, Verdict> verdicts = verdicts(script -> new Echo(new ArrayList<>()));
    assertThat(why(verdicts.get(12))).contains("value=8", "value=7");
    assertThat(why(verdicts.get(14))).startsWith("another cause than `unaligned pointer`");
    assertThat(why(verdicts.get(15))).contains("expected the refusal", "found success");
  }
}

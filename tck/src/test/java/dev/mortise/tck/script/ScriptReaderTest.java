package dev.mortise.tck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.decode.Features;
import dev.mortise.tck.Own;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptReaderTest {
  @Test
  void find_folder_listsScriptsInOrder() throws IOException {
    assertThat(ScriptReader.find(Own.FOLDER))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("all.json", "values.json");
  }

  @Test
  void find_noFolder_isRefused() {
    assertThatThrownBy(() -> ScriptReader.find(Path.of("nowhere")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void read_everyKind_hasItsRecord() throws IOException {
    List<Command> commands = Own.script("all").commands();
    assertThat(commands.stream().map(Command::kind).distinct())
        .containsExactly(
            "component",
            "component_definition",
            "component_instance",
            "module",
            "module_definition",
            "module_instance",
            "register",
            "invoke",
            "assert_return",
            "assert_trap",
            "assert_uninstantiable",
            "assert_unlinkable",
            "assert_malformed",
            "assert_invalid");
    assertThat(commands.get(2)).isEqualTo(new Command.ComponentInstance(3, "i", "D"));
    assertThat(commands.get(8)).isEqualTo(new Command.Register(9, "m", null));
  }

  @Test
  void read_flagsAndConfig_switchFeatures() throws IOException {
    assertThat(Own.script("all").features().asSet())
        .contains(Feature.CM_THREADING, Feature.CM64, Feature.CM_ASYNC_STACKFUL)
        .contains(Feature.CM_IMPLEMENTS)
        .doesNotContain(Feature.CM_MAP, Feature.CM_VALUES);
  }

  @Test
  void read_source_namesTheScriptAndItsSuite() throws IOException {
    Script script = Own.script("values");
    assertThat(script.name()).isEqualTo("wasmtime/async/values");
    assertThat(script.folder()).isEqualTo("wasmtime/async");
    assertThat(script.suite()).isEqualTo(Suite.WASMTIME);
    assertThat(script.features().has(Feature.CM_IMPLEMENTS)).isFalse();
  }

  @Test
  void suite_wasmTools_startsWithoutMapsAndImplements_andInItsOwnEncodings() {
    Suite suite = Suite.of("wasm-tools/tests/cli/missing-features/component-model/map.wast");
    assertThat(suite.scriptName("wasm-tools/tests/cli/missing-features/component-model/map.wast"))
        .isEqualTo("wasm-tools/missing-features/map");
    assertThat(suite.features(List.of("cm-map", "unheard-of")).asSet())
        .isEqualTo(
            Features.defaults()
                .without(Feature.CM_IMPLEMENTS)
                .with(Feature.WASM_TOOLS_ENCODINGS)
                .asSet());
  }

  @Test
  void read_values_ofEveryType() throws IOException {
    Command.AssertReturn command = (Command.AssertReturn) Own.script("values").commands().get(0);
    ScriptValue.Int one = new ScriptValue.Int("u8", BigInteger.ONE);
    assertThat(command.action().arguments())
        .containsExactly(
            new ScriptValue.Bool(true),
            new ScriptValue.Int("s8", BigInteger.valueOf(-8)),
            new ScriptValue.Int("u64", BigInteger.TWO.pow(64).subtract(BigInteger.ONE)),
            new ScriptValue.FloatBits("f32", 0x7fc00000L, ScriptValue.NanPattern.NONE),
            new ScriptValue.FloatBits("f64", 0xfff0000000000000L, ScriptValue.NanPattern.NONE),
            new ScriptValue.Char(0x1f600),
            new ScriptValue.Str("hi"),
            new ScriptValue.ListOf(List.of(one)),
            new ScriptValue.TupleOf(List.of(one, new ScriptValue.Bool(false))),
            new ScriptValue.RecordOf(List.of(new ScriptValue.Field("s", new ScriptValue.Str("v")))),
            new ScriptValue.VariantOf("s", new ScriptValue.Str("hi")),
            new ScriptValue.VariantOf("none", null),
            new ScriptValue.EnumOf("red"),
            new ScriptValue.OptionOf(null),
            new ScriptValue.OptionOf(new ScriptValue.Int("u32", BigInteger.valueOf(5))),
            new ScriptValue.ResultOf(true, null),
            new ScriptValue.ResultOf(false, new ScriptValue.Str("no")),
            new ScriptValue.FlagsOf(List.of("a", "c")));
    assertThat(command.expected())
        .containsExactly(new ScriptValue.FloatBits("f32", 0, ScriptValue.NanPattern.CANONICAL));
  }

  @Test
  void read_unknownCommand_isRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("x.json");
    Files.writeString(
        file,
        """
        {"source_filename": "x.wast", "commands": [{"type": "assert_magic", "line": 3}]}
        """);
    assertThatThrownBy(() -> ScriptReader.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("unknown command assert_magic, line 3");
  }

  @Test
  void read_noScript_isRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("x.json");
    Files.writeString(file, "{}");
    assertThatThrownBy(() -> ScriptReader.read(file)).hasMessageContaining("is not a script");
  }
}

package dev.mortise.tck.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads scripts in the shape of wasm-tools' {@code json-from-wast}: the entry of this package. */
public final class ScriptReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  private ScriptReader(Path folder) {
    this.folder = folder;
  }

  /**
   * The files of the scripts in a folder and all below it, in the order of their names.
   *
   * @param folder or a script's file
   * @throws IOException also when there is no such folder
   */
  public static List<Path> find(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  /**
   * Reads a script.
   *
   * @throws IOException also when the file is not a script
   */
  public static Script read(Path file) throws IOException {
    JsonNode root = JSON.readTree(Files.readAllBytes(file));
    String source = root.path("source_filename").asText();
    if (source.isEmpty() || !root.path("commands").isArray()) {
      throw new IOException(file + " is not a script: it takes source_filename and commands");
    }
    Path parent = file.toAbsolutePath().getParent();
    ScriptReader reader = new ScriptReader(parent == null ? Path.of("") : parent);
    List<Command> commands = new ArrayList<>();
    try {
      for (JsonNode node : root.path("commands")) {
        commands.add(reader.command(node));
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is not a script: " + e.getMessage(), e);
    }
    Suite suite = Suite.of(source);
    return new Script(suite.scriptName(source), suite, file, suite.features(flags(root)), commands);
  }

  /** The flags of wasm-tools as they are, and those of Wasmtime in the words of the former. */
  private static List<String> flags(JsonNode root) {
    List<String> flags = new ArrayList<>();
    root.path("features").forEach(flag -> flags.add(flag.asText()));
    root.path("config")
        .properties()
        .forEach(
            entry -> {
              String name =
                  entry
                      .getKey()
                      .replace("component_model_memory64", "cm64")
                      .replace("component_model_", "cm-")
                      .replace('_', '-');
              flags.add((entry.getValue().asBoolean() ? "" : "-") + name);
            });
    return flags;
  }

  private Command command(JsonNode node) {
    int line = node.path("line").asInt();
    String type = node.path("type").asText();
    return switch (type) {
      case "component" -> new Command.Component(line, binary(node), text(node, "name"));
      case "component_definition" ->
          new Command.ComponentDefinition(line, binary(node), text(node, "name"));
      case "component_instance" ->
          new Command.ComponentInstance(line, text(node, "instance"), text(node, "module"));
      case "module" -> new Command.Module(line, binary(node), text(node, "name"));
      case "module_definition" ->
          new Command.ModuleDefinition(line, binary(node), text(node, "name"));
      case "module_instance" ->
          new Command.ModuleInstance(line, text(node, "instance"), text(node, "module"));
      case "register" -> new Command.Register(line, required(node, "as"), text(node, "name"));
      case "invoke" -> new Command.Invoke(line, action(node));
      case "assert_return" ->
          new Command.AssertReturn(line, action(node), ValueReader.list(node.path("expected")));
      case "assert_trap" -> new Command.AssertTrap(line, action(node), required(node, "text"));
      case "assert_uninstantiable" ->
          new Command.AssertUninstantiable(line, binary(node), required(node, "text"));
      case "assert_invalid" ->
          new Command.AssertInvalid(line, binary(node), required(node, "text"));
      case "assert_malformed" ->
          new Command.AssertMalformed(line, binary(node), required(node, "text"));
      case "assert_unlinkable" ->
          new Command.AssertUnlinkable(line, binary(node), required(node, "text"));
      default -> throw new IllegalArgumentException("unknown command " + type + ", line " + line);
    };
  }

  private Binary binary(JsonNode node) {
    String kind = node.path("kind").asText("component");
    return new Binary(
        kind.equals("module") ? Binary.Kind.MODULE : Binary.Kind.COMPONENT,
        folder.resolve(required(node, "filename")),
        text(node, "skip"),
        node.path("uses_cancellable").asBoolean());
  }

  private static Action action(JsonNode node) {
    JsonNode action = node.path("action");
    return new Action(
        text(action, "module"), required(action, "field"), ValueReader.list(action.path("args")));
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.path(field).asText() : null;
  }

  private static String required(JsonNode node, String field) {
    String text = text(node, field);
    if (text == null) {
      throw new IllegalArgumentException("no " + field + " in " + node);
    }
    return text;
  }
}

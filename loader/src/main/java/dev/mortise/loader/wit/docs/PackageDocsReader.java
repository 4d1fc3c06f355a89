package dev.mortise.loader.wit.docs;

import dev.mortise.runtime.name.InvalidNameException;
import dev.mortise.runtime.name.Version;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the custom section {@code package-docs} of an encoded package, as wasm-tools writes it: a
 * byte of version, 0 or 1, and JSON with the documentation and gates of worlds, interfaces and
 * their items. Members that it does not know are left out.
 */
public final class PackageDocsReader {
  /** The name of the section. */
  public static final String SECTION = "package-docs";

  /** A section that cannot be read. */
  public static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message);
    }
  }

  private final String packageName;
  private final String version;
  private final Docs.Builder docs = new Docs.Builder();

  private PackageDocsReader(String packageName, @Nullable String version) {
    this.packageName = packageName;
    this.version = version == null ? "" : "@" + version;
  }

  /**
   * Reads a section.
   *
   * @param packageName the package, such as {@code wasi:io}
   * @param version its version, or null
   * @throws UnreadableException with the cause in words
   */
  public static Docs read(byte[] section, String packageName, @Nullable String version)
      throws UnreadableException {
    PackageDocsReader reader = new PackageDocsReader(packageName, version);
    try {
      reader.all(json(section));
      return reader.docs.build();
    } catch (InvalidNameException e) {
      throw new UnreadableException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The names of the worlds that a section speaks of.
   *
   * @throws UnreadableException with the cause in words
   */
  public static List<String> worlds(byte[] section) throws UnreadableException {
    return object(json(section).get("worlds")).keySet().stream().map(String::valueOf).toList();
  }

  private static Map<?, ?> json(byte[] section) throws UnreadableException {
    if (section.length == 0 || section[0] < 0 || section[0] > 1) {
      throw new UnreadableException("its version is neither 0 nor 1");
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(section, 1, section.length - 1))
              .toString();
      return object(Json.read(text));
    } catch (CharacterCodingException e) {
      throw new UnreadableException("it is not UTF-8");
    } catch (Json.SyntaxException e) {
      throw new UnreadableException(String.valueOf(e.getMessage()));
    }
  }

  private void all(Map<?, ?> root) throws UnreadableException, InvalidNameException {
    docs.add(packageName + version, new ItemDocs(text(root.get("docs")), Gate.NONE));
    for (Map.Entry<?, ?> entry : object(root.get("interfaces")).entrySet()) {
      ofInterface(owner(entry.getKey()), object(entry.getValue()));
    }
    for (Map.Entry<?, ?> entry : object(root.get("worlds")).entrySet()) {
      ofWorld(owner(entry.getKey()), object(entry.getValue()));
    }
  }

  private String owner(Object name) {
    return packageName + "/" + name + version;
  }

  private void ofInterface(String owner, Map<?, ?> said)
      throws UnreadableException, InvalidNameException {
    docs.add(owner, item(said));
    items(owner, "", said.get("types"));
    items(owner, "", said.get("funcs"));
  }

  private void ofWorld(String owner, Map<?, ?> said)
      throws UnreadableException, InvalidNameException {
    docs.add(owner, item(said));
    items(owner, Docs.imported(""), said.get("types"));
    items(owner, Docs.imported(""), said.get("funcs"));
    items(owner, Docs.exported(""), said.get("func_exports"));
    inline(owner, Docs.imported(""), said.get("interfaces"));
    inline(owner, Docs.exported(""), said.get("interface_exports"));
    named(owner, Docs.imported(""), said, "interface_import");
    named(owner, Docs.exported(""), said, "interface_export");
  }

  private void inline(String owner, String direction, @Nullable Object said)
      throws UnreadableException, InvalidNameException {
    for (Map.Entry<?, ?> entry : object(said).entrySet()) {
      String item = direction + entry.getKey();
      Map<?, ?> of = object(entry.getValue());
      docs.add(owner, item, item(of));
      ofInterface(Docs.inline(owner, item), of);
    }
  }

  /** Interfaces by their own names: documentation and gates stand in two maps. */
  private void named(String owner, String direction, Map<?, ?> said, String key)
      throws UnreadableException, InvalidNameException {
    Map<?, ?> gates = object(said.get(key + "_stability"));
    Map<?, ?> texts = object(said.get(key + "_docs"));
    for (Map.Entry<?, ?> entry : gates.entrySet()) {
      Object name = entry.getKey();
      ItemDocs item = new ItemDocs(text(texts.get(name)), gate(entry.getValue()));
      docs.add(owner, direction + name, item);
    }
    for (Map.Entry<?, ?> entry : texts.entrySet()) {
      if (!gates.containsKey(entry.getKey())) {
        docs.add(
            owner, direction + entry.getKey(), new ItemDocs(text(entry.getValue()), Gate.NONE));
      }
    }
  }

  /** Types and functions; a function may have a text and nothing else. */
  private void items(String owner, String direction, @Nullable Object said)
      throws UnreadableException, InvalidNameException {
    for (Map.Entry<?, ?> entry : object(said).entrySet()) {
      String item = direction + entry.getKey();
      if (entry.getValue() instanceof String text) {
        docs.add(owner, item, new ItemDocs(text, Gate.NONE));
        continue;
      }
      Map<?, ?> of = object(entry.getValue());
      docs.add(owner, item, item(of));
      for (Map.Entry<?, ?> member : object(of.get("items")).entrySet()) {
        ItemDocs text = new ItemDocs(text(member.getValue()), Gate.NONE);
        docs.add(owner, item, String.valueOf(member.getKey()), text);
      }
    }
  }

  private static ItemDocs item(Map<?, ?> said) throws UnreadableException, InvalidNameException {
    return new ItemDocs(text(said.get("docs")), gate(said.get("stability")));
  }

  private static Gate gate(@Nullable Object said) throws UnreadableException, InvalidNameException {
    if (said == null || said instanceof String) { // "unknown"
      return Gate.NONE;
    }
    Map<?, ?> kinds = object(said);
    Map<?, ?> stable = object(kinds.get("stable"));
    Map<?, ?> unstable = object(kinds.get("unstable"));
    String deprecated = text((stable.isEmpty() ? unstable : stable).get("deprecated"));
    String since = text(stable.get("since"));
    return new Gate(
        since == null ? null : Version.parse(since),
        text(unstable.get("feature")),
        deprecated == null ? null : Version.parse(deprecated));
  }

  private static Map<?, ?> object(@Nullable Object json) throws UnreadableException {
    if (json == null) {
      return Map.of();
    }
    if (json instanceof Map<?, ?> map) {
      return map;
    }
    throw new UnreadableException("an object was expected");
  }

  private static @Nullable String text(@Nullable Object json) throws UnreadableException {
    if (json == null || json instanceof String) {
      return (String) json;
    }
    throw new UnreadableException("a text was expected");
  }
}

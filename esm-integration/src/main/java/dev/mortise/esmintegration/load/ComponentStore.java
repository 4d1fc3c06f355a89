package dev.mortise.esmintegration.load;

import dev.mortise.jsbridge.JsComponent;
import dev.mortise.jsbridge.JsOptions;
import dev.mortise.jsbridge.shape.JsShape.Item;
import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.graalvm.polyglot.io.FileSystem;
import org.jspecify.annotations.Nullable;

/**
 * Loads each component once: what was registered by its identity, and a file by its content, so
 * that a file which changes is loaded again. Safe for several threads.
 */
public final class ComponentStore {
  private final LoadOptions options;
  private final HostImports host;
  private final ClassLoader types;
  private final AtomicInteger loaded = new AtomicInteger();
  private final Map<String, ComponentCode> byContent = new ConcurrentHashMap<>();
  private final Map<String, Known> byPath = new ConcurrentHashMap<>();
  private final Map<Link, JsComponent> linked = new ConcurrentHashMap<>();
  private final Map<String, ComponentCode> registered;

  /** Which component, and which of its imports are Java's. */
  private record Link(int number, Set<String> ofJava) {}

  /** A file as it was when it was read. */
  private record Known(Object size, Object modified, ComponentCode code) {}

  /**
   * A store.
   *
   * @param registered components by the names that they are registered under
   * @param host what Java supplies to all of them
   * @param types finds the interfaces and data types that the host has classes of
   */
  public ComponentStore(
      Map<String, Component> registered, LoadOptions options, HostImports host, ClassLoader types) {
    this.options = options;
    this.host = host;
    this.types = types;
    Map<Component, ComponentCode> codes = new IdentityHashMap<>();
    Map<String, ComponentCode> byName = new ConcurrentHashMap<>();
    registered.forEach(
        (name, component) ->
            byName.put(name, codes.computeIfAbsent(component, c -> code(c, name))));
    this.registered = byName;
  }

  /** How many components were loaded and compiled so far. */
  public int loaded() {
    return loaded.get();
  }

  /** The component that was registered under a name; there is one. */
  public ComponentCode registered(String name) {
    ComponentCode code = registered.get(name);
    if (code == null) {
      throw new IllegalArgumentException("no component is registered as " + name);
    }
    return code;
  }

  /**
   * The component in a file, or null when the file holds something else.
   *
   * @throws IOException as the file system does
   * @throws dev.mortise.runtime.error.MortiseException when the component is wrong
   */
  public @Nullable ComponentCode file(FileSystem files, Path file) throws IOException {
    Map<String, Object> attributes = attributes(files, file);
    Object size = attributes.getOrDefault("size", "");
    Object modified = attributes.getOrDefault("lastModifiedTime", "");
    Known known = byPath.get(file.toString());
    try (SeekableByteChannel channel = ModuleBytes.open(files, file)) {
      // Opened in any case: who may not read the file learns nothing about it from here.
      if (known != null
          && !attributes.isEmpty()
          && known.size().equals(size)
          && known.modified().equals(modified)) {
        return known.code();
      }
      if (!ModuleBytes.isComponent(channel)) {
        return null;
      }
      byte[] bytes = ModuleBytes.rest(channel);
      ComponentCode code =
          byContent.computeIfAbsent(
              digest(bytes), d -> code(Component.load(bytes, options), nameOf(file)));
      byPath.put(file.toString(), new Known(size, modified, code));
      return code;
    }
  }

  private ComponentCode code(Component component, String name) {
    return ComponentCode.of(loaded.incrementAndGet(), component, name);
  }

  /**
   * A component with what Java supplies to it, compiled.
   *
   * @param ofJava the names of those imports
   * @throws dev.mortise.runtime.error.LinkException when it does not fit
   */
  public JsComponent link(ComponentCode code, Set<String> ofJava) {
    return linked.computeIfAbsent(
        new Link(code.number(), Set.copyOf(ofJava)),
        link -> JsComponent.of(code.component(), options(code, link.ofJava())));
  }

  private JsOptions options(ComponentCode code, Set<String> ofJava) {
    JsOptions js = JsOptions.DEFAULT.withName(code.name()).withParent(types);
    if (ofJava.isEmpty()) {
      return js;
    }
    Set<String> scripted =
        code.shape().imports().stream()
            .map(Item::wit)
            .filter(name -> !ofJava.contains(name))
            .collect(Collectors.toSet());
    return js.withHost(host.all()).withScripted(scripted);
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static Map<String, Object> attributes(FileSystem files, Path file) {
    try {
      return files.readAttributes(file, "basic:size,lastModifiedTime");
    } catch (IOException | SecurityException | UnsupportedOperationException e) {
      return Map.of(); // then the content alone tells
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package dev.mortise.testing.component;

import dev.mortise.classgen.Typed;
import dev.mortise.classgen.TypedComponent;
import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import dev.mortise.runtime.Imports;
import dev.mortise.testing.words.Contract;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A component that is tested. Reading, compiling and linking is done once in a process for each
 * content, way to run it and kinds of imports; an instance costs microseconds then. For use by any
 * thread.
 */
public final class Subject {
  /** For the life of the process, as the classes of tests are. */
  private static final Map<Source, Component> COMPONENTS = new ConcurrentHashMap<>();

  private static final Map<Key, Subject> SUBJECTS = new ConcurrentHashMap<>();

  /**
   * How a component runs.
   *
   * @param compiled whether core code is compiled
   * @param generated whether calls have code
   */
  public record Mode(boolean compiled, boolean generated) {}

  private record Source(String digest, boolean compiled) {}

  private record Key(String digest, String fileName, Mode mode, ClassLoader classes) {}

  private record Link(Class<?> world, List<String> kinds) {}

  private final String name;
  private final TypedComponent typed;
  private final Contract contract;
  private final Map<Link, Typed.Linked<?>> linked = new ConcurrentHashMap<>();

  private Subject(String name, TypedComponent typed) {
    this.name = name;
    this.typed = typed;
    contract = new Contract(typed);
  }

  /**
   * The component of a file.
   *
   * @param fileName names its world
   * @param classes has the classes that the test knows
   */
  public static Subject of(byte[] bytes, String fileName, Mode mode, ClassLoader classes) {
    return SUBJECTS.computeIfAbsent(
        new Key(digest(bytes), fileName, mode, classes), key -> make(bytes, key));
  }

  private static Subject make(byte[] bytes, Key key) {
    Component component =
        COMPONENTS.computeIfAbsent(
            new Source(key.digest, key.mode.compiled),
            source ->
                Component.load(
                    bytes,
                    LoadOptions.DEFAULT
                        .withExecution(
                            source.compiled
                                ? LoadOptions.Execution.AUTO
                                : LoadOptions.Execution.INTERPRET)
                        .withHandles(OpenHandles::own)));
    TypedComponent typed = TypedComponent.of(component, key.fileName, key.classes);
    return new Subject(key.fileName, key.mode.generated ? typed : typed.withInterpretedCalls());
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** The file's name. */
  public String name() {
    return name;
  }

  /** The component and its Java classes. */
  public TypedComponent typed() {
    return typed;
  }

  /** What it says of the functions that it imports and exports. */
  public Contract contract() {
    return contract;
  }

  /**
   * An instance.
   *
   * @param world its own world, or an interface that was written by hand
   * @param kinds which Java interface each import is bound to, or that it is bound by name: where
   *     they are the same, so is the code
   */
  public Typed.Both<?> instantiate(Class<?> world, Imports imports, List<String> kinds) {
    Link link = new Link(world, kinds);
    Typed.Linked<?> known = linked.get(link);
    if (known != null) {
      return known.with(imports).instantiateBoth();
    }
    Typed.Linked<?> made = typed.as(world).link(imports);
    linked.putIfAbsent(link, made);
    return made.instantiateBoth();
  }
}

package dev.mortise.cli.input;

import dev.mortise.loader.Component;
import dev.mortise.loader.compat.Change;
import dev.mortise.loader.compat.Compatibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component, and what it was when somebody last looked.
 *
 * @param lock the WIT of that time, whether or not there is such a file
 * @param older a component of that time, which comes before the lock, or null when there is none
 */
public record LockedComponent(Component component, Path lock, @Nullable Path older) {
  private static final String LOCK = ".lock.wit";

  /**
   * Loads a component.
   *
   * @param baseline the folder of locks and older components, or null: the component's own
   */
  public static LockedComponent of(Path file, @Nullable Path baseline) throws IOException {
    Component component = Contract.component(file);
    String name = String.valueOf(file.getFileName());
    String lock = name.replaceFirst("\\.wasm$", "") + LOCK;
    if (baseline == null) {
      return new LockedComponent(component, file.resolveSibling(lock), null);
    }
    Path older = baseline.resolve(name);
    boolean same = !Files.exists(older) || Files.isSameFile(older, file);
    return new LockedComponent(component, baseline.resolve(lock), same ? null : older);
  }

  /** Whether there is anything to compare with. */
  public boolean exists() {
    return older != null || Files.exists(lock);
  }

  /** Writes the lock; says whether it has changed. */
  public boolean write() throws IOException {
    String text = component.wit();
    if (Files.exists(lock) && Files.readString(lock).equals(text)) {
      return false;
    }
    Path folder = lock.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(lock, text);
    return true;
  }

  /** What has changed since. */
  public List<Change> changes() throws IOException {
    if (older == null && sameText()) {
      return List.of(); // the text says all there is to know of a type
    }
    Path before = older == null ? lock : older;
    return Compatibility.compare(Contract.read(before), component.type());
  }

  /** Git may have changed the line ends. */
  private boolean sameText() throws IOException {
    return Files.readString(lock).replace("\r\n", "\n").equals(component.wit());
  }
}

package dev.mortise.cli.input;

import dev.mortise.classgen.mapping.JavaMapping;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.loader.Component;
import dev.mortise.runtime.type.ComponentType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is imported and exported: by a component, or by the worlds of WIT text. */
public final class Contract {
  private Contract() {}

  /**
   * What a component, or the one world of a WIT package, imports and exports.
   *
   * @throws dev.mortise.runtime.error.WitException when WIT is wrong, or has not one world
   */
  public static ComponentType read(Path file) throws IOException {
    return WitText.is(file)
        ? WitText.load(file, List.of()).world(null).type()
        : component(file).type();
  }

  /** Loads a component. */
  public static Component component(Path file) throws IOException {
    return ComponentFile.load(file);
  }

  /** The Java of what a component imports and exports. */
  public static JavaModel model(Path file, @Nullable String packageName) throws IOException {
    Component component = component(file);
    return JavaMapping.of(component.type(), String.valueOf(file.getFileName()), packageName)
        .withDocs(JavaModel.Said.of(component));
  }
}

package dev.mortise.cli;

import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.model.DecodedComponent;
import dev.mortise.loader.validate.ComponentValidator;
import dev.mortise.loader.validate.ValidatedComponent;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The component that a verb is about. */
final class ComponentFile {
  private ComponentFile() {}

  static ValidatedComponent validated(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "this is a folder, not a component");
    }
    Features features = Features.defaults();
    DecodedComponent decoded = ComponentDecoder.decode(Files.readAllBytes(file), features);
    return ComponentValidator.validate(decoded, features);
  }
}

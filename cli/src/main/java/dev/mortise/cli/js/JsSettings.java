package dev.mortise.cli.js;

import dev.mortise.wasi.config.WasiConfig;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a script may do, and where its names lead.
 *
 * @param importMap the file of an import map, or null
 * @param folders whose modules may be read
 * @param readsAll whether modules may be read from anywhere
 * @param java whether Java classes can be reached
 * @param arguments what the script finds in {@code arguments}
 * @param granted what components may use by way of WASI
 */
public record JsSettings(
    @Nullable Path importMap,
    List<Path> folders,
    boolean readsAll,
    boolean java,
    List<String> arguments,
    WasiConfig granted) {
  public JsSettings {
    folders = List.copyOf(folders);
    arguments = List.copyOf(arguments);
  }
}

package dev.mortise.cli.input;

import dev.mortise.loader.Component;
import dev.mortise.loader.model.CustomSection;
import dev.mortise.loader.wit.WitPrinter;
import dev.mortise.loader.wit.WitView;
import dev.mortise.loader.wit.docs.PackageDocsReader;
import dev.mortise.loader.wit.resolve.WitOptions;
import dev.mortise.loader.wit.resolve.WitPackages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** WIT that a verb is about: text in files, or encoded in a component. */
public final class WitText {
  private static final byte[] PREAMBLE = {0, 'a', 's', 'm'};
  private static final String ALL = "all";

  private WitText() {}

  /** Whether a path is a folder or a file whose bytes are no WebAssembly. */
  public static boolean is(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return true;
    }
    if (!path.toString().endsWith(".wit")) {
      return false;
    }
    try (InputStream in = Files.newInputStream(path)) {
      return !Arrays.equals(in.readNBytes(PREAMBLE.length), PREAMBLE);
    }
  }

  /** The packages of a file or folder. */
  public static WitPackages load(Path path, List<String> features) throws IOException {
    WitOptions options = features.contains(ALL) ? WitOptions.ALL_FEATURES : WitOptions.DEFAULT;
    for (String feature : features) {
      options = options.withFeature(feature);
    }
    return WitPackages.load(path, options);
  }

  /**
   * What a component imports and exports, with its documentation; of an encoded package what it was
   * encoded from.
   */
  public static String of(Component component, Path file) throws IOException {
    if (!WitPackages.isEncoded(component.type())) {
      return WitPrinter.print(WitView.of(component.type()), component.docs());
    }
    byte[] docs = null;
    for (CustomSection section : component.validated().decoded().customSections()) {
      if (section.name().equals(PackageDocsReader.SECTION)) {
        byte[] bytes = Files.readAllBytes(file);
        docs = Arrays.copyOfRange(bytes, (int) section.offset(), (int) section.end());
      }
    }
    return WitPackages.ofEncoded(component.type(), docs).wit();
  }
}

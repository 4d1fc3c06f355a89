import dev.mortise.classgen.source.SourceTree;
import dev.mortise.classgen.source.WitModels;
import dev.mortise.loader.wit.resolve.WitOptions;
import dev.mortise.loader.wit.resolve.WitPackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the Java of all interfaces of a WIT package and of those that it needs. */
final class Contracts {
  private Contracts() {}

  /**
   * Writes, where something has changed.
   *
   * @param arguments the folder of WIT, and the one for sources
   */
  public static void main(String[] arguments) throws IOException {
    Path wit = Path.of(arguments[0]);
    // A host has also what is not stable yet: who imports it was told.
    WitPackages packages = WitPackages.load(wit, WitOptions.ALL_FEATURES);
    SourceTree.Input all = new SourceTree.Input(wit.toString(), WitModels.ofInterfaces(packages));
    for (Map.Entry<String, String> source : SourceTree.of(List.of(all)).entrySet()) {
      Path file = Path.of(arguments[1]).resolve(source.getKey());
      if (!Files.exists(file) || !Files.readString(file).equals(source.getValue())) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, source.getValue());
      }
    }
  }
}

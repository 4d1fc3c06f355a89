package dev.mortise.mavenplugin;

import dev.mortise.mavenplugin.files.Inputs;
import dev.mortise.mavenplugin.files.Stamp;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Fails the build when a component imports something new, or breaks what was written against it.
 * What it was is in a lock beside it, {@code greeter.lock.wit} for {@code greeter.wasm}, which
 * belongs into version control; a component without one gets one. {@code -Dmortise.update} accepts
 * what has changed. It comes before compilation, whose errors would say less.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.PROCESS_SOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init") // fields that Maven sets
public final class CheckMojo extends MortiseMojo {
  /** The folder of the components: every {@code .wasm} file in it. */
  @Parameter(property = "mortise.wasm", defaultValue = "${project.basedir}/src/main/wasm")
  private File wasmDirectory;

  /**
   * A folder of locks, or of older components under the same names. Without it, a lock is beside
   * its component.
   */
  @Parameter(property = "mortise.baseline")
  private @Nullable File baseline;

  /** Writes the locks anew, instead of comparing. */
  @Parameter(property = "mortise.update", defaultValue = "false")
  private boolean update;

  @Override
  void run() throws IOException, MojoExecutionException, MojoFailureException {
    List<Path> components = Inputs.componentsIn(wasmDirectory.toPath());
    if (components.isEmpty()) {
      getLog().debug("There is no component in " + wasmDirectory);
      return;
    }
    if (!update && now(components).isCurrent()) {
      getLog().debug("Nothing has changed.");
      return;
    }
    List<String> arguments = new ArrayList<>();
    if (baseline != null) {
      arguments.addAll(List.of("--baseline", baseline.toString()));
    }
    if (update) {
      arguments.add("--update");
    }
    components.forEach(component -> arguments.add(component.toString()));
    try {
      mortise("check", arguments).forEach(getLog()::info);
    } catch (MojoFailureException e) {
      throw new MojoFailureException(
          e.getMessage()
              + "\nTo accept what has changed: mvn -Dmortise.update process-sources, and commit the"
              + " locks.");
    }
    now(components).write(); // with the locks that have just been written
  }

  private Stamp now(List<Path> components) throws IOException {
    List<Path> files = new ArrayList<>(components);
    for (Path component : components) {
      String name = String.valueOf(component.getFileName());
      String lock = name.replaceFirst("\\.wasm$", "") + ".lock.wit";
      if (baseline == null) {
        files.add(component.resolveSibling(lock));
      } else {
        files.add(baseline.toPath().resolve(name));
        files.add(baseline.toPath().resolve(lock));
      }
    }
    return Stamp.of(work().resolve("stamp"), List.of("mortise " + pluginVersion), files);
  }
}

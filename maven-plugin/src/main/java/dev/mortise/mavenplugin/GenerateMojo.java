package dev.mortise.mavenplugin;

import java.io.File;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Generates Java for the components in {@code src/main/wasm} and the WIT in {@code src/main/wit}:
 * sources, which are compiled with the project's own, and the classes that have no source, which go
 * to {@code target/classes}. Does nothing when nothing has changed.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init") // fields that Maven sets
public final class GenerateMojo extends GeneratingMojo {
  /** The folder of the components: every {@code .wasm} file in it. */
  @Parameter(property = "mortise.wasm", defaultValue = "${project.basedir}/src/main/wasm")
  private File wasmDirectory;

  /** The folder of a WIT package, with the packages that it uses in {@code deps}. */
  @Parameter(property = "mortise.wit", defaultValue = "${project.basedir}/src/main/wit")
  private File witDirectory;

  /** Where the sources go; the goal owns the folder. */
  @Parameter(defaultValue = "${project.build.directory}/generated-sources/mortise")
  private File sourcesDirectory;

  /** Where classes without a source go; the goal owns the folder. */
  @Parameter(defaultValue = "${project.build.directory}/generated-resources/mortise")
  private File classesDirectory;

  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
  private File outputDirectory;

  @Override
  Folders folders() {
    return new Folders(
        wasmDirectory, witDirectory, sourcesDirectory, classesDirectory, outputDirectory);
  }

  @Override
  void addSources(String folder) {
    project.addCompileSourceRoot(folder);
  }

  @Override
  void addResources(Resource folder) {
    project.addResource(folder);
  }
}

package dev.mortise.mavenplugin;

import java.io.File;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Generates Java for the components in {@code src/test/wasm} and the WIT in {@code src/test/wit},
 * for tests only. Does nothing when nothing has changed.
 */
@Mojo(
    name = "generate-test",
    defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
    threadSafe = true)
@SuppressWarnings("NullAway.Init") // fields that Maven sets
public final class GenerateTestMojo extends GeneratingMojo {
  /** The folder of the components: every {@code .wasm} file in it. */
  @Parameter(property = "mortise.test.wasm", defaultValue = "${project.basedir}/src/test/wasm")
  private File wasmDirectory;

  /** The folder of a WIT package, with the packages that it uses in {@code deps}. */
  @Parameter(property = "mortise.test.wit", defaultValue = "${project.basedir}/src/test/wit")
  private File witDirectory;

  /** Where the sources go; the goal owns the folder. */
  @Parameter(defaultValue = "${project.build.directory}/generated-test-sources/mortise")
  private File sourcesDirectory;

  /** Where classes without a source go; the goal owns the folder. */
  @Parameter(defaultValue = "${project.build.directory}/generated-test-resources/mortise")
  private File classesDirectory;

  @Parameter(defaultValue = "${project.build.testOutputDirectory}", readonly = true)
  private File outputDirectory;

  @Override
  Folders folders() {
    return new Folders(
        wasmDirectory, witDirectory, sourcesDirectory, classesDirectory, outputDirectory);
  }

  @Override
  void addSources(String folder) {
    project.addTestCompileSourceRoot(folder);
  }

  @Override
  void addResources(Resource folder) {
    project.addTestResource(folder);
  }
}

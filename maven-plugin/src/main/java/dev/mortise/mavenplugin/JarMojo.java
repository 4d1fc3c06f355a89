package dev.mortise.mavenplugin;

import dev.mortise.mavenplugin.files.Inputs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Makes a modular jar of each component in {@code src/main/wasm}, and attaches it to the project
 * with the component's name as its classifier.
 */
@Mojo(name = "jar", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
@SuppressWarnings("NullAway.Init") // fields that Maven sets
public final class JarMojo extends MortiseMojo {
  /** The folder of the components: every {@code .wasm} file in it. */
  @Parameter(property = "mortise.wasm", defaultValue = "${project.basedir}/src/main/wasm")
  private File wasmDirectory;

  /** Where the jars go. */
  @Parameter(defaultValue = "${project.build.directory}")
  private File jarDirectory;

  /** What the names of the jars begin with. */
  @Parameter(defaultValue = "${project.build.finalName}")
  private String finalName;

  /** More arguments for {@code mortise jar}; its {@code --help} shows which there are. */
  @Parameter private @Nullable List<String> arguments;

  @Inject private MavenProjectHelper projects;

  @Override
  void run() throws IOException, MojoExecutionException, MojoFailureException {
    for (Path component : Inputs.componentsIn(wasmDirectory.toPath())) {
      String name = String.valueOf(component.getFileName()).replaceFirst("\\.wasm$", "");
      Path jar = jarDirectory.toPath().resolve(finalName + "-" + name + ".jar");
      List<String> all = new ArrayList<>(List.of(component.toString(), "-o", jar.toString()));
      if (arguments != null) {
        all.addAll(arguments);
      }
      mortise("jar", all).forEach(getLog()::debug);
      projects.attachArtifact(project, "jar", name, jar.toFile());
      getLog().info("Made " + jar);
    }
  }
}

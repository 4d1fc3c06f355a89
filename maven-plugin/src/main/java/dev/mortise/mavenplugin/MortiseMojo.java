package dev.mortise.mavenplugin;

import dev.mortise.mavenplugin.command.CommandFailedException;
import dev.mortise.mavenplugin.command.MortiseCommand;
import dev.mortise.mavenplugin.jdk.Jdk;
import dev.mortise.mavenplugin.jdk.JdkFolders;
import dev.mortise.mavenplugin.jdk.JdkSearch;
import dev.mortise.mavenplugin.jdk.NoJdkException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/** What all goals have: when to do nothing, and how the command is started. */
@SuppressWarnings("NullAway.Init") // fields that Maven sets
abstract class MortiseMojo extends AbstractMojo {
  /** Does nothing. */
  @Parameter(property = "mortise.skip", defaultValue = "false")
  private boolean skip;

  /**
   * The folder of the JDK, 21 or newer, that runs Mortise. Without it that is the project's
   * toolchain, else the Java that runs Maven, else the newest that is installed.
   */
  @Parameter(property = "mortise.jdk")
  private @Nullable File jdk;

  /** Options for the Java that runs Mortise, such as {@code -Xmx4g}. */
  @Parameter private @Nullable List<String> javaOptions;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
  private List<Artifact> pluginArtifacts;

  @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
  String pluginVersion;

  @Parameter(defaultValue = "${project.build.directory}/mortise", readonly = true, required = true)
  private File memory;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  @Inject private ToolchainManager toolchains;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped, by mortise.skip.");
      return;
    }
    try {
      run();
    } catch (IOException e) {
      throw new MojoExecutionException("a file cannot be read or written: " + e.getMessage(), e);
    }
  }

  /** Where a goal keeps what it remembers between builds; its other executions have theirs. */
  final Path work() {
    return memory.toPath().resolve(execution.getGoal() + "-" + execution.getExecutionId());
  }

  /** The goal's own work. */
  abstract void run() throws IOException, MojoExecutionException, MojoFailureException;

  /**
   * Runs the command.
   *
   * @return the lines that it printed
   * @throws MojoFailureException when the input is at fault
   * @throws MojoExecutionException when there is no Java for it, or it fails by itself
   */
  final List<String> mortise(String verb, List<String> arguments)
      throws IOException, MojoExecutionException, MojoFailureException {
    List<String> all = new ArrayList<>(List.of(verb));
    all.addAll(arguments);
    try {
      Jdk found = search().find();
      getLog().debug("Java " + found.feature() + " in " + found.home() + " runs mortise " + all);
      MortiseCommand command =
          new MortiseCommand(
              found,
              pluginArtifacts.stream().map(artifact -> artifact.getFile().toPath()).toList(),
              javaOptions == null ? List.of() : javaOptions,
              work().resolve("arguments"));
      return command.run(all);
    } catch (NoJdkException e) {
      throw new MojoExecutionException(e.getMessage());
    } catch (CommandFailedException e) {
      if (e.isAboutInput()) {
        throw new MojoFailureException(e.getMessage());
      }
      throw new MojoExecutionException(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("the build was interrupted", e);
    }
  }

  private JdkSearch search() {
    Path user = Path.of(System.getProperty("user.home"));
    List<Path> installed = new ArrayList<>();
    for (Toolchain toolchain :
        toolchains.getToolchains(
            session, "jdk", Map.of("version", "[" + JdkSearch.NEEDED + ",)"))) {
      addHome(installed, toolchain);
    }
    installed.addAll(JdkFolders.all(System.getenv(), user));
    List<Path> ofProject = new ArrayList<>();
    Toolchain chosen = toolchains.getToolchainFromBuildContext("jdk", session);
    if (chosen != null) {
      addHome(ofProject, chosen);
    }
    return new JdkSearch(
        jdk == null ? null : jdk.toPath(),
        ofProject.isEmpty() ? null : ofProject.get(0),
        Path.of(System.getProperty("java.home")),
        installed);
  }

  private static void addHome(List<Path> homes, Toolchain toolchain) {
    String java = toolchain.findTool("java");
    Path bin = java == null ? null : Path.of(java).getParent();
    Path home = bin == null ? null : bin.getParent();
    if (home != null) {
      homes.add(home);
    }
  }
}

package dev.mortise.mavenplugin;

import dev.mortise.mavenplugin.files.Inputs;
import dev.mortise.mavenplugin.files.Mirror;
import dev.mortise.mavenplugin.files.Stamp;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Generates for the main code or for tests. What is made goes to a folder of its own first and from
 * there to where Maven takes it: a failure changes nothing, and what has not changed is not
 * touched.
 */
@SuppressWarnings("NullAway.Init") // fields that Maven sets
abstract class GeneratingMojo extends MortiseMojo {
  /**
   * The Java package of the components' own classes. Without it {@code greeter.wasm} is {@code
   * greeter.Greeter}. Interfaces of WIT packages have a package by their own name always.
   */
  @Parameter(property = "mortise.package")
  private @Nullable String packageName;

  /** The folders of one kind of code. */
  record Folders(File components, File wit, File sources, File resources, File compiled) {}

  abstract Folders folders();

  abstract void addSources(String folder);

  abstract void addResources(Resource folder);

  @Override
  final void run() throws IOException, MojoExecutionException, MojoFailureException {
    Folders folders = folders();
    Inputs inputs = Inputs.in(folders.components().toPath(), folders.wit().toPath());
    Path made = work().resolve("made");
    Stamp stamp =
        Stamp.of(
            work().resolve("stamp"),
            List.of("mortise " + pluginVersion, "package " + packageName),
            inputs.files());
    if (stamp.isCurrent()) {
      getLog().debug("Nothing has changed.");
    } else {
      stamp.forget();
      make(inputs, made);
    }
    publish(folders, made);
    stamp.write();
  }

  private void make(Inputs inputs, Path made)
      throws IOException, MojoExecutionException, MojoFailureException {
    Path sources = made.resolve("sources");
    Path classes = made.resolve("classes");
    Mirror.delete(made);
    if (inputs.all().isEmpty()) {
      return;
    }
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--sources", sources.toString(), "--classes", classes.toString()));
    if (packageName != null) {
      arguments.addAll(List.of("--package", packageName));
    }
    inputs.all().forEach(input -> arguments.add(input.toString()));
    List<String> files = mortise("generate", arguments);
    getLog()
        .info(
            "Generated "
                + files.size()
                + (files.size() == 1 ? " source from " : " sources from ")
                + names(inputs.all()));
  }

  private static String names(List<Path> inputs) {
    List<String> names =
        inputs.stream().map(input -> String.valueOf(input.getFileName())).limit(4).toList();
    return String.join(", ", names) + (inputs.size() > names.size() ? ", …" : "");
  }

  private void publish(Folders folders, Path made) throws IOException {
    Path resources = folders.resources().toPath();
    for (Path gone : Mirror.sync(made.resolve("classes"), resources)) {
      Files.deleteIfExists(folders.compiled().toPath().resolve(gone)); // Maven's copy of it
    }
    Mirror.sync(made.resolve("sources"), folders.sources().toPath());
    addSources(folders.sources().getPath());
    if (Files.isDirectory(resources)) {
      Resource resource = new Resource();
      resource.setDirectory(resources.toString());
      addResources(resource);
    }
  }
}

package dev.mortise.esmintegration.filesystem;

import dev.mortise.esmintegration.lexer.ScopedSource;
import dev.mortise.esmintegration.resolve.ModuleProblems;
import dev.mortise.esmintegration.resolve.ModuleResolver;
import dev.mortise.esmintegration.resolve.Request;
import dev.mortise.esmintegration.resolve.Target;
import dev.mortise.esmintegration.url.ModuleUrl;
import dev.mortise.runtime.error.ComponentFindException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.MortiseException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.io.FileSystem;
import org.jspecify.annotations.Nullable;

/**
 * Turns specifiers into paths. They come in three ways, as GraalJS resolves modules: a relative one
 * by {@link #sibling}, with its importer; a bare one by {@link #of(String)}, without; and one with
 * a scheme by {@link #of(URI)}, without too.
 */
final class ModulePaths {
  /** Before the name of a registered module's own. */
  private static final String REGISTERED = "mortise:";

  private static final String PROBE = "mortise-probe:";

  /** What nothing is relative to. */
  private static final ModuleUrl NOWHERE = new ModuleUrl("mortise", null, "entry", null, null);

  private final FileSystem files;
  private final ModuleResolver resolver;
  private final String bridge;

  /** Names that are no files, by what GraalJS calls them when it asks again. */
  private final Map<String, NamedPath> named = new ConcurrentHashMap<>();

  /** The files that were found to be components: what imports there is generated. */
  private final Set<String> components = ConcurrentHashMap.newKeySet();

  /**
   * The file URL of the import that is being resolved. GraalJS makes a path of it, and then asks
   * for that path as a sibling of the importer, in one thread.
   */
  private static final ThreadLocal<@Nullable FileImport> FILE_IMPORT = new ThreadLocal<>();

  private record FileImport(String path, String url) {}

  /**
   * Paths.
   *
   * @param files the user's own file system
   * @param bridge the name of the bridge module
   */
  ModulePaths(FileSystem files, ModuleResolver resolver, String bridge) {
    this.files = files;
    this.resolver = resolver;
    this.bridge = bridge;
  }

  /** A name that nobody else can know, and that leads somewhere by this file system alone. */
  String probe() {
    return PROBE + bridge;
  }

  /** Remembers that a file is a component. */
  void isComponent(Path file) {
    components.add(file.toString());
  }

  /** A path, or a specifier without a scheme whose importer is not known. */
  Path of(String path) {
    NamedPath known = named.get(path);
    if (known != null) {
      return known;
    }
    if (path.isEmpty() || path.startsWith("/") || path.contains("\\")) {
      return file(files.parsePath(path), null);
    }
    Request request = new Request(path, null, workingFolder());
    try {
      Target target = resolver.find(request);
      return target == null ? file(files.parsePath(path), request) : path(target, request);
    } catch (MortiseException e) {
      return failed(path, e);
    }
  }

  /** A specifier with a scheme. */
  Path of(URI uri) {
    if ("file".equals(uri.getScheme())) {
      return fileUrl(uri);
    }
    String name = uri.toString();
    if (name.equals(probe())) {
      return name(name, new Content.Probe());
    }
    if (name.equals(bridge)) {
      return failed(name, notAttached());
    }
    Request request = new Request(name, null, workingFolder());
    try {
      Target target = resolver.find(request);
      if (target != null) {
        // JSON and core modules have no identity to keep, and no text for another name.
        return isData(target) ? path(target, request) : name(name, new Content.Alias(target));
      }
      ModuleUrl url = ModuleUrl.parse(name);
      if (url != null && url.isSpecial()) {
        return file(files.parsePath(uri), request); // another host: as the user's file system says
      }
      throw ModuleProblems.notFound(request, resolver.registered());
    } catch (MortiseException e) {
      return failed(name, e);
    }
  }

  private boolean isData(Target target) {
    return target instanceof Target.File file
        && (file.url().path().endsWith(".json")
            || (file.url().path().endsWith(".wasm") && !resolver.isComponent(file)));
  }

  private Path fileUrl(URI uri) {
    ModuleUrl url = ModuleUrl.parse(uri.toString());
    if (url == null || !url.isFile()) {
      return file(files.parsePath(uri), null);
    }
    Request request = new Request(uri.toString(), null, url);
    try {
      Path path = path(resolver.resolve(request), request);
      FILE_IMPORT.set(new FileImport(path.toString(), uri.toString()));
      return path;
    } catch (MortiseException e) {
      return failed(uri.toString(), e);
    }
  }

  /** The real path of a path, under which GraalJS remembers the module. */
  Path real(FilePath path, LinkOption... options) throws IOException {
    FileImport pending = FILE_IMPORT.get();
    boolean isPending = pending != null && pending.path().equals(path.toString());
    Path real;
    try {
      real = files.toRealPath(path.file(), options);
    } catch (NoSuchFileException e) {
      if (!isPending) {
        throw e;
      }
      real = path.file(); // the import map may know better
    }
    if (isPending) {
      FILE_IMPORT.set(new FileImport(real.toString(), Objects.requireNonNull(pending).url()));
    }
    return file(real, path.request());
  }

  /** What a module imports. */
  Path sibling(ModulePath referrer, String specifier) {
    ModulePath importer = referrer;
    if (referrer instanceof NamedPath name && name.content() instanceof Content.Loader loader) {
      importer = loader.owner();
    }
    if (importer instanceof NamedPath(String unused, Content.Text text, var siblings)) {
      return ofText(text.target(), specifier);
    }
    boolean generated =
        switch (importer) {
          case NamedPath name -> true;
          case FilePath file -> components.contains(file.toString());
        };
    if (generated) {
      return generated(specifier);
    }
    FilePath file = (FilePath) importer;
    if (specifier.equals(ScopedSource.LOADER)) {
      return name(file + "#import", new Content.Loader(file));
    }
    String asked =
        specifier.startsWith(ScopedSource.PREFIX)
            ? specifier.substring(ScopedSource.PREFIX.length())
            : specifier;
    FileImport pending = FILE_IMPORT.get();
    FILE_IMPORT.remove();
    if (pending != null && pending.path().equals(asked)) {
      asked = pending.url();
    }
    Request request = new Request(asked, file.toString(), url(file.file()));
    try {
      return path(resolver.resolve(request), request);
    } catch (MortiseException e) {
      return failed(specifier, e);
    }
  }

  /** What a module imports that stands nowhere: nothing is relative to it. */
  private Path ofText(Target.Text importer, String specifier) {
    Request request = new Request(specifier, importer.inWords(), NOWHERE);
    try {
      return path(resolver.resolve(request), request);
    } catch (MortiseException e) {
      return failed(specifier, e);
    }
  }

  /** What a generated module imports: it has been resolved. */
  private Path generated(String specifier) {
    String name = specifier.startsWith("./") ? specifier.substring(2) : specifier;
    NamedPath known = named.get(name);
    return known == null ? file(files.parsePath(filePath(specifier)), null) : known;
  }

  private static String filePath(String urlPath) {
    return new ModuleUrl("file", "", urlPath, null, null).filePath();
  }

  /** How a generated module writes a module that it imports. */
  String specifier(Target target) {
    return target instanceof Target.File file ? file.url().path() : "./" + nameOf(target);
  }

  /** The path of a module. */
  Path path(Target target, Request request) {
    return switch (target) {
      case Target.File file -> file(files.parsePath(file.url().filePath()), request);
      case Target.Registered registered ->
          name(nameOf(registered), new Content.Component(registered));
      case Target.Text text -> name(nameOf(text), new Content.Text(text));
      case Target.Interface part -> name(nameOf(part), new Content.Interface(part));
    };
  }

  /** Makes sure that generated modules find a module by its {@link #specifier}. */
  void prepare(Target target) {
    switch (target) {
      case Target.File file -> {}
      case Target.Registered registered -> {
        Path unused = name(nameOf(registered), new Content.Component(registered));
      }
      case Target.Text text -> {
        Path unused = name(nameOf(text), new Content.Text(text));
      }
      case Target.Interface part -> {
        Path unused = name(nameOf(part), new Content.Interface(part));
        prepare(part.component());
      }
    }
  }

  /** The name of a module that is generated. */
  static String nameOf(Target target) {
    return switch (target) {
      case Target.File file -> file.url().path();
      case Target.Registered registered -> REGISTERED + registered.name();
      case Target.Text text -> REGISTERED + text.name();
      case Target.Interface part -> nameOf(part.component()) + "#" + part.exportName();
    };
  }

  /** The path of a file of the user's file system. */
  FilePath file(Path file, @Nullable Request request) {
    return new FilePath(file, request, this::sibling);
  }

  private NamedPath name(String name, Content content) {
    NamedPath path = new NamedPath(name, content, this::sibling);
    named.put(name, path);
    return path;
  }

  /** Not kept: whoever asks for names that do not exist must not fill the memory with them. */
  private NamedPath failed(String name, MortiseException why) {
    return new NamedPath(name, new Content.Failure(why), this::sibling);
  }

  /** The URL of a file; a path that is not absolute is relative to the working folder. */
  ModuleUrl url(Path file) {
    Path absolute = file.isAbsolute() ? file : files.toAbsolutePath(file);
    return ModuleUrl.ofFile(absolute.normalize().toString().replace(files.getSeparator(), "/"));
  }

  private ModuleUrl workingFolder() {
    try {
      String folder = files.toAbsolutePath(files.parsePath("")).toString();
      String slashed = folder.replace(files.getSeparator(), "/");
      return ModuleUrl.ofFile(slashed.endsWith("/") ? slashed : slashed + "/");
    } catch (SecurityException | UnsupportedOperationException e) {
      return NOWHERE; // a file system that does not say where it is
    }
  }

  /** A bare name was tried as a file because GraalJS would; but that is not what is missing. */
  MortiseException noSuchFile(Request request, FilePath file) {
    boolean bare =
        request.specifier().equals(file.toString())
            && !request.specifier().startsWith(".")
            && !file.isAbsolute();
    return bare
        ? ModuleProblems.notFound(request, resolver.registered())
        : ModuleProblems.noSuchFile(request, file.toString());
  }

  private static MortiseException notAttached() {
    return new ComponentFindException(
        Diagnostic.of("not-attached", "a component in this context")
            .expecting("a context that was attached", "one that was not")
            .withHint(
                "After builder.build(): modules.attach(context), before any other code runs"));
  }
}

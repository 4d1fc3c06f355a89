package dev.mortise.testing.wasi;

import static dev.mortise.testing.wasi.Args.err;
import static dev.mortise.testing.wasi.Args.ok;
import static dev.mortise.testing.wasi.Args.self;
import static dev.mortise.testing.wasi.Args.u64;

import dev.mortise.runtime.Imports;
import dev.mortise.runtime.link.HostFunction;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.testing.wasi.files.Access;
import dev.mortise.testing.wasi.files.Descriptor;
import dev.mortise.testing.wasi.files.DirectoryNode;
import dev.mortise.testing.wasi.files.FileErrorCode;
import dev.mortise.testing.wasi.files.FileException;
import dev.mortise.testing.wasi.files.FileNode;
import dev.mortise.testing.wasi.files.FileStreams;
import dev.mortise.testing.wasi.files.Node;
import dev.mortise.testing.wasi.io.IoError;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The package {@code wasi:filesystem}: what is done with an open file or directory. The functions
 * that take a path are in {@link PathsPart}. {@code advise} and {@code sync} have nothing to do.
 */
final class FilesPart {
  private static final long MOST_BYTES = 1 << 20;

  private final Resources resources;
  private final Supplier<Descriptor> preopened;
  private final PathsPart paths;

  FilesPart(Resources resources, Supplier<Descriptor> preopened) {
    this.resources = resources;
    this.preopened = preopened;
    paths = new PathsPart(resources);
  }

  /** A method of a descriptor that gives an {@code error-code} when it fails. */
  interface Operation {
    @Nullable Object of(Descriptor self, List<ComponentValue> args) throws FileException;
  }

  /** Likewise, whose {@code ok} has no payload. */
  interface Action {
    void of(Descriptor self, List<ComponentValue> args) throws FileException;
  }

  void supply(Imports.Builder imports) {
    imports.instance(
        "wasi:filesystem/preopens@0.2.12",
        exports ->
            exports
                .resource("descriptor", resources.descriptor())
                .func(
                    "get-directories",
                    args -> List.of(List.of(resources.descriptor().own(preopened.get()), "/"))));
    imports.instance(
        "wasi:filesystem/types@0.2.12",
        exports -> {
          exports
              .resource("descriptor", resources.descriptor())
              .resource("directory-entry-stream", resources.directoryEntryStream())
              .resource("error", resources.error())
              .resource("input-stream", resources.inputStream())
              .resource("output-stream", resources.outputStream());
          content(exports);
          streams(exports);
          known(exports);
          directory(exports);
          paths.supply(exports);
        });
  }

  private static void content(Imports.InstanceBuilder exports) {
    exports
        .func("[method]descriptor.read", method(FilesPart::read))
        .func(
            "[method]descriptor.write",
            method(
                (self, args) -> {
                  byte[] bytes = args.get(1).asBytes();
                  self.tree().write(self.file(Access.WRITE), u64(args.get(2)), bytes);
                  return (long) bytes.length;
                }))
        .func(
            "[method]descriptor.set-size",
            action((self, args) -> self.tree().resize(self.file(Access.WRITE), u64(args.get(1)))))
        .func("[method]descriptor.advise", action((self, args) -> {}))
        .func("[method]descriptor.sync", action((self, args) -> {}))
        .func("[method]descriptor.sync-data", action((self, args) -> {}));
  }

  /** The bytes, and whether they reach the end. */
  private static Object read(Descriptor self, List<ComponentValue> args) throws FileException {
    FileNode file = self.file(Access.READ);
    long offset = u64(args.get(2));
    byte[] bytes = file.read(offset, Math.min(u64(args.get(1)), MOST_BYTES));
    return List.of(bytes, offset >= file.size() - bytes.length);
  }

  private void streams(Imports.InstanceBuilder exports) {
    exports
        .func(
            "[method]descriptor.read-via-stream",
            method(
                (self, args) ->
                    resources
                        .inputStream()
                        .own(FileStreams.reading(self.file(Access.READ), u64(args.get(1))))))
        .func(
            "[method]descriptor.write-via-stream",
            method(
                (self, args) ->
                    resources
                        .outputStream()
                        .own(
                            FileStreams.writing(
                                self.tree(), self.file(Access.WRITE), u64(args.get(1))))))
        .func(
            "[method]descriptor.append-via-stream",
            method(
                (self, args) ->
                    resources
                        .outputStream()
                        .own(FileStreams.appending(self.tree(), self.file(Access.WRITE)))));
  }

  private static void known(Imports.InstanceBuilder exports) {
    exports
        .func("[method]descriptor.get-flags", method((self, args) -> self.access()))
        .func("[method]descriptor.get-type", method((self, args) -> type(self.node())))
        .func("[method]descriptor.stat", method((self, args) -> stat(self.node())))
        .func(
            "[method]descriptor.set-times",
            action((self, args) -> setTimes(self, self.node(), args.get(1), args.get(2))))
        .func(
            "[method]descriptor.is-same-object",
            args ->
                self(args, Descriptor.class).node()
                    == Args.object(args.get(1), Descriptor.class).node())
        .func("[method]descriptor.metadata-hash", method((self, args) -> hash(self.node())))
        .func(
            "filesystem-error-code",
            args -> Optional.ofNullable(self(args, IoError.class).fileErrorCode()));
  }

  private void directory(Imports.InstanceBuilder exports) {
    exports
        .func(
            "[method]descriptor.read-directory",
            method((self, args) -> resources.directoryEntryStream().own(entries(self.directory()))))
        .func(
            "[method]directory-entry-stream.read-directory-entry",
            args -> {
              DirectoryEntries entries = self(args, DirectoryEntries.class);
              return ok(entries.rest().hasNext() ? entries.rest().next() : Optional.empty());
            });
  }

  private static DirectoryEntries entries(DirectoryNode directory) {
    return new DirectoryEntries(
        directory.entries().entrySet().stream()
            .map(
                entry ->
                    Map.<String, Object>of("type", type(entry.getValue()), "name", entry.getKey()))
            .toList()
            .iterator());
  }

  static String type(Node node) {
    return switch (node) {
      case FileNode file -> "regular-file";
      case DirectoryNode directory -> "directory";
    };
  }

  static Map<String, Object> stat(Node node) {
    return Map.of(
        "type", type(node),
        "link-count", (long) node.links(),
        "size", node.size(),
        "data-access-timestamp", Args.datetime(node.accessed()),
        "data-modification-timestamp", Args.datetime(node.modified()),
        "status-change-timestamp", Args.datetime(node.changed()));
  }

  /** Of the same node unless its content has changed. */
  static Map<String, Object> hash(Node node) {
    return Map.of("lower", node.id(), "upper", node.version());
  }

  static void setTimes(
      Descriptor self, Node node, ComponentValue access, ComponentValue modification)
      throws FileException {
    if (node instanceof DirectoryNode && !self.access().contains(Access.MUTATE_DIRECTORY)) {
      throw new FileException(FileErrorCode.READ_ONLY);
    }
    Instant now = self.tree().now();
    self.tree()
        .times(node, time(access, node.accessed(), now), time(modification, node.modified(), now));
  }

  /** The time of a {@code new-timestamp}. */
  private static Instant time(ComponentValue wanted, Instant before, Instant now)
      throws FileException {
    return switch (wanted.caseName()) {
      case "no-change" -> before;
      case "now" -> now;
      default ->
          wanted
              .casePayload()
              .flatMap(Args::instant)
              .orElseThrow(() -> new FileException(FileErrorCode.INVALID));
    };
  }

  static HostFunction method(Operation operation) {
    return args -> {
      try {
        return ok(operation.of(self(args, Descriptor.class), args));
      } catch (FileException e) {
        return err(e.code());
      }
    };
  }

  static HostFunction action(Action action) {
    return method(
        (self, args) -> {
          action.of(self, args);
          return null;
        });
  }
}

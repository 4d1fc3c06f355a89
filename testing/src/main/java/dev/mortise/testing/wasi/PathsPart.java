package dev.mortise.testing.wasi;

import static dev.mortise.testing.wasi.FilesPart.action;
import static dev.mortise.testing.wasi.FilesPart.method;

import dev.mortise.runtime.Imports;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.testing.wasi.files.Access;
import dev.mortise.testing.wasi.files.Descriptor;
import dev.mortise.testing.wasi.files.DirectoryNode;
import dev.mortise.testing.wasi.files.FileErrorCode;
import dev.mortise.testing.wasi.files.FileException;
import dev.mortise.testing.wasi.files.Node;
import dev.mortise.testing.wasi.files.OpenFlag;
import java.util.EnumSet;
import java.util.Set;

/**
 * The functions of {@code wasi:filesystem/types} that take a path from an open directory. There are
 * no symbolic links: {@code symlink-at} is {@code unsupported}, {@code readlink-at} finds none.
 */
final class PathsPart {
  private final Resources resources;

  PathsPart(Resources resources) {
    this.resources = resources;
  }

  void supply(Imports.InstanceBuilder exports) {
    look(exports);
    change(exports);
  }

  private void look(Imports.InstanceBuilder exports) {
    exports
        .func(
            "[method]descriptor.open-at",
            method(
                (self, args) ->
                    resources
                        .descriptor()
                        .own(
                            self.open(
                                args.get(2).asString(),
                                openFlags(args.get(3)),
                                access(args.get(4))))))
        .func(
            "[method]descriptor.stat-at",
            method((self, args) -> FilesPart.stat(node(self, args.get(2)))))
        .func(
            "[method]descriptor.metadata-hash-at",
            method((self, args) -> FilesPart.hash(node(self, args.get(2)))))
        .func(
            "[method]descriptor.readlink-at",
            method(
                (self, args) -> {
                  Node unused = node(self, args.get(1));
                  throw new FileException(FileErrorCode.INVALID);
                }));
  }

  private static void change(Imports.InstanceBuilder exports) {
    exports
        .func(
            "[method]descriptor.set-times-at",
            action(
                (self, args) -> {
                  DirectoryNode base = self.mutableDirectory();
                  Node node = self.tree().get(base, args.get(2).asString());
                  FilesPart.setTimes(self, node, args.get(3), args.get(4));
                }))
        .func(
            "[method]descriptor.create-directory-at",
            action(
                (self, args) -> {
                  DirectoryNode unused =
                      self.tree().createDirectory(self.mutableDirectory(), args.get(1).asString());
                }))
        .func(
            "[method]descriptor.remove-directory-at",
            action(
                (self, args) ->
                    self.tree().removeDirectory(self.mutableDirectory(), args.get(1).asString())))
        .func(
            "[method]descriptor.unlink-file-at",
            action(
                (self, args) ->
                    self.tree().unlink(self.mutableDirectory(), args.get(1).asString())))
        .func(
            "[method]descriptor.rename-at",
            action(
                (self, args) ->
                    self.tree()
                        .rename(
                            self.mutableDirectory(),
                            args.get(1).asString(),
                            target(args.get(2)),
                            args.get(3).asString())))
        .func(
            "[method]descriptor.link-at",
            action(
                (self, args) ->
                    self.tree()
                        .link(
                            self.mutableDirectory(),
                            args.get(2).asString(),
                            target(args.get(3)),
                            args.get(4).asString())))
        .func(
            "[method]descriptor.symlink-at",
            action(
                (self, args) -> {
                  DirectoryNode unused = self.mutableDirectory();
                  throw new FileException(FileErrorCode.UNSUPPORTED);
                }));
  }

  private static Node node(Descriptor self, ComponentValue path) throws FileException {
    return self.tree().get(self.directory(), path.asString());
  }

  /** The directory that a name is added to. */
  private static DirectoryNode target(ComponentValue handle) throws FileException {
    return Args.object(handle, Descriptor.class).mutableDirectory();
  }

  private static Set<OpenFlag> openFlags(ComponentValue flags) {
    Set<OpenFlag> set = EnumSet.noneOf(OpenFlag.class);
    for (String label : flags.asFlags()) {
      set.add(
          switch (label) {
            case "create" -> OpenFlag.CREATE;
            case "directory" -> OpenFlag.DIRECTORY;
            case "exclusive" -> OpenFlag.EXCLUSIVE;
            case "truncate" -> OpenFlag.TRUNCATE;
            default -> throw unknown(label);
          });
    }
    return set;
  }

  /** What is asked for; all writes are as if they were synchronised. */
  private static Set<Access> access(ComponentValue flags) {
    Set<Access> set = EnumSet.noneOf(Access.class);
    for (String label : flags.asFlags()) {
      switch (label) {
        case "read" -> set.add(Access.READ);
        case "write" -> set.add(Access.WRITE);
        case "mutate-directory" -> set.add(Access.MUTATE_DIRECTORY);
        case "file-integrity-sync", "data-integrity-sync", "requested-write-sync" -> {}
        default -> throw unknown(label);
      }
    }
    return set;
  }

  private static IllegalArgumentException unknown(String label) {
    return new IllegalArgumentException("WASI 0.2 has no flag " + label + " here");
  }
}

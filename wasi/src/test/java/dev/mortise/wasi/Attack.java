package dev.mortise.wasi;

import static wit.wasi.filesystem.v0_2.Types.ErrorCode.EXIST;
import static wit.wasi.filesystem.v0_2.Types.ErrorCode.INVALID;
import static wit.wasi.filesystem.v0_2.Types.ErrorCode.LOOP;
import static wit.wasi.filesystem.v0_2.Types.ErrorCode.NAME_TOO_LONG;
import static wit.wasi.filesystem.v0_2.Types.ErrorCode.NOT_DIRECTORY;
import static wit.wasi.filesystem.v0_2.Types.ErrorCode.NOT_PERMITTED;
import static wit.wasi.filesystem.v0_2.Types.ErrorCode.NO_ENTRY;
import static wit.wasi.filesystem.v0_2.Types.ErrorCode.READ_ONLY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import wit.wasi.filesystem.v0_2.Types;
import wit.wasi.filesystem.v0_2.Types.DescriptorFlags;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;
import wit.wasi.filesystem.v0_2.Types.OpenFlags;
import wit.wasi.filesystem.v0_2.Types.PathFlags;

/**
 * What a component might try to reach a file that lies beside its folder.
 *
 * @param expected the error that belongs to it
 */
record Attack(String name, ErrorCode expected, Attempt attempt) {
  /** Tries, in the folder {@code box}. */
  interface Attempt {
    void on(Types.Descriptor box, Types.Descriptor readOnly) throws Types.ErrorCodeException;
  }

  private static final EnumSet<PathFlags> FOLLOW = EnumSet.of(PathFlags.SYMLINK_FOLLOW);
  private static final EnumSet<PathFlags> STAY = EnumSet.noneOf(PathFlags.class);
  private static final EnumSet<OpenFlags> EXISTING = EnumSet.noneOf(OpenFlags.class);
  private static final EnumSet<DescriptorFlags> READ = EnumSet.of(DescriptorFlags.READ);
  private static final EnumSet<DescriptorFlags> WRITE = EnumSet.of(DescriptorFlags.WRITE);

  /** Names of which the attempts speak. */
  static void set(Path outside, Path box) throws IOException {
    Files.createDirectories(outside);
    Files.writeString(outside.resolve("secret"), "secret");
    Files.createDirectories(box.resolve("a/b"));
    Files.writeString(box.resolve("file"), "inside");
    link(box, "up", "..");
    link(box, "absolute", outside.toAbsolutePath().toString());
    link(box, "secret-link", outside.resolve("secret").toAbsolutePath().toString());
    link(box, "sideways", "../outside");
    link(box, "sneaky", "a/../../outside/secret");
    link(box, "a/deep", "../../outside");
    link(box, "a/b/root", "/");
    link(box, "chain1", "chain2");
    link(box, "chain2", "chain3");
    link(box, "chain3", "../outside/secret");
    link(box, "self", "self");
    link(box, "ping", "pong");
    link(box, "pong", "ping");
    link(box, "dangling", "../outside/new");
    link(box, "proc", "/proc/self/root");
  }

  private static void link(Path box, String name, String target) throws IOException {
    Files.createSymbolicLink(box.resolve(name), Path.of(target));
  }

  static List<Attack> all() {
    List<Attack> all = new ArrayList<>();
    for (String path :
        List.of(
            "../outside/secret",
            "..",
            "../",
            "a/../../outside/secret",
            "a/b/../../../outside/secret",
            "./../outside/secret",
            "a/./../.././outside/secret",
            "//etc/passwd",
            "/etc/passwd",
            "/",
            "/proc/self/environ",
            "up/outside/secret",
            "up",
            "up/",
            "absolute/secret",
            "absolute",
            "secret-link",
            "sideways/secret",
            "sideways/",
            "sneaky",
            "a/deep/secret",
            "a/b/root/etc/passwd",
            "chain1",
            "proc/etc/passwd",
            "a/deep/../outside/secret")) {
      all.add(open(path, NOT_PERMITTED, EXISTING, READ));
    }
    all.add(open("self", LOOP, EXISTING, READ));
    all.add(open("ping", LOOP, EXISTING, READ));
    all.add(open("", NO_ENTRY, EXISTING, READ));
    all.add(open("file\0/../../outside/secret", INVALID, EXISTING, READ));
    all.add(open("file/../../outside/secret", NOT_DIRECTORY, EXISTING, READ));
    all.add(open("none/../../outside/secret", NO_ENTRY, EXISTING, READ));
    all.add(open("x".repeat(300), NAME_TOO_LONG, EXISTING, READ));
    all.add(open("a/".repeat(3000), NAME_TOO_LONG, EXISTING, READ));
    all.add(open("..\\outside\\secret", NO_ENTRY, EXISTING, READ));
    all.add(open("dangling", NOT_PERMITTED, EnumSet.of(OpenFlags.CREATE), WRITE));
    all.add(open("secret-link", EXIST, EnumSet.of(OpenFlags.CREATE, OpenFlags.EXCLUSIVE), WRITE));
    all.add(open("secret-link", NOT_PERMITTED, EnumSet.of(OpenFlags.TRUNCATE), WRITE));
    all.add(
        of(
            "open a link itself",
            LOOP,
            (box, r) -> box.openAt(STAY, "secret-link", EXISTING, READ)));
    all.add(
        of(
            "write where one may read",
            READ_ONLY,
            (box, r) -> r.openAt(FOLLOW, "file", EXISTING, WRITE)));
    all.add(
        of(
            "ask for more rights",
            READ_ONLY,
            (box, r) ->
                r.openAt(FOLLOW, "a", EXISTING, EnumSet.of(DescriptorFlags.MUTATE_DIRECTORY))));
    all.add(of("make", NOT_PERMITTED, (box, r) -> box.createDirectoryAt("sideways/new")));
    all.add(of("make where one may read", READ_ONLY, (box, r) -> r.createDirectoryAt("new")));
    all.add(of("unlink", NOT_PERMITTED, (box, r) -> box.unlinkFileAt("../outside/secret")));
    all.add(of("unlink by link", NOT_PERMITTED, (box, r) -> box.unlinkFileAt("sideways/secret")));
    all.add(of("remove", NOT_PERMITTED, (box, r) -> box.removeDirectoryAt("../outside")));
    all.add(
        of("move out", NOT_PERMITTED, (box, r) -> box.renameAt("file", box, "../outside/file")));
    all.add(of("move in", NOT_PERMITTED, (box, r) -> box.renameAt("up/outside/secret", box, "s")));
    all.add(
        of("link in", NOT_PERMITTED, (box, r) -> box.linkAt(STAY, "sideways/secret", box, "s")));
    all.add(of("link a link's", INVALID, (box, r) -> box.linkAt(FOLLOW, "secret-link", box, "s")));
    all.add(of("symlink", NOT_PERMITTED, (box, r) -> box.symlinkAt("/etc/passwd", "s")));
    all.add(of("symlink out", NOT_PERMITTED, (box, r) -> box.symlinkAt("x", "../outside/s")));
    all.add(of("stat", NOT_PERMITTED, (box, r) -> box.statAt(FOLLOW, "secret-link")));
    all.add(of("hash", NOT_PERMITTED, (box, r) -> box.metadataHashAt(FOLLOW, "../outside")));
    all.add(of("read link", NOT_PERMITTED, (box, r) -> box.readlinkAt("sideways/x")));
    all.add(
        of(
            "times",
            NOT_PERMITTED,
            (box, r) ->
                box.setTimesAt(
                    FOLLOW,
                    "secret-link",
                    new Types.NewTimestamp.Now(),
                    new Types.NewTimestamp.Now())));
    return all;
  }

  /** What makes, opens and removes in the folder itself. */
  static List<Attempt> inPlace() {
    EnumSet<OpenFlags> create = EnumSet.of(OpenFlags.CREATE);
    return List.of(
        (folder, same) -> folder.createDirectoryAt("new-folder"),
        (folder, same) -> folder.symlinkAt("target", "new-link"),
        (folder, same) -> folder.openAt(STAY, "new-file", create, WRITE).close(),
        (folder, same) -> folder.linkAt(STAY, "new-file", same, "new-name"),
        (folder, same) -> folder.unlinkFileAt("secret"),
        (folder, same) -> folder.openAt(STAY, "secret", EXISTING, WRITE).close(),
        (folder, same) -> folder.renameAt("secret", same, "renamed"),
        (folder, same) -> folder.readlinkAt("secret"));
  }

  private static Attack open(
      String path, ErrorCode expected, EnumSet<OpenFlags> flags, EnumSet<DescriptorFlags> rights) {
    String shown = path.length() > 40 ? path.substring(0, 40) + "…" : path.replace('\0', '␀');
    return of(
        "open " + shown + " " + flags,
        expected,
        (box, r) -> box.openAt(FOLLOW, path, flags, rights));
  }

  private static Attack of(String name, ErrorCode expected, Attempt attempt) {
    return new Attack(name, expected, attempt);
  }

  @Override
  public String toString() {
    return name;
  }
}

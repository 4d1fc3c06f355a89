package dev.mortise.wasi.filesystem;

import dev.mortise.wasi.clocks.WallClockHost;
import dev.mortise.wasi.files.Attributes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import wit.wasi.filesystem.v0_2.Types;

/** What is known of files, in WASI's types. */
final class Stats {
  private static final byte[] SECRET = SecureRandom.getSeed(16);

  private Stats() {}

  static Types.DescriptorStat of(Attributes found) {
    return new Types.DescriptorStat(
        type(found),
        found.links(),
        found.size(),
        Optional.of(WallClockHost.of(found.accessed())),
        Optional.of(WallClockHost.of(found.modified())),
        Optional.of(WallClockHost.of(found.changed())));
  }

  static Types.DescriptorType type(Attributes found) {
    return switch (found.kind()) {
      case FILE -> Types.DescriptorType.REGULAR_FILE;
      case FOLDER -> Types.DescriptorType.DIRECTORY;
      case LINK -> Types.DescriptorType.SYMBOLIC_LINK;
      case OTHER -> Types.DescriptorType.UNKNOWN;
    };
  }

  /**
   * A hash by which the same file is known again, until it is replaced: C programs see it as the
   * number of the file. The secret keeps it from telling the host's own numbers. Where the system
   * has none, it is made of what else there is.
   */
  static Types.MetadataHashValue hash(Attributes found) {
    String identity =
        found.key() == null
            ? found.kind() + " " + found.size() + " " + found.modified()
            : found.key().toString();
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(SECRET);
      ByteBuffer hash = ByteBuffer.wrap(digest.digest(identity.getBytes(StandardCharsets.UTF_8)));
      return new Types.MetadataHashValue(hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // each Java has it
    }
  }
}

package dev.mortise.wasi.filesystem;

import dev.mortise.wasi.clocks.WallClockHost;
import dev.mortise.wasi.files.Attributes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import wit.wasi.filesystem.v0_2.Types;

/** What is known of files, in WASI's types. */
final class Stats {
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

  /** A hash that says nothing of the host: files that are the same have the same one. */
  static Types.MetadataHashValue hash(Attributes found) {
    byte[] identity = String.valueOf(found.key()).getBytes(StandardCharsets.UTF_8);
    try {
      ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(identity));
      return new Types.MetadataHashValue(hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // each Java has it
    }
  }
}

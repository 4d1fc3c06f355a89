package dev.mortise.esmintegration.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/** The bytes of modules, read by the means of a polyglot file system and no other. */
public final class ModuleBytes {
  /** What a core module and a component begin with. */
  private static final byte[] MAGIC = {0, 'a', 's', 'm'};

  private static final int PREAMBLE_LENGTH = 8;

  private ModuleBytes() {}

  /** Opens a file for reading. */
  public static SeekableByteChannel open(FileSystem files, Path file) throws IOException {
    return files.newByteChannel(file, Set.of(StandardOpenOption.READ));
  }

  /** All bytes of a file. */
  public static byte[] read(FileSystem files, Path file) throws IOException {
    try (SeekableByteChannel channel = open(files, file)) {
      return rest(channel);
    }
  }

  /** The bytes from where a channel stands. */
  public static byte[] rest(SeekableByteChannel channel) throws IOException {
    @SuppressWarnings("resource") // closes the channel, which its owner does
    InputStream in = Channels.newInputStream(channel);
    return in.readAllBytes();
  }

  /**
   * Whether a file is a component: by the layer in its preamble, which is 0 for core modules
   * (Binary.md, "Component Definitions"). The channel stands at its beginning afterwards.
   */
  public static boolean isComponent(SeekableByteChannel channel) throws IOException {
    ByteBuffer preamble = ByteBuffer.allocate(PREAMBLE_LENGTH);
    while (preamble.hasRemaining() && channel.read(preamble) >= 0) {
      // A channel may give less than it is asked for.
    }
    channel.position(0);
    return isComponent(preamble.array(), preamble.position());
  }

  private static boolean isComponent(byte[] bytes, int length) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (bytes[i] != MAGIC[i]) {
        return false;
      }
    }
    return length == PREAMBLE_LENGTH && bytes[6] == 1 && bytes[7] == 0;
  }
}

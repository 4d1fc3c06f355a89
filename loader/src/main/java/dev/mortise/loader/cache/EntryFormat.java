package dev.mortise.loader.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an entry: a mark, the length of the file, a checksum of all that follows; then the
 * key, the numbers of functions, and the classes. A checksum of 32 bits finds each change of one
 * byte, and of up to four in a row.
 */
final class EntryFormat {
  private static final long MARK = 0x4d4f_5254_4953_4503L; // "MORTISE", and the format's version
  private static final int HEADER_BYTES = 24;

  private EntryFormat() {}

  static byte[] write(EntryContent content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[HEADER_BYTES]);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(content.key());
      out.writeUTF(content.name());
      writeNumbers(out, content.interpreted());
      out.writeInt(content.classes().size());
      for (Map.Entry<String, EntryContent.Slice> entry :
          new TreeMap<>(content.classes()).entrySet()) {
        EntryContent.Slice slice = entry.getValue();
        out.writeUTF(entry.getKey());
        out.writeInt(slice.length());
        out.write(slice.array(), slice.offset(), slice.length());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] file = bytes.toByteArray();
    ByteBuffer.wrap(file).putLong(MARK).putLong(file.length).putLong(checksum(file));
    return file;
  }

  private static void writeNumbers(DataOutputStream out, Set<Integer> numbers) throws IOException {
    out.writeInt(numbers.size());
    for (int number : new TreeSet<>(numbers)) {
      out.writeInt(number);
    }
  }

  private static long checksum(byte[] file) {
    CRC32C checksum = new CRC32C();
    checksum.update(file, HEADER_BYTES, file.length - HEADER_BYTES);
    return checksum.getValue();
  }

  /**
   * Reads a file.
   *
   * @return null when it is not, to the last byte, what was once written
   */
  static @Nullable EntryContent read(byte[] file) {
    if (file.length < HEADER_BYTES) {
      return null;
    }
    ByteBuffer header = ByteBuffer.wrap(file);
    if (header.getLong() != MARK
        || header.getLong() != file.length
        || header.getLong() != checksum(file)) {
      return null;
    }
    ByteArrayInputStream bytes = new ByteArrayInputStream(file);
    try (DataInputStream in = new DataInputStream(bytes)) {
      in.skipNBytes(HEADER_BYTES);
      String key = in.readUTF();
      String name = in.readUTF();
      Set<Integer> interpreted = readNumbers(in);
      Map<String, EntryContent.Slice> classes = new HashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        String part = in.readUTF();
        int length = in.readInt();
        classes.put(part, new EntryContent.Slice(file, file.length - bytes.available(), length));
        in.skipNBytes(length);
      }
      return new EntryContent(key, name, interpreted, classes);
    } catch (IOException e) {
      return null;
    }
  }

  private static Set<Integer> readNumbers(DataInputStream in) throws IOException {
    Set<Integer> numbers = new TreeSet<>();
    for (int left = in.readInt(); left > 0; left--) {
      numbers.add(in.readInt());
    }
    return numbers;
  }
}

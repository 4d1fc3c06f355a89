package dev.mortise.cli.form;

import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.NumberList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a command line: {@code @file} are those of a file, {@code -} those of standard input,
 * and other text is itself, in UTF-8; {@code @@text} is text that begins with an {@code @}.
 */
final class ByteWords {
  private final InputStream in;
  private @Nullable String reader;

  /**
   * Bytes that are read where a word asks for them.
   *
   * @param in standard input
   */
  ByteWords(InputStream in) {
    this.in = in;
  }

  /**
   * The bytes that a word stands for.
   *
   * @throws ValueException when the list's length is fixed to another one, or standard input is
   *     read already
   * @throws UncheckedIOException when they cannot be read
   */
  ComponentValue value(String option, String word, ListType type) {
    byte[] bytes = read(option, word, type);
    Long length = type.length();
    if (length != null && length != bytes.length) {
      throw Words.mismatch(
          option, type, word, "these are " + bytes.length + " bytes, not " + length);
    }
    return new ComponentValue.ListValue(NumberList.ofOwned(PrimType.U8, bytes));
  }

  private byte[] read(String option, String word, ListType type) {
    try {
      if (word.equals("-")) {
        if (reader != null) {
          throw Words.mismatch(
              option,
              type,
              word,
              "standard input can be read once, and " + reader + " has done so");
        }
        reader = option;
        return in.readAllBytes();
      }
      if (word.startsWith("@") && !word.startsWith("@@")) {
        return file(option, Path.of(word.substring(1)));
      }
    } catch (InvalidPathException e) {
      throw Words.mismatch(option, type, word, "this is not the name of a file");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (word.startsWith("@") ? word.substring(1) : word).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] file(String option, Path file) throws IOException {
    if (Files.isDirectory(file) || file.toString().isEmpty()) {
      throw new FileSystemException(
          option + ": @" + file, null, "after @ stands the name of a file");
    }
    return Files.readAllBytes(file);
  }
}

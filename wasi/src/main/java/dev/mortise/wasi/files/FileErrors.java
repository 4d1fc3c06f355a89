package dev.mortise.wasi.files;

import dev.mortise.wasi.io.OpenHandles;
import java.io.IOException;
import java.nio.channels.NonReadableChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;

/** Java's exceptions as WASI's errors. */
public final class FileErrors {
  /** What the C library says, which Java passes on where it has no exception for it. */
  private static final Map<String, ErrorCode> REASONS =
      Map.ofEntries(
          Map.entry("Not a directory", ErrorCode.NOT_DIRECTORY),
          Map.entry("Is a directory", ErrorCode.IS_DIRECTORY),
          Map.entry("Directory not empty", ErrorCode.NOT_EMPTY),
          Map.entry("Too many levels of symbolic links", ErrorCode.LOOP),
          Map.entry("Too many symbolic links encountered", ErrorCode.LOOP),
          Map.entry("No space left on device", ErrorCode.INSUFFICIENT_SPACE),
          Map.entry("Disk quota exceeded", ErrorCode.QUOTA),
          Map.entry("Read-only file system", ErrorCode.READ_ONLY),
          Map.entry("File name too long", ErrorCode.NAME_TOO_LONG),
          Map.entry("Operation not permitted", ErrorCode.NOT_PERMITTED),
          Map.entry("Operation not supported", ErrorCode.UNSUPPORTED),
          Map.entry("Permission denied", ErrorCode.ACCESS),
          Map.entry("Invalid cross-device link", ErrorCode.CROSS_DEVICE),
          Map.entry("Cross-device link", ErrorCode.CROSS_DEVICE),
          Map.entry("Invalid argument", ErrorCode.INVALID),
          Map.entry("Text file busy", ErrorCode.TEXT_FILE_BUSY),
          Map.entry("Device or resource busy", ErrorCode.BUSY),
          Map.entry("Resource busy", ErrorCode.BUSY),
          Map.entry("File too large", ErrorCode.FILE_TOO_LARGE),
          Map.entry("Too many links", ErrorCode.TOO_MANY_LINKS),
          Map.entry("Too many open files", ErrorCode.INSUFFICIENT_MEMORY),
          Map.entry("Illegal seek", ErrorCode.INVALID_SEEK));

  private FileErrors() {}

  /** The error that an exception means. */
  public static ErrorCode code(IOException e) {
    return switch (e) {
      case FileException ours -> ours.code();
      case NoSuchFileException missing -> ErrorCode.NO_ENTRY;
      case FileAlreadyExistsException exists -> ErrorCode.EXIST;
      case DirectoryNotEmptyException full -> ErrorCode.NOT_EMPTY;
      case NotDirectoryException file -> ErrorCode.NOT_DIRECTORY;
      case AccessDeniedException denied -> ErrorCode.ACCESS;
      case FileSystemLoopException loop -> ErrorCode.LOOP;
      case AtomicMoveNotSupportedException elsewhere -> ErrorCode.CROSS_DEVICE;
      case OpenHandles.TooManyException many -> ErrorCode.INSUFFICIENT_MEMORY;
      case FileSystemException other -> reason(other.getReason());
      default -> reason(e.getMessage());
    };
  }

  private static ErrorCode reason(@Nullable String reason) {
    return reason == null ? ErrorCode.IO : REASONS.getOrDefault(reason, ErrorCode.IO);
  }

  /** An exception as one that has its error. */
  static FileException of(IOException e) {
    return e instanceof FileException ours ? ours : new FileException(code(e), e);
  }

  /** What a channel throws that was not opened for this. */
  static FileException of(NonReadableChannelException e) {
    return new FileException(ErrorCode.BAD_DESCRIPTOR, new IOException(e));
  }
}

package dev.mortise.wasi.preview1;

import java.util.Locale;
import wit.wasi.filesystem.v0_2.Types.ErrorCode;

/** The errors of preview 1, in the order of their numbers. */
enum Errno {
  SUCCESS,
  TOO_BIG,
  ACCESS,
  ADDRESS_IN_USE,
  ADDRESS_NOT_AVAILABLE,
  ADDRESS_FAMILY,
  WOULD_BLOCK,
  ALREADY,
  BAD_DESCRIPTOR,
  BAD_MESSAGE,
  BUSY,
  CANCELED,
  CHILD,
  CONNECTION_ABORTED,
  CONNECTION_REFUSED,
  CONNECTION_RESET,
  DEADLOCK,
  DESTINATION_REQUIRED,
  DOMAIN,
  QUOTA,
  EXIST,
  FAULT,
  FILE_TOO_LARGE,
  HOST_UNREACHABLE,
  IDENTIFIER_REMOVED,
  ILLEGAL_BYTE_SEQUENCE,
  IN_PROGRESS,
  INTERRUPTED,
  INVALID,
  IO,
  IS_CONNECTED,
  IS_DIRECTORY,
  LOOP,
  TOO_MANY_OPEN_FILES,
  TOO_MANY_LINKS,
  MESSAGE_SIZE,
  MULTIHOP,
  NAME_TOO_LONG,
  NETWORK_DOWN,
  NETWORK_RESET,
  NETWORK_UNREACHABLE,
  TOO_MANY_FILES_IN_SYSTEM,
  NO_BUFFER,
  NO_DEVICE,
  NO_ENTRY,
  NO_EXECUTABLE,
  NO_LOCK,
  NO_SUCH_LINK,
  INSUFFICIENT_MEMORY,
  NO_MESSAGE,
  NO_PROTOCOL_OPTION,
  INSUFFICIENT_SPACE,
  NO_SUCH_FUNCTION,
  NOT_CONNECTED,
  NOT_DIRECTORY,
  NOT_EMPTY,
  NOT_RECOVERABLE,
  NOT_A_SOCKET,
  UNSUPPORTED,
  NO_TTY,
  NO_SUCH_DEVICE,
  OVERFLOW,
  OWNER_DEAD,
  NOT_PERMITTED,
  PIPE,
  PROTOCOL,
  PROTOCOL_NOT_SUPPORTED,
  WRONG_PROTOCOL_TYPE,
  RANGE,
  READ_ONLY,
  INVALID_SEEK,
  NO_PROCESS,
  STALE,
  TIMED_OUT,
  TEXT_FILE_BUSY,
  CROSS_DEVICE,
  NOT_CAPABLE;

  /** That a function fails. */
  static final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Errno errno;

    Failure(Errno errno) {
      super(errno.toString());
      this.errno = errno;
    }

    Errno errno() {
      return errno;
    }
  }

  /** The number that programs know it by: the place in this list. */
  @SuppressWarnings("EnumOrdinal") // the list is that of typenames.witx
  int number() {
    return ordinal();
  }

  Failure failure() {
    return new Failure(this);
  }

  /** The error of the same name in WASI 0.2. */
  static Errno of(ErrorCode code) {
    return valueOf(code.name());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

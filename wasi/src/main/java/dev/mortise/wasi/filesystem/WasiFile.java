package dev.mortise.wasi.filesystem;

import dev.mortise.wasi.files.FileErrors;
import java.io.IOException;
import wit.wasi.filesystem.v0_2.Types;

/** Runs what may fail, and throws what WASI calls the failure. */
final class WasiFile {
  private WasiFile() {}

  @FunctionalInterface
  interface Action<T> {
    T run() throws IOException;
  }

  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }

  static <T> T get(Action<T> action) throws Types.ErrorCodeException {
    try {
      return action.run();
    } catch (IOException e) {
      Types.ErrorCodeException failed = error(FileErrors.code(e));
      failed.initCause(e);
      throw failed;
    }
  }

  static void run(Step step) throws Types.ErrorCodeException {
    Object unused =
        get(
            () -> {
              step.run();
              return Boolean.TRUE;
            });
  }

  static Types.ErrorCodeException error(Types.ErrorCode code) {
    return new Types.ErrorCodeException(code);
  }
}

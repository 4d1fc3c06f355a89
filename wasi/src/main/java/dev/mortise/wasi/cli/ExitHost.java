package dev.mortise.wasi.cli;

import dev.mortise.runtime.Result;
import java.util.function.IntFunction;
import wit.wasi.cli.v0_2.Exit;

/** {@code wasi:cli/exit}: an error that the component cannot catch. */
public final class ExitHost implements Exit {
  private final IntFunction<Error> exit;

  /**
   * The interface.
   *
   * @param exit makes the error of a status
   */
  public ExitHost(IntFunction<Error> exit) {
    this.exit = exit;
  }

  @Override
  public void exit(Result<Void, Void> status) {
    throw exit.apply(status instanceof Result.Ok ? 0 : 1);
  }

  @Override
  public void exitWithCode(int statusCode) {
    throw exit.apply(statusCode);
  }
}

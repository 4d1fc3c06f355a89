package dev.mortise.wasi;

/**
 * A component has called {@code wasi:cli/exit}: it ends the call that the host has made. An {@link
 * Error}, so that nothing on the way takes it for a failure of the component; the instance cannot
 * be called again.
 */
public final class WasiExit extends Error {
  private static final long serialVersionUID = 1L;

  private final int status;

  /** An exit with a status. */
  public WasiExit(int status) {
    super("the component has exited with status " + status, null, false, false);
    this.status = status;
  }

  /** The status: 0 for {@code ok}, 1 for {@code err}, or the code of {@code exit-with-code}. */
  public int status() {
    return status;
  }
}

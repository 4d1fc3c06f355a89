package dev.mortise.wasi.config;

/**
 * Bounds for what a component takes of the host.
 *
 * @param openHandles files, folders, sockets and HTTP messages that are open at a time
 * @param bufferedBytes what a stream keeps for a reader that is slow, in bytes
 * @param fileSize how large a file may become by what the component does, in bytes
 */
public record WasiLimits(int openHandles, int bufferedBytes, long fileSize) {
  /** 1,000 handles, 64 KiB for a stream, 1 GiB for a file. */
  public static final WasiLimits DEFAULT = new WasiLimits(1_000, 64 << 10, 1L << 30);

  public WasiLimits {
    if (openHandles < 0 || bufferedBytes < 1 || fileSize < 0) {
      throw new IllegalArgumentException(
          "limits are positive: " + openHandles + ", " + bufferedBytes + ", " + fileSize);
    }
  }
}

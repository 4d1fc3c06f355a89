package dev.mortise.mavenplugin.jdk;

/** No Java is new enough; the message says so, and what to do. */
public final class NoJdkException extends Exception {
  private static final long serialVersionUID = 1L;

  NoJdkException(String message) {
    super(message);
  }
}

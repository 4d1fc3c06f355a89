package dev.mortise.testing;

/** The ways in which a component runs. */
public enum Engine {
  /** Core code and calls are interpreted; calls with handles have code. Starts at once. */
  INTERPRETED,
  /** Core code is compiled, calls are interpreted. */
  COMPILED,
  /** Core code is compiled, and there is code for each call: as in production. */
  GENERATED
}

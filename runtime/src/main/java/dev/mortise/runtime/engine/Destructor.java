package dev.mortise.runtime.engine;

/** A core function of the type of a resource's destructor in 32-bit memories. */
public interface Destructor {
  /** Calls it with what stands for the resource. */
  void call(int rep);
}

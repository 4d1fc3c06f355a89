package dev.mortise.runtime.type;

import org.jspecify.annotations.Nullable;

/**
 * {@code result<ok, err>}; either payload may be absent.
 *
 * @param ok the payload of success, or null
 * @param err the payload of failure, or null
 */
public record ResultType(@Nullable ValType ok, @Nullable ValType err) implements StructuralType {
  @Override
  public String kind() {
    return "result";
  }

  @Override
  public String toString() {
    if (err != null) {
      return "result<" + (ok == null ? "_" : ok) + ", " + err + ">";
    }
    return ok == null ? "result" : "result<" + ok + ">";
  }
}

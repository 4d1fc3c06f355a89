package dev.mortise.loader.wit.docs;

import dev.mortise.runtime.name.Version;
import org.jspecify.annotations.Nullable;

/**
 * The feature gates of an item (WIT.md, "Feature Gates").
 *
 * @param since the version of the package that brought the item, or null
 * @param unstable the feature that the item belongs to as long as it is not stable, or null; never
 *     together with {@code since}
 * @param deprecated the version of the package since which the item should not be used, or null
 */
public record Gate(
    @Nullable Version since, @Nullable String unstable, @Nullable Version deprecated) {
  /** No gate. */
  public static final Gate NONE = new Gate(null, null, null);

  /** Whether there is none. */
  public boolean isNone() {
    return equals(NONE);
  }

  /** The gate as WIT has it, such as {@code @since(version = 0.2.1)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (since != null) {
      text.append("@since(version = ").append(since).append(')');
    }
    if (unstable != null) {
      text.append("@unstable(feature = ").append(unstable).append(')');
    }
    if (deprecated != null) {
      text.append(text.isEmpty() ? "" : " ");
      text.append("@deprecated(version = ").append(deprecated).append(')');
    }
    return text.toString();
  }
}

package dev.mortise.runtime.value;

import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.WitTypes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from a parameter or result to a value inside it, such as {@code param "person" > field
 * "age"}.
 *
 * <p>A path is made for every value that is looked at and written out only when one is wrong, so it
 * is a link to its parent.
 */
public final class ValuePath {
  /** The path of a value that stands for itself. */
  public static final ValuePath ROOT = new ValuePath(null, "value", -1, "");

  private final @Nullable ValuePath parent;
  private final String kind;
  private final int index;
  private final String label;

  private ValuePath(@Nullable ValuePath parent, String kind, int index, String label) {
    this.parent = parent;
    this.kind = kind;
    this.index = index;
    this.label = label;
  }

  /** The parameter {@code label}. */
  public static ValuePath param(String label) {
    return new ValuePath(null, "param", -1, label);
  }

  /** The result of a function. */
  public static ValuePath result() {
    return new ValuePath(null, "result", -1, "");
  }

  /** A field of this record. */
  public ValuePath field(String name) {
    return new ValuePath(this, "field", -1, name);
  }

  /** The payload of a case of this variant, option or result. */
  public ValuePath inCase(String name) {
    return new ValuePath(this, "case", -1, name);
  }

  /** An element of this list or tuple, counted from 0. */
  public ValuePath element(int position) {
    return new ValuePath(this, "element", position, "");
  }

  /** The key of an entry of this map, counted from 0. */
  public ValuePath key(int position) {
    return new ValuePath(this, "key of entry", position, "");
  }

  /** The value of an entry of this map, counted from 0. */
  public ValuePath entryValue(int position) {
    return new ValuePath(this, "value of entry", position, "");
  }

  /** The segments, outside in; empty for {@link #ROOT}. */
  public List<String> segments() {
    Deque<String> segments = new ArrayDeque<>();
    for (ValuePath path = this; path != null && path != ROOT; path = path.parent) {
      segments.addFirst(path.segment());
    }
    return List.copyOf(segments);
  }

  /** A value that is not of the type that this place asks for. */
  public ValueException mismatch(ValType expected, String found) {
    return mismatch(expected, found, null);
  }

  /** A value that is not of the type that this place asks for, with the reason in words. */
  public ValueException mismatch(ValType expected, String found, @Nullable String why) {
    return error("value-type", WitTypes.describe(expected), found, why);
  }

  /** A finding about the value at this place. */
  public ValueException error(String code, String expected, String found, @Nullable String why) {
    Diagnostic diagnostic = Diagnostic.of(code, segment()).expecting(expected, found);
    if (why != null) {
      diagnostic = diagnostic.because(why);
    }
    List<String> path = segments();
    return new ValueException(path.size() > 1 ? diagnostic.in(path) : diagnostic);
  }

  private String segment() {
    if (index >= 0) {
      return kind + " " + index;
    }
    return label.isEmpty() ? kind : kind + " \"" + label + "\"";
  }

  /** The path in words, such as {@code param "person" > field "age"}. */
  @Override
  public String toString() {
    return this == ROOT ? segment() : String.join(" > ", segments());
  }
}

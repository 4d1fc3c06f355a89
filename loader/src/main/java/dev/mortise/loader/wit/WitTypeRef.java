package dev.mortise.loader.wit;

import dev.mortise.runtime.type.PrimType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type where one is used: built in, or by the name that it has in its scope. */
public sealed interface WitTypeRef {
  /** A primitive type. */
  record Primitive(PrimType type) implements WitTypeRef {}

  /** A name in scope; that of a resource stands for {@code own} of it. */
  record Named(String name) implements WitTypeRef {}

  /** {@code list<element>} or {@code list<element, length>}. */
  record ListOf(WitTypeRef element, @Nullable Long length) implements WitTypeRef {}

  /** {@code tuple<…>}. */
  record Tuple(List<WitTypeRef> elements) implements WitTypeRef {
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  /** {@code option<type>}. */
  record Option(WitTypeRef type) implements WitTypeRef {}

  /** {@code result<ok, err>}. */
  record Result(@Nullable WitTypeRef ok, @Nullable WitTypeRef err) implements WitTypeRef {}

  /** {@code map<key, value>}. */
  record MapOf(WitTypeRef key, WitTypeRef value) implements WitTypeRef {}

  /** {@code own<resource>} in so many words, as an alias needs it. */
  record Own(String resource) implements WitTypeRef {}

  /** {@code borrow<resource>}. */
  record Borrow(String resource) implements WitTypeRef {}

  /** {@code stream<element>}. */
  record Stream(@Nullable WitTypeRef element) implements WitTypeRef {}

  /** {@code future<element>}. */
  record Future(@Nullable WitTypeRef element) implements WitTypeRef {}
}

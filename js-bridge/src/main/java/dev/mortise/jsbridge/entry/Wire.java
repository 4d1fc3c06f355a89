package dev.mortise.jsbridge.entry;

import org.objectweb.asm.Type;

/** How a value passes between JavaScript and Java. */
public enum Wire {
  /** Nothing. */
  VOID("V"),
  /** {@code bool}. */
  BOOLEAN("Z"),
  /** Numbers of up to 32 bits, and code points. */
  INT("I"),
  /** {@code u32}: its bits, so that JavaScript's small integers do. */
  UNSIGNED_INT("I"),
  /** {@code s64} and {@code u64}: the bits; a BigInt in JavaScript. */
  LONG("J"),
  /** {@code f32}, as a double. */
  FLOAT("D"),
  /** {@code f64}. */
  DOUBLE("D"),
  /** {@code string}. */
  STRING("Ljava/lang/String;"),
  /** An enum: the number of its case. */
  ENUM("I"),
  /** Flags: their bits. */
  FLAGS("I"),
  /** A Java object, which JavaScript holds and hands back. */
  OBJECT("Ljava/lang/Object;");

  private final String descriptor;

  Wire(String descriptor) {
    this.descriptor = descriptor;
  }

  /** The Java type of a parameter or result that passes it. */
  Type type() {
    return Type.getType(descriptor);
  }
}

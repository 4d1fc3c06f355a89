package dev.mortise.jsbridge.script;

import dev.mortise.runtime.type.PrimType;

/** Expressions that check a primitive value and make it ready to pass, and the way back. */
final class Scalars {
  private Scalars() {}

  /**
   * The wire of a value.
   *
   * @param id an identifier: it is evaluated several times
   */
  static String toWire(PrimType type, String id) {
    String no = "no(" + id + ", \"" + type + "\")";
    return switch (type) {
      case BOOL -> check("typeof " + id + " === \"boolean\"", id, no);
      case S8 -> number(id, id + " << 24 >> 24", no);
      case U8 -> number(id, id + " & 255", no);
      case S16 -> number(id, id + " << 16 >> 16", no);
      case U16 -> number(id, id + " & 65535", no);
      case S32 -> number(id, id + " | 0", no);
      case U32 -> number(id, id + " >>> 0", no);
      case S64 -> bigInt(id, "signed", no);
      case U64 -> bigInt(id, "unsigned", no);
      case F32 -> check("typeof " + id + " === \"number\"", "fround(" + id + ")", no);
      case F64 -> check("typeof " + id + " === \"number\"", id, no);
      case CHAR -> "char(" + id + ", \"char\")";
      case STRING -> check("typeof " + id + " === \"string\"", id, no);
      case ERROR_CONTEXT -> no;
    };
  }

  /** What passes is a small integer, which -0 is not. */
  private static String number(String id, String narrowed, String no) {
    return check(
        "typeof " + id + " === \"number\" && (" + narrowed + ") === " + id, id + " | 0", no);
  }

  private static String bigInt(String id, String wrap, String no) {
    return check(
        "typeof " + id + " === \"bigint\" && " + wrap + "(64, " + id + ") === " + id,
        wrap.equals("signed") ? id : "signed(64, " + id + ")",
        no);
  }

  private static String check(String condition, String value, String no) {
    return "(" + condition + " ? " + value + " : " + no + ")";
  }

  /** The value of a wire. */
  static String fromWire(PrimType type, String wire) {
    return switch (type) {
      case BOOL, S8, U8, S16, U16, S32, F32, F64, STRING, ERROR_CONTEXT -> wire;
      case U32 -> wire + " >>> 0";
      case S64 -> "toBigInt(" + wire + ")";
      case U64 -> "unsigned(64, toBigInt(" + wire + "))";
      case CHAR -> "fromCodePoint(" + wire + ")";
    };
  }
}

package dev.mortise.loader.wit.parse;

import dev.mortise.loader.wit.source.Span;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.source.WitSource;
import dev.mortise.runtime.error.WitException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** String literals: names of the core text format (WIT.md, "String Literals"). */
final class StringLiterals {
  private StringLiterals() {}

  /** The position after a literal that begins at {@code start}. */
  static int end(WitSource source, int start) {
    String text = source.text();
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length() || text.charAt(at) == '\n') {
      throw refuse(new Span(source, start, start + 1), "the string does not end on its line");
    }
    return at + 1;
  }

  /** What a literal stands for. */
  static String value(Span literal) {
    String text = literal.text();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = 1;
    while (at < text.length() - 1) {
      int c = text.codePointAt(at);
      if (c == '\\') {
        at = escape(literal, text, at + 1, bytes);
      } else {
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        at += Character.charCount(c);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw refuse(literal, "its bytes are not UTF-8");
    }
  }

  private static int escape(Span literal, String text, int at, ByteArrayOutputStream bytes) {
    char c = text.charAt(at);
    int simple = "tnr\"'\\".indexOf(c);
    if (simple >= 0) {
      bytes.write("\t\n\r\"'\\".charAt(simple));
      return at + 1;
    }
    if (c == 'u' && text.startsWith("{", at + 1)) {
      int end = text.indexOf('}', at);
      int value = end < 0 || end - at > 12 ? -1 : hex(text.substring(at + 2, end).replace("_", ""));
      if (value < 0 || value > Character.MAX_CODE_POINT || (value >= 0xd800 && value < 0xe000)) {
        throw refuse(literal, "`\\u{…}` holds a Unicode scalar value in hexadecimal digits");
      }
      bytes.writeBytes(Character.toString(value).getBytes(StandardCharsets.UTF_8));
      return end + 1;
    }
    int value = at + 2 < text.length() ? hex(text.substring(at, at + 2)) : -1;
    if (value < 0) {
      throw refuse(literal, "`\\" + c + "` is no escape sequence");
    }
    bytes.write(value);
    return at + 2;
  }

  private static int hex(String digits) {
    return digits.matches("[0-9a-fA-F]{1,7}") ? Integer.parseInt(digits, 16) : -1;
  }

  private static WitException refuse(Span span, String why) {
    return new WitException(WitProblems.at(WitRule.STRING, span, "string").because(why));
  }
}

package dev.mortise.cli.run;

import dev.mortise.cli.form.Forms;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.ValType;

/** How a result is printed. */
public enum Output {
  /** Text and characters as they are, everything else as WAVE. */
  PLAIN("--plain", "Print text and characters as they are, everything else as WAVE."),

  /** WAVE, with text in quotes. */
  WAVE("--wave", "Print the result as WAVE, text in quotes."),

  /** Nothing but the text or the bytes. */
  RAW("--raw", "Print text or bytes (list<u8>) and nothing else, no line break either."),

  /** JSON in one line. */
  JSON("--json", "Print the result as JSON, in one line.");

  private final String option;
  private final String meaning;

  Output(String option, String meaning) {
    this.option = option;
    this.meaning = meaning;
  }

  /** The option that asks for it. */
  public String option() {
    return option;
  }

  /** What a help text says of it. */
  String meaning() {
    return meaning;
  }

  /** Whether values of a type can be printed like this. */
  public boolean prints(ValType type) {
    return this != RAW
        || type.structure() == PrimType.STRING
        || (type.structure() instanceof ListType list && Forms.isBytes(list));
  }
}

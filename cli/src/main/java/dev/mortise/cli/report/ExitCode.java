package dev.mortise.cli.report;

import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.ComponentFindException;
import dev.mortise.runtime.error.ComponentLayerException;
import dev.mortise.runtime.error.ComponentResolutionException;
import dev.mortise.runtime.error.InvalidComponentException;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.error.MalformedComponentException;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.error.UnsupportedComponentException;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.error.WitException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the process ends with: one number per kind of failure, so that scripts can tell. */
public enum ExitCode {
  OK(0, "everything went well"),
  ERR(1, "the function of a command returned err"),
  BUG(1, "Mortise itself failed: a bug, or a Java that is missing or has too little memory"),
  USAGE(2, "an argument is wrong, or a file cannot be read"),
  MALFORMED(3, "the file is not a component: its bytes cannot be decoded"),
  INVALID(4, "the component breaks a rule of the component model, or WIT text one of WIT"),
  UNSUPPORTED(5, "the component uses a feature that Mortise does not have yet"),
  LINK(6, "an import is missing or has another type"),
  TRAP(7, "the component trapped while it ran"),
  CALL(8, "the call does not fit: no such function, or a value of another type"),
  FAILED(9, "a command of a conformance suite fails"),
  INCOMPATIBLE(10, "a component breaks what was written against an older version of it"),
  SCRIPT(11, "a script threw an error");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  public static ExitCode of(MortiseException failure) {
    return switch (failure) {
      case MalformedComponentException e -> MALFORMED;
      case InvalidComponentException e -> INVALID;
      case WitException e -> INVALID;
      case UnsupportedComponentException e -> UNSUPPORTED;
      case LinkException e -> LINK;
      case ComponentFindException e -> MALFORMED;
      case ComponentResolutionException e -> LINK;
      case ComponentLayerException e -> UNSUPPORTED;
      case TrapException e -> TRAP;
      case ValueException e -> CALL;
      case CallException e -> CALL;
    };
  }

  /** For the help text. */
  public static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (ExitCode code : values()) {
      String number = Integer.toString(code.number);
      meanings.merge(number, code.meaning, (one, other) -> one + "; or " + other);
    }
    return meanings;
  }
}

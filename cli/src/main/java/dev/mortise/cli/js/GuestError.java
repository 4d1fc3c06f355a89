package dev.mortise.cli.js;

import dev.mortise.esmintegration.ComponentModules;
import dev.mortise.runtime.error.MortiseException;
import java.util.Optional;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;

/** Errors of scripts, in words: the message, and where in the script. */
final class GuestError {
  private GuestError() {}

  /** What an error means for the command. */
  static JsOutcome outcome(ComponentModules modules, PolyglotException error) {
    if (error.isHostException() && error.asHostException() instanceof MortiseException ours) {
      return new JsOutcome.Failed(ours, String.valueOf(ours.getMessage()));
    }
    Optional<MortiseException> ours = modules.failure(error);
    if (ours.isPresent()) {
      String message = String.valueOf(error.getMessage()).replaceFirst("^(Runtime)?Error: ", "");
      return new JsOutcome.Failed(ours.get(), message);
    }
    return new JsOutcome.Thrown(text(error));
  }

  /** The message and the frames of the script. */
  static String text(PolyglotException error) {
    if (error.isInternalError()) {
      throw error;
    }
    StringBuilder text = new StringBuilder(String.valueOf(error.getMessage()));
    SourceSection syntax = error.isSyntaxError() ? error.getSourceLocation() : null;
    if (syntax != null && text.indexOf(":" + syntax.getStartLine()) < 0) {
      text.append("\n    at ").append(place(syntax));
    }
    for (PolyglotException.StackFrame frame : error.getPolyglotStackTrace()) {
      SourceSection section = frame.getSourceLocation();
      if (frame.isGuestFrame() && section != null && !section.getSource().isInternal()) {
        String name = String.valueOf(frame.getRootName());
        String place = place(section);
        // What has a colon is no function: a module or a script as a whole.
        text.append("\n    at ").append(name.contains(":") ? place : name + " (" + place + ")");
      }
    }
    return text.toString();
  }

  private static String place(SourceSection section) {
    String path = section.getSource().getPath();
    return (path == null ? section.getSource().getName() : path)
        + ":"
        + section.getStartLine()
        + ":"
        + section.getStartColumn();
  }
}

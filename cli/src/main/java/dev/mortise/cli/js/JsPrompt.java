package dev.mortise.cli.js;

import dev.mortise.runtime.error.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** The prompt: lines with history and completion, evaluated one after the other. */
final class JsPrompt {
  private static final String PROMPT = "> ";
  private static final String MORE = "… ";

  private JsPrompt() {}

  /** Where input comes from. */
  @FunctionalInterface
  interface Lines {
    /** The next input, of one line or more; null when there is none. */
    @Nullable String next();
  }

  /** Evaluates what is typed at the terminal, until it ends or a component exits. */
  static JsOutcome atTerminal(JsHost host) throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
      JsEvaluator evaluator = new JsEvaluator(host.js());
      LineReader reader = reader(terminal, evaluator);
      PrintWriter out = terminal.writer();
      out.println("JavaScript with components; import works, Ctrl-D ends.");
      return host.run(() -> evaluate(evaluator, () -> next(reader), out));
    }
  }

  private static @Nullable String next(LineReader reader) {
    try {
      return reader.readLine(PROMPT);
    } catch (UserInterruptException e) {
      return ""; // what was typed is dropped
    } catch (EndOfFileException e) {
      return null;
    }
  }

  /** Evaluates input until there is no more. */
  static void evaluate(JsEvaluator evaluator, Lines lines, PrintWriter out) {
    out.flush();
    for (String line = lines.next(); line != null; line = lines.next()) {
      String shown = line.isBlank() ? null : evaluator.evaluate(line);
      if (shown != null) {
        out.println(Printable.lines(shown));
      }
      out.flush();
    }
  }

  private static LineReader reader(Terminal terminal, JsEvaluator evaluator) {
    Path history = Path.of(System.getProperty("user.home"), ".mortise_js_history");
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .parser(parser(evaluator))
        .completer(
            (reader, line, candidates) ->
                evaluator
                    .complete(line.word().substring(0, line.wordCursor()))
                    .forEach(name -> candidates.add(candidate(name))))
        .variable(LineReader.SECONDARY_PROMPT_PATTERN, MORE)
        .variable(LineReader.HISTORY_FILE, history)
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .build();
  }

  /** One that may go on: with a dot, or a parenthesis. */
  private static Candidate candidate(String name) {
    return new Candidate(name, name, null, null, null, null, false);
  }

  /** Input that is not complete goes on in the next line; quotes and escapes are JavaScript's. */
  private static Parser parser(JsEvaluator evaluator) {
    DefaultParser words =
        new DefaultParser() {
          @Override
          public boolean isDelimiterChar(CharSequence text, int at) {
            char c = text.charAt(at);
            return !Character.isJavaIdentifierPart(c) && c != '.';
          }
        };
    words.setQuoteChars(new char[0]);
    words.setEscapeChars(new char[0]);
    words.setRegexVariable(null);
    return (line, cursor, context) -> {
      if (context == Parser.ParseContext.ACCEPT_LINE && evaluator.isIncomplete(line)) {
        throw new EOFError(-1, -1, "more is to come");
      }
      return words.parse(line, cursor, Parser.ParseContext.COMPLETE);
    };
  }
}

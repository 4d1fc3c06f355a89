package dev.mortise.esmintegration.repl;

import dev.mortise.esmintegration.lexer.Token;
import dev.mortise.esmintegration.lexer.Token.Kind;
import dev.mortise.esmintegration.lexer.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody types, as a script. A script knows neither {@code import} declarations nor {@code
 * await} at its top, and what it declares in a function is gone afterwards; so imports become
 * dynamic ones, and input that awaits becomes an async function whose declarations are assignments
 * to globals.
 */
public final class ReplInput {
  private final String source;
  private final List<Token> tokens;

  private ReplInput(String source) {
    this.source = source;
    this.tokens = Tokens.of(source);
  }

  /** Whether input has to wait for something: its script gives a promise of its value. */
  public static boolean awaits(String source) {
    return new ReplInput(source).awaits();
  }

  private boolean awaits() {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean property = i > 0 && tokens.get(i - 1).is(".");
      if (token.isWord("function") || token.is("=>")) {
        i = Math.max(i, body(i));
      } else if (!property && (token.isWord("await") || isImport(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isImport(int at) {
    Token next = at + 1 < tokens.size() ? tokens.get(at + 1) : tokens.get(at);
    return tokens.get(at).isWord("import") && !next.is("(") && !next.is(".");
  }

  /** The end of a function's body in braces; the function itself where there is none. */
  private int body(int at) {
    int i = at + 1;
    int parentheses = 0;
    while (i < tokens.size() && tokens.get(i).kind() != Kind.END) {
      Token token = tokens.get(i);
      parentheses += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (token.is("{") && parentheses == 0) {
        return closing(i);
      }
      if (tokens.get(at).is("=>")) {
        return at; // an expression, which may await if the function is async
      }
      i++;
    }
    return at;
  }

  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += depth(tokens.get(i));
      if (depth == 0) {
        return i;
      }
    }
    return tokens.size() - 1;
  }

  /** How many brackets a token opens or closes; that of a template closes by the text after it. */
  private static int depth(Token token) {
    return switch (token.kind()) {
      case PUNCTUATOR ->
          switch (token.text()) {
            case "(", "[", "{" -> 1;
            case ")", "]", "}" -> -1;
            default -> 0;
          };
      case LITERAL -> token.text().startsWith("}") ? -1 : 0;
      case WORD, STRING, END -> 0;
    };
  }

  /** Whether a bracket or a template is open at the end, so that more is to come. */
  public static boolean isOpen(String source) {
    int depth = 0;
    boolean inTemplate = false;
    for (Token token : Tokens.of(source)) {
      depth += depth(token);
      if (token.kind() == Kind.LITERAL && token.text().matches("(?s)[`}].*")) {
        inTemplate = token.text().length() < 2 || !token.text().matches("(?s).*(`|\\$\\{)");
      }
    }
    return depth > 0 || inTemplate;
  }

  /** Input that awaits, as an expression that is a promise of its value. */
  public static String expression(String source) {
    return "(async () => (" + source.strip().replaceFirst(";$", "") + "\n))()";
  }

  /** Input that awaits, as statements: an expression that is a promise. */
  public static String statements(String source) {
    return "(async () => {" + new ReplInput(source).assignments() + "\n})()";
  }

  /**
   * The same where the last statement is an expression, whose value the promise has; when it is
   * none, this is no JavaScript.
   */
  public static String statementsWithValue(String source) {
    String text = new ReplInput(source).assignments();
    int last = 0;
    int depth = 0;
    List<Token> tokens = Tokens.of(text);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      depth += depth(tokens.get(i));
      if (depth == 0 && tokens.get(i).is(";") && tokens.get(i + 1).kind() != Kind.END) {
        last = tokens.get(i).end();
      }
    }
    String value = text.substring(last).strip().replaceFirst(";$", "");
    return "(async () => {" + text.substring(0, last) + " return (" + value + "\n)})()";
  }

  /** The source, in which what is declared at its top is assigned to globals. */
  private String assignments() {
    StringBuilder text = new StringBuilder();
    int at = 0;
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean top = depth == 0 && (i == 0 || !tokens.get(i - 1).is("."));
      if (top && isImport(i)) {
        int end = importEnd(i);
        text.append(source, at, token.start()).append(dynamicImport(i, end));
        at = tokens.get(end).end();
        i = end;
      } else if (top && isDeclaration(i)) {
        text.append(source, at, token.start());
        int end = declarationEnd(i);
        text.append(";void (").append(source, token.end(), tokens.get(end).start()).append(");");
        at = tokens.get(end).is(";") ? tokens.get(end).end() : tokens.get(end).start();
        i = tokens.get(end).is(";") ? end : end - 1;
      } else if (top && isNamed(i)) {
        String name = tokens.get(i + 1).text();
        text.append(source, at, token.start()).append(";globalThis.").append(name).append(" = ");
        at = token.start();
        depth += depth(token);
      } else {
        depth += depth(token);
      }
    }
    return text.append(source, at, source.length()).toString();
  }

  private boolean isDeclaration(int at) {
    Token token = tokens.get(at);
    Token next = tokens.get(Math.min(at + 1, tokens.size() - 1));
    return (token.isWord("const") || token.isWord("let") || token.isWord("var"))
        && (next.kind() == Kind.WORD || next.is("{") || next.is("["));
  }

  /** A function or class with a name, where a statement may begin. */
  private boolean isNamed(int at) {
    Token token = tokens.get(at);
    Token before = at == 0 ? null : tokens.get(at - 1);
    boolean begins = before == null || before.is(";") || before.is("}");
    return begins
        && (token.isWord("function") || token.isWord("class"))
        && at + 1 < tokens.size()
        && tokens.get(at + 1).kind() == Kind.WORD;
  }

  /** A semicolon, or a line that begins where an expression is complete. */
  private int declarationEnd(int at) {
    int depth = 0;
    for (int i = at + 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.END || (depth == 0 && token.is(";"))) {
        return i;
      }
      Token before = tokens.get(i - 1);
      boolean newLine = source.substring(before.end(), token.start()).indexOf('\n') >= 0;
      boolean begins = token.kind() == Kind.WORD && !token.text().matches("in|of|instanceof");
      boolean complete = before.kind() != Kind.PUNCTUATOR || ")]}".contains(before.text());
      if (depth == 0 && i > at + 1 && newLine && begins && complete) {
        return i;
      }
      depth += depth(token);
    }
    return tokens.size() - 1;
  }

  private int importEnd(int at) {
    for (int i = at + 1; i < tokens.size(); i++) {
      if (tokens.get(i).kind() == Kind.STRING
          && (i == at + 1 || tokens.get(i - 1).isWord("from"))) {
        return i + 1 < tokens.size() && tokens.get(i + 1).is(";") ? i + 1 : i;
      }
    }
    return tokens.size() - 1;
  }

  private String dynamicImport(int at, int end) {
    Token specifier = tokens.get(tokens.get(end).is(";") ? end - 1 : end);
    if (specifier.kind() != Kind.STRING) {
      return source.substring(tokens.get(at).start(), tokens.get(end).end());
    }
    String load = "await import(" + source.substring(specifier.start(), specifier.end()) + ")";
    List<String> bindings = bindings(at + 1, end);
    return bindings.isEmpty()
        ? "void " + load + ";"
        : "{ const module = " + load + "; " + String.join(" ", bindings) + " };";
  }

  /** Assignments of what an import declaration binds, to globals. */
  private List<String> bindings(int from, int end) {
    List<String> bindings = new ArrayList<>();
    boolean braces = false;
    for (int i = from; i < end && !(tokens.get(i).isWord("from") && !braces && i > from); i++) {
      Token token = tokens.get(i);
      if (token.is("{") || token.is("}")) {
        braces = token.is("{");
      } else if (token.is("*")) {
        bindings.add("globalThis." + tokens.get(i + 2).text() + " = module;");
        i += 2;
      } else if (token.kind() == Kind.WORD || token.kind() == Kind.STRING) {
        String imported = braces ? source.substring(token.start(), token.end()) : "default";
        String key = token.kind() == Kind.STRING ? imported : "'" + imported + "'";
        boolean renamed = braces && tokens.get(i + 1).isWord("as");
        String local = renamed ? tokens.get(i + 2).text() : token.text();
        bindings.add("globalThis." + local + " = module[" + key + "];");
        i += renamed ? 2 : 0;
      }
    }
    return bindings;
  }
}

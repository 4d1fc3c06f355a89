package dev.mortise.esmintegration.lexer;

import dev.mortise.esmintegration.lexer.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a module's text concerns other modules. Text that is no JavaScript gives some answer too:
 * who runs it will say what is wrong.
 *
 * @param imports the imports and the exports of other modules' exports, in order
 * @param dynamicImports the offsets at which dynamic imports begin, in order
 * @param hasDefault whether there is a default export
 */
public record ModuleSyntax(
    List<StaticImport> imports, List<Integer> dynamicImports, boolean hasDefault) {

  /**
   * A specifier.
   *
   * @param specifier as it is written between its quotes
   * @param start the offset of its first character, after the quote, in code units
   */
  public record StaticImport(String specifier, int start) {}

  public ModuleSyntax {
    imports = List.copyOf(imports);
    dynamicImports = List.copyOf(dynamicImports);
  }

  /** Reads a module. */
  public static ModuleSyntax of(String source) {
    return new Reader(Tokens.of(source)).read();
  }

  private static final class Reader {
    private final List<Token> tokens;
    private final List<StaticImport> imports = new ArrayList<>();
    private final List<Integer> dynamic = new ArrayList<>();

    /** For each open parenthesis the import that it belongs to, or -1. */
    private final Deque<Integer> parentheses = new ArrayDeque<>();

    private boolean hasDefault;

    Reader(List<Token> tokens) {
      this.tokens = tokens;
    }

    ModuleSyntax read() {
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        boolean property = i > 0 && tokens.get(i - 1).is(".");
        if (token.isWord("import") && !property) {
          i = anImport(i);
        } else if (token.isWord("export") && !property) {
          i = anExport(i);
        } else if (token.is("(")) {
          parentheses.push(-1);
        } else if (token.is(")")) {
          close(i);
        }
      }
      dynamic.sort(null);
      return new ModuleSyntax(imports, dynamic, hasDefault);
    }

    /** Reads an import; the index of the last token that belongs to it. */
    private int anImport(int at) {
      Token next = tokens.get(at + 1);
      if (next.is("(")) {
        parentheses.push(tokens.get(at).start());
        return at + 1;
      }
      if (next.kind() == Kind.STRING) {
        add(next);
        return at + 1;
      }
      boolean clause = next.kind() == Kind.WORD || next.is("{") || next.is("*");
      Integer from = clause ? from(at + 1) : null;
      return from == null ? at : from;
    }

    /** A method may be called {@code import}: then a brace follows its parameters. */
    private void close(int at) {
      Integer start = parentheses.poll();
      if (start != null && start >= 0 && !tokens.get(at + 1).is("{")) {
        dynamic.add(start);
      }
    }

    private int anExport(int at) {
      Token next = tokens.get(at + 1);
      if (next.isWord("default")) {
        hasDefault = true;
        return at + 1;
      }
      if (next.is("*")) {
        hasDefault |= tokens.get(at + 2).isWord("as") && isDefault(tokens.get(at + 3));
        Integer from = from(at + 1);
        return from == null ? at + 1 : from;
      }
      if (!next.is("{")) {
        return at;
      }
      int end = at + 2;
      while (!tokens.get(end).is("}") && tokens.get(end).kind() != Kind.END) {
        Token after = tokens.get(end + 1);
        hasDefault |= isDefault(tokens.get(end)) && (after.is(",") || after.is("}"));
        end++;
      }
      if (tokens.get(end).kind() == Kind.END || !tokens.get(end + 1).isWord("from")) {
        return Math.min(end, tokens.size() - 1);
      }
      add(tokens.get(end + 2));
      return end + 2;
    }

    private static boolean isDefault(Token token) {
      return (token.kind() == Kind.WORD || token.kind() == Kind.STRING)
          && token.text().equals("default");
    }

    /** Finds {@code from} and a string behind a clause; null when there are none. */
    private @Nullable Integer from(int start) {
      for (int i = start; i + 1 < tokens.size(); i++) {
        Token token = tokens.get(i);
        Token next = tokens.get(i + 1);
        if (token.isWord("from") && next.kind() == Kind.STRING) {
          add(next);
          return i + 1;
        }
        boolean inClause =
            token.kind() == Kind.WORD
                || token.kind() == Kind.STRING
                || token.is("{")
                || token.is("}")
                || token.is(",")
                || token.is("*");
        if (!inClause) {
          return null;
        }
      }
      return null;
    }

    private void add(Token token) {
      if (token.kind() == Kind.STRING) {
        imports.add(new StaticImport(token.text(), token.start() + 1));
      }
    }
  }
}

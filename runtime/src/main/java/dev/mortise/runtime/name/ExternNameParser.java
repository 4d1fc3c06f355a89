package dev.mortise.runtime.name;

/** Parses extern names (Explainer.md, "Import and Export Definitions", {@code externname}). */
public final class ExternNameParser {
  private final String text;
  private final boolean nested;
  private int position;

  private ExternNameParser(String text, boolean nested) {
    this.text = text;
    this.nested = nested;
  }

  /**
   * Parses a name. The version of an interface name is not looked at: whether it is valid depends
   * on the name's version suffix.
   *
   * @param nestedNames whether namespaces and packages may be nested (gated feature)
   * @throws InvalidNameException with the cause in words
   */
  public static ParsedName parse(String text, boolean nestedNames) throws InvalidNameException {
    return new ExternNameParser(text, nestedNames).name();
  }

  private ParsedName name() throws InvalidNameException {
    if (accept("[constructor]")) {
      return new ParsedName.Constructor(text, label(rest()));
    }
    if (accept("[method]")) {
      return member(false);
    }
    if (accept("[static]")) {
      return member(true);
    }
    if (accept("unlocked-dep=")) {
      expect("<");
      packageQuery();
      expect(">");
      return located();
    }
    if (accept("locked-dep=")) {
      expect("<");
      packageName();
      expect(">");
      optionalHash();
      return located();
    }
    if (accept("url=")) {
      expect("<");
      if (upTo('>').contains("<")) {
        throw new InvalidNameException("url cannot contain `<`");
      }
      expect(">");
      optionalHash();
      return located();
    }
    if (accept("integrity=")) {
      expect("<");
      IntegrityMetadata.check(upTo('>'));
      expect(">");
      return located();
    }
    return text.indexOf(':') >= 0 ? interfaceName() : new ParsedName.Plain(label(text));
  }

  private ParsedName member(boolean isStatic) throws InvalidNameException {
    int dot = text.indexOf('.', position);
    if (dot < 0) {
      throw new InvalidNameException("failed to find `.` character between resource and label");
    }
    String resource = label(text.substring(position, dot));
    return new ParsedName.Member(text, isStatic, resource, label(text.substring(dot + 1)));
  }

  private ParsedName interfaceName() throws InvalidNameException {
    packagePath();
    String packageName = text.substring(0, position);
    if (!text.startsWith("/", position)) {
      throw new InvalidNameException("expected `/` after package name, found `" + rest() + "`");
    }
    int start = position + 1;
    projections();
    String interfaceName = text.substring(start, position);
    String version = null;
    if (accept("@")) {
      version = rest();
      position = text.length();
    }
    if (position < text.length()) {
      throw trailing();
    }
    return new ParsedName.Interface(text, packageName, interfaceName, version);
  }

  private void packagePath() throws InvalidNameException {
    lowercaseLabel();
    expect(":");
    lowercaseLabel();
    while (nested && text.startsWith(":", position)) {
      position++;
      lowercaseLabel();
    }
  }

  private void projections() throws InvalidNameException {
    do {
      expect("/");
      label(until("/@>"));
    } while (nested && text.startsWith("/", position));
  }

  private void packageName() throws InvalidNameException {
    packagePath();
    if (text.startsWith("/", position)) {
      projections();
    }
    if (accept("@")) {
      Version unused = Version.parse(text.indexOf('>', position) < 0 ? rest() : upTo('>'));
    }
  }

  private void packageQuery() throws InvalidNameException {
    packagePath();
    if (text.startsWith("/", position)) {
      projections();
    }
    if (!accept("@") || accept("*")) {
      return;
    }
    expect("{");
    String range = upTo('}');
    expect("}");
    if (range.startsWith(">=")) {
      int space = range.indexOf(' ');
      Version lower = Version.parse(range.substring(2, space < 0 ? range.length() : space));
      if (space >= 0) {
        upperBound(range.substring(space + 1), lower);
      }
    } else if (range.startsWith("<")) {
      Version unused = Version.parse(range.substring(1));
    } else {
      throw new InvalidNameException("expected `>=` or `<` at start of version range");
    }
  }

  private static void upperBound(String bound, Version lower) throws InvalidNameException {
    if (!bound.startsWith("<")) {
      throw new InvalidNameException(
          "expected `<` at start of version range upper bounds after >=" + lower);
    }
    Version unused = Version.parse(bound.substring(1));
  }

  private void optionalHash() throws InvalidNameException {
    if (accept(",")) {
      expect("integrity=<");
      IntegrityMetadata.check(upTo('>'));
      expect(">");
    }
  }

  private ParsedName located() throws InvalidNameException {
    if (position < text.length()) {
      throw trailing();
    }
    return new ParsedName.Located(text);
  }

  private void lowercaseLabel() throws InvalidNameException {
    String label = label(until(":/@>"));
    for (int i = 0; i < label.length(); i++) {
      if (Character.isUpperCase(label.charAt(i))) {
        throw new InvalidNameException(
            "character `" + label.charAt(i) + "` is not lowercase in package name/namespace");
      }
    }
  }

  private static String label(String label) throws InvalidNameException {
    if (!Label.isLabel(label)) {
      throw new InvalidNameException("`" + label + "` is not in kebab case");
    }
    return label;
  }

  private boolean accept(String prefix) {
    if (text.startsWith(prefix, position)) {
      position += prefix.length();
      return true;
    }
    return false;
  }

  private void expect(String prefix) throws InvalidNameException {
    if (!accept(prefix)) {
      throw new InvalidNameException("expected `" + prefix + "` at `" + rest() + "`");
    }
  }

  /** The text before the next of the characters, or all that is left. */
  private String until(String stops) {
    int start = position;
    while (position < text.length() && stops.indexOf(text.charAt(position)) < 0) {
      position++;
    }
    return text.substring(start, position);
  }

  private String upTo(char stop) throws InvalidNameException {
    int end = text.indexOf(stop, position);
    if (end < 0) {
      throw new InvalidNameException("failed to find `" + stop + "`");
    }
    String part = text.substring(position, end);
    position = end;
    return part;
  }

  private String rest() {
    return text.substring(position);
  }

  private InvalidNameException trailing() {
    return new InvalidNameException("trailing characters found: `" + rest() + "`");
  }
}

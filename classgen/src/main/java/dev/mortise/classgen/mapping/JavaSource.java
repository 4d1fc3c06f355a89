package dev.mortise.classgen.mapping;

import dev.mortise.classgen.mapping.JavaModel.EnumDecl;
import dev.mortise.classgen.mapping.JavaModel.ExceptionDecl;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.mapping.JavaModel.RecordDecl;
import dev.mortise.classgen.mapping.JavaModel.ResourceDecl;
import dev.mortise.classgen.mapping.JavaModel.TypeDecl;
import dev.mortise.classgen.mapping.JavaModel.VariantDecl;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the declarations of a model as Java source: what people read, and stubs for an editor. */
public final class JavaSource {
  private final StringBuilder text = new StringBuilder();
  private int depth;

  private JavaSource() {}

  /** The source file of an interface. */
  public static String of(InterfaceDecl declaration) {
    JavaSource source = new JavaSource();
    source.line("package " + declaration.name().packageName() + ";");
    source.line("");
    source.open(
        "/** WIT: {@code " + declaration.wit() + "}. */",
        "public interface " + declaration.name().simpleName());
    declaration.types().forEach(source::type);
    source.methods(declaration.methods());
    source.close();
    return source.text.toString();
  }

  private void line(String line) {
    if (!line.isEmpty()) {
      text.append("  ".repeat(depth)).append(line);
    }
    text.append('\n');
  }

  private void open(String comment, String header) {
    line(comment);
    line(header + " {");
    depth++;
  }

  private void close() {
    depth--;
    line("}");
  }

  private static String wit(String label) {
    return "/** WIT: {@code " + label + "}. */";
  }

  private void type(TypeDecl type) {
    switch (type) {
      case RecordDecl record -> {
        line(wit(record.wit()));
        line(
            "public record "
                + record.name().simpleName()
                + record.components().stream()
                    .map(c -> c.type() + " " + c.name())
                    .collect(Collectors.joining(", ", "(", ")"))
                + " {}");
      }
      case VariantDecl variant -> variant(variant);
      case EnumDecl constants -> {
        open(wit(constants.wit()), "public enum " + constants.name().simpleName());
        line(
            constants.constants().stream()
                .map(EnumDecl.Constant::name)
                .collect(Collectors.joining(", ")));
        close();
      }
      case ResourceDecl resource -> {
        open(
            wit(resource.wit()),
            "public interface " + resource.name().simpleName() + " extends AutoCloseable");
        methods(resource.methods());
        line("/** Drops the handle. */");
        line("@Override");
        line("void close();");
        close();
      }
      case ExceptionDecl exception -> exception(exception);
    }
    line("");
  }

  private void variant(VariantDecl variant) {
    open(wit(variant.wit()), "public sealed interface " + variant.name().simpleName());
    for (VariantDecl.Case c : variant.cases()) {
      line(wit(c.wit()));
      line(
          "record "
              + c.name().simpleName()
              + "("
              + (c.payload() == null ? "" : c.payload() + " value")
              + ") implements "
              + variant.name().simpleName()
              + " {}");
    }
    close();
  }

  private void exception(ExceptionDecl exception) {
    String name = exception.name().simpleName();
    open(
        "/** The error {@code " + exception.wit() + "} of a function's result. */",
        "public static final class " + name + " extends Exception");
    JavaType error = exception.error();
    if (error == null) {
      line("public " + name + "() {}");
    } else {
      line("private final transient " + error + " error;");
      line("");
      line("public " + name + "(" + error + " error) {");
      line("  super(String.valueOf(error));");
      line("  this.error = error;");
      line("}");
      line("");
      line("/** The error. */");
      line("public " + error + " error() {");
      line("  return error;");
      line("}");
    }
    close();
  }

  private void methods(List<MethodDecl> methods) {
    for (MethodDecl method : methods) {
      line(wit(method.wit()));
      line(
          method.result()
              + " "
              + method.name()
              + method.params().stream()
                  .map(p -> p.type() + " " + p.name())
                  .collect(Collectors.joining(", ", "(", ")"))
              + (method.thrown() == null ? "" : " throws " + method.thrown())
              + ";");
      line("");
    }
  }
}

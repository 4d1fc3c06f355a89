package dev.mortise.classgen.mapping;

import dev.mortise.classgen.mapping.JavaModel.EnumDecl;
import dev.mortise.classgen.mapping.JavaModel.ExceptionDecl;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.mapping.JavaModel.RecordDecl;
import dev.mortise.classgen.mapping.JavaModel.ResourceDecl;
import dev.mortise.classgen.mapping.JavaModel.TypeDecl;
import dev.mortise.classgen.mapping.JavaModel.VariantDecl;
import dev.mortise.classgen.mapping.JavaModel.WorldDecl;
import dev.mortise.loader.wit.docs.Docs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the declarations of a model as Java source: what people read, and stubs for an editor. */
public final class JavaSource {
  /** Nothing in them is ever null: Kotlin and checkers of nullness take that from here. */
  private static final String NULL_MARKED = "@org.jspecify.annotations.NullMarked";

  private final StringBuilder text = new StringBuilder();
  private final Docs docs;

  /** The interface or world that is written, by which {@link #docs} knows it. */
  private final String owner;

  private int depth;

  private JavaSource(Docs docs, String owner) {
    this.docs = docs;
    this.owner = owner;
  }

  /** The source file of an interface. */
  public static String of(InterfaceDecl declaration) {
    return of(declaration, Docs.NONE);
  }

  /** The source file of an interface, with what is said of it. */
  public static String of(InterfaceDecl declaration, Docs docs) {
    JavaSource source = new JavaSource(docs, declaration.wit());
    source.line("package " + declaration.name().packageName() + ";");
    source.line("");
    source.said("", "");
    source.line(NULL_MARKED);
    source.named(declaration.name().simpleName(), declaration.wit());
    source.open("public interface " + declaration.name().simpleName());
    declaration.types().forEach(source::type);
    source.methods(declaration.methods(), "");
    source.close();
    return source.text.toString();
  }

  /** The source file of a model's world. */
  public static String ofWorld(JavaModel model) {
    WorldDecl world = model.world();
    JavaSource source = new JavaSource(model.said().docs(), model.said().world());
    source.line("package " + world.name().packageName() + ";");
    source.line("");
    source.said("", "");
    source.line(NULL_MARKED);
    source.open("public interface " + world.name().simpleName() + " extends AutoCloseable");
    for (WorldDecl.Accessor accessor : world.accessors()) {
      source.said(Docs.exported(accessor.wit()), "");
      source.named(accessor.name(), accessor.wit());
      source.line(accessor.type() + " " + accessor.name() + "();");
      source.line("");
    }
    source.methods(world.methods(), Docs.exported(""));
    source.instantiate(model);
    source.line("/** Ends the use of the instance. */");
    source.line("@Override");
    source.line("void close();");
    source.line("");
    world.types().forEach(source::type);
    for (InterfaceDecl nested : model.inWorld()) {
      source.named(nested.name().simpleName(), nested.wit());
      source.open("public interface " + nested.name().simpleName());
      nested.types().forEach(source::type);
      source.methods(nested.methods(), nested.wit().isEmpty() ? Docs.imported("") : "");
      source.close();
    }
    source.close();
    return source.text.toString();
  }

  private void instantiate(JavaModel model) {
    JavaModel.Entry entry = model.entry();
    if (entry == null) {
      return;
    }
    List<JavaModel.Import> imports = model.imports();
    if (model.takesEachImport()) {
      line("/**");
      line(" * Makes an instance.");
      if (!imports.isEmpty()) {
        line(" *");
      }
      for (JavaModel.Import supplied : imports) {
        line(
            " * @param "
                + supplied.parameter()
                + (supplied.wit().isEmpty()
                    ? " the functions that belong to no interface"
                    : " the import {@code " + supplied.wit() + "}"));
      }
      line(" */");
      instantiate(
          model,
          entry,
          imports.stream()
              .map(supplied -> supplied.type() + " " + supplied.parameter())
              .collect(Collectors.joining(", ")),
          imports.stream()
              .map(JavaModel.Import::parameter)
              .collect(Collectors.joining(", ", "new Object[] {", "}")));
    }
    line("/** Makes an instance with objects that are bound to the interfaces of its imports. */");
    instantiate(model, entry, "dev.mortise.runtime.Imports imports", "imports");
  }

  private void instantiate(
      JavaModel model, JavaModel.Entry entry, String parameters, String argument) {
    String world = model.world().name().toString();
    open("static " + world + " instantiate(" + parameters + ")");
    line(
        "return ("
            + world
            + ") "
            + entry.component()
            + "."
            + JavaModel.Entry.FIELD
            + ".instantiate("
            + argument
            + ");");
    close();
    line("");
  }

  private void line(String line) {
    if (!line.isEmpty()) {
      text.append("  ".repeat(depth)).append(line);
    }
    text.append('\n');
  }

  private void open(String header) {
    line(header + " {");
    depth++;
  }

  private void close() {
    depth--;
    line("}");
  }

  /** The annotation on a line of its own, where the name in WIT is another. */
  private void named(String java, String wit) {
    String annotation = annotation(java, wit);
    if (!annotation.isEmpty()) {
      line(annotation.strip());
    }
  }

  /** The annotation before what it is for; by its full name, which no nested type can hide. */
  private static String annotation(String java, String wit) {
    return java.equals(wit) ? "" : "@dev.mortise.runtime.WitName(\"" + wit + "\") ";
  }

  /** The annotation before a type whose bits are unsigned. */
  private static String unsigned(@Nullable JavaType type) {
    return type != null && type.isUnsigned() ? "@dev.mortise.runtime.Unsigned " : "";
  }

  private static String members(List<JavaModel.Member> members) {
    return members.stream()
        .map(m -> annotation(m.name(), m.wit()) + unsigned(m.type()) + m.type() + " " + m.name())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The comment for something that is said something of. */
  private void said(String item, String member) {
    comment(Javadoc.lines(docs, owner, item, member));
  }

  /** The comment for a record, whose fields are parameters of it. */
  private void said(RecordDecl record) {
    List<String> lines = new ArrayList<>(Javadoc.lines(docs, owner, record.wit(), ""));
    for (JavaModel.Member field : record.components()) {
      List<String> said = Javadoc.lines(docs, owner, record.wit(), field.wit());
      if (!said.isEmpty()) {
        if (lines.stream().noneMatch(line -> line.startsWith("@param"))) {
          lines.add("");
        }
        lines.add("@param " + field.name() + " " + String.join(" ", said));
      }
    }
    comment(lines);
  }

  private void comment(List<String> lines) {
    if (lines.size() == 1) {
      line("/** " + lines.get(0) + " */");
    } else if (!lines.isEmpty()) {
      line("/**");
      lines.forEach(text -> line(text.isEmpty() ? " *" : " * " + text));
      line(" */");
    }
  }

  private void type(TypeDecl type) {
    if (type instanceof RecordDecl record) {
      said(record);
    } else if (!(type instanceof ExceptionDecl)) {
      said(type.wit(), "");
    }
    switch (type) {
      case RecordDecl record -> {
        named(record.name().simpleName(), record.wit());
        line("public record " + record.name().simpleName() + members(record.components()) + " {}");
      }
      case VariantDecl variant -> variant(variant);
      case EnumDecl constants -> {
        named(constants.name().simpleName(), constants.wit());
        open("public enum " + constants.name().simpleName());
        for (EnumDecl.Constant constant : constants.constants()) {
          said(constants.wit(), constant.wit());
          line(annotation(constant.name(), constant.wit()) + constant.name() + ",");
        }
        close();
      }
      case ResourceDecl resource -> {
        named(resource.name().simpleName(), resource.wit());
        open("public interface " + resource.name().simpleName() + " extends AutoCloseable");
        methods(resource.methods(), "");
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
    named(variant.name().simpleName(), variant.wit());
    open("public sealed interface " + variant.name().simpleName());
    for (VariantDecl.Case c : variant.cases()) {
      said(variant.wit(), c.wit());
      named(c.name().simpleName(), c.wit());
      line(
          "record "
              + c.name().simpleName()
              + "("
              + (c.payload() == null ? "" : unsigned(c.payload()) + c.payload() + " value")
              + ") implements "
              + variant.name().simpleName()
              + " {}");
    }
    close();
  }

  private void exception(ExceptionDecl exception) {
    String name = exception.name().simpleName();
    line("/** The error {@code " + exception.wit() + "} of a function's result. */");
    open("public static final class " + name + " extends Exception");
    line("private static final long serialVersionUID = 1L;");
    line("");
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

  /**
   * Declares methods.
   *
   * @param prefix what the docs' names of them begin with
   */
  private void methods(List<MethodDecl> methods, String prefix) {
    for (MethodDecl method : methods) {
      said(prefix + method.wit(), "");
      named(method.name(), method.wit());
      line(
          unsigned(method.result())
              + method.result()
              + " "
              + method.name()
              + members(method.params())
              + (method.thrown() == null ? "" : " throws " + method.thrown())
              + ";");
      line("");
    }
  }
}

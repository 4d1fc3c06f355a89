package dev.mortise.cli.report;

import static java.util.stream.Collectors.joining;

import dev.mortise.loader.model.Canon;
import dev.mortise.loader.model.CoreInstanceExpr;
import dev.mortise.loader.model.CustomSection;
import dev.mortise.loader.model.DecodedComponent;
import dev.mortise.loader.model.DecodedCoreModule;
import dev.mortise.loader.model.Definition;
import dev.mortise.loader.model.InstanceExpr;
import dev.mortise.loader.model.Sort;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a component is made of, as a tree in file order. Types, aliases and canonical definitions,
 * which are many, are counted in one line between two others.
 */
public final class ComponentTree {
  /** How many arguments or exports of an instance stand in its line. */
  private static final int SHOWN = 3;

  private final Map<Sort, Integer> indices = new EnumMap<>(Sort.class);
  private final List<TreeText.Node> nodes = new ArrayList<>();
  private final Map<String, Integer> counted = new TreeMap<>();
  private long countedFrom;

  private ComponentTree() {}

  /**
   * The lines of the tree.
   *
   * @param name what the outermost component is called
   */
  public static List<String> of(DecodedComponent component, String name) {
    return TreeText.lines(node(component, name));
  }

  private static TreeText.Node node(DecodedComponent component, String label) {
    TreeText.Node root =
        new TreeText.Node(label, component.offset(), component.end() - component.offset(), "");
    ComponentTree tree = new ComponentTree();
    List<CustomSection> customs = new ArrayList<>(component.customSections());
    for (Definition definition : component.definitions()) {
      while (!customs.isEmpty() && customs.getFirst().offset() < definition.offset()) {
        tree.add(custom(customs.removeFirst()));
      }
      tree.definition(definition);
    }
    customs.forEach(section -> tree.add(custom(section)));
    tree.flush();
    tree.nodes.forEach(root::add);
    return root;
  }

  private static TreeText.Node custom(CustomSection section) {
    return new TreeText.Node(
        "custom section \"" + section.name() + "\"",
        section.offset(),
        section.end() - section.offset(),
        "");
  }

  private void add(TreeText.Node node) {
    flush();
    nodes.add(node);
  }

  private void line(long offset, String label, String detail) {
    add(new TreeText.Node(label, offset, TreeText.NONE, detail));
  }

  private void count(String kind, long offset) {
    if (counted.isEmpty()) {
      countedFrom = offset;
    }
    counted.merge(kind, 1, Integer::sum);
  }

  private void flush() {
    if (counted.isEmpty()) {
      return;
    }
    int total = counted.values().stream().mapToInt(Integer::intValue).sum();
    String detail =
        counted.entrySet().stream()
            .map(e -> plural(e.getValue(), e.getKey()))
            .collect(joining(", "));
    nodes.add(new TreeText.Node(plural(total, "definition"), countedFrom, TreeText.NONE, detail));
    counted.clear();
  }

  private int next(Sort sort) {
    return indices.merge(sort, 1, Integer::sum) - 1;
  }

  private void definition(Definition definition) {
    long offset = definition.offset();
    switch (definition) {
      case Definition.CoreModule module -> add(module(module.module(), next(Sort.CORE_MODULE)));
      case Definition.Component component ->
          add(node(component.component(), "component " + next(Sort.COMPONENT)));
      case Definition.CoreInstance instance ->
          line(offset, "core instance " + next(Sort.CORE_INSTANCE), expression(instance.expr()));
      case Definition.Instance instance ->
          line(offset, "instance " + next(Sort.INSTANCE), expression(instance.expr()));
      case Definition.Import imported ->
          line(
              offset, "import \"" + imported.name().name() + "\"", indexed(imported.type().sort()));
      case Definition.Export exported -> {
        int unused = next(exported.item().sort());
        line(offset, "export \"" + exported.name().name() + "\"", exported.item().toString());
      }
      case Definition.CoreType type -> count("core type", offset);
      case Definition.Type type -> {
        int unused = next(Sort.TYPE);
        count("type", offset);
      }
      case Definition.AliasDef alias -> {
        int unused = next(alias.alias().sort());
        count("alias", offset);
      }
      case Definition.CanonDef canon -> {
        boolean lift = canon.canon() instanceof Canon.Lift;
        int unused = next(lift ? Sort.FUNC : Sort.CORE_FUNC);
        count(kind(canon.canon()), offset);
      }
      case Definition.Start start -> line(offset, "start", "func " + start.func().value());
      case Definition.Value value -> line(offset, "value " + next(Sort.VALUE), "");
    }
  }

  private String indexed(Sort sort) {
    return sort + " " + next(sort);
  }

  private static String kind(Canon canon) {
    return switch (canon) {
      case Canon.Lift lift -> "canon lift";
      case Canon.Lower lower -> "canon lower";
      case Canon.Resource resource -> "canon " + resource.builtin();
      case Canon.Plain plain -> "canon " + plain.builtin();
      case Canon.TaskReturn taskReturn -> "canon task.return";
      case Canon.Context context -> "canon " + context.builtin();
      case Canon.AsyncFlag flagged -> "canon " + flagged.builtin();
      case Canon.Typed typed -> "canon " + typed.builtin();
      case Canon.CancelCopy cancel -> "canon " + cancel.builtin();
      case Canon.Copy copy -> "canon " + copy.builtin();
      case Canon.ErrorContext context -> "canon " + context.builtin();
      case Canon.WaitableSet set -> "canon " + set.builtin();
      case Canon.ThreadNewIndirect thread -> "canon thread.new-indirect";
      case Canon.ThreadSpawn thread -> "canon " + thread.builtin();
      case Canon.ThreadAvailableParallelism parallelism -> "canon thread.available-parallelism";
    };
  }

  private static TreeText.Node module(DecodedCoreModule module, int index) {
    List<String> parts = new ArrayList<>();
    parts.add(plural(module.functions().size(), "function"));
    some(parts, module.memories().size(), "memory");
    some(parts, module.tables().size(), "table");
    some(parts, module.globals().size(), "global");
    some(parts, module.tags().size(), "tag");
    some(parts, module.imports().size(), "import");
    some(parts, module.exports().size(), "export");
    TreeText.Node node =
        new TreeText.Node(
            "core module " + index,
            module.offset(),
            module.end() - module.offset(),
            String.join(", ", parts));
    module.customSections().forEach(section -> node.add(custom(section)));
    return node;
  }

  private static void some(List<String> parts, int count, String kind) {
    if (count > 0) {
      parts.add(plural(count, kind));
    }
  }

  private static String plural(int count, String kind) {
    if (count == 1 || kind.startsWith("canon ")) {
      return String.format(Locale.ROOT, "%,d ", count) + kind;
    }
    String many =
        kind.endsWith("y")
            ? kind.substring(0, kind.length() - 1) + "ies"
            : kind + (kind.endsWith("s") ? "es" : "s");
    return String.format(Locale.ROOT, "%,d ", count) + many;
  }

  private static String expression(CoreInstanceExpr expr) {
    return switch (expr) {
      case CoreInstanceExpr.Instantiate made ->
          "of core module "
              + made.module().value()
              + list(
                  made.arguments().stream()
                      .map(a -> "\"" + a.name() + "\" = core instance " + a.instance().value())
                      .toList());
      case CoreInstanceExpr.Inline inline ->
          plural(inline.exports().size(), "export")
              + list(
                  inline.exports().stream()
                      .map(e -> "\"" + e.name() + "\" = " + e.item())
                      .toList());
    };
  }

  private static String expression(InstanceExpr expr) {
    return switch (expr) {
      case InstanceExpr.Instantiate made ->
          "of component "
              + made.component().value()
              + list(
                  made.arguments().stream()
                      .map(a -> "\"" + a.name() + "\" = " + a.item())
                      .toList());
      case InstanceExpr.Inline inline ->
          plural(inline.exports().size(), "export")
              + list(
                  inline.exports().stream()
                      .map(e -> "\"" + e.name().name() + "\" = " + e.item())
                      .toList());
    };
  }

  /** The first few of some parts, behind a colon. */
  private static String list(List<String> parts) {
    if (parts.isEmpty()) {
      return "";
    }
    return ": "
        + String.join(", ", parts.subList(0, Math.min(SHOWN, parts.size())))
        + (parts.size() > SHOWN ? ", …" : "");
  }
}

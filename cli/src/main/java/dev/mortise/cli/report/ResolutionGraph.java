package dev.mortise.cli.report;

import dev.mortise.jdkmodulelayer.find.FoundModule;
import dev.mortise.jdkmodulelayer.resolve.Provider;
import dev.mortise.jdkmodulelayer.resolve.Resolution;
import dev.mortise.jdkmodulelayer.resolve.Wire;
import dev.mortise.runtime.error.Printable;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A resolution as a graph: each module, and an arrow from who imports to who supplies it.
 *
 * @param nodes who there is
 * @param edges what they have of one another
 */
public record ResolutionGraph(List<Node> nodes, List<Edge> edges) {
  public ResolutionGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** What a node is, and so its shape. */
  enum Kind {
    COMPONENT,
    JAVA,
    OUTSIDE
  }

  /**
   * A module, or an object of the caller's.
   *
   * @param where where it comes from
   */
  record Node(String name, String where, Kind kind) {}

  /**
   * An arrow.
   *
   * @param what the import; of Java modules, {@code requires}
   */
  record Edge(String from, String to, String what, boolean wired) {}

  public static ResolutionGraph of(Resolution resolution) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    List<Edge> edges = new ArrayList<>();
    for (FoundModule module : resolution.modules().values()) {
      nodes.put(
          module.name(),
          new Node(
              module.name(),
              module.location(),
              switch (module) {
                case FoundModule.Wasm wasm -> Kind.COMPONENT;
                case FoundModule.Java java -> Kind.JAVA;
              }));
    }
    for (Wire wire : resolution.wires()) {
      Provider provider = wire.provider();
      nodes.computeIfAbsent(
          provider.name(), name -> new Node(name, outside(provider), Kind.OUTSIDE));
      edges.add(new Edge(wire.importer(), provider.name(), wire.what(), true));
    }
    for (FoundModule module : resolution.modules().values()) {
      if (module instanceof FoundModule.Java java) {
        required(java, resolution)
            .forEach(name -> edges.add(new Edge(java.name(), name, "requires", false)));
      }
    }
    return new ResolutionGraph(List.copyOf(nodes.values()), edges);
  }

  /** The modules of the resolution that a Java module requires. */
  public static List<String> required(FoundModule.Java java, Resolution resolution) {
    return java.reference().descriptor().requires().stream()
        .map(ModuleDescriptor.Requires::name)
        .filter(resolution.modules()::containsKey)
        .sorted()
        .toList();
  }

  private static String outside(Provider provider) {
    return switch (provider) {
      case Provider.Parent parent -> "a parent layer";
      case Provider.Bound bound -> "an object";
      case Provider.Component component -> component.component().file().toString();
      case Provider.JavaModule java -> java.module().location();
    };
  }

  /** In the language of Graphviz. */
  public List<String> dot() {
    List<String> lines = new ArrayList<>();
    lines.add("digraph resolution {");
    lines.add("  rankdir=LR;");
    lines.add("  node [fontname=\"sans-serif\"];");
    lines.add("  edge [fontname=\"sans-serif\", fontsize=10];");
    for (Node node : nodes) {
      String shape =
          switch (node.kind) {
            case COMPONENT -> "shape=box, style=rounded";
            case JAVA -> "shape=box";
            case OUTSIDE -> "shape=box, style=dashed";
          };
      lines.add(
          "  "
              + quoted(node.name)
              + " ["
              + shape
              + ", label="
              + quoted(node.name + "\n" + node.where)
              + "];");
    }
    for (Edge edge : edges) {
      lines.add(
          "  "
              + quoted(edge.from)
              + " -> "
              + quoted(edge.to)
              + " [label="
              + quoted(edge.what)
              + (edge.wired ? "" : ", style=dashed")
              + "];");
    }
    lines.add("}");
    return lines;
  }

  private static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    StringBuilder lines = new StringBuilder();
    for (String line : escaped.split("\n", -1)) {
      lines.append(lines.isEmpty() ? "" : "\\n").append(Printable.line(line));
    }
    return "\"" + lines + "\"";
  }

  /** In the language of Mermaid, which many web pages with Markdown show as a picture. */
  public List<String> mermaid() {
    List<String> lines = new ArrayList<>();
    lines.add("flowchart LR");
    Map<String, String> ids = new LinkedHashMap<>();
    for (Node node : nodes) {
      String id = "m" + ids.size();
      ids.put(node.name, id);
      String label = text(node.name) + "<br/>" + text(node.where);
      lines.add(
          "  "
              + id
              + switch (node.kind) {
                case COMPONENT -> "(\"" + label + "\")";
                case JAVA -> "[\"" + label + "\"]";
                case OUTSIDE -> "[/\"" + label + "\"/]";
              });
    }
    for (Edge edge : edges) {
      lines.add(
          "  "
              + ids.get(edge.from)
              + (edge.wired ? " -->|\"" : " -.->|\"")
              + text(edge.what)
              + "\"| "
              + ids.get(edge.to));
    }
    return lines;
  }

  /** Mermaid's own escapes: a number between {@code #} and a semicolon. */
  private static String text(String text) {
    return Printable.line(text)
        .replace("#", "#35;")
        .replace("\"", "#quot;")
        .replace("&", "#amp;")
        .replace("<", "#lt;")
        .replace(">", "#gt;");
  }
}

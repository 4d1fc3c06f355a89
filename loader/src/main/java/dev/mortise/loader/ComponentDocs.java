package dev.mortise.loader;

import dev.mortise.loader.model.CustomSection;
import dev.mortise.loader.model.DecodedComponent;
import dev.mortise.loader.model.Definition;
import dev.mortise.loader.model.ExternName;
import dev.mortise.loader.plan.CodeUnit;
import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.loader.wit.docs.ItemDocs;
import dev.mortise.loader.wit.docs.PackageDocsReader;
import dev.mortise.runtime.name.ExternNameParser;
import dev.mortise.runtime.name.InvalidNameException;
import dev.mortise.runtime.name.ParsedName;
import dev.mortise.runtime.type.ComponentType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is said in a component of what it imports and exports. Its section {@code package-docs} is
 * about the package of its world, whose name a component does not keep: interfaces are found by
 * their labels, and the one world is the component's.
 */
final class ComponentDocs {
  private static final System.Logger LOG = System.getLogger(ComponentDocs.class.getName());
  private static final String PACKAGE = "root:component";

  private final ComponentType type;
  private final Docs.Builder docs = new Docs.Builder();

  private ComponentDocs(ComponentType type) {
    this.type = type;
  }

  static Docs of(DecodedComponent decoded, ComponentType type, CodeUnit unit) {
    ComponentDocs component = new ComponentDocs(type);
    for (CustomSection section : decoded.customSections()) {
      if (section.name().equals(PackageDocsReader.SECTION)) {
        component.section(unit.bytes(section.offset(), section.end()));
      }
    }
    for (Definition definition : decoded.definitions()) {
      switch (definition) {
        case Definition.Import item -> component.externalId(Docs::imported, item.name());
        case Definition.Export item -> component.externalId(Docs::exported, item.name());
        default -> {} // only imports and exports have names
      }
    }
    return component.docs.build();
  }

  private void section(byte[] bytes) {
    try {
      List<String> worlds = PackageDocsReader.worlds(bytes);
      String world = worlds.size() == 1 ? worlds.getFirst() : "root";
      Docs read = PackageDocsReader.read(bytes, PACKAGE, null);
      for (Map.Entry<Docs.Key, ItemDocs> entry : read.all().entrySet()) {
        Docs.Key key = entry.getKey();
        for (String owner : owners(key.owner(), PACKAGE + "/" + world)) {
          docs.add(owner, key.item(), key.member(), entry.getValue());
        }
      }
    } catch (PackageDocsReader.UnreadableException e) {
      LOG.log(
          System.Logger.Level.DEBUG,
          "section {0} is left out: {1}",
          PackageDocsReader.SECTION,
          e.getMessage());
    }
  }

  /** What an owner in the section is in the component: its package, its world, or interfaces. */
  private List<String> owners(String owner, String world) {
    if (owner.equals(PACKAGE)) {
      return List.of(owner);
    }
    if (owner.equals(world)) {
      return List.of(Docs.COMPONENT);
    }
    String inline = world + " > ";
    return owner.startsWith(inline)
        ? List.of(Docs.inline(Docs.COMPONENT, owner.substring(inline.length())))
        : interfaces(owner);
  }

  /** The interfaces of the component that have the label of one in the section. */
  private List<String> interfaces(String owner) {
    Set<String> externNames = new LinkedHashSet<>(type.imports().keySet());
    externNames.addAll(type.exports().keySet());
    List<String> found = new ArrayList<>();
    for (String externName : externNames) {
      try {
        if (ExternNameParser.parse(externName, true) instanceof ParsedName.Interface parsed
            && owner.equals(PACKAGE + "/" + parsed.interfaceName())) {
          found.add(externName);
        }
      } catch (InvalidNameException e) {
        throw new AssertionError("the names were validated", e);
      }
    }
    return found;
  }

  private void externalId(UnaryOperator<String> direction, ExternName name) {
    for (ExternName.Attribute attribute : name.attributes()) {
      if (attribute instanceof ExternName.Attribute.ExternalId(String id)) {
        ItemDocs known = docs.build().of(Docs.COMPONENT, direction.apply(name.name()));
        docs.add(
            Docs.COMPONENT,
            direction.apply(name.name()),
            new ItemDocs(known.text(), known.gate(), id, null));
      }
    }
  }
}

package dev.mortise.loader.wit.resolve;

import dev.mortise.loader.wit.build.Declaration;
import dev.mortise.loader.wit.build.FuncBuilder;
import dev.mortise.loader.wit.build.PackageSyntax;
import dev.mortise.loader.wit.build.WorldEntries;
import dev.mortise.loader.wit.build.WorldEntry;
import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.loader.wit.docs.Gate;
import dev.mortise.loader.wit.docs.ItemDocs;
import dev.mortise.loader.wit.syntax.Attributes;
import dev.mortise.loader.wit.syntax.FuncItem;
import dev.mortise.loader.wit.syntax.InterfaceMember;
import dev.mortise.loader.wit.syntax.ResourceFunc;
import dev.mortise.loader.wit.syntax.TypeItem;
import dev.mortise.loader.wit.syntax.UseTypes;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps what the text says of packages, interfaces, worlds and their items. */
final class DocsCollector {
  private final Docs.Builder docs = new Docs.Builder();

  /** The gate that takes the place of those of included items, or null. */
  private @Nullable Gate included;

  Docs build() {
    return docs.build();
  }

  void add(PackageSyntax syntax) {
    docs.add(syntax.name().toString(), new ItemDocs(syntax.docs(), Gate.NONE));
  }

  void add(Declaration.OfInterface of) {
    String owner = of.id().toString();
    docs.add(owner, of.syntax().attributes().itemDocs());
    members(owner, of.syntax().members());
  }

  /**
   * Adds a world with all that it includes. That has the gate of the world here: its own speak of
   * versions of its own package, and of a time when this world may not have been there.
   */
  void add(Declaration.OfWorld world, WorldEntries entries) {
    String owner = world.id().toString();
    Gate gate = world.syntax().attributes().gate();
    docs.add(owner, world.syntax().attributes().itemDocs());
    entries
        .imports()
        .forEach(
            (name, entry) -> {
              included = entries.isIncluded(entry) ? gate : null;
              entry(owner, Docs::imported, name, entry);
            });
    entries
        .exports()
        .forEach(
            (name, entry) -> {
              included = entries.isIncluded(entry) ? gate : null;
              entry(owner, Docs::exported, name, entry);
            });
    included = null;
  }

  private ItemDocs said(Attributes attributes) {
    ItemDocs said = attributes.itemDocs();
    return included == null
        ? said
        : new ItemDocs(said.text(), included, said.externalId(), said.implementsName());
  }

  private void entry(String owner, UnaryOperator<String> direction, String name, WorldEntry entry) {
    String item = direction.apply(name);
    switch (entry) {
      case WorldEntry.Type type -> type(owner, direction, name, type.item());
      case WorldEntry.Inline inline -> {
        docs.add(owner, item, said(entry.attributes()));
        members(Docs.inline(owner, item), inline.members());
      }
      case WorldEntry.Named named -> {
        ItemDocs said = said(named.attributes());
        String implemented = named.target().id().toString();
        docs.add(
            owner, item, new ItemDocs(said.text(), said.gate(), said.externalId(), implemented));
      }
      case WorldEntry.Interface other -> docs.add(owner, item, said(other.attributes()));
      case WorldEntry.Func func -> docs.add(owner, item, said(func.attributes()));
      case WorldEntry.Used used -> docs.add(owner, item, said(used.attributes()));
    }
  }

  private void members(String owner, List<InterfaceMember> members) {
    for (InterfaceMember member : members) {
      switch (member) {
        case UseTypes use ->
            use.types().forEach(used -> docs.add(owner, used.as().name(), said(use.attributes())));
        case TypeItem type -> type(owner, UnaryOperator.identity(), type.name().name(), type);
        case FuncItem func -> docs.add(owner, func.name().name(), said(func.attributes()));
      }
    }
  }

  private void type(String owner, UnaryOperator<String> key, String name, TypeItem type) {
    String item = key.apply(name);
    docs.add(owner, item, said(type.attributes()));
    switch (type) {
      case TypeItem.RecordItem record ->
          record.fields().forEach(f -> member(owner, item, f.label().name(), f.docs()));
      case TypeItem.VariantItem variant ->
          variant.cases().forEach(c -> member(owner, item, c.label().name(), c.docs()));
      case TypeItem.EnumItem labels ->
          labels.labels().forEach(l -> member(owner, item, l.label().name(), l.docs()));
      case TypeItem.FlagsItem labels ->
          labels.labels().forEach(l -> member(owner, item, l.label().name(), l.docs()));
      case TypeItem.ResourceItem resource -> {
        for (ResourceFunc function : resource.functions()) {
          docs.add(
              owner,
              key.apply(FuncBuilder.externName(name, function)),
              said(function.attributes()));
        }
      }
      case TypeItem.AliasItem alias -> {}
    }
  }

  private void member(String owner, String item, String label, @Nullable String text) {
    docs.add(owner, item, label, new ItemDocs(text, Gate.NONE));
  }
}

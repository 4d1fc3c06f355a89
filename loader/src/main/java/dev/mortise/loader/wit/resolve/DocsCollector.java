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

  /** Adds a world with all that it includes. */
  void add(Declaration.OfWorld world, WorldEntries entries) {
    String owner = world.id().toString();
    docs.add(owner, world.syntax().attributes().itemDocs());
    entries.imports().forEach((name, entry) -> entry(owner, Docs::imported, name, entry));
    entries.exports().forEach((name, entry) -> entry(owner, Docs::exported, name, entry));
  }

  private void entry(String owner, UnaryOperator<String> direction, String name, WorldEntry entry) {
    String item = direction.apply(name);
    switch (entry) {
      case WorldEntry.Type type -> type(owner, direction, name, type.item());
      case WorldEntry.Inline inline -> {
        docs.add(owner, item, entry.attributes().itemDocs());
        members(Docs.inline(owner, item), inline.members());
      }
      case WorldEntry.Named named -> {
        Attributes attributes = named.attributes();
        docs.add(
            owner,
            item,
            new ItemDocs(
                attributes.docs(),
                attributes.gate(),
                attributes.externalId(),
                named.target().id().toString()));
      }
      case WorldEntry.Interface other -> docs.add(owner, item, other.attributes().itemDocs());
      case WorldEntry.Func func -> docs.add(owner, item, func.attributes().itemDocs());
      case WorldEntry.Used used -> docs.add(owner, item, used.attributes().itemDocs());
    }
  }

  private void members(String owner, List<InterfaceMember> members) {
    for (InterfaceMember member : members) {
      switch (member) {
        case UseTypes use ->
            use.types()
                .forEach(used -> docs.add(owner, used.as().name(), use.attributes().itemDocs()));
        case TypeItem type -> type(owner, UnaryOperator.identity(), type.name().name(), type);
        case FuncItem func -> docs.add(owner, func.name().name(), func.attributes().itemDocs());
      }
    }
  }

  private void type(String owner, UnaryOperator<String> key, String name, TypeItem type) {
    String item = key.apply(name);
    docs.add(owner, item, type.attributes().itemDocs());
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
              function.attributes().itemDocs());
        }
      }
      case TypeItem.AliasItem alias -> {}
    }
  }

  private void member(String owner, String item, String label, @Nullable String text) {
    docs.add(owner, item, label, new ItemDocs(text, Gate.NONE));
  }
}

package dev.mortise.loader.wit.resolve;

import dev.mortise.loader.wit.WitPackage;
import dev.mortise.loader.wit.build.PackageSyntax;
import dev.mortise.loader.wit.docs.Gate;
import dev.mortise.loader.wit.source.Span;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.syntax.Attributes;
import dev.mortise.loader.wit.syntax.InterfaceMember;
import dev.mortise.loader.wit.syntax.ResourceFunc;
import dev.mortise.loader.wit.syntax.TopItem;
import dev.mortise.loader.wit.syntax.TypeItem;
import dev.mortise.loader.wit.syntax.WorldMember;
import dev.mortise.loader.wit.syntax.WorldMember.ExternItem;
import dev.mortise.runtime.name.InvalidNameException;
import dev.mortise.runtime.name.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leaves out what is gated off, and checks the gates (WIT.md, "Feature Gates"). */
final class GateFilter {
  private final WitOptions options;
  private final WitProblems problems;

  /** The names that were left out, for those who ask for one: with the gate that is closed. */
  private final Map<String, Gate> closed = new HashMap<>();

  GateFilter(WitOptions options, WitProblems problems) {
    this.options = options;
    this.problems = problems;
  }

  /** What was left out under this name in any scope, or null. */
  @Nullable Gate closed(String name) {
    return closed.get(name);
  }

  /** The package without what is gated off. */
  PackageSyntax filter(PackageSyntax syntax) {
    List<List<TopItem>> files = new ArrayList<>();
    for (List<TopItem> file : syntax.files()) {
      List<TopItem> kept = new ArrayList<>();
      for (TopItem item : file) {
        switch (item) {
          case TopItem.TopUse use -> kept.add(use);
          case TopItem.InterfaceItem of -> {
            if (open(of.attributes(), of.name().name(), syntax.name(), Gate.NONE)) {
              Gate outer = of.attributes().gate();
              kept.add(
                  new TopItem.InterfaceItem(
                      of.attributes(), of.name(), members(of.members(), syntax.name(), outer)));
            }
          }
          case TopItem.WorldItem of -> {
            if (open(of.attributes(), of.name().name(), syntax.name(), Gate.NONE)) {
              Gate outer = of.attributes().gate();
              kept.add(
                  new TopItem.WorldItem(
                      of.attributes(), of.name(), world(of.members(), syntax.name(), outer)));
            }
          }
        }
      }
      files.add(kept);
    }
    return new PackageSyntax(syntax.name(), syntax.docs(), syntax.span(), files);
  }

  private List<InterfaceMember> members(
      List<InterfaceMember> members, WitPackage.Name in, Gate outer) {
    List<InterfaceMember> kept = new ArrayList<>();
    for (InterfaceMember member : members) {
      if (open(member.attributes(), nameOf(member), in, outer)) {
        kept.add(member instanceof TypeItem type ? type(type, in) : member);
      }
    }
    return kept;
  }

  private List<WorldMember> world(List<WorldMember> members, WitPackage.Name in, Gate outer) {
    List<WorldMember> kept = new ArrayList<>();
    for (WorldMember member : members) {
      String name = member instanceof TypeItem type ? type.name().name() : "";
      if (!open(member.attributes(), name, in, outer)) {
        continue;
      }
      kept.add(
          switch (member) {
            case TypeItem type -> type(type, in);
            case WorldMember.Extern(
                    Attributes attributes,
                    WorldMember.Direction direction,
                    ExternItem.Inline inline) ->
                new WorldMember.Extern(
                    attributes,
                    direction,
                    new ExternItem.Inline(inline.name(), members(inline.members(), in, Gate.NONE)));
            default -> member;
          });
    }
    return kept;
  }

  private TypeItem type(TypeItem type, WitPackage.Name in) {
    if (!(type instanceof TypeItem.ResourceItem resource)) {
      return type;
    }
    List<ResourceFunc> kept = new ArrayList<>();
    for (ResourceFunc function : resource.functions()) {
      if (open(function.attributes(), "", in, resource.attributes().gate())) {
        kept.add(function);
      }
    }
    return new TypeItem.ResourceItem(resource.attributes(), resource.name(), kept);
  }

  private static String nameOf(InterfaceMember member) {
    return member instanceof TypeItem type ? type.name().name() : "";
  }

  /** Whether an item is there. */
  private boolean open(Attributes attributes, String name, WitPackage.Name in, Gate outer) {
    Gate gate = attributes.gate();
    Span span = attributes.span();
    Version since = gate.since();
    if (since != null && span != null) {
      checkVersion(since, span, in);
      Version from = outer.since();
      if (from != null && since.compareTo(from) < 0) {
        problems.add(
            span,
            WitProblems.at(WitRule.WEAKER_GATE, span, "feature gate")
                .expecting("version " + from + " or later", since.toString())
                .because("what it stands in is there since " + from + " only"));
      }
    }
    boolean open =
        gate.unstable() == null
            ? since == null || !isAfterTarget(since, in)
            : options.allFeatures() || options.features().contains(gate.unstable());
    if (!open && !name.isEmpty()) {
      closed.put(name, gate);
    }
    return open;
  }

  private boolean isAfterTarget(Version since, WitPackage.Name in) {
    Version target = options.targets().get(in.name());
    return target != null && since.compareTo(target) > 0;
  }

  private void checkVersion(Version since, Span span, WitPackage.Name in) {
    if (in.version() == null) {
      problems.add(
          span,
          WitProblems.at(WitRule.GATE, span, "feature gate")
              .expecting("a package with a version", "`" + in + "`")
              .because("a gate speaks of versions of its package"));
      return;
    }
    try {
      if (since.compareTo(Version.parse(in.version())) > 0) {
        problems.add(
            span,
            WitProblems.at(WitRule.GATE, span, "feature gate")
                .expecting("at most the package's version " + in.version(), since.toString())
                .because("what is there since a version that is yet to come cannot be there"));
      }
    } catch (InvalidNameException e) {
      throw new AssertionError("versions were checked when they were parsed", e);
    }
  }
}

package dev.mortise.loader.validate;

import static dev.mortise.loader.validate.rule.FeatureGate.hint;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.model.ExternName;
import dev.mortise.loader.model.ExternName.Attribute;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.loader.validate.theory.TypeInfos;
import dev.mortise.runtime.name.ExternNameParser;
import dev.mortise.runtime.name.InvalidNameException;
import dev.mortise.runtime.name.ParsedName;
import dev.mortise.runtime.name.Version;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.ValType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The imports or the exports of a scope: their names, and the rules that names carry. */
final class ExternSpace {
  private final String kind;
  private final Validation validation;
  private final Map<String, ExternType> items = new LinkedHashMap<>();
  private final Map<String, String> canonical = new HashMap<>();
  private final Map<ResourceType, String> resourceNames = new IdentityHashMap<>();
  private final Set<String> allResourceNames = new HashSet<>();
  private long size = 1;

  /**
   * No items yet.
   *
   * @param kind {@code import} or {@code export}
   */
  ExternSpace(String kind, Validation validation) {
    this.kind = kind;
    this.validation = validation;
  }

  /** The items by name, in order. */
  Map<String, ExternType> items() {
    return items;
  }

  /** Makes a resource type known under a name, for the annotated names after it. */
  void registerResource(String name, ResourceType type) {
    resourceNames.put(type, name);
    allResourceNames.add(name);
  }

  /** Adds an item whose name obeys all rules. */
  void add(ExternName name, ExternType type) {
    ParsedName parsed = parse(name.name());
    if (kind.equals("export") && parsed instanceof ParsedName.Located) {
      throw Violation.because(
          Rule.NAME_NOT_FOR_EXPORT,
          where(name),
          "name `" + name.name() + "` is not a valid export name");
    }
    checkAttributes(name, parsed, type);
    checkAnnotation(name, parsed, type);
    String previous = canonical.putIfAbsent(parsed.canonical(), name.name());
    if (previous != null) {
      throw Violation.because(
          Rule.NAME_CONFLICT,
          where(name),
          kind + " name `" + name.name() + "` conflicts with previous name `" + previous + "`");
    }
    size += validation.infos.of(type).size();
    TypeInfos.checkSize(size);
    items.put(name.name(), type);
  }

  private String where(ExternName name) {
    return kind + " \"" + name.name() + "\"";
  }

  private ParsedName parse(String name) {
    try {
      return ExternNameParser.parse(name, validation.features.has(Feature.CM_NESTED_NAMES));
    } catch (InvalidNameException e) {
      Violation violation =
          Violation.because(
              Rule.INVALID_NAME,
              kind + " \"" + name + "\"",
              kind + " name `" + name + "` is not a valid extern name: " + e.getMessage());
      throw nested(name) ? violation.hint(hint(Feature.CM_NESTED_NAMES)) : violation;
    }
  }

  /** Whether a name that is not valid would be with nested names. */
  private static boolean nested(String name) {
    try {
      ParsedName unused = ExternNameParser.parse(name, true);
      return true;
    } catch (InvalidNameException e) {
      return false;
    }
  }

  private void checkAttributes(ExternName name, ParsedName parsed, ExternType type) {
    Set<String> seen = new HashSet<>();
    for (Attribute attribute : name.attributes()) {
      if (!seen.add(attribute.keyword())) {
        throw Violation.because(
            Rule.ATTRIBUTE, where(name), "duplicate '" + attribute.keyword() + "' option in name");
      }
      switch (attribute) {
        case Attribute.Implements implementing -> {
          requireImplements(name);
          checkImplements(name, parsed, type, implementing.interfaceName());
        }
        case Attribute.VersionSuffix suffix -> {
          validation.require(
              Feature.CM_CANON_NAMES, where(name), "the `cm-canon-names` feature is not active");
          if (!(type instanceof InstanceType)) {
            throw Violation.because(
                Rule.ATTRIBUTE, where(name), "only instances can have an `versionsuffix`");
          }
        }
        case Attribute.ExternalId id -> requireImplements(name);
      }
    }
  }

  private void requireImplements(ExternName name) {
    validation.require(
        Feature.CM_IMPLEMENTS, where(name), "the `cm-implements` feature is not active");
  }

  private void checkImplements(
      ExternName name, ParsedName parsed, ExternType type, String interfaceName) {
    if (!(parsed instanceof ParsedName.Plain)) {
      throw Violation.because(
          Rule.ATTRIBUTE,
          where(name),
          "name `" + name.name() + "` is not valid with `implements`: it takes a plain name");
    }
    if (!(type instanceof InstanceType)) {
      throw Violation.because(
          Rule.ATTRIBUTE, where(name), "only instances can have an `implements`");
    }
    ParsedName target;
    try {
      target =
          ExternNameParser.parse(interfaceName, validation.features.has(Feature.CM_NESTED_NAMES));
    } catch (InvalidNameException e) {
      Violation violation =
          Violation.because(
              Rule.ATTRIBUTE,
              where(name),
              "`" + interfaceName + "` is not a valid name: " + e.getMessage());
      throw nested(interfaceName) ? violation.hint(hint(Feature.CM_NESTED_NAMES)) : violation;
    }
    if (!(target instanceof ParsedName.Interface)) {
      throw Violation.because(
          Rule.ATTRIBUTE, where(name), "name `" + interfaceName + "` must be an interface");
    }
  }

  private void checkAnnotation(ExternName name, ParsedName parsed, ExternType type) {
    switch (parsed) {
      case ParsedName.Plain plain -> {}
      case ParsedName.Located located -> {}
      case ParsedName.Interface named -> checkVersion(name, named);
      case ParsedName.Constructor constructor -> checkConstructor(name, constructor, type);
      case ParsedName.Member member -> {
        FuncType func = func(name, type);
        if (member.isStatic()) {
          if (!allResourceNames.contains(member.resource())) {
            throw annotated(name, "static resource name is not known in this context");
          }
        } else {
          checkMethod(name, member, func);
        }
      }
    }
  }

  private void checkVersion(ExternName name, ParsedName.Interface named) {
    String version = named.version();
    if (version == null) {
      return;
    }
    String suffix = name.versionSuffix();
    try {
      if (suffix == null
          && validation.features.has(Feature.CM_CANON_NAMES)
          && Version.isCanonical(version)) {
        return;
      }
      Version unused = Version.parse(suffix == null ? version : version + suffix);
    } catch (InvalidNameException e) {
      Violation violation =
          Violation.because(
              Rule.INVALID_VERSION,
              where(name),
              kind
                  + " name `"
                  + name.name()
                  + "` is not valid: invalid interface version: "
                  + e.getMessage());
      throw suffix == null && Version.isCanonical(version)
          ? violation.hint(hint(Feature.CM_CANON_NAMES))
          : violation;
    }
  }

  private void checkConstructor(
      ExternName name, ParsedName.Constructor constructor, ExternType type) {
    FuncType func = func(name, type);
    if (func.async()) {
      throw annotated(name, "constructor function cannot be async");
    }
    ValType result = func.result();
    if (result == null) {
      throw annotated(name, "function should return one value");
    }
    ResourceType resource =
        switch (result.structure()) {
          case HandleType.Own own -> own.resource();
          case ResultType either -> {
            ValType ok = either.ok();
            yield ok != null && ok.structure() instanceof HandleType.Own own
                ? own.resource()
                : null;
          }
          default -> null;
        };
    if (resource == null) {
      throw annotated(name, "function should return `(own $T)` or `(result (own $T))`");
    }
    checkResource(name, resource, constructor.resource());
  }

  private void checkMethod(ExternName name, ParsedName.Member member, FuncType func) {
    if (func.params().isEmpty()) {
      throw annotated(name, "function should have at least one argument");
    }
    FuncType.Param self = func.params().get(0);
    if (!self.label().equals("self")) {
      throw annotated(name, "function should have a first argument called `self`");
    }
    if (!(self.type().structure() instanceof HandleType.Borrow borrow)) {
      throw annotated(name, "function should take a first argument of `(borrow $T)`");
    }
    checkResource(name, borrow.resource(), member.resource());
  }

  private void checkResource(ExternName name, ResourceType resource, String expected) {
    String registered = nameOf(resource);
    if (registered == null) {
      throw annotated(name, "resource used in function does not have a name in this context");
    }
    if (!registered.equals(expected)) {
      throw annotated(name, "function does not match expected resource name `" + registered + "`");
    }
  }

  private @Nullable String nameOf(ResourceType resource) {
    return resourceNames.get(resource);
  }

  private FuncType func(ExternName name, ExternType type) {
    if (type instanceof FuncType func) {
      return func;
    }
    throw annotated(name, "item is not a func");
  }

  private Violation annotated(ExternName name, String why) {
    return Violation.because(
        Rule.ANNOTATED_NAME,
        where(name),
        kind + " name `" + name.name() + "` is not valid: " + why);
  }
}

package dev.mortise.loader.validate.core;

import dev.mortise.loader.decode.Features;
import dev.mortise.loader.decode.Limits;
import dev.mortise.loader.model.CoreExternDesc;
import dev.mortise.loader.model.CoreRecGroup;
import dev.mortise.loader.model.CoreTypeExpr;
import dev.mortise.loader.model.CoreTypeExpr.CoreModuleDecl;
import dev.mortise.loader.model.DecodedCoreModule;
import dev.mortise.loader.validate.rule.IndexSpace;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreModuleType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Core modules and module types: their types, imports and exports (core spec, "Modules"; Binary.md,
 * {@code core:moduletype}). Function bodies are the engine's to validate.
 */
public final class CoreModuleRules {
  private final Features features;
  private final CoreTypeInterner interner;
  private final IndexSpace<CoreTypeDef> types = new IndexSpace<>("type", Limits.TYPES);
  private final Map<String, CoreExternType> exports = new LinkedHashMap<>();
  private final List<CoreModuleType.Import> imports = new ArrayList<>();
  private final Set<String> importNames = new HashSet<>();

  public CoreModuleRules(Features features, CoreTypeInterner interner) {
    this.features = features;
    this.interner = interner;
  }

  /**
   * The type of a module type definition.
   *
   * @param outer the core types of the scope that it stands in, and of those a number of steps
   *     further outward
   */
  public CoreModuleType declare(
      CoreTypeExpr.Module module, LongFunction<IndexSpace<CoreTypeDef>> outer) {
    for (CoreModuleDecl declaration : module.declarations()) {
      try {
        switch (declaration) {
          case CoreModuleDecl.Type type -> define(type.group());
          case CoreModuleDecl.Import item -> importItem(item.module(), item.name(), item.type());
          case CoreModuleDecl.Export item ->
              export(item.name(), CoreExternRules.resolve(item.type(), types, features));
          case CoreModuleDecl.OuterAlias alias -> alias(alias, outer);
        }
      } catch (Violation e) {
        throw e.at(declaration.offset());
      }
    }
    return new CoreModuleType(imports, exports);
  }

  private void alias(CoreModuleDecl.OuterAlias alias, LongFunction<IndexSpace<CoreTypeDef>> outer) {
    IndexSpace<CoreTypeDef> from = alias.count() == 0 ? types : outer.apply(alias.count() - 1);
    CoreTypeDef type = from.get(alias.index());
    if (type instanceof CoreTypeDef.Module) {
      throw Violation.because(
          Rule.ALIAS_IN_TYPE,
          "outer alias",
          "a module type cannot be an alias inside of a module type");
    }
    types.add(type);
  }

  private void define(CoreRecGroup group) {
    CoreFeatureRules.group(group, types.size(), features);
    interner.intern(group, types).forEach(types::add);
  }

  private CoreExternType importItem(String module, String name, CoreExternDesc desc) {
    CoreExternType type = CoreExternRules.resolve(desc, types, features);
    CoreFeatureRules.outside(type, features);
    if (!importNames.add(module.length() + ":" + module + name)) {
      throw Violation.because(
          Rule.CORE_DUPLICATE_NAME,
          "core module",
          "duplicate import name `"
              + module
              + ":"
              + name
              + "`: linking by name needs each import to have its own");
    }
    imports.add(new CoreModuleType.Import(module, name, type));
    return type;
  }

  private void export(String name, CoreExternType type) {
    CoreFeatureRules.outside(type, features);
    if (exports.putIfAbsent(name, type) != null) {
      throw Violation.because(
          Rule.CORE_DUPLICATE_NAME, "core module", "export name `" + name + "` already defined");
    }
  }

  /** The type of a module, whose parts outside of its functions are checked. */
  public CoreModuleType define(DecodedCoreModule module) {
    module.types().forEach(this::define);
    IndexSpace<CoreFuncType> funcs = new IndexSpace<>("function", Limits.FUNCTIONS);
    IndexSpace<CoreExternType> tables = new IndexSpace<>("table", Limits.TABLES);
    IndexSpace<CoreExternType> memories = new IndexSpace<>("memory", Limits.MEMORIES);
    IndexSpace<CoreExternType> globals = new IndexSpace<>("global", Limits.TYPES);
    IndexSpace<CoreExternType> tags = new IndexSpace<>("tag", Limits.TYPES);
    for (DecodedCoreModule.Import item : module.imports()) {
      try {
        CoreExternType type = importItem(item.module(), item.name(), item.type());
        switch (type) {
          case CoreExternType.Func func -> funcs.add(func.type());
          case CoreExternType.Table table -> tables.add(table);
          case CoreExternType.Memory memory -> memories.add(memory);
          case CoreExternType.Global global -> globals.add(global);
          case CoreExternType.Tag tag -> tags.add(tag);
        }
      } catch (Violation e) {
        throw e.at(item.offset());
      }
    }
    module.functions().forEach(t -> funcs.add(CoreExternRules.functionType(types, t)));
    module.tables().forEach(t -> tables.add(CoreExternRules.table(t, types, features)));
    module.memories().forEach(m -> memories.add(CoreExternRules.memory(m.type(), features)));
    module.globals().forEach(g -> globals.add(CoreExternRules.resolve(g, types, features)));
    module.tags().forEach(t -> tags.add(CoreExternRules.tag(t, types, features)));
    CoreFeatureRules.several(tables.size(), memories.size(), features);
    for (DecodedCoreModule.Export item : module.exports()) {
      try {
        export(
            item.name(),
            switch (item.sort()) {
              case CORE_FUNC -> new CoreExternType.Func(funcs.get(item.index()));
              case CORE_TABLE -> tables.get(item.index());
              case CORE_MEMORY -> memories.get(item.index());
              case CORE_GLOBAL -> globals.get(item.index());
              case CORE_TAG -> tags.get(item.index());
              default -> throw new AssertionError(item.sort());
            });
      } catch (Violation e) {
        throw e.at(item.offset());
      }
    }
    Long start = module.start();
    if (start != null) {
      CoreFuncType type = funcs.get(start);
      if (!type.params().isEmpty() || !type.results().isEmpty()) {
        throw Violation.expected(Rule.CORE_START, "start function", "(func)", type.toString());
      }
    }
    return new CoreModuleType(imports, exports);
  }
}

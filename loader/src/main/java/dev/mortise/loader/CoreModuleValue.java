package dev.mortise.loader;

import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.model.DecodedCoreModule;
import dev.mortise.loader.plan.CodeUnit;
import dev.mortise.loader.plan.FileModule;
import dev.mortise.loader.validate.ComponentValidator;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.engine.CoreModule;
import dev.mortise.runtime.link.HostItem;
import dev.mortise.runtime.link.Supplied;
import dev.mortise.runtime.plan.ModuleItem;

/** A core module as a value: what a component exports, or is given for an import. */
public final class CoreModuleValue implements Supplied {
  private final ModuleItem item;

  CoreModuleValue(ModuleItem item) {
    this.item = item;
  }

  /** Loads a core module from its bytes, which are copied. */
  public static CoreModuleValue load(byte[] bytes) {
    return load(bytes, LoadOptions.DEFAULT);
  }

  /** Loads a core module from its bytes, which are copied. */
  public static CoreModuleValue load(byte[] bytes, LoadOptions options) {
    byte[] own = bytes.clone();
    DecodedCoreModule decoded = ComponentDecoder.decodeCoreModule(own, options.features());
    CoreModuleType type = ComponentValidator.validateCoreModule(decoded, options.features());
    return new CoreModuleValue(
        new FileModule(new CodeUnit(own, options.engine("")), decoded, type));
  }

  /** What the module imports and exports. */
  public CoreModuleType type() {
    return item.type();
  }

  /** The module as the engine has it, for who makes instances of it without a component. */
  public CoreModule coreModule() {
    return item.load();
  }

  @Override
  public HostItem hostItem() {
    return new HostItem.Module(item);
  }

  ModuleItem item() {
    return item;
  }
}

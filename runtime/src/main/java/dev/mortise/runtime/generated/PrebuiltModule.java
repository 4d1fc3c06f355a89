package dev.mortise.runtime.generated;

import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.engine.CoreModule;
import dev.mortise.runtime.engine.chicory.ChicoryEngine;
import dev.mortise.runtime.engine.chicory.stub.CompiledModule;
import dev.mortise.runtime.plan.ModuleItem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A core module whose functions were compiled ahead of time: what is left of it is a file without
 * their bodies, from which the engine takes memories, tables, globals and data.
 */
public final class PrebuiltModule implements ModuleItem {
  private final GeneratedComponent component;
  private final String file;
  private final long offset;
  private final CoreModuleType type;
  private final CompiledModule compiled;
  private @Nullable CoreModule module;

  /**
   * A module.
   *
   * @param file the file beside the generated classes
   * @param offset where the module began in the component's file, for messages
   * @param type what it imports and exports
   * @param compiled its functions
   */
  public PrebuiltModule(
      GeneratedComponent component,
      String file,
      long offset,
      CoreModuleType type,
      CompiledModule compiled) {
    this.component = component;
    this.file = file;
    this.offset = offset;
    this.type = type;
    this.compiled = compiled;
  }

  @Override
  public CoreModuleType type() {
    return type;
  }

  @Override
  public synchronized CoreModule load() {
    CoreModule known = module;
    if (known == null) {
      known = ChicoryEngine.precompiled(read(), type, offset, compiled);
      module = known;
    }
    return known;
  }

  private byte[] read() {
    try (InputStream in = component.open(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}

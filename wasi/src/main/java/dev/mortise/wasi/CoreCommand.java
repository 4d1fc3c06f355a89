package dev.mortise.wasi;

import dev.mortise.loader.CoreModuleValue;
import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.CoreInstance;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.wasi.config.WasiConfig;
import dev.mortise.wasi.preview1.Preview1;
import java.util.List;

/** A program that is a core module. */
final class CoreCommand implements WasiCommand {
  private static final String START = "_start";

  private final CoreModuleValue module;

  private CoreCommand(CoreModuleValue module) {
    this.module = module;
  }

  static CoreCommand of(CoreModuleValue module) {
    CoreModuleType type = module.type();
    if (!(type.exports().get(START) instanceof CoreExternType.Func start)
        || !start.type().equals(new CoreFuncType(List.of(), List.of()))) {
      throw new LinkException(
          List.of(
              Diagnostic.of("missing-export", "core module")
                  .expecting("a function `_start` without parameters and results", "none")
                  .because("that is what a program of WASI preview 1 begins with")
                  .withHint(
                      "A library has functions, but nothing to run: make a component of it")));
    }
    try (Wasi template = Wasi.of(WasiConfig.NONE)) {
      Object unused = new Preview1(template.interfaces(), WasiExit::new).of(type);
    }
    return new CoreCommand(module);
  }

  @Override
  public int run(WasiConfig config) {
    try (Wasi wasi = Wasi.of(config)) {
      Preview1 preview1 = new Preview1(wasi.interfaces(), WasiExit::new);
      CoreInstance instance = module.coreModule().instantiate(preview1.of(module.type()));
      if (instance.exports().get("memory") instanceof CoreMemory memory) {
        preview1.setMemory(memory);
      }
      if (instance.exports().get(START) instanceof CoreFunction start) {
        long[] unused = start.call();
      }
      return 0;
    } catch (WasiExit e) {
      return e.status();
    }
  }
}

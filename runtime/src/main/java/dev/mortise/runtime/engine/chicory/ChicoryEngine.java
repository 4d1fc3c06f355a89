package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.wasm.InvalidException;
import com.dylibso.chicory.wasm.MalformedException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.engine.CoreEngine;
import dev.mortise.runtime.engine.CoreModule;
import dev.mortise.runtime.engine.chicory.stub.CompiledModule;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.InvalidComponentException;
import dev.mortise.runtime.error.MalformedComponentException;
import dev.mortise.runtime.error.UnsupportedComponentException;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chicory as the engine: pure Java, interpreting or compiling to JVM classes. */
public final class ChicoryEngine implements CoreEngine {
  private final @Nullable ModuleCompiler compiler;
  private final int largestBytes;

  private ChicoryEngine(@Nullable ModuleCompiler compiler, int largestBytes) {
    this.compiler = compiler;
    this.largestBytes = largestBytes;
  }

  /** An engine that runs functions at once, and slowly. */
  public static ChicoryEngine interpreting() {
    return new ChicoryEngine(null, 0);
  }

  /**
   * An engine that compiles functions before the first call.
   *
   * @param largestBytes the largest module that it compiles; it interprets what is larger
   */
  public static ChicoryEngine compiling(ModuleCompiler compiler, int largestBytes) {
    return new ChicoryEngine(compiler, largestBytes);
  }

  /**
   * A module whose functions were compiled before.
   *
   * @param bytes the module as {@link #load} would have read it, but for the bodies of its
   *     functions
   * @param offset where it began in the component's file, for messages
   */
  public static CoreModule precompiled(
      byte[] bytes, CoreModuleType type, long offset, CompiledModule compiled) {
    GuestNames names = GuestNames.withoutCode(parse(bytes), offset);
    CompiledFrames.register(compiled.getClass().getName(), names);
    return new ChicoryModule(names.module(), type, (m, name, imports) -> compiled, names);
  }

  @Override
  public CoreModule load(byte[] bytes, CoreModuleType type, long offset) {
    byte[] code;
    WasmModule module;
    try {
      code = ImportNames.needed(type) ? ImportNames.rename(bytes, type) : bytes;
      module = parse(code);
    } catch (MalformedException e) {
      throw new MalformedComponentException(refusal("core-module-malformed", offset, e), e);
    } catch (InvalidException e) {
      throw new InvalidComponentException(refusal("core-module-invalid", offset, e));
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      // The parser stumbles over some broken code instead of refusing it: that is no crash of ours.
      throw new UnsupportedComponentException(refusal("core-module-unsupported", offset, e));
    }
    return new ChicoryModule(
        module,
        type,
        bytes.length <= largestBytes ? compiler : null,
        GuestNames.of(module, offset, code.length - bytes.length));
  }

  private static WasmModule parse(byte[] code) {
    return Parser.builder()
        .withCustomParsers(Map.of("name", NameSections::parse))
        .build()
        .parse(() -> new ByteArrayInputStream(code));
  }

  private static Diagnostic refusal(String code, long offset, Throwable e) {
    return Diagnostic.of(code, "core module")
        .because("the engine refuses the module: " + (e.getMessage() == null ? e : e.getMessage()))
        .at(offset);
  }
}

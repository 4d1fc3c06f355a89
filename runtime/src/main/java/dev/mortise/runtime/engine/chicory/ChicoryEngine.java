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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Chicory as the engine: pure Java, interpreting or compiling to JVM classes. */
public final class ChicoryEngine implements CoreEngine {
  private final @Nullable ModuleCompiler compiler;

  private ChicoryEngine(@Nullable ModuleCompiler compiler) {
    this.compiler = compiler;
  }

  /** An engine that runs functions at once, and slowly. */
  public static ChicoryEngine interpreting() {
    return new ChicoryEngine(null);
  }

  /** An engine that compiles functions before the first call. */
  public static ChicoryEngine compiling(ModuleCompiler compiler) {
    return new ChicoryEngine(compiler);
  }

  /**
   * A module whose functions were compiled before.
   *
   * @param bytes the module as {@link #load} would have read it, but for the bodies of its
   *     functions, or the whole section of code
   * @param offset where it began in the component's file, for messages
   */
  public static CoreModule precompiled(
      byte[] bytes, CoreModuleType type, long offset, CompiledModule compiled) {
    GuestNames names = GuestNames.withoutCode(TrustedModule.read(bytes), offset);
    CompiledFrames.register(compiled.getClass(), names);
    return new ChicoryModule(
        names.module(), type, (m, name, imports, functions) -> compiled, names);
  }

  /**
   * Reads a module that was validated before, by {@link #parse} and what else it takes. It may do
   * without the section of code.
   */
  public static WasmModule trusted(byte[] bytes) {
    return TrustedModule.read(bytes);
  }

  @Override
  public CoreModule load(byte[] bytes, CoreModuleType type, long offset) {
    Parsed parsed = parse(bytes, type, offset);
    int shift = parsed.bytes.length - bytes.length;
    Parsed prepared = compiler == null ? parsed : parsed.preparedFor(compiler);
    GuestNames names =
        prepared == parsed
            ? GuestNames.of(parsed.module, offset, shift)
            : GuestNames.of(prepared.module, offset, shift, CodeBodies.of(parsed.bytes));
    return new ChicoryModule(prepared.module, type, compiler, names);
  }

  /** A module as the engine reads it. */
  public static final class Parsed {
    private final byte[] bytes;
    private final WasmModule module;

    private Parsed(byte[] bytes, WasmModule module) {
      this.bytes = bytes;
      this.module = module;
    }

    /** What it has read: not quite the module's own bytes where it would refuse those. */
    public byte[] bytes() {
      return bytes;
    }

    /** What it has made of them. */
    public WasmModule module() {
      return module;
    }

    /** The module as it is to be compiled: this one where it stays as it is. */
    public Parsed preparedFor(ModuleCompiler compiler) {
      byte[] prepared = compiler.prepare(bytes, module);
      return prepared == bytes ? this : new Parsed(prepared, parse(prepared));
    }
  }

  /** Reads a module as {@link #load} does. */
  public static Parsed parse(byte[] bytes, CoreModuleType type, long offset) {
    return refusing(
        offset,
        () -> {
          byte[] code = readable(bytes, type);
          return new Parsed(code, parse(code));
        });
  }

  /** The bytes as the engine reads them: not quite a module's own where it would refuse those. */
  public static byte[] readable(byte[] bytes, CoreModuleType type) {
    return ImportNames.needed(type) ? ImportNames.rename(bytes, type) : bytes;
  }

  /**
   * Lets the engine read something of a module.
   *
   * @param offset where the module begins in the component's file, for messages
   * @throws dev.mortise.runtime.error.MortiseException when the engine refuses it
   */
  public static <T> T refusing(long offset, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (MalformedException e) {
      throw new MalformedComponentException(refusal("core-module-malformed", offset, e), e);
    } catch (InvalidException e) {
      throw new InvalidComponentException(refusal("core-module-invalid", offset, e));
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      // The parser stumbles over some broken code instead of refusing it: that is no crash of ours.
      throw new UnsupportedComponentException(refusal("core-module-unsupported", offset, e));
    }
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

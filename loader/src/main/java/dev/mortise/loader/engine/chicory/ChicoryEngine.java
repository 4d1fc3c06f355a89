package dev.mortise.loader.engine.chicory;

import com.dylibso.chicory.wasm.InvalidException;
import com.dylibso.chicory.wasm.MalformedException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.mortise.loader.core.CoreModuleType;
import dev.mortise.loader.engine.CoreEngine;
import dev.mortise.loader.engine.CoreModule;
import dev.mortise.loader.error.Diagnostic;
import dev.mortise.loader.error.InvalidComponentException;
import dev.mortise.loader.error.MalformedComponentException;
import dev.mortise.loader.error.UnsupportedComponentException;
import java.io.ByteArrayInputStream;
import java.util.Map;

/** Chicory as the engine: pure Java, interpreting or compiling to JVM classes. */
public final class ChicoryEngine implements CoreEngine {
  /**
   * The largest module, in bytes, that {@link Mode#AUTO} compiles: compiling takes about 2 µs a
   * byte, and what is larger would make its first call wait.
   */
  public static final int AUTO_COMPILE_BYTES = 1 << 20;

  /** How functions run. */
  public enum Mode {
    /** At once, and slowly. */
    INTERPRET,
    /** Compiled to JVM classes before the first call. */
    COMPILE,
    /** Compiled unless the module is so large that interpreting answers sooner. */
    AUTO
  }

  private final Mode mode;

  /** An engine that runs functions in one way. */
  public ChicoryEngine(Mode mode) {
    this.mode = mode;
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
    boolean compile =
        mode == Mode.COMPILE || (mode == Mode.AUTO && bytes.length <= AUTO_COMPILE_BYTES);
    return new ChicoryModule(
        module, type, compile, new GuestNames(module, offset, code.length - bytes.length));
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

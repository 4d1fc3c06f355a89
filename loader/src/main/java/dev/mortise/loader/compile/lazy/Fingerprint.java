package dev.mortise.loader.compile.lazy;

import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.wasm.Parser;
import dev.mortise.loader.cache.CacheKey;
import dev.mortise.loader.compile.ImportStubs;
import dev.mortise.loader.compile.SignatureClasses;
import dev.mortise.loader.compile.Words;
import dev.mortise.loader.compile.body.FunctionSplitter;
import dev.mortise.runtime.engine.chicory.stub.LazyMachine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What tells compilers from one another whose code may differ: a digest of the class files that
 * make it, the engine's and ours. A version would not do, for it says little of a snapshot.
 */
final class Fingerprint {
  private static final List<Class<?>> OWN =
      List.of(
          FunctionCompiler.class,
          FunctionRenamer.class,
          ModuleContext.class,
          ModuleCheck.class,
          StubClasses.class,
          IndirectClasses.class,
          ClassPart.class,
          CompileUnit.class,
          CoreSignature.class,
          ImportStubs.class,
          SignatureClasses.class,
          Words.class,
          LazyMachine.class);

  /** Those of the engine are not all public, so they have names. */
  private static final List<String> COMPILER =
      List.of("Compiler", "CompilerUtil", "Emitters", "EmitterMap", "Shaded", "WasmAnalyzer");

  private static final List<String> PARSER = List.of("Parser", "Validator");

  /** Those of the package {@code body}, which are not public either. */
  private static final List<String> BODIES =
      List.of(
          "BodyBytes",
          "BodyReader",
          "BodyValidator",
          "ChunkPlanner",
          "ChunkWriter",
          "Effects",
          "FunctionSplitter",
          "Instructions",
          "Layout",
          "Leb128",
          "Liveness",
          "LocalVariables",
          "NumberTypes",
          "OperandStack",
          "PartSignature");

  private Fingerprint() {}

  /** The digest, in hexadecimal. */
  static String ofCompiler() {
    return Holder.VALUE;
  }

  private static final class Holder {
    static final String VALUE = digest();
  }

  private static String digest() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    OWN.forEach(type -> add(all, type, type.getSimpleName()));
    COMPILER.forEach(name -> add(all, Compiler.class, name));
    PARSER.forEach(name -> add(all, Parser.class, name));
    BODIES.forEach(name -> add(all, FunctionSplitter.class, name));
    return CacheKey.digest(all.toByteArray());
  }

  /** Adds the class of that name in the package of another. */
  private static void add(ByteArrayOutputStream all, Class<?> neighbour, String name) {
    try (InputStream in = neighbour.getResourceAsStream(name + ".class")) {
      if (in == null) {
        throw new IllegalStateException("no class file of " + name + " beside " + neighbour);
      }
      in.transferTo(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

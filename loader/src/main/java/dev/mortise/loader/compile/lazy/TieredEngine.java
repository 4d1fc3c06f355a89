package dev.mortise.loader.compile.lazy;

import com.dylibso.chicory.wasm.WasmModule;
import dev.mortise.loader.cache.CacheKey;
import dev.mortise.loader.cache.CodeCache;
import dev.mortise.loader.cache.CodeEntry;
import dev.mortise.loader.compile.GuestLoader;
import dev.mortise.loader.compile.StrippedModule;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.engine.CoreEngine;
import dev.mortise.runtime.engine.CoreModule;
import dev.mortise.runtime.engine.chicory.ChicoryEngine;
import dev.mortise.runtime.engine.chicory.CodeBodies;
import dev.mortise.runtime.engine.chicory.LazyModule;
import dev.mortise.runtime.engine.chicory.WeakValues;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An engine that begins at once: it compiles each function when it is first called, and keeps what
 * it has made in a cache. The code of a module is made once in the process, for all components that
 * have the module at the same place.
 */
public final class TieredEngine implements CoreEngine {
  private static final WeakValues<Identity, LazyModule> MODULES = new WeakValues<>();

  /** From this size on a module is read while another processor makes its digest. */
  private static final int LARGE_BYTES = 1 << 20;

  private final @Nullable CodeCache cache;
  private final String name;
  private final CodeProgress progress;

  /**
   * An engine.
   *
   * @param cache where code is kept; null for nowhere
   * @param name what to call a component when people look into the cache
   * @param progress is told what takes long
   */
  public TieredEngine(@Nullable CodeCache cache, String name, CodeProgress progress) {
    this.cache = cache;
    this.name = name;
    this.progress = progress;
  }

  /** Which modules share their code: messages name the offset, and each cache is to have it. */
  private record Identity(String digest, long offset, @Nullable Path cache) {}

  @Override
  public CoreModule load(byte[] bytes, CoreModuleType type, long offset) {
    byte[] code = ChicoryEngine.readable(bytes, type);
    CompletableFuture<CacheKey> key;
    WasmModule read = null;
    if (code.length < LARGE_BYTES) {
      key = CompletableFuture.completedFuture(key(code));
    } else {
      key = CompletableFuture.supplyAsync(() -> key(code));
      read =
          ChicoryEngine.refusing(
              offset, () -> ChicoryEngine.trusted(StrippedModule.withoutCode(code)));
    }
    @Nullable WasmModule module = read;
    Identity identity =
        new Identity(key.join().module(), offset, cache == null ? null : cache.folder());
    return MODULES
        .get(identity, i -> read(code, bytes.length, type, offset, key.join(), module))
        .ofType(type);
  }

  /**
   * Reads a module.
   *
   * @param length how long it is in the file, where it may be shorter than for the engine
   * @param read it without bodies and not validated, if it was read before
   */
  private LazyModule read(
      byte[] code,
      int length,
      CoreModuleType type,
      long offset,
      CacheKey key,
      @Nullable WasmModule read) {
    CodeEntry entry = cache == null ? CodeEntry.temporary() : cache.open(key, name);
    CodeBodies bodies = CodeBodies.of(code);
    BodyParser parser = new BodyParser(bodies);
    WasmModule module;
    if (!entry.isKnown()) {
      byte[] withoutBodies = StrippedModule.of(code, 0, Set.of());
      module = ChicoryEngine.parse(withoutBodies, type, offset).module();
    } else if (read == null) {
      module = ChicoryEngine.trusted(StrippedModule.withoutCode(code));
    } else {
      module = read;
    }
    ModuleContext context = new ModuleContext(module);
    if (!entry.isKnown()) {
      ChicoryEngine.refusing(
          offset,
          () -> {
            ModuleCheck.check(context, bodies, parser, progress);
            return context;
          });
      entry.valid();
    }
    String prefix = GuestLoader.PACKAGES.replace('.', '/') + "Module" + number(key.module()) + "_";
    LazyClasses classes = new LazyClasses(new LazyCode(context, parser, prefix, entry), progress);
    LazyModule made =
        new LazyModule(module, bodies, offset, code.length - length, classes.loaderName(), classes);
    classes.keep(made);
    return made;
  }

  private static CacheKey key(byte[] code) {
    return new CacheKey(
        CacheKey.digest(code), Fingerprint.ofCompiler(), "tiered", Runtime.version().feature());
  }

  /** A number from a digest, for names: other digests have other numbers, as far as chance goes. */
  private static String number(String digest) {
    return Long.toUnsignedString(HexFormat.fromHexDigitsToLong(digest, 0, 15));
  }
}

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
import org.jspecify.annotations.Nullable;

/**
 * An engine that begins at once: it compiles each function when it is first called, and keeps what
 * it has made in a cache. The code of a module is made once in the process, for all components that
 * have the module at the same place.
 */
public final class TieredEngine implements CoreEngine {
  private static final WeakValues<Identity, LazyModule> MODULES = new WeakValues<>();

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
    String digest = CacheKey.digest(code);
    Identity identity = new Identity(digest, offset, cache == null ? null : cache.folder());
    return MODULES.get(identity, i -> read(code, bytes.length, type, offset, digest)).ofType(type);
  }

  /** Reads a module, which is longer for the engine than it is in the file. */
  private LazyModule read(
      byte[] code, int length, CoreModuleType type, long offset, String digest) {
    CodeEntry entry = cache == null ? CodeEntry.temporary() : cache.open(key(digest), name);
    CodeBodies bodies = CodeBodies.of(code);
    BodyParser parser = new BodyParser(bodies);
    byte[] stripped = StrippedModule.of(code, 0, Set.of());
    WasmModule module =
        entry.isKnown()
            ? ChicoryEngine.trusted(stripped)
            : ChicoryEngine.parse(stripped, type, offset).module();
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
    String prefix = GuestLoader.PACKAGES.replace('.', '/') + "Module" + number(digest) + "_";
    LazyClasses classes = new LazyClasses(new LazyCode(context, parser, prefix, entry), progress);
    LazyModule made =
        new LazyModule(module, bodies, offset, code.length - length, classes.loaderName(), classes);
    classes.keep(made);
    return made;
  }

  private static CacheKey key(String digest) {
    return new CacheKey(digest, Fingerprint.ofCompiler(), "tiered", Runtime.version().feature());
  }

  /** A number from a digest, for names: other digests have other numbers, as far as chance goes. */
  private static String number(String digest) {
    return Long.toUnsignedString(HexFormat.fromHexDigitsToLong(digest, 0, 15));
  }
}

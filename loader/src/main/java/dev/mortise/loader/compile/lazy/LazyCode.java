package dev.mortise.loader.compile.lazy;

import com.dylibso.chicory.wasm.types.FunctionType;
import dev.mortise.loader.cache.CodeEntry;
import dev.mortise.loader.compile.body.FunctionSplitter;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The class files of a module, each made when it is first asked for, or found in the cache. Any
 * thread may ask.
 */
final class LazyCode {
  private static final System.Logger LOG = System.getLogger("dev.mortise.loader.compile");

  /**
   * How many functions are compiled together where all are; what is made once for each is little.
   */
  private static final int BATCH = 32;

  private final ModuleContext context;
  private final String prefix;
  private final FunctionCompiler compiler;
  private final StubClasses stubs;
  private final IndirectClasses indirect;
  private final CodeEntry entry;
  private final InterpretedBodies interpretedBodies;
  private final Set<Integer> interpreted = ConcurrentHashMap.newKeySet();
  private final CompileQueue queue;

  /**
   * Code of which nothing is made yet.
   *
   * @param prefix how the classes' names begin, in class files
   * @param entry what was made before
   */
  LazyCode(ModuleContext context, BodyParser parser, String prefix, CodeEntry entry) {
    this.context = context;
    this.prefix = prefix;
    this.entry = entry;
    compiler = new FunctionCompiler(context, parser, prefix, FunctionSplitter.LIMIT);
    interpretedBodies = new InterpretedBodies(context, parser);
    stubs = new StubClasses(prefix);
    indirect = new IndirectClasses(prefix);
    interpreted.addAll(entry.interpreted());
    queue = new CompileQueue(this::compile, this::isWorthCompiling);
  }

  String prefix() {
    return prefix;
  }

  ModuleContext context() {
    return context;
  }

  /** The signature of a function, or null when it is interpreted for its type. */
  @Nullable CoreSignature signature(int function) {
    return CoreSignature.of(context.type(function));
  }

  /** The bodies of functions that are not compiled. */
  InterpretedBodies interpretedBodies() {
    return interpretedBodies;
  }

  private boolean isWorthCompiling(int function) {
    return function >= context.importedFunctions()
        && !interpreted.contains(function)
        && !entry.has(new ClassPart.Function(function).suffix());
  }

  /** The class file of that name, or null when it is none of this code. */
  byte @Nullable [] classFile(String className) {
    String name = className.replace('.', '/');
    ClassPart part = name.startsWith(prefix) ? ClassPart.of(name.substring(prefix.length())) : null;
    if (part == null) {
      return null;
    }
    byte[] bytes = entry.take(part.suffix());
    return bytes == null ? make(part) : bytes;
  }

  /** Makes everything that may be called, on all processors. */
  void makeAll(CodeProgress progress) {
    int[] missing =
        IntStream.range(context.importedFunctions(), context.functions())
            .filter(this::isWorthCompiling)
            .toArray();
    int batches = (missing.length + BATCH - 1) / BATCH;
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, batches)
        .parallel()
        .forEach(
            i -> {
              int end = Math.min(missing.length, (i + 1) * BATCH);
              compileBatch(Arrays.copyOfRange(missing, i * BATCH, end));
              progress.done(CodeProgress.Work.COMPILE, done.incrementAndGet(), batches);
            });
    context
        .parts()
        .filter(part -> !entry.has(part.suffix()))
        .forEach(part -> entry.prepare(part.suffix(), make(part)));
  }

  /** Compiles functions together, and one by one where something is wrong with one of them. */
  private void compileBatch(int[] functions) {
    FunctionCompiler.Compiled made;
    try {
      made = compiler.compile(functions);
    } catch (RuntimeException e) {
      for (int function : functions) {
        FunctionCompiler.Compiled unused = compile(function);
      }
      return;
    }
    made.classes().forEach((part, bytes) -> entry.prepare(part.suffix(), bytes));
    made.tooLarge().forEach(this::interpret);
  }

  private void interpret(int function) {
    interpreted.add(function);
    entry.interpreted(function);
  }

  private byte[] make(ClassPart part) {
    return switch (part) {
      case ClassPart.Function function -> function(function.function());
      case ClassPart.Part unprepared -> part(unprepared);
      case ClassPart.Indirect type ->
          added(
              part, indirect.type(type.type(), signatureOfType(type.type()), context.functions()));
      case ClassPart.Target target ->
          added(
              part,
              indirect.target(target.type(), target.function(), signatureOfType(target.type())));
      case ClassPart.Results results -> added(part, stubs.results(functionTypes()));
      case ClassPart.Shaded shaded -> added(part, compiler.shaded());
    };
  }

  private byte[] added(ClassPart part, byte[] bytes) {
    entry.add(part.suffix(), bytes);
    return bytes;
  }

  private CoreSignature signatureOfType(int type) {
    return Objects.requireNonNull(CoreSignature.of(context.module().typeSection().getType(type)));
  }

  private List<FunctionType> functionTypes() {
    List<FunctionType> types = new ArrayList<>();
    for (int i = 0; i < context.functions(); i++) {
      types.add(context.type(i));
    }
    return types;
  }

  private byte[] function(int function) {
    CoreSignature signature = Objects.requireNonNull(signature(function));
    if (function < context.importedFunctions()) {
      return stubs.imported(function, signature);
    }
    if (!interpreted.contains(function)) {
      byte[] bytes = queue.demand(function).classes().get(new ClassPart.Function(function));
      queue.forget(function);
      if (bytes != null) {
        return bytes;
      }
    }
    return stubs.interpreted(function, signature);
  }

  /** Compiles a function, or finds out that it has to be interpreted. */
  private FunctionCompiler.Compiled compile(int function) {
    FunctionCompiler.Compiled made;
    try {
      made = compiler.compile(new int[] {function});
    } catch (RuntimeException e) {
      // Not all that the interpreter can do has a form in Java: vectors have none.
      LOG.log(Level.DEBUG, () -> "func " + function + " is interpreted", e);
      made = FunctionCompiler.Compiled.NOTHING;
    }
    ClassPart.Function whole = new ClassPart.Function(function);
    byte[] bytes = made.classes().get(whole);
    if (bytes == null) {
      interpret(function);
    } else {
      // The function comes last: who finds it in the cache finds its parts.
      made.classes().forEach((part, file) -> prepare(part, whole, file));
      entry.add(whole.suffix(), bytes);
    }
    return made;
  }

  private void prepare(ClassPart part, ClassPart whole, byte[] file) {
    if (!part.equals(whole)) {
      entry.prepare(part.suffix(), file);
    }
  }

  /** A part that was not there although its function was: both are made again, as they were. */
  private byte[] part(ClassPart.Part part) {
    FunctionCompiler.Compiled made = queue.demand(part.function());
    queue.forget(part.function());
    byte[] bytes = made.classes().get(part);
    if (bytes == null) {
      throw new IllegalStateException("no part " + part.number() + " of func " + part.function());
    }
    return bytes;
  }
}

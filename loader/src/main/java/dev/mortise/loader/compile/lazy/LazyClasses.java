package dev.mortise.loader.compile.lazy;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import dev.mortise.loader.compile.ModuleLoader;
import dev.mortise.loader.compile.TypedSignature;
import dev.mortise.loader.compile.TypedSignatures;
import dev.mortise.runtime.engine.CompiledFunction;
import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.chicory.LazyModule;
import dev.mortise.runtime.engine.chicory.stub.CompiledModule;
import dev.mortise.runtime.engine.chicory.stub.TypedFunction;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The classes of a module, each of which is there once it is used; shared by all instances. */
final class LazyClasses implements CompiledModule {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final MethodType BY_WORDS =
      MethodType.methodType(long[].class, Instance.class, Memory.class, long[].class);
  private static final List<String> ENVIRONMENT =
      List.of(CoreSignature.MEMORY, CoreSignature.INSTANCE);

  private final LazyCode code;
  private final CodeProgress progress;
  private final ModuleLoader loader;
  private final AtomicReferenceArray<@Nullable MethodHandle> byWords;

  @SuppressWarnings("unused") // nothing asks for it, but it must live
  private @Nullable LazyModule module;

  LazyClasses(LazyCode code, CodeProgress progress) {
    this.code = code;
    this.progress = progress;
    // The name tells the code of one module from that of another with the same content.
    loader = new ModuleLoader("mortise module " + NEXT.getAndIncrement(), code::classFile);
    byWords = new AtomicReferenceArray<>(code.context().functions());
  }

  /** Holds the module as long as its classes are in use. */
  void keep(LazyModule owner) {
    module = owner;
  }

  LazyCode code() {
    return code;
  }

  String loaderName() {
    return loader.getName();
  }

  private Class<?> part(ClassPart part) {
    String name = code.prefix().replace('/', '.') + part.suffix();
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new LinkageError(name, e);
    }
  }

  /** The method of a function that takes words, or null when only the interpreter can run it. */
  @Nullable MethodHandle byWords(int function) {
    MethodHandle known = byWords.get(function);
    if (known == null && code.signature(function) != null) {
      try {
        known =
            MethodHandles.publicLookup()
                .findStatic(part(new ClassPart.Function(function)), FunctionRenamer.CALL, BY_WORDS);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("func " + function, e);
      }
      byWords.set(function, known);
    }
    return known;
  }

  /** A function as one that is called through a table by a type. */
  Object target(int type, int function) {
    try {
      return part(new ClassPart.Target(type, function)).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("func " + function + " as type " + type, e);
    }
  }

  @Override
  public void makeAll() {
    code.makeAll(progress);
  }

  @Override
  public Machine machine(Instance instance) {
    return new TieredMachine(this, instance);
  }

  @Override
  public @Nullable CompiledFunction function(int index) {
    CoreSignature signature = code.signature(index);
    return index < code.context().importedFunctions() || signature == null
        ? null
        : new CompiledFunction(
            loader,
            code.prefix() + new ClassPart.Function(index).suffix(),
            FunctionRenamer.method(index),
            signature.descriptor(),
            ENVIRONMENT);
  }

  @Override
  public WasmFunctionHandle importable(
      int index, @Nullable TypedFunction typed, CoreFunction function) {
    CoreSignature core = code.signature(index);
    if (core == null) {
      return (instance, arguments) -> function.call(arguments);
    }
    TypedSignature signature = TypedSignatures.of(core.descriptor(""));
    return typed != null && signature.abstractClass().isInstance(typed)
        ? typed
        : signature.boxed(function);
  }

  @Override
  public @Nullable TypedFunction export(int index, Instance instance) {
    CompiledFunction function = function(index);
    return function == null ? null : loader.asImport(index, function, instance);
  }
}

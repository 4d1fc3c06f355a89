package dev.mortise.loader.compile;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import dev.mortise.runtime.engine.CompiledFunction;
import dev.mortise.runtime.engine.chicory.stub.TypedFunction;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Defines the classes of one compiled module, when they are first used. They go when no instance
 * uses them any more.
 */
public final class ModuleLoader extends GuestLoader {
  static {
    // A thread that waits for one class to be made must not keep others from theirs.
    ClassLoader.registerAsParallelCapable();
  }

  private final Function<String, byte @Nullable []> classes;
  private final Map<Integer, MethodHandle> exports = new ConcurrentHashMap<>();

  /**
   * A loader of those classes.
   *
   * @param name its name, for stack traces
   * @param classes the class file of a name, or null; asked for once
   */
  public ModuleLoader(String name, Function<String, byte @Nullable []> classes) {
    super(name, ModuleLoader.class.getClassLoader());
    this.classes = classes;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.apply(name);
    if (bytes != null) {
      ClassDump.classFile(name.replace('.', '/'), bytes);
      return defineClass(name, bytes, 0, bytes.length);
    }
    TypedSignature signature = TypedSignatures.named(name);
    if (signature != null) {
      return signature.abstractClass();
    }
    throw new ClassNotFoundException(name);
  }

  /** A function of an instance, to be imported by another's code. */
  public TypedFunction asImport(int index, CompiledFunction function, Instance instance) {
    MethodHandle constructor = exports.computeIfAbsent(index, i -> constructor(i, function));
    // The engine's code takes the first memory of the instance, or null where there is none.
    @Nullable Memory memory = instance.memory();
    try {
      return (TypedFunction) constructor.invokeExact(memory, instance);
    } catch (Throwable e) {
      throw new LinkageError("an export for import", e);
    }
  }

  private MethodHandle constructor(int index, CompiledFunction function) {
    String internalName = ExportClass.name(index, function);
    String name = internalName.replace('/', '.');
    byte[] bytes = ExportClass.emit(internalName, function);
    ClassDump.classFile(internalName, bytes);
    try {
      return MethodHandles.publicLookup()
          .findConstructor(
              defineClass(name, bytes, 0, bytes.length),
              MethodType.methodType(void.class, Memory.class, Instance.class))
          .asType(MethodType.methodType(TypedFunction.class, Memory.class, Instance.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }
}

package dev.mortise.tck.differential;

import dev.mortise.classgen.jar.ComponentClasses;
import dev.mortise.classgen.jar.LinkedImports;
import dev.mortise.classgen.mapping.JavaModel.Import;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.decode.Features;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.generated.GeneratedComponent;
import dev.mortise.runtime.generated.GeneratedInstance;
import dev.mortise.runtime.generated.LinkedCallees;
import dev.mortise.runtime.value.ComponentValue;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Two components that are compiled and instantiated each by itself, as in a layer of modules; the
 * code of the one calls that of the other from memory to memory.
 */
final class Apart {
  /** That a call took the way that nothing is compared on: its code is too large to be fused. */
  static final class ByWayOfJavaException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final ComponentClasses provider;
  private final ComponentClasses user;
  private final Loader loader;

  Apart(byte[] lifting, byte[] lowering) {
    LoadOptions options = LoadOptions.DEFAULT.withFeatures(Features.all());
    provider = ComponentClasses.of(lifting, "provider.wasm", null, options, LinkedImports.NONE);
    user = ComponentClasses.of(lowering, "user.wasm", null, options, provider.exports()::get);
    Map<String, byte[]> files = new TreeMap<>(provider.files());
    files.putAll(user.files());
    loader = new Loader(files);
  }

  /** How many of the user's calls there is no code for but by way of Java. */
  int byWayOfJava() {
    return (int)
        user.implementation().keySet().stream().filter(name -> name.contains("_Lower")).count();
  }

  Machine instantiate() {
    GeneratedInstance called = code(provider).instantiate(new Object[0], LinkedCallees.NONE);
    Object[] objects = user.model().imports().stream().map(this::never).toArray();
    GeneratedInstance caller =
        code(user)
            .instantiate(objects, path -> called.function(provider.exports().get(path).number()));
    return new Machine() {
      @Override
      public CoreMemory memory(String function) {
        return isOf(provider, function)
            ? Apart.memory(provider, called, function)
            : Apart.memory(user, caller, function);
      }

      @Override
      public Running.Outcome call(String function) {
        return isOf(provider, function)
            ? Apart.this.call(provider, called, function)
            : Apart.this.call(user, caller, function);
      }
    };
  }

  private static boolean isOf(ComponentClasses classes, String function) {
    return classes.exports().containsKey(List.of(function));
  }

  private static CoreMemory memory(
      ComponentClasses classes, GeneratedInstance instance, String function) {
    int number = classes.exports().get(List.of(function)).number();
    return Objects.requireNonNull(instance.function(number)).context().memory();
  }

  private Running.Outcome call(
      ComponentClasses classes, GeneratedInstance instance, String function) {
    MethodDecl method =
        classes.model().world().methods().stream()
            .filter(m -> m.wit().equals(function))
            .findFirst()
            .orElseThrow();
    try {
      loader
          .loadClass(classes.model().world().name().binaryName())
          .getMethod(method.name())
          .invoke(instance.world());
      return new Running.Outcome(ComponentValue.UNIT, null);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof MortiseException known) {
        if (known.getCause() instanceof ByWayOfJavaException uncompared) {
          throw uncompared;
        }
        return new Running.Outcome(null, known.getClass().getSimpleName() + " " + known.code());
      }
      throw new AssertionError(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private GeneratedComponent code(ComponentClasses classes) {
    String entry = String.valueOf(classes.model().entry().component());
    try {
      return (GeneratedComponent) loader.loadClass(entry).getField("COMPONENT").get(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(entry, e);
    }
  }

  /** The object of an import whose functions are all those of the other component. */
  private Object never(Import wanted) {
    try {
      return Proxy.newProxyInstance(
          loader,
          new Class<?>[] {loader.loadClass(wanted.type().binaryName())},
          (proxy, method, arguments) -> {
            throw new ByWayOfJavaException();
          });
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> files;

    Loader(Map<String, byte[]> files) {
      super(Apart.class.getClassLoader());
      this.files = files;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = files.get(name.replace('.', '/') + ".class");
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      byte[] bytes = files.get(name);
      return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
  }
}

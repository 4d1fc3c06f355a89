package dev.mortise.jsbridge.entry;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.loader.compile.ClassDump;
import dev.mortise.loader.compile.GuestLoader;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.objectweb.asm.Type;

/**
 * Makes the entry class of a component and those of its imports, once for all instances.
 *
 * <p>Ask {@link #ops}, {@link #calls} and {@link #hosts} for all that the glue needs, then {@link
 * #load}.
 */
public final class EntryClasses {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final JavaModel model;
  private final String self;
  private final EntryOps ops;
  private final EntryCalls calls;
  private final HostClasses hosts;

  /** Classes for a component. */
  public EntryClasses(JavaModel model) {
    this.model = model;
    self = GuestLoader.PACKAGES.replace('.', '/') + "js/Entry" + NEXT.getAndIncrement();
    ops = new EntryOps(model.types());
    calls = new EntryCalls(model, ops, self);
    hosts = new HostClasses(model, ops, self);
  }

  /** The methods for values. */
  public EntryOps ops() {
    return ops;
  }

  /** The methods for functions. */
  public EntryCalls calls() {
    return calls;
  }

  /** The imports. */
  public HostClasses hosts() {
    return hosts;
  }

  /**
   * Makes the classes.
   *
   * @param types the loader of the component's types
   */
  public Loaded load(ClassLoader types) {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    List<HostClasses.HostClass> all = hosts.all();
    for (int i = 0; i < all.size(); i++) {
      String name = HostEmitter.name(self, i);
      classes.put(name, HostEmitter.emit(name, all.get(i)));
    }
    classes.put(
        self,
        EntryEmitter.emit(
            self,
            ops,
            calls.fields(),
            model.world().accessors().stream().map(JavaModel.WorldDecl.Accessor::name).toList()));
    ClassDump.classes(classes);
    EntryLoader loader = new EntryLoader(classes, types);
    Map<ClassName, MethodHandle> made = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).resource()) {
        made.put(
            all.get(i).contract(),
            constructor(loader.find(HostEmitter.name(self, i)), Object.class, HostCalls.class));
      }
    }
    return new Loaded(constructor(loader.find(self), Entry.class), made);
  }

  private static MethodHandle constructor(Class<?> type, Class<?> as, Class<?>... params) {
    try {
      return MethodHandles.publicLookup()
          .findConstructor(type, MethodType.methodType(void.class, params))
          .asType(MethodType.methodType(as, params));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }

  /** The classes. */
  public static final class Loaded {
    private final MethodHandle entry;
    private final Map<ClassName, MethodHandle> hosts;

    private Loaded(MethodHandle entry, Map<ClassName, MethodHandle> hosts) {
      this.entry = entry;
      this.hosts = Map.copyOf(hosts);
    }

    /** The entry of a new instance. */
    public Entry newEntry() {
      try {
        return (Entry) entry.invokeExact();
      } catch (Throwable e) {
        throw new LinkageError("entry", e);
      }
    }

    /** The object of an imported interface for an instance. */
    public Object newHost(ClassName contract, HostCalls calls) {
      MethodHandle constructor = hosts.get(contract);
      if (constructor == null) {
        throw new IllegalArgumentException(contract.toString());
      }
      try {
        return (Object) constructor.invokeExact(calls);
      } catch (Throwable e) {
        throw new LinkageError(contract.toString(), e);
      }
    }
  }

  /** The loader of the generated classes; this class's module comes after the types. */
  private static final class EntryLoader extends GuestLoader {
    private final Map<String, byte[]> classes;

    EntryLoader(Map<String, byte[]> classes, ClassLoader types) {
      super("mortise js", types);
      this.classes = new ConcurrentHashMap<>(classes);
    }

    Class<?> find(String internalName) {
      try {
        return loadClass(Type.getObjectType(internalName).getClassName());
      } catch (ClassNotFoundException e) {
        throw new LinkageError(internalName, e);
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.remove(name.replace('.', '/'));
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}

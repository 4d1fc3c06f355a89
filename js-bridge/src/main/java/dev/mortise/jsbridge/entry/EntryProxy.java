package dev.mortise.jsbridge.entry;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/**
 * An entry, or what stands beside it, for contexts that let JavaScript call no Java at all ({@code
 * HostAccess.NONE}): each method is a proxy, which is slower and needs no access.
 */
public final class EntryProxy implements ProxyObject {
  /** The methods of an entry class, found once. */
  private static final ClassValue<Map<String, MethodHandle>> METHODS =
      new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
          return methods(type);
        }
      };

  private final Object entry;
  private final Map<String, MethodHandle> methods;
  private final Map<String, ProxyExecutable> members = new HashMap<>();

  /** The methods of an entry. */
  public EntryProxy(Object entry) {
    this.entry = entry;
    methods = METHODS.get(entry.getClass());
  }

  private static Map<String, MethodHandle> methods(Class<?> type) {
    Map<String, MethodHandle> methods = new HashMap<>();
    for (Method method : type.getMethods()) {
      if (method.isAnnotationPresent(HostAccess.Export.class)) {
        try {
          methods.put(method.getName(), MethodHandles.publicLookup().unreflect(method));
        } catch (IllegalAccessException e) {
          throw new LinkageError(method.toString(), e);
        }
      }
    }
    return methods;
  }

  @Override
  public Object getMember(String key) {
    return members.computeIfAbsent(key, this::member);
  }

  private ProxyExecutable member(String name) {
    MethodHandle method = Objects.requireNonNull(methods.get(name), name).bindTo(entry);
    MethodType type = method.type();
    Class<?>[] params = type.parameterArray();
    MethodHandle spread =
        method
            .asSpreader(Object[].class, params.length)
            .asType(MethodType.methodType(Object.class, Object[].class));
    return arguments -> {
      @Nullable Object[] objects = new Object[params.length];
      for (int i = 0; i < params.length; i++) {
        objects[i] = argument(arguments[i], params[i]);
      }
      try {
        return (Object) spread.invokeExact(objects);
      } catch (Throwable e) {
        throw EntryProxy.<RuntimeException>unchecked(e);
      }
    };
  }

  private static Object argument(Value value, Class<?> type) {
    if (type == Value.class) {
      return value;
    }
    return type == Object.class ? value.asHostObject() : value.as(type);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchecked(Throwable e) throws E {
    throw (E) e;
  }

  @Override
  public Object getMemberKeys() {
    return new Object[0];
  }

  @Override
  public boolean hasMember(String key) {
    return methods.containsKey(key);
  }

  @Override
  public void putMember(String key, Value value) {
    throw new UnsupportedOperationException(key);
  }
}

package dev.mortise.classgen.view;

import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.view.ViewMethod.ResultUse;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.view.ByteView;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells whether a method written by hand is the one of a function, with views for bytes. */
public final class ViewMatcher {
  /** What a component may be given instead of an array. */
  private static final Set<Class<?>> GIVEN = Set.of(ByteBuffer.class, ByteView.class);

  private ViewMatcher() {}

  /**
   * The method of an exported function, or null when it is not.
   *
   * @param wanted what is to be called
   * @param found the method of the declared interface
   * @param declared that method in the model
   */
  public static @Nullable ViewMethod export(Method wanted, Method found, MethodDecl declared) {
    ResultUse use = use(wanted, found);
    boolean same = wanted.getGenericReturnType().equals(found.getGenericReturnType());
    return (use != ResultUse.RETURNED || same)
            && params(wanted, found, use == ResultUse.RETURNED ? 0 : 1, GIVEN)
            && areDeclared(found, wanted)
            && areLists(wanted, found, declared, use != ResultUse.RETURNED)
        ? method(wanted, declared, use)
        : null;
  }

  /**
   * Whether a method of the host is the one of a declared interface, but for views.
   *
   * @param supplied what is to be called
   */
  public static boolean isHosts(Method supplied, Method found) {
    boolean result =
        supplied.getGenericReturnType().equals(found.getGenericReturnType())
            || (isBytes(found.getReturnType()) && GIVEN.contains(supplied.getReturnType()));
    return result
        && params(supplied, found, 0, Set.of(ByteView.class))
        && areDeclared(supplied, found);
  }

  /**
   * The method of an imported function which code can call with views, or null when it has none.
   *
   * @param supplied what is to be called
   * @param found the method of the declared interface
   * @param declared that method in the model
   */
  public static @Nullable ViewMethod host(Method supplied, Method found, MethodDecl declared) {
    boolean result = supplied.getReturnType() != found.getReturnType();
    return isHosts(supplied, found) && areLists(supplied, found, declared, result)
        ? method(supplied, declared, ResultUse.RETURNED)
        : null;
  }

  private static ViewMethod method(Method java, MethodDecl declared, ResultUse use) {
    return new ViewMethod(
        declared, java.getName(), org.objectweb.asm.Type.getMethodDescriptor(java), use);
  }

  private static boolean params(Method hand, Method found, int more, Set<Class<?>> views) {
    Type[] own = hand.getGenericParameterTypes();
    Type[] plain = found.getGenericParameterTypes();
    if (own.length != plain.length + more) {
      return false;
    }
    for (int i = 0; i < plain.length; i++) {
      boolean view = isBytes(plain[i]) && own[i] instanceof Class<?> c && views.contains(c);
      if (!view && !own[i].equals(plain[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean areDeclared(Method throwing, Method declaring) {
    return Arrays.stream(throwing.getExceptionTypes())
        .allMatch(
            thrown ->
                RuntimeException.class.isAssignableFrom(thrown)
                    || Arrays.stream(declaring.getExceptionTypes())
                        .anyMatch(allowed -> allowed.isAssignableFrom(thrown)));
  }

  /** How a method takes the result. */
  private static ResultUse use(Method wanted, Method found) {
    Type[] params = wanted.getGenericParameterTypes();
    if (!isBytes(found.getReturnType())
        || params.length == 0
        || !(params[params.length - 1] instanceof ParameterizedType last)
        || !takesView(last.getActualTypeArguments()[0])) {
      return ResultUse.RETURNED;
    }
    Class<?> returned = wanted.getReturnType();
    if (last.getRawType() == Function.class && !returned.isPrimitive()) {
      return ResultUse.LENT_TO_FUNCTION;
    }
    return last.getRawType() == Consumer.class && returned == void.class
        ? ResultUse.LENT_TO_CONSUMER
        : ResultUse.RETURNED;
  }

  private static boolean takesView(Type argument) {
    return argument == ByteView.class
        || (argument instanceof WildcardType wildcard
            && Arrays.asList(wildcard.getLowerBounds()).contains(ByteView.class));
  }

  private static boolean isBytes(Type type) {
    return type == byte[].class;
  }

  /** Whether the arrays that have become views are lists of any length. */
  private static boolean areLists(Method hand, Method found, MethodDecl declared, boolean result) {
    Class<?>[] own = hand.getParameterTypes();
    Class<?>[] plain = found.getParameterTypes();
    List<ValType> types = declared.type().paramTypes();
    boolean lists = !result || isList(declared.type().resultTypes().get(0));
    for (int i = 0; i < plain.length; i++) {
      lists &= own[i] == plain[i] || isList(types.get(i));
    }
    return lists;
  }

  private static boolean isList(ValType type) {
    return type.structure() instanceof ListType list && list.length() == null;
  }
}

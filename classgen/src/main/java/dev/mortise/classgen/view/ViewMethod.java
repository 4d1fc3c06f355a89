package dev.mortise.classgen.view;

import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import org.objectweb.asm.Type;

/**
 * A method written by hand for a function of WIT.
 *
 * @param declared the method that the function has without views
 * @param name the name in Java
 * @param descriptor the types in class files, without those of generics
 * @param use what becomes of the result
 */
public record ViewMethod(MethodDecl declared, String name, String descriptor, ResultUse use) {
  /** What becomes of a result. */
  public enum ResultUse {
    /** It is returned. */
    RETURNED,
    /** A {@code Function}, the last parameter, gets it as a view and returns what is returned. */
    LENT_TO_FUNCTION,
    /** A {@code Consumer}, the last parameter, gets it as a view. */
    LENT_TO_CONSUMER
  }

  /** Whether the result is lent. */
  public boolean lends() {
    return use != ResultUse.RETURNED;
  }

  /** The types of the function's parameters. */
  public Type[] params() {
    Type[] all = Type.getArgumentTypes(descriptor);
    return lends() ? java.util.Arrays.copyOf(all, all.length - 1) : all;
  }

  /** The type of the last parameter, to which the result is lent. */
  public Type user() {
    Type[] all = Type.getArgumentTypes(descriptor);
    return all[all.length - 1];
  }

  /** What the method returns. */
  public Type returned() {
    return Type.getReturnType(descriptor);
  }

  /** Whether a parameter is another type than the declared one: bytes, in some form. */
  public boolean isView(int param) {
    return !params()[param]
        .getDescriptor()
        .equals(declared.params().get(param).type().descriptor());
  }

  /** The method as a listing names it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name).append('(');
    String comma = "";
    for (Type param : Type.getArgumentTypes(descriptor)) {
      String full = param.getClassName();
      text.append(comma).append(full.substring(full.lastIndexOf('.') + 1));
      comma = ", ";
    }
    return text.append(')').toString();
  }
}

package dev.mortise.classgen.bridge;

import dev.mortise.runtime.value.ComponentValue;
import org.jspecify.annotations.Nullable;

/** The way between the values of one WIT type and their Java objects; a primitive is boxed. */
public interface ValueBridge {
  /**
   * The Java object of a value, which was checked against the type.
   *
   * @param owner the object of the generated unit whose instance has the handles among the values,
   *     or null when there are none
   * @throws NoJavaFormException when Java's type cannot hold it
   */
  Object toJava(ComponentValue value, @Nullable Object owner);

  /**
   * The value of a Java object.
   *
   * @throws RuntimeException of any kind when it is no object of the type
   */
  ComponentValue toValue(@Nullable Object object);
}

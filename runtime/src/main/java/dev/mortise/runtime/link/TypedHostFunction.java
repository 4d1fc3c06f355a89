package dev.mortise.runtime.link;

import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.instance.RuntimeCaller;
import dev.mortise.runtime.instance.RuntimeFunction;
import dev.mortise.runtime.value.ComponentValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of the host that is a method of a Java object. Only generated code can call it, which
 * takes its place when the component is linked as a typed one.
 *
 * @param name what the component calls it
 * @param object the object; of a method of a resource, any object
 * @param contract the Java interface under which it was given
 */
public record TypedHostFunction(String name, Object object, Class<?> contract)
    implements RuntimeFunction {
  @Override
  public ComponentValue call(List<ComponentValue> arguments, @Nullable RuntimeCaller caller) {
    throw new CallException(
        Diagnostic.of("typed-import", "import " + name)
            .because("it is a Java object's method, which only generated code can call")
            .withHint("Load the component as a TypedComponent, or supply a function by its name"));
  }
}

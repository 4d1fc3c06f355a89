package dev.mortise.classgen.bridge;

import dev.mortise.runtime.instance.GuestResource;
import dev.mortise.runtime.instance.ResourceHandle;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.ResourceValue;
import java.lang.invoke.MethodHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Handles to resources of a component: objects of a generated class, which know the instance whose
 * methods they call.
 */
record HandleBridge(ResourceType type, MethodHandle wrapper) implements ValueBridge {
  @Override
  public Object toJava(ComponentValue value, @Nullable Object owner) {
    ResourceHandle handle = (ResourceHandle) ((ResourceValue) value).handle();
    return Members.make(wrapper, handle, Objects.requireNonNull(owner));
  }

  @Override
  public ComponentValue toValue(@Nullable Object object) {
    return new ResourceValue(type, ((GuestResource) Objects.requireNonNull(object)).$handle());
  }
}

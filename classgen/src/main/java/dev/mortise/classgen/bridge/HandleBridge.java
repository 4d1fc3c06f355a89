package dev.mortise.classgen.bridge;

import dev.mortise.loader.instance.GuestResource;
import dev.mortise.loader.instance.ResourceHandle;
import dev.mortise.loader.type.ResourceType;
import dev.mortise.loader.value.ComponentValue;
import dev.mortise.loader.value.ComponentValue.ResourceValue;
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

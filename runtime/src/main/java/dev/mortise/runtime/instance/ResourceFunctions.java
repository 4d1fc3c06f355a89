package dev.mortise.runtime.instance;

import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.engine.HostCoreFunction;
import dev.mortise.runtime.plan.CanonBuiltin;

/** The core functions that work on handles (CanonicalABI.md, "canon resource.new" and after). */
final class ResourceFunctions {
  private static final long[] NOTHING = {};

  private ResourceFunctions() {}

  static HostCoreFunction make(
      CanonBuiltin builtin, CoreFuncType type, RuntimeInstance instance, RuntimeResource resource) {
    HostCoreFunction.Body body =
        switch (builtin) {
          case RESOURCE_NEW -> arguments -> create(instance, resource, arguments[0]);
          case RESOURCE_DROP -> arguments -> drop(instance, resource, (int) arguments[0]);
          case RESOURCE_REP -> arguments -> rep(instance, resource, (int) arguments[0]);
          default -> throw new AssertionError(builtin);
        };
    return new HostCoreFunction("canon " + builtin, type, body);
  }

  private static long[] create(RuntimeInstance instance, RuntimeResource resource, long rep) {
    instance.checkMayLeave();
    int index = instance.handles().add(new HandleTable.Entry(resource, rep, true, null));
    return new long[] {index};
  }

  private static long[] drop(RuntimeInstance instance, RuntimeResource resource, int index) {
    instance.checkMayLeave();
    HandleTable.Entry entry = instance.handles().remove(index, resource);
    if (entry.own) {
      resource.destroy(entry.rep, instance);
    } else {
      entry.endBorrow();
    }
    return NOTHING;
  }

  private static long[] rep(RuntimeInstance instance, RuntimeResource resource, int index) {
    Object rep = instance.handles().get(index, resource).rep;
    return new long[] {((Number) rep).longValue()};
  }
}

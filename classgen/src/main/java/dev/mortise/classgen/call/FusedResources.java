package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.runtime.plan.LinkPlan;
import dev.mortise.runtime.type.ResourceType;

/** Which resource of the plan each resource type is, as one component instance sees it. */
record FusedResources(LinkPlan plan, int instance) {
  int number(ResourceType type) {
    Integer number = plan.views().get(instance).get(type);
    if (number == null) {
      throw new UnmappableTypeException("the resource type " + type + " is not known");
    }
    return number;
  }
}

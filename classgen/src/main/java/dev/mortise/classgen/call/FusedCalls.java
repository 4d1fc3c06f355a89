package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.loader.compile.TypedSignatures;
import dev.mortise.runtime.abi.FuncAbi;
import dev.mortise.runtime.plan.LinkPlan;
import dev.mortise.runtime.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodTooLargeException;

/** The calls of a plan that go from one component to another, with a class for each. */
final class FusedCalls {
  private final LinkPlan plan;
  private final String prefix;
  private final CompiledTargets targets;
  private final PlanAbis abis;
  private final List<GeneratedUnit.Fused> made = new ArrayList<>();
  private final Set<Integer> coreFunctions = new HashSet<>();
  private final Map<String, byte[]> classes = new LinkedHashMap<>();
  private final Map<String, GeneratedUnit.Source> sources = new LinkedHashMap<>();

  FusedCalls(LinkPlan plan, String prefix, CompiledTargets targets, PlanAbis abis) {
    this.plan = plan;
    this.prefix = prefix;
    this.targets = targets;
    this.abis = abis;
  }

  List<GeneratedUnit.Fused> made() {
    return made;
  }

  Map<String, byte[]> classes() {
    return classes;
  }

  Map<String, GeneratedUnit.Source> sources() {
    return sources;
  }

  /** Whether there is code for a lowered function. */
  boolean has(Step.LowerFunction step) {
    return coreFunctions.contains(step.coreFunction());
  }

  /**
   * Writes a call of a function that the same plan lifts.
   *
   * @return why there can be no code for it, or null
   */
  @Nullable String inside(Step.LowerFunction step, Step.LiftFunction callee) {
    return make(step, function(plan, callee, targets, Map.of()), false);
  }

  /**
   * Writes a call of a function of a component that is instantiated by itself.
   *
   * @return why there can be no code for it, or null
   */
  @Nullable String across(Step.LowerFunction step, LinkedFunction callee) {
    return make(step, callee, true);
  }

  /** A lifted function as its callers see it. */
  static LinkedFunction function(
      LinkPlan plan,
      Step.LiftFunction step,
      CompiledTargets targets,
      Map<Integer, String> resourceClasses) {
    return new LinkedFunction(
        step.function(),
        step.type(),
        step.options().shape(),
        step.callee(),
        targets.find(step.callee()),
        step.options().postReturn() != null,
        targets.find(step.options().postReturn()),
        new LinkedFunction.Resources(FusedResources.of(plan, step.instance(), resourceClasses)));
  }

  private @Nullable String make(Step.LowerFunction step, LinkedFunction callee, boolean crossing) {
    String self = prefix + "Fuse" + made.size();
    FuncAbi abi = abis.of(step.type(), step.options().shape());
    FuseEmitter emitter =
        new FuseEmitter(
            self,
            abi,
            FusedResources.of(plan, step.instance(), Map.of()),
            abis.of(callee.type(), callee.options()),
            callee,
            crossing,
            TypedSignatures.of(PlanAbis.descriptor(abi)));
    try {
      classes.put(self, emitter.emit());
    } catch (TooLargeException | UnmappableTypeException | MethodTooLargeException e) {
      return String.valueOf(e.getMessage());
    }
    sources.put(self, emitter.source());
    made.add(new GeneratedUnit.Fused(step.coreFunction(), self, callee.number()));
    coreFunctions.add(step.coreFunction());
    return null;
  }
}

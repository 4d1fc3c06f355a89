package dev.mortise.runtime.plan;

import java.util.List;
import java.util.Map;

/** Prints plans, one line a step, for people and for tests. */
final class LinkPlanPrinter {
  private LinkPlanPrinter() {}

  static String print(LinkPlan plan) {
    StringBuilder text = new StringBuilder();
    List<LinkPlan.HostFunction> functions = plan.hostFunctions();
    for (int slot = 0; slot < functions.size(); slot++) {
      LinkPlan.HostFunction function = functions.get(slot);
      line(text, "host func " + slot + " = " + path(function.path()) + ": " + function.type());
    }
    for (LinkPlan.HostResource resource : plan.hostResources()) {
      line(text, "host resource " + resource.resource() + " = " + path(resource.path()));
    }
    for (Step step : plan.steps()) {
      line(text, print(step));
    }
    exports(text, plan.exports(), "");
    return text.toString();
  }

  private static String path(List<String> path) {
    return String.join(" > ", path);
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  private static String print(Step step) {
    return switch (step) {
      case Step.CreateInstance create ->
          "instance "
              + create.instance()
              + (create.parent() < 0 ? "" : " in instance " + create.parent());
      case Step.InstantiateModule instantiate ->
          "core instance "
              + instantiate.coreInstance()
              + " = instantiate "
              + instantiate.module()
              + " "
              + instantiate.arguments()
              + " in instance "
              + instantiate.instance();
      case Step.DefineResource define ->
          "resource "
              + define.resource()
              + " = "
              + define.rep()
              + (define.destructor() == null ? "" : ", destructor " + define.destructor())
              + " in instance "
              + define.instance();
      case Step.LowerFunction lower ->
          "core func "
              + lower.coreFunction()
              + " = lower "
              + lower.callee()
              + ": "
              + lower.type()
              + " ("
              + lower.options()
              + ") in instance "
              + lower.instance();
      case Step.LiftFunction lift ->
          "func "
              + lift.function()
              + " = lift "
              + lift.callee()
              + ": "
              + lift.type()
              + " ("
              + lift.options()
              + ") in instance "
              + lift.instance();
      case Step.ResourceFunction function ->
          "core func "
              + function.coreFunction()
              + " = "
              + function.builtin()
              + " resource "
              + function.resource()
              + " in instance "
              + function.instance();
      case Step.BuiltinFunction function ->
          "core func "
              + function.coreFunction()
              + " = "
              + function.builtin()
              + (function.type() == null ? "" : " " + function.type())
              + (isContext(function) ? " " + function.slot() : "")
              + " ("
              + function.options()
              + ") in instance "
              + function.instance();
    };
  }

  private static boolean isContext(Step.BuiltinFunction function) {
    return function.builtin() == CanonBuiltin.CONTEXT_GET
        || function.builtin() == CanonBuiltin.CONTEXT_SET;
  }

  private static void exports(StringBuilder text, Map<String, Item> exports, String indent) {
    exports.forEach(
        (name, item) -> {
          if (item instanceof Item.Instance instance) {
            line(text, indent + "export \"" + name + "\" = instance");
            exports(text, instance.exports(), indent + "  ");
          } else {
            line(text, indent + "export \"" + name + "\" = " + item);
          }
        });
  }
}

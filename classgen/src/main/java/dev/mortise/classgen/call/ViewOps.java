package dev.mortise.classgen.call;

import dev.mortise.classgen.view.ViewMethod;
import dev.mortise.runtime.abi.recipe.AbiOp;
import dev.mortise.runtime.abi.recipe.AbiProgram;
import dev.mortise.runtime.abi.recipe.ListOp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The operations of a recipe that move the bytes of views. Where parameters are so many that they
 * go by memory, it is another recipe that stores them, which many share: it is left as it is, and
 * gets arrays.
 *
 * @param places their places in the recipe
 * @param arrays the inputs that are arrays in the recipe nevertheless
 */
record ViewOps(Set<Integer> places, List<Integer> arrays) {
  static final ViewOps NONE = new ViewOps(Set.of(), List.of());

  /** Of the recipe that lowers the parameters of a method. */
  static ViewOps ofParams(AbiProgram program, ViewMethod method) {
    ViewOps views = new ViewOps(new HashSet<>(), new ArrayList<>());
    for (int i = 0; i < method.params().length; i++) {
      if (method.isView(i)) {
        views.add(program, i);
      }
    }
    return views;
  }

  /** Of the recipe that lowers a result. */
  static ViewOps ofResult(AbiProgram program) {
    ViewOps views = new ViewOps(new HashSet<>(), new ArrayList<>());
    views.add(program, 0);
    return views;
  }

  /** Of a recipe some of whose outputs are views. */
  static ViewOps ofOutputs(AbiProgram program, List<Integer> outputs) {
    Set<Integer> places = new HashSet<>();
    List<Integer> makers = Provenance.ofOutputs(program);
    for (int output : outputs) {
      AbiOp maker = program.ops().get(makers.get(output));
      if (!(maker instanceof ListOp.LoadNumbers)) {
        throw new IllegalStateException("a list of numbers is lifted by " + maker);
      }
      places.add(makers.get(output));
    }
    return new ViewOps(places, List.of());
  }

  private void add(AbiProgram program, int input) {
    Set<Integer> takers = Provenance.takers(program, input);
    if (takers.stream().allMatch(i -> program.ops().get(i) instanceof ListOp.StoreNumbers)) {
      places.addAll(takers);
    } else {
      arrays.add(input);
    }
  }
}

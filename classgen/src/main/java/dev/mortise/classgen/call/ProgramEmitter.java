package dev.mortise.classgen.call;

import dev.mortise.runtime.abi.recipe.AbiOp;
import dev.mortise.runtime.abi.recipe.AbiProgram;
import dev.mortise.runtime.abi.recipe.AggregateOp;
import dev.mortise.runtime.abi.recipe.CoreOp;
import dev.mortise.runtime.abi.recipe.LeafOp;
import dev.mortise.runtime.abi.recipe.ListOp;
import dev.mortise.runtime.abi.recipe.OpPrinter;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * Writes a recipe as code. A recipe works on a stack, and so does the JVM: each operation becomes
 * the instructions that take the same operands and leave the same, a core value as the primitive of
 * its type, a component value as the Java type of its own.
 */
final class ProgramEmitter {
  private final SharedPrograms shared;
  private final Forms forms;
  private final Body body;
  private final CoreEmitter core;
  private final LeafEmitter leaves;
  private final ListEmitter lists;
  private final AggregateEmitter aggregates;
  private String where = "value";

  ProgramEmitter(SharedPrograms shared, Body body) {
    this.shared = shared;
    this.body = body;
    forms = shared.forms();
    core = new CoreEmitter(body);
    leaves = new LeafEmitter(this, body);
    lists = new ListEmitter(this, body);
    aggregates = new AggregateEmitter(this, body);
  }

  Forms forms() {
    return forms;
  }

  SharedPrograms shared() {
    return shared;
  }

  /** What messages call the value that is lowered. */
  String where() {
    return where;
  }

  void where(String name) {
    where = name;
  }

  /**
   * Writes a program. Its outputs are on the stack afterwards.
   *
   * @param inputs the local variables of its inputs
   * @param names what messages call the inputs; fewer than inputs where they have no names
   */
  void run(AbiProgram program, int[] inputs, List<String> names) {
    run(program, inputs, names, ViewOps.NONE);
  }

  /** Writes a program some of whose operations move the bytes of views. */
  void run(AbiProgram program, int[] inputs, List<String> names, ViewOps views) {
    for (int i = 0; i < program.ops().size(); i++) {
      AbiOp op = program.ops().get(i);
      boolean movesView = views.places().contains(i);
      body.step();
      if (!(op instanceof CoreOp.Input)) {
        body.line(text(op));
      }
      switch (op) {
        case CoreOp.Input input -> {
          if (input.index() < names.size()) {
            where = names.get(input.index());
            body.line("take " + where);
          }
          body.load(forms.type(input.slot()), inputs[input.index()]);
          if (views.arrays().contains(input.index())) {
            body.invokeStatic(Names.VIEWS, "array", "(" + Names.OBJECT_DESCRIPTOR + ")[B");
          }
        }
        case CoreOp.Call call -> call(call.program());
        case CoreOp other -> core.run(other);
        case LeafOp leaf -> leaves.run(leaf);
        case ListOp list -> lists.run(list, movesView);
        case AggregateOp aggregate -> aggregates.run(aggregate);
      }
    }
  }

  /** How the listing writes an operation: with the methods that it calls, and no cases yet. */
  private String text(AbiOp op) {
    return switch (op) {
      case CoreOp.Call call when isShared(call.program()) ->
          "call " + shared.method(call.program());
      case ListOp loop when SharedPrograms.isLoop(loop) ->
          OpPrinter.print(op, element -> shared.loopMethod(loop));
      case AbiOp other -> Signatures.of(other);
    };
  }

  private static boolean isShared(AbiProgram program) {
    return program.outputs().size() <= 1;
  }

  /** Runs another program on operands of the stack: where it leaves several, in place. */
  private void call(AbiProgram program) {
    if (isShared(program)) {
      shared.call(body, program);
      return;
    }
    Type[] types = forms.types(program.inputs());
    run(program, body.storeAll(types), List.of());
  }
}

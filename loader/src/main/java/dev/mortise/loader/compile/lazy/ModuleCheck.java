package dev.mortise.loader.compile.lazy;

import com.dylibso.chicory.wasm.InvalidException;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.AnnotatedInstruction;
import com.dylibso.chicory.wasm.types.CodeSection;
import com.dylibso.chicory.wasm.types.DeclarativeElement;
import com.dylibso.chicory.wasm.types.Element;
import com.dylibso.chicory.wasm.types.FunctionBody;
import com.dylibso.chicory.wasm.types.Instruction;
import com.dylibso.chicory.wasm.types.OpCode;
import dev.mortise.loader.compile.body.BodyValidator;
import dev.mortise.runtime.engine.chicory.CodeBodies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Validates the bodies of all functions of a module, by parts of 64 KiB on all processors. Most are
 * found valid by a look at their bytes; the engine parses and validates the others, and what it has
 * parsed is dropped: of a large module few functions ever run, and parsed they are some fifty times
 * their size.
 */
final class ModuleCheck {
  private static final int PART_BYTES = 1 << 16;

  private final ModuleContext context;
  private final CodeBodies bodies;
  private final BodyParser parser;
  private final int[] allFunctions;
  private final Set<Integer> declared;

  private ModuleCheck(ModuleContext context, CodeBodies bodies, BodyParser parser) {
    this.context = context;
    this.bodies = bodies;
    this.parser = parser;
    allFunctions = IntStream.range(0, context.functions()).toArray();
    declared = declared(context.module());
  }

  /** The functions that the module says it takes references to. */
  private static Set<Integer> declared(WasmModule module) {
    Set<Integer> found = new HashSet<>();
    for (Element element : module.elementSection().elements()) {
      if (element instanceof DeclarativeElement) {
        for (List<Instruction> initializer : element.initializers()) {
          if (!initializer.isEmpty() && initializer.get(0).opcode() == OpCode.REF_FUNC) {
            found.add((int) initializer.get(0).operand(0));
          }
        }
      }
    }
    return found;
  }

  /**
   * Validates.
   *
   * @throws com.dylibso.chicory.wasm.ChicoryException for the first fault
   */
  static void check(
      ModuleContext context, CodeBodies bodies, BodyParser parser, CodeProgress progress) {
    ModuleCheck check = new ModuleCheck(context, bodies, parser);
    List<int[]> parts = parts(bodies);
    AtomicInteger done = new AtomicInteger();
    parts.parallelStream()
        .flatMap(
            part -> {
              Optional<RuntimeException> fault = check.fault(part);
              progress.done(CodeProgress.Work.CHECK, done.incrementAndGet(), parts.size());
              return fault.stream();
            })
        .findFirst()
        .ifPresent(
            fault -> {
              throw fault;
            });
  }

  /** The bodies of each part: the first, and the one after the last. */
  private static List<int[]> parts(CodeBodies bodies) {
    List<int[]> parts = new ArrayList<>();
    int from = 0;
    int size = 0;
    for (int i = 0; i < bodies.count(); i++) {
      size += bodies.byteLength(i);
      if (size >= PART_BYTES || i == bodies.count() - 1) {
        parts.add(new int[] {from, i + 1});
        from = i + 1;
        size = 0;
      }
    }
    return parts;
  }

  /** What is wrong with a part. */
  private Optional<RuntimeException> fault(int[] part) {
    try {
      part(part[0], part[1]);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  /** The bodies from one number to before another. */
  private void part(int from, int end) {
    int[] doubtful = IntStream.range(from, end).filter(body -> !isValid(body)).toArray();
    if (doubtful.length == 0) {
      return;
    }
    CodeSection code = parser.parse(doubtful);
    int[] functions = IntStream.of(doubtful).map(this::function).toArray();
    WasmModule unused = context.with(allFunctions, functions, code);
    for (int i = 0; i < functions.length; i++) {
      checkReferences(functions[i], code.getFunctionBody(i));
    }
  }

  private boolean isValid(int body) {
    return BodyValidator.isValid(
        context.numberTypes(), context.typeIndex(function(body)), bodies.body(body));
  }

  private int function(int body) {
    return body + context.importedFunctions();
  }

  /** What the engine checks by the index that the function has in its own module. */
  private void checkReferences(int function, FunctionBody body) {
    for (AnnotatedInstruction instruction : body.instructions()) {
      if (instruction.opcode() == OpCode.REF_FUNC
          && instruction.operand(0) == function
          && !declared.contains(function)) {
        throw new InvalidException("undeclared function reference");
      }
    }
  }
}

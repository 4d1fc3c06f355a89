package dev.mortise.loader.compile.lazy;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.internal.ByteClassCollector;
import com.dylibso.chicory.compiler.internal.ClassCollector;
import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.compiler.internal.CompilerResult;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.AnnotatedInstruction;
import com.dylibso.chicory.wasm.types.CodeSection;
import com.dylibso.chicory.wasm.types.FunctionBody;
import com.dylibso.chicory.wasm.types.OpCode;
import dev.mortise.loader.compile.AsmVersion;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Opcodes;

/**
 * Compiles a few functions at a time with the engine's compiler, which compiles whole modules only:
 * they become a module of their own, in which each function that they call is an import, and get
 * their own names back in the classes that come out. Has no state; any thread may use it.
 */
final class FunctionCompiler {
  private static final byte[] NO_CLASS = emptyClass();

  private final ModuleContext context;
  private final BodyParser parser;
  private final String prefix;
  private final int limit;

  /**
   * A compiler of functions of one module.
   *
   * @param prefix how the classes' names begin, in class files
   * @param limit how many bytes of instructions may become one method
   */
  FunctionCompiler(ModuleContext context, BodyParser parser, String prefix, int limit) {
    this.context = context;
    this.parser = parser;
    this.prefix = prefix;
    this.limit = limit;
  }

  /**
   * What became of functions.
   *
   * @param classes the class files of those that were compiled, and of their parts
   * @param tooLarge those that are larger than a method may be
   * @param called what their code calls directly, in the order in which it stands there
   */
  record Compiled(
      Map<ClassPart.OfFunction, byte[]> classes, Set<Integer> tooLarge, List<Integer> called) {
    /** Nothing but the interpreter will do. */
    static final Compiled NOTHING = new Compiled(Map.of(), Set.of(), List.of());

    Compiled {
      classes = Map.copyOf(classes);
      tooLarge = Set.copyOf(tooLarge);
      called = List.copyOf(called);
    }
  }

  /** Compiles functions, none of them an import. */
  Compiled compile(int[] functions) {
    AsmVersion.require();
    CompileUnit unit = CompileUnit.of(context, parser, functions, limit);
    CodeSection code = parser.parse(unit.bodies());
    List<Reference> references = references(code);
    int own = context.functions();
    int[] called =
        references.stream().mapToInt(Reference::function).filter(f -> f < own).distinct().toArray();
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int function : called) {
      numbers.put(function, numbers.size());
    }
    for (int i = 0; i < unit.types().size(); i++) {
      numbers.put(own + i, called.length + functions.length + i);
    }
    references.forEach(r -> r.set(Objects.requireNonNull(numbers.get(r.function()))));
    WasmModule module = context.with(called, functions, unit.types(), code);
    // What ref.func leaves is a number at run time, the function's own.
    references.stream()
        .filter(r -> r.instruction().opcode() == OpCode.REF_FUNC)
        .forEach(r -> r.set(r.function()));
    Set<Integer> unmade = new TreeSet<>();
    Map<String, byte[]> made = compile(module, unmade);
    List<ClassPart.OfFunction> names = new ArrayList<>();
    for (int function : called) {
      names.add(new ClassPart.Function(function));
    }
    names.addAll(unit.names());
    Set<Integer> tooLarge = new TreeSet<>();
    unmade.forEach(number -> tooLarge.add(names.get(number).function()));
    FunctionRenamer renamer = new FunctionRenamer(prefix, names);
    Map<ClassPart.OfFunction, byte[]> classes = new LinkedHashMap<>();
    for (int i = called.length; i < names.size(); i++) {
      ClassPart.OfFunction name = names.get(i);
      if (!tooLarge.contains(name.function())) {
        classes.put(name, renamer.rename(i, made));
      }
    }
    return new Compiled(classes, tooLarge, Arrays.stream(called).boxed().toList());
  }

  /** The class of operations that all functions of the module share. */
  byte[] shaded() {
    WasmModule empty = context.with(new int[0], new int[0], CodeSection.builder().build());
    return Objects.requireNonNull(run(empty, Set.of(), true).get(prefix + ClassPart.SHADED));
  }

  /** An instruction that names a function. */
  private record Reference(AnnotatedInstruction instruction, int function) {
    void set(int index) {
      instruction.setOperand(0, index);
    }
  }

  private static List<Reference> references(CodeSection code) {
    List<Reference> found = new ArrayList<>();
    for (FunctionBody body : code.functionBodies()) {
      for (AnnotatedInstruction instruction : body.instructions()) {
        OpCode opcode = instruction.opcode();
        if (opcode == OpCode.CALL || opcode == OpCode.RETURN_CALL || opcode == OpCode.REF_FUNC) {
          found.add(new Reference(instruction, (int) instruction.operand(0)));
        }
      }
    }
    return found;
  }

  /** The engine's classes by name; each function that turns out to be too large is left out. */
  private Map<String, byte[]> compile(WasmModule module, Set<Integer> tooLarge) {
    while (true) {
      try {
        return run(module, tooLarge, false);
      } catch (ChicoryException e) {
        if (!(e.getCause() instanceof MethodTooLargeException large)
            || !tooLarge.add(FunctionRenamer.index(large.getMethodName()))) {
          throw e;
        }
      }
    }
  }

  private Map<String, byte[]> run(WasmModule module, Set<Integer> interpreted, boolean shaded) {
    try {
      CompilerResult unexpected =
          Compiler.builder(module)
              .withClassName(prefix.replace('/', '.'))
              .withMaxFunctionsPerClass(1)
              .withInterpreterFallback(InterpreterFallback.FAIL)
              .withInterpretedFunctions(interpreted)
              .withClassCollectorFactory(() -> new Collector(shaded))
              .build()
              .compile();
      throw new IllegalStateException(
          "the engine's compiler went on to " + unexpected.classBytes().keySet());
    } catch (Finished finished) {
      return finished.classes;
    }
  }

  /**
   * Takes the classes of functions, and ends the compiler's work there: it would go on to make what
   * runs the functions, which here is {@link TieredMachine}.
   */
  private static final class Collector extends ByteClassCollector {
    private final boolean shaded;

    Collector(boolean shaded) {
      this.shaded = shaded;
    }

    @Override
    public void putAll(ClassCollector functions) {
      Map<String, byte[]> classes = new HashMap<>();
      classBytes().forEach((name, bytes) -> classes.put(name.replace('.', '/'), bytes));
      functions.classBytes().forEach((name, bytes) -> classes.put(name.replace('.', '/'), bytes));
      throw new Finished(classes);
    }

    @Override
    public byte[] resolve(Class<?> type) {
      // What is asked for here is copied, change by change, though one copy will do for a module.
      return shaded ? super.resolve(type) : NO_CLASS.clone();
    }
  }

  /** That the functions are compiled. */
  private static final class Finished extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;
    private final transient Map<String, byte[]> classes;

    Finished(Map<String, byte[]> classes) {
      super(null, null, false, false);
      this.classes = classes;
    }
  }

  private static byte[] emptyClass() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V11, 0, "None", null, "java/lang/Object", null);
    writer.visitEnd();
    return writer.toByteArray();
  }
}

package dev.mortise.loader.compile;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.internal.ByteClassCollector;
import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.compiler.internal.CompilerResult;
import com.dylibso.chicory.wasm.WasmModule;
import dev.mortise.runtime.engine.CompiledFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Type;

/**
 * What a core module was compiled to, before any of it is loaded.
 *
 * @param machine the name of the class that runs an instance's functions
 * @param classes the class files, by name
 * @param methods where each function is, by index, imported ones among them; without their parts
 * @param interpreted the functions that the engine must interpret, for they are too large
 * @param imports the descriptors by which the code calls its imports
 */
record CompiledCode(
    String machine,
    Map<String, byte[]> classes,
    Map<Integer, ImportStubs.Method> methods,
    Set<Integer> interpreted,
    List<String> imports) {
  static final String MEMORY = "com/dylibso/chicory/runtime/Memory";
  static final String INSTANCE = "com/dylibso/chicory/runtime/Instance";
  private static final List<String> ENVIRONMENT = List.of(MEMORY, INSTANCE);

  CompiledCode {
    classes = Collections.unmodifiableMap(new TreeMap<>(classes));
    methods = Collections.unmodifiableMap(new TreeMap<>(methods));
    interpreted = Set.copyOf(interpreted);
    imports = List.copyOf(imports);
  }

  /**
   * Compiles a module.
   *
   * @param className the name of its machine, with which all of its classes' names begin
   * @param functions how many functions are its own, imported ones among them; all that follow are
   *     parts of them
   */
  static CompiledCode of(
      WasmModule module, String className, int importedFunctions, int functions) {
    AsmVersion.require();
    ByteClassCollector collector = new ByteClassCollector();
    CompilerResult result =
        Compiler.builder(module)
            .withClassName(className)
            .withInterpreterFallback(InterpreterFallback.SILENT)
            .withClassCollectorFactory(() -> collector)
            .build()
            .compile();
    Map<String, byte[]> classes = new HashMap<>();
    ImportStubs stubs =
        new ImportStubs(
            importedFunctions,
            functions,
            module.functionSection().functionCount() > functions - importedFunctions);
    result
        .classBytes()
        .forEach((name, bytes) -> classes.put(name.replace('/', '.'), stubs.rewrite(bytes)));
    List<String> imports = new ArrayList<>();
    for (int i = 0; i < importedFunctions; i++) {
      imports.add(stubs.importDescriptor(i));
    }
    return new CompiledCode(
        className, classes, stubs.functions(), result.interpretedFunctions(), imports);
  }

  /** The methods that can be called, by the index of the function. */
  Map<Integer, CompiledFunction> functions(ClassLoader loader) {
    Map<Integer, CompiledFunction> functions = new TreeMap<>();
    methods.forEach(
        (index, method) -> {
          if (index >= imports.size() && !interpreted.contains(index)) {
            functions.put(
                index,
                new CompiledFunction(
                    loader, method.owner(), "func_" + index, method.descriptor(), ENVIRONMENT));
          }
        });
    return functions;
  }

  /** A method's descriptor without what follows the core parameters. */
  static String coreDescriptor(String descriptor) {
    Type[] all = Type.getArgumentTypes(descriptor);
    Type[] core = Arrays.copyOf(all, all.length - ENVIRONMENT.size());
    return Type.getMethodDescriptor(Type.getReturnType(descriptor), core);
  }
}

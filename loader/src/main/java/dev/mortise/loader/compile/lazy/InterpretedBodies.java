package dev.mortise.loader.compile.lazy;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.CodeSection;
import com.dylibso.chicory.wasm.types.FunctionSection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The bodies of functions that are interpreted, each parsed when it is first called. The engine's
 * interpreter takes a body from an instance; so each is the only one of an instance of its own, of
 * which nothing else is used.
 */
final class InterpretedBodies {
  /** The index of the function in such an instance. */
  static final int INDEX = 0;

  private final ModuleContext context;
  private final BodyParser parser;
  private final Map<Integer, Instance> instances = new ConcurrentHashMap<>();

  InterpretedBodies(ModuleContext context, BodyParser parser) {
    this.context = context;
    this.parser = parser;
  }

  ModuleContext context() {
    return context;
  }

  /** An instance that has the body of a function, none that is imported. */
  Instance of(int function) {
    Instance known = instances.get(function);
    return known == null ? instances.computeIfAbsent(function, this::parse) : known;
  }

  private Instance parse(int function) {
    CodeSection code = parser.parse(new int[] {function - context.importedFunctions()});
    int[] all = IntStream.range(0, context.functions()).toArray();
    WasmModule validated = context.with(all, new int[] {function}, code);
    WasmModule module =
        WasmModule.builder()
            .withValidation(false)
            .setTypeSection(validated.typeSection())
            .setFunctionSection(
                FunctionSection.builder().addFunctionType(context.typeIndex(function)).build())
            .setCodeSection(
                CodeSection.builder()
                    .addFunctionBody(TailCalls.expand(code.getFunctionBody(0)))
                    .build())
            .build();
    return Instance.builder(module).withInitialize(false).build();
  }
}

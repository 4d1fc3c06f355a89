package dev.mortise.loader.compile.lazy;

import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import dev.mortise.loader.compile.body.FunctionSplitter;
import dev.mortise.loader.compile.body.FunctionSplitter.Part;
import dev.mortise.loader.compile.body.FunctionSplitter.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * Functions that are compiled together, and the parts of those that are too large for one method.
 *
 * @param names the functions, then the parts
 * @param types the types of the parts
 * @param bodies of the functions, then of the parts
 */
record CompileUnit(
    List<ClassPart.OfFunction> names, List<FunctionType> types, List<byte[]> bodies) {
  CompileUnit {
    names = List.copyOf(names);
    types = List.copyOf(types);
    bodies = List.copyOf(bodies);
  }

  /**
   * A unit of functions.
   *
   * @param limit how many bytes of instructions may stay together
   */
  static CompileUnit of(ModuleContext context, BodyParser parser, int[] functions, int limit) {
    List<ClassPart.OfFunction> names = new ArrayList<>();
    List<ClassPart.OfFunction> partNames = new ArrayList<>();
    List<FunctionType> partTypes = new ArrayList<>();
    List<byte[]> bodies = new ArrayList<>();
    List<byte[]> partBodies = new ArrayList<>();
    for (int function : functions) {
      names.add(new ClassPart.Function(function));
      byte[] body = parser.body(function - context.importedFunctions());
      Split split =
          FunctionSplitter.split(
              context.numberTypes(),
              context.typeIndex(function),
              body,
              context.functions() + partNames.size(),
              limit);
      bodies.add(split == null ? body : split.body());
      List<Part> parts = split == null ? List.of() : split.parts();
      for (int i = 0; i < parts.size(); i++) {
        partNames.add(new ClassPart.Part(function, i));
        partTypes.add(type(parts.get(i)));
        partBodies.add(parts.get(i).body());
      }
    }
    names.addAll(partNames);
    bodies.addAll(partBodies);
    return new CompileUnit(names, partTypes, bodies);
  }

  private static FunctionType type(Part part) {
    return FunctionType.of(types(part.parameters()), types(part.results()));
  }

  private static List<ValType> types(byte[] codes) {
    List<ValType> types = new ArrayList<>();
    for (byte code : codes) {
      types.add(
          switch (code) {
            case ValType.ID.I32 -> ValType.I32;
            case ValType.ID.I64 -> ValType.I64;
            case ValType.ID.F32 -> ValType.F32;
            case ValType.ID.F64 -> ValType.F64;
            default -> throw new IllegalArgumentException("no number type: " + code);
          });
    }
    return types;
  }
}

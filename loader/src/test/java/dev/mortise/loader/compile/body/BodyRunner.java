package dev.mortise.loader.compile.body;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.Arrays;
import java.util.List;

/** Runs the function in question of a {@link BodyModule} in the engine's interpreter. */
final class BodyRunner {
  private static final int LAST = BodyModule.FUNCTIONS - 1;

  private BodyRunner() {}

  /** Results or trap, and what is left in the memory and the global variables. */
  static String run(byte[] module, long... arguments) {
    HostFunction imported =
        new HostFunction(
            "m",
            "f",
            FunctionType.of(List.of(ValType.I64, ValType.F32), List.of(ValType.F64, ValType.I32)),
            (instance, values) -> new long[] {values[0] * 3, values[1] & 0xff});
    Instance instance =
        Instance.builder(Parser.parse(module))
            .withImportValues(ImportValues.builder().addFunction(imported).build())
            .build();
    String result;
    try {
      result = Arrays.toString(instance.getMachine().call(LAST, arguments));
    } catch (ChicoryException e) {
      result = e.getMessage();
    }
    StringBuilder text = new StringBuilder(result).append("; globals");
    for (int global = 0; global < BodyModule.GLOBALS; global++) {
      text.append(' ').append(instance.global(global).getValueLow());
    }
    byte[] memory = instance.memory().readBytes(0, instance.memory().pages() << 16);
    return text.append("; memory ").append(Arrays.hashCode(memory)).toString();
  }
}

package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.runtime.ConstantEvaluators;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.UninstantiableException;
import com.dylibso.chicory.wasm.types.ActiveDataSegment;
import com.dylibso.chicory.wasm.types.DataSegment;

/** The data segments that an instance writes when it begins. */
final class ActiveSegments {
  private ActiveSegments() {}

  /** Writes those that are meant for a memory. */
  static void write(Memory memory, Instance instance, DataSegment[] segments, int memoryIndex) {
    for (DataSegment segment : segments) {
      if (segment instanceof ActiveDataSegment active && active.index() == memoryIndex) {
        byte[] data = active.data();
        int address =
            (int) ConstantEvaluators.computeConstantValue(instance, active.offsetInstructions())[0];
        int limit = memory.pages() * Memory.PAGE_SIZE;
        if (!LinearMemory.isInside(address, data.length, limit)) {
          throw new UninstantiableException(LinearMemory.outside(address, data.length, limit));
        }
        memory.write(address, data, 0, data.length);
      }
    }
  }
}

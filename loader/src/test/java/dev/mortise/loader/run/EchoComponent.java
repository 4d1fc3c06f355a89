package dev.mortise.loader.run;

import static dev.mortise.loader.encode.AliasBytes.coreExportOf;
import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.CoreModuleBytes.I32;
import static dev.mortise.loader.encode.CoreModuleBytes.module;
import static dev.mortise.loader.encode.InstanceBytes.instantiate;
import static dev.mortise.loader.encode.TypeBytes.labelled;

import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.encode.CanonBytes;
import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.encode.CoreModuleBytes;
import dev.mortise.loader.encode.TypeBytes;
import dev.mortise.loader.model.Sort;
import dev.mortise.runtime.abi.FuncAbi;
import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.CanonicalOptions;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreValType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes a component that exports {@code echo: func(v: T, pad: …) -> T}, whose core function does
 * nothing but return what it got. A type of one core value needs no padding: that value comes back.
 * Any other is padded to more core values than can be passed, so that everything goes through
 * memory, and the pointer comes back: the value lies first.
 */
final class EchoComponent {
  /** What pads the arguments. */
  static final ValType PAD = new TupleType(Collections.nCopies(17, (ValType) PrimType.U8));

  private static final Bytes RETURN_THE_FIRST = Bytes.of(0, 0x20, 0, 0x0b);

  /** Takes what it gives out from a pointer that only moves up, and copies what was there. */
  private static final Bytes BUMP =
      Bytes.of(1, 1, 0x7f)
          .then(Bytes.of(0x23, 0, 0x20, 2, 0x6a, 0x41, 1, 0x6b)) // heap + alignment - 1
          .then(Bytes.of(0x41, 0, 0x20, 2, 0x6b, 0x71, 0x22, 4)) // & -alignment
          .then(Bytes.of(0x20, 3, 0x6a, 0x24, 0)) // heap = that + length
          .then(Bytes.of(0x20, 4, 0x20, 0, 0x20, 1, 0xfc, 10, 0, 0)) // memory.copy
          .then(Bytes.of(0x20, 4, 0x0b));

  private EchoComponent() {}

  /** Whether {@code echo} takes the padding too. */
  static boolean isPadded(ValType type) {
    return abi(List.of(type), type).liftSignature().params().size() != 1;
  }

  private static FuncAbi abi(List<ValType> params, ValType result) {
    List<FuncType.Param> named = new ArrayList<>();
    params.forEach(p -> named.add(new FuncType.Param("p" + named.size(), p)));
    return FuncAbi.of(
        new FuncType(named, result, false),
        CanonicalOptions.of(StringEncoding.UTF8, AddressWidth.BITS_32));
  }

  static byte[] of(ValType type, StringEncoding encoding) {
    boolean padded = isPadded(type);
    CoreFuncType core = abi(padded ? List.of(type, PAD) : List.of(type), type).liftSignature();
    ComponentBytes component =
        component()
            .module(
                module()
                    .memory("memory", 16)
                    .global("heap", 64)
                    .function("realloc", List.of(I32, I32, I32, I32), List.of(I32), BUMP)
                    .function(
                        "echo", types(core.params()), types(core.results()), RETURN_THE_FIRST))
            .coreInstance(instantiate(0))
            .alias(coreExportOf(0, "memory", Sort.CORE_MEMORY))
            .alias(coreExportOf(0, "realloc", Sort.CORE_FUNC))
            .alias(coreExportOf(0, "echo", Sort.CORE_FUNC));
    ValueTypeBytes types = new ValueTypeBytes(component);
    Bytes value = types.write(type);
    List<Bytes> params = new ArrayList<>(List.of(labelled("v", value)));
    if (padded) {
      params.add(labelled("pad", types.write(PAD)));
    }
    return component
        .type(TypeBytes.func(value, params.toArray(Bytes[]::new)))
        .canon(
            CanonBytes.lift(
                1,
                types.count(),
                Bytes.of(encoding.ordinal()),
                CanonBytes.memory(0),
                CanonBytes.realloc(0)))
        .exported("echo", Sort.FUNC, 0)
        .toArray();
  }

  private static List<Bytes> types(List<CoreValType> types) {
    return types.stream()
        .map(
            type ->
                switch ((CoreValType.Num) type) {
                  case I32 -> CoreModuleBytes.I32;
                  case I64 -> CoreModuleBytes.I64;
                  case F32 -> CoreModuleBytes.F32;
                  case F64 -> CoreModuleBytes.F64;
                  case V128 -> throw new AssertionError();
                })
        .toList();
  }
}

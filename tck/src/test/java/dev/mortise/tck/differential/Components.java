package dev.mortise.tck.differential;

import dev.mortise.runtime.abi.FuncAbi;
import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.CanonicalOptions;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.tck.generate.Bytes;
import dev.mortise.tck.generate.ComponentEncoder;
import dev.mortise.tck.generate.ComponentEncoder.Item;
import dev.mortise.tck.generate.ComponentEncoder.Named;
import dev.mortise.tck.generate.ComponentEncoder.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Components around {@link Guest}. */
final class Components {
  private final Random random;
  private final List<FuncType> types;
  private List<String> names = List.of();

  Components(Random random, List<FuncType> types) {
    this.random = random;
    this.types = types;
  }

  static FuncAbi abi(FuncType type, StringEncoding encoding) {
    return FuncAbi.of(type, CanonicalOptions.of(encoding, AddressWidth.BITS_32));
  }

  private static int option(StringEncoding encoding) {
    return switch (encoding) {
      case UTF8 -> 0;
      case UTF16 -> 1;
      case LATIN1_UTF16 -> 2;
    };
  }

  private static Bytes options(StringEncoding encoding, Item memory, Item realloc) {
    return Bytes.of(option(encoding), 3).u32(memory.index()).u8(4).u32(realloc.index());
  }

  /** It exports {@code f0} and so on; every other one has a {@code post-return}. */
  byte[] lifting(StringEncoding encoding) {
    ComponentEncoder out = new ComponentEncoder(random);
    Item libc = out.coreInstanceOf(out.coreModule(Guest.libc()), List.of());
    List<CoreFuncType> core =
        types.stream().map(type -> abi(type, encoding).liftSignature()).toList();
    Item main =
        out.coreInstanceOf(out.coreModule(Guest.lifted(core)), List.of(new Named("libc", libc)));
    Item memory = out.aliasCoreExport(libc, Space.CORE_MEMORY, "memory");
    Item realloc = out.aliasCoreExport(libc, Space.CORE_FUNC, "realloc");
    TypeWriter writer = new TypeWriter(out, false);
    for (int i = 0; i < types.size(); i++) {
      Item type = writer.function(types.get(i));
      Item function = out.aliasCoreExport(main, Space.CORE_FUNC, "f" + i);
      Bytes options = options(encoding, memory, realloc);
      boolean posts = i % 2 == 0;
      if (posts) {
        options.u8(5).u32(out.aliasCoreExport(main, Space.CORE_FUNC, "post" + i).index());
      }
      Bytes all = Bytes.of(posts ? 4 : 3).all(options);
      out.exported("f" + i, out.canonLift(function, all, type));
    }
    Item nop = out.aliasCoreExport(main, Space.CORE_FUNC, "nop");
    Item type = writer.function(new FuncType(List.of(), null, false));
    out.exported("peek", out.canonLift(nop, Bytes.of(1, 3).u32(memory.index()), type));
    names = writer.names();
    return out.encode();
  }

  /** It imports {@code f0} and so on, and calls them from its exports {@code run0} and so on. */
  byte[] lowering(StringEncoding encoding) {
    ComponentEncoder out = new ComponentEncoder(random);
    Item libc = out.coreInstanceOf(out.coreModule(Guest.libc()), List.of());
    Item memory = out.aliasCoreExport(libc, Space.CORE_MEMORY, "memory");
    Item realloc = out.aliasCoreExport(libc, Space.CORE_FUNC, "realloc");
    TypeWriter writer = new TypeWriter(out, true);
    List<Named> lowered = new ArrayList<>();
    List<CoreFuncType> core = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      Item type = writer.function(types.get(i));
      Item imported = out.imported("f" + i, Space.FUNC, b -> b.u8(1).u32(type.index()));
      Bytes options = Bytes.of(3).all(options(encoding, memory, realloc));
      lowered.add(new Named("f" + i, out.canonLower(imported, options)));
      core.add(abi(types.get(i), encoding).lowerSignature());
    }
    Item main =
        out.coreInstanceOf(
            out.coreModule(Guest.lowered(core)),
            List.of(new Named("libc", libc), new Named("h", out.inlineCoreInstance(lowered))));
    Item type = out.type(Bytes.of(0x40, 0, 1, 0));
    for (int i = 0; i < types.size(); i++) {
      Item function = out.aliasCoreExport(main, Space.CORE_FUNC, "run" + i);
      out.exported("run" + i, out.canonLift(function, Bytes.of(1, 3).u32(memory.index()), type));
    }
    names = writer.names();
    return out.encode();
  }

  /** One that lifts and one that lowers, the latter calling the former. */
  byte[] fused(StringEncoding caller, StringEncoding callee) {
    ComponentEncoder out = new ComponentEncoder(random);
    Item provider = out.instance(out.component(lifting(callee)), List.of());
    Item user = out.component(lowering(caller));
    List<Named> arguments = new ArrayList<>();
    for (String name : names) {
      arguments.add(new Named(name, out.aliasExport(provider, Space.TYPE, name)));
    }
    for (int i = 0; i < types.size(); i++) {
      arguments.add(new Named("f" + i, out.aliasExport(provider, Space.FUNC, "f" + i)));
    }
    Item running = out.instance(user, arguments);
    for (int i = 0; i < types.size(); i++) {
      out.exported("run" + i, out.aliasExport(running, Space.FUNC, "run" + i));
    }
    out.exported("peek", out.aliasExport(provider, Space.FUNC, "peek"));
    return out.encode();
  }
}

package dev.mortise.tck.host;

import dev.mortise.loader.CoreModuleValue;
import dev.mortise.loader.HostResource;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.instance.ResourceHandle;
import dev.mortise.runtime.value.ComponentValue;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the suites import from their host, as their README describes it; one per script. */
final class SuiteHost {
  /**
   * {@code (module (global (export "g") i32 (i32.const 100)) (func (export "f") (result i32) …))}.
   */
  private static final byte[] SIMPLE_MODULE =
      HexFormat.of()
          .parseHex(
              "0061736d01000000"
                  + "010501600001"
                  + "7f"
                  + "03020100"
                  + "0607017f0041e4000b"
                  + "070902016703000166"
                  + "0000"
                  + "0a07010500"
                  + "41e5000b");

  /** A resource of the host: its rep is all that it is. */
  record Numbered(int rep) {}

  private long drops;
  private long lastDrop;

  private final HostResource<Numbered> resource1 =
      HostResource.of(
          Numbered.class,
          dropped -> {
            drops++;
            lastDrop = dropped.rep();
          });
  private final HostResource<Numbered> resource2 = HostResource.of(Numbered.class);

  /** Adds what the host supplies. */
  void supply(Imports.Builder imports) {
    imports
        .func("host-return-two", args -> 2L)
        .func("host-echo-u32", args -> args.get(0))
        .instance(
            "wasmtime",
            exports ->
                exports.func("set-max-table-capacity", args -> null).func("gc", args -> null))
        .instance("host", this::host);
  }

  private void host(Imports.InstanceBuilder host) {
    host.func("return-three", args -> 3L)
        .instance("nested", nested -> nested.func("return-four", args -> 4L))
        .func("return-hi", args -> "hi")
        .module("simple-module", CoreModuleValue.load(SIMPLE_MODULE))
        .resource("resource1", resource1)
        .resource("resource2", resource2)
        .resource("resource1-again", resource1)
        .func("[constructor]resource1", args -> resource1.own(new Numbered(number(args, 0))))
        .func("[static]resource1.assert", this::assertRep)
        .func("[static]resource1.last-drop", args -> lastDrop)
        .func("[static]resource1.drops", args -> drops)
        .func(
            "[method]resource1.simple",
            args -> {
              check(rep(args, 0), number(args, 1));
              return null;
            })
        .func(
            "[method]resource1.take-borrow",
            args -> {
              int self = rep(args, 0);
              int other = rep(args, 1);
              check(self >= 0 && other >= 0 ? 1 : 0, 1);
              return null;
            })
        .func(
            "[method]resource1.take-own",
            args -> {
              int self = rep(args, 0);
              check(self >= 0 ? 1 : 0, 1);
              try (ResourceHandle own = handle(args, 1)) {
                check(own.isOwn() ? 1 : 0, 1);
              }
              return null;
            });
  }

  private @Nullable Object assertRep(List<ComponentValue> args) {
    try (ResourceHandle own = handle(args, 0)) {
      check(own.hostObject(Numbered.class).rep(), number(args, 1));
    }
    return null;
  }

  private static ResourceHandle handle(List<ComponentValue> args, int index) {
    return (ResourceHandle) args.get(index).asResource().handle();
  }

  private static int rep(List<ComponentValue> args, int index) {
    return handle(args, index).hostObject(Numbered.class).rep();
  }

  private static int number(List<ComponentValue> args, int index) {
    return (int) args.get(index).asLong();
  }

  private static void check(int found, int expected) {
    if (found != expected) {
      throw new TrapException(
          Diagnostic.of("host-assertion", "host")
              .expecting(String.valueOf(expected), String.valueOf(found)));
    }
  }
}

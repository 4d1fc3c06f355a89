package dev.mortise.loader.run;

import static dev.mortise.loader.encode.AliasBytes.coreExportOf;
import static dev.mortise.loader.encode.AliasBytes.exportOf;
import static dev.mortise.loader.encode.AliasBytes.outer;
import static dev.mortise.loader.encode.CanonBytes.lift;
import static dev.mortise.loader.encode.CanonBytes.lower;
import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.CoreModuleBytes.I32;
import static dev.mortise.loader.encode.CoreModuleBytes.module;
import static dev.mortise.loader.encode.ExternBytes.componentOf;
import static dev.mortise.loader.encode.ExternBytes.funcOf;
import static dev.mortise.loader.encode.InstanceBytes.argument;
import static dev.mortise.loader.encode.InstanceBytes.coreArgument;
import static dev.mortise.loader.encode.InstanceBytes.coreInlineExport;
import static dev.mortise.loader.encode.InstanceBytes.inline;
import static dev.mortise.loader.encode.InstanceBytes.instantiate;
import static dev.mortise.loader.encode.TypeBytes.U32;
import static dev.mortise.loader.encode.TypeBytes.componentType;
import static dev.mortise.loader.encode.TypeBytes.declareExport;
import static dev.mortise.loader.encode.TypeBytes.declareType;
import static dev.mortise.loader.encode.TypeBytes.func;

import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.model.Sort;
import java.util.List;

/**
 * Makes chains of components, each of which imports the one before it once, closes over it by outer
 * aliases, and hands a wrapped one on:
 *
 * <pre>
 * (component $link
 *   (import "dep" (component $dep (export "f" (func (result u32)))))
 *   (component $wrapped
 *     (instance $d (instantiate $dep))                        ;; an outer alias
 *     (instance $w (instantiate $adapter (with "f" (func $d "f"))))   ;; another one
 *     (export "f" (func $w "f")))
 *   (export "wrapped" (component $wrapped)))
 * </pre>
 *
 * <p>What {@code f} answers is how often it is wrapped. The type of the dependency stands once in
 * each link, however long the chain.
 */
final class WrapChain {
  private static final Bytes ZERO = Bytes.of(0, 0x41, 0, 0x0b);
  private static final Bytes ONE_MORE = Bytes.of(0, 0x10, 0, 0x41, 1, 0x6a, 0x0b);

  private WrapChain() {}

  static byte[] of(int length) {
    ComponentBytes chain =
        component()
            .module(module().function("f", List.of(), List.of(I32), ZERO))
            .module(
                module()
                    .importedFunction("dep", "f", List.of(), List.of(I32))
                    .function("f", List.of(), List.of(I32), ONE_MORE))
            .nested(innermost())
            .nested(adapter());
    int dependency = 0;
    for (int i = 0; i < length; i++) {
      int link = 2 + 2 * i;
      chain
          .nested(link())
          .instance(instantiate(link, argument("dep", Sort.COMPONENT, dependency)))
          .alias(exportOf(i, "wrapped", Sort.COMPONENT));
      dependency = link + 1;
    }
    return chain
        .exported("wrapped", Sort.COMPONENT, dependency)
        .instance(instantiate(dependency))
        .alias(exportOf(length, "f", Sort.FUNC))
        .exported("f", Sort.FUNC, 0)
        .toArray();
  }

  private static ComponentBytes innermost() {
    return component()
        .alias(outer(1, 0, Sort.CORE_MODULE))
        .coreInstance(instantiate(0))
        .alias(coreExportOf(0, "f", Sort.CORE_FUNC))
        .type(func(U32))
        .canon(lift(0, 0))
        .exported("f", Sort.FUNC, 0);
  }

  private static ComponentBytes adapter() {
    return component()
        .type(func(U32))
        .imported("f", funcOf(0))
        .canon(lower(0))
        .alias(outer(1, 1, Sort.CORE_MODULE))
        .coreInstance(inline(coreInlineExport("f", 0, 0)))
        .coreInstance(instantiate(0, coreArgument("dep", 0)))
        .alias(coreExportOf(1, "f", Sort.CORE_FUNC))
        .canon(lift(1, 0))
        .exported("f", Sort.FUNC, 1);
  }

  private static ComponentBytes link() {
    return component()
        .type(componentType(declareType(func(U32)), declareExport("f", funcOf(0))))
        .imported("dep", componentOf(0))
        .nested(
            component()
                .alias(outer(1, 0, Sort.COMPONENT))
                .alias(outer(2, 1, Sort.COMPONENT))
                .instance(instantiate(0))
                .alias(exportOf(0, "f", Sort.FUNC))
                .instance(instantiate(1, argument("f", Sort.FUNC, 0)))
                .alias(exportOf(1, "f", Sort.FUNC))
                .exported("f", Sort.FUNC, 1))
        .exported("wrapped", Sort.COMPONENT, 1);
  }
}

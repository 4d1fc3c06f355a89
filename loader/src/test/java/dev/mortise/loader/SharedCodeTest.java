package dev.mortise.loader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.plan.CodeUnit;
import dev.mortise.loader.plan.ComponentClosure;
import dev.mortise.loader.validate.ComponentValidator;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.engine.CoreEngine;
import dev.mortise.runtime.engine.CoreModule;
import dev.mortise.runtime.engine.chicory.ChicoryEngine;
import dev.mortise.runtime.instance.FunctionAbis;
import dev.mortise.runtime.instance.HandleMaker;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine takes the code of a component in once, however many instances and closures. */
class SharedCodeTest {
  /** Notes the offset of each module that it takes in. */
  private static final class Counting implements CoreEngine {
    final List<Long> loaded = new ArrayList<>();
    private final CoreEngine engine =
        ChicoryEngine.compiling(new dev.mortise.loader.compile.ChicoryCompiler());

    @Override
    public CoreModule load(byte[] bytes, CoreModuleType type, long offset) {
      loaded.add(offset);
      return engine.load(bytes, type, offset);
    }
  }

  private final Counting engine = new Counting();

  private Component load(String name) throws IOException {
    byte[] bytes;
    try (InputStream in = SharedCodeTest.class.getResourceAsStream("run/" + name + ".wasm")) {
      bytes = in.readAllBytes();
    }
    Features features = Features.defaults();
    return new Component(
        ComponentClosure.root(
            new CodeUnit(bytes, engine),
            ComponentValidator.validate(ComponentDecoder.decode(bytes, features), features)),
        new SharedByInstances(new FunctionAbis(), HandleMaker.PLAIN));
  }

  @Test
  void closures_overTwoModules_takeInTheirCodeOnce() throws IOException {
    Instance modules = load("modules").instantiate();
    Component parent = load("parent");
    for (String name : List.of("one", "two", "one")) {
      Imports imports = Imports.builder().module("b", modules.module(name)).build();
      Component a = parent.instantiate(imports).component("a");
      for (int i = 0; i < 3; i++) {
        a.instantiate().call("twice");
      }
    }
    // `one` and `two` of modules, `own` of $a.
    assertThat(engine.loaded).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void instances_ofOneComponent_takeInTheCodeOnce() throws IOException {
    Component counter = load("counter");
    for (int i = 0; i < 10; i++) {
      counter.instantiate().call("next");
      counter.link(Imports.NONE).instantiate().call("next");
    }
    assertThat(engine.loaded).hasSize(1);
  }
}

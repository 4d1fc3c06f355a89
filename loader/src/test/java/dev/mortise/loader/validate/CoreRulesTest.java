package dev.mortise.loader.validate;

import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.CoreModuleBytes.I32;
import static dev.mortise.loader.encode.CoreModuleBytes.module;

import dev.mortise.loader.encode.Bytes;
import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.validate.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Core types and core modules, as far as linking sees them. */
class CoreRulesTest {

  @Test
  void subType_ofAFinalType_isRefused() {
    ComponentBytes file =
        component()
            .coreType(Bytes.of(0x5f, 0)) // (struct), final
            .coreType(Bytes.of(0x00, 0x50, 1, 0, 0x5f, 0)); // (sub 0 (struct))
    Refusal.of(file)
        .breaks(Rule.CORE_TYPE)
        .at(file.offset(1) + 1)
        .in()
        .says("sub type cannot have a final super type");
  }

  @Test
  void module_withAnExportNameTwice_isRefused() {
    ComponentBytes file = component().module(module().memory("a").export("a", 2, 0));
    Refusal.of(file).breaks(Rule.CORE_DUPLICATE_NAME).in().says("export name `a` already defined");
  }

  @Test
  void module_withATooLargeMemory_isRefused() {
    ComponentBytes file =
        component().module(module().section(5, Bytes.of(1, 0).then(Bytes.u32(65_537))));
    Refusal.of(file)
        .breaks(Rule.CORE_LIMITS)
        .at(file.offset(0))
        .in()
        .says("memory size must be at most 65536 pages");
  }

  @Test
  void module_withAStartFunctionOfParameters_isRefused() {
    ComponentBytes file =
        component().module(module().function("f", List.of(I32), List.of()).start(0));
    Refusal.of(file)
        .breaks(Rule.CORE_START)
        .at(file.offset(0))
        .in()
        .says("start function", "expected (func), found (func (param i32))");
  }
}

package dev.mortise.loader.validate;

import static dev.mortise.loader.encode.ComponentBytes.component;
import static dev.mortise.loader.encode.ExternBytes.funcOf;
import static dev.mortise.loader.encode.ExternBytes.valueOf;
import static dev.mortise.loader.encode.TypeBytes.U32;
import static dev.mortise.loader.encode.TypeBytes.func;
import static dev.mortise.loader.encode.TypeBytes.labelled;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.encode.ComponentBytes;
import dev.mortise.loader.model.Sort;
import dev.mortise.loader.validate.rule.Rule;
import org.junit.jupiter.api.Test;

/** Values and start functions (gated): each value is used exactly once. */
class ValueRulesTest {

  private static Refusal refused(ComponentBytes file) {
    return Refusal.of(file, Feature.CM_VALUES);
  }

  @Test
  void value_usedTwice_isRefused() {
    ComponentBytes file =
        component()
            .imported("v", valueOf(U32))
            .exported("a", Sort.VALUE, 0)
            .exported("b", Sort.VALUE, 0);
    refused(file)
        .breaks(Rule.VALUE_USED_TWICE)
        .at(file.offset(2))
        .in()
        .says("value 0 cannot be used more than once");
  }

  @Test
  void value_neverUsed_isRefusedAtTheEnd() {
    ComponentBytes file = component().imported("v", valueOf(U32));
    refused(file).breaks(Rule.VALUE_UNUSED).at(file.size()).in().says("value index 0 was not used");
  }

  @Test
  void value_ofAStartFunction_isUsed() {
    Refusal.valid(
        component()
            .type(func(null, labelled("x", U32)))
            .imported("f", funcOf(0))
            .imported("v", valueOf(U32))
            .start(0, 0, 0),
        Feature.CM_VALUES);
  }

  @Test
  void start_withTooFewArguments_isRefused() {
    ComponentBytes file =
        component().type(func(null, labelled("x", U32))).imported("f", funcOf(0)).start(0, 0);
    refused(file)
        .breaks(Rule.START_SIGNATURE)
        .at(file.offset(2))
        .in()
        .says("requires 1 arguments but was given 0");
  }
}

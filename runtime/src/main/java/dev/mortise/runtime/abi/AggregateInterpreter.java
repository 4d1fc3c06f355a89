package dev.mortise.runtime.abi;

import dev.mortise.runtime.abi.recipe.AbiProgram;
import dev.mortise.runtime.abi.recipe.AggregateOp;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.VariantType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.NumberList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs the operations that put values together and take them apart. */
final class AggregateInterpreter {
  private final AbiInterpreter interpreter;

  AggregateInterpreter(AbiInterpreter interpreter) {
    this.interpreter = interpreter;
  }

  void run(AggregateOp op, Operands stack) {
    switch (op) {
      case AggregateOp.Make make -> {
        ComponentValue[] parts = new ComponentValue[make.parts().size()];
        for (int i = parts.length - 1; i >= 0; i--) {
          parts[i] = stack.popValue();
        }
        stack.push(make(make.type(), Arrays.asList(parts)));
      }
      case AggregateOp.GetPart get -> stack.push(part(get.type(), get.index(), stack.popValue()));
      case AggregateOp.LiftVariant lift -> liftVariant(lift, stack);
      case AggregateOp.LowerVariant lower -> lowerVariant(lower, stack);
    }
  }

  private static ComponentValue make(StructuralType type, List<ComponentValue> parts) {
    return switch (type) {
      case RecordType record -> {
        Map<String, ComponentValue> fields = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
          fields.put(record.fields().get(i).label(), parts.get(i));
        }
        yield new ComponentValue.RecordValue(fields);
      }
      case TupleType tuple -> new ComponentValue.TupleValue(parts);
      case ListType list -> new ComponentValue.ListValue(numbersWhereTheyAre(list, parts));
      default -> throw new AssertionError(type.kind());
    };
  }

  /** Lists of numbers are always kept as arrays, so that equal lists are of one form. */
  private static List<ComponentValue> numbersWhereTheyAre(
      ListType list, List<ComponentValue> parts) {
    NumberList numbers = NumberArrays.ofValues(list.element(), parts);
    return numbers == null ? parts : numbers;
  }

  private static ComponentValue part(StructuralType type, int index, ComponentValue value) {
    return switch (type) {
      case RecordType record ->
          Objects.requireNonNull(
              ((ComponentValue.RecordValue) value)
                  .fields()
                  .get(record.fields().get(index).label()));
      case TupleType tuple -> ((ComponentValue.TupleValue) value).elements().get(index);
      case ListType list -> ((ComponentValue.ListValue) value).elements().get(index);
      default -> throw new AssertionError(type.kind());
    };
  }

  private void liftVariant(AggregateOp.LiftVariant op, Operands stack) {
    // The discriminant lies below the captured operands: put those aside to learn the case.
    int captured = op.captured().size();
    long[] words = new long[captured];
    for (int i = captured - 1; i >= 0; i--) {
      words[i] = stack.popWord();
    }
    int index = (int) stack.popWord();
    if (Integer.compareUnsigned(index, op.cases().size()) >= 0) {
      throw AbiTraps.invalidDiscriminant(op.type().kind(), index, op.cases().size());
    }
    AbiProgram branch = op.cases().get(index);
    Operands inner = new Operands(branch);
    for (long word : words) {
      inner.push(word);
    }
    interpreter.run(branch, inner);
    ComponentValue payload = branch.outputs().isEmpty() ? null : inner.popValue();
    stack.push(makeCase(op.type(), index, payload));
  }

  private static ComponentValue makeCase(
      StructuralType type, int index, @Nullable ComponentValue payload) {
    return switch (type) {
      case VariantType variant ->
          new ComponentValue.VariantValue(variant.cases().get(index).label(), payload);
      case OptionType option ->
          index == 0 ? ComponentValue.OptionValue.NONE : new ComponentValue.OptionValue(payload);
      case ResultType result -> new ComponentValue.ResultValue(index == 0, payload);
      default -> throw new AssertionError(type.kind());
    };
  }

  private void lowerVariant(AggregateOp.LowerVariant op, Operands stack) {
    List<Long> captured = new ArrayList<>();
    for (int i = 0; i < op.captured().size(); i++) {
      captured.add(0, stack.popWord());
    }
    ComponentValue value = stack.popValue();
    AbiProgram branch = op.cases().get(caseIndex(op, value));
    Operands inner = new Operands(branch);
    if (branch.inputs().size() > captured.size()) {
      inner.push(Objects.requireNonNull(payload(value)));
    }
    captured.forEach(inner::push);
    interpreter.run(branch, inner);
    inner.moveTo(stack, op.pushes().size());
  }

  private static int caseIndex(AggregateOp.LowerVariant op, ComponentValue value) {
    return switch (value) {
      case ComponentValue.VariantValue variant ->
          Objects.requireNonNull(op.caseOf().get(variant.label()));
      case ComponentValue.OptionValue option -> option.value() == null ? 0 : 1;
      case ComponentValue.ResultValue result -> result.isOk() ? 0 : 1;
      default -> throw new AssertionError(value);
    };
  }

  private static @Nullable ComponentValue payload(ComponentValue value) {
    return switch (value) {
      case ComponentValue.VariantValue variant -> variant.payload();
      case ComponentValue.OptionValue option -> option.value();
      case ComponentValue.ResultValue result -> result.payload();
      default -> throw new AssertionError(value);
    };
  }
}

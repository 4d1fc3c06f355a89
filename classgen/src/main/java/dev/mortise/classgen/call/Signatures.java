package dev.mortise.classgen.call;

import dev.mortise.runtime.abi.recipe.AbiOp;
import dev.mortise.runtime.abi.recipe.AbiProgram;
import dev.mortise.runtime.abi.recipe.AggregateOp;
import dev.mortise.runtime.abi.recipe.OpPrinter;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How listings write functions, operations and cases. */
final class Signatures {
  private static final int DEPTH = 3;

  private Signatures() {}

  /** A function with its types: {@code echo(s: string) -> list<u8>}. */
  static String of(String name, FuncType type) {
    String params =
        type.params().stream()
            .map(p -> p.label() + ": " + text(p.type(), DEPTH))
            .collect(Collectors.joining(", "));
    String results =
        type.resultTypes().stream().map(r -> " -> " + text(r, DEPTH)).collect(Collectors.joining());
    return name + "(" + params + ")" + results;
  }

  /** A type; of parts within parts, soon their kinds alone: they may be as many as one likes. */
  private static String text(ValType type, int depth) {
    if (type instanceof NamedType named) {
      return named.name();
    }
    return switch (type.structure()) {
      case ListType list when depth > 0 -> "list<" + text(list.element(), depth - 1) + ">";
      case OptionType option when depth > 0 -> "option<" + text(option.type(), depth - 1) + ">";
      case ResultType result when depth > 0 ->
          "result<" + payload(result.ok(), depth) + ", " + payload(result.err(), depth) + ">";
      case TupleType tuple when depth > 0 ->
          tuple.elements().stream()
              .map(e -> text(e, depth - 1))
              .collect(Collectors.joining(", ", "tuple<", ">"));
      case HandleType.Own own -> "own<" + own.resource() + ">";
      case HandleType.Borrow borrow -> "borrow<" + borrow.resource() + ">";
      case StructuralType other -> other.kind();
    };
  }

  private static String payload(@Nullable ValType type, int depth) {
    return type == null ? "_" : text(type, depth - 1);
  }

  /** An operation, without its cases. */
  static String of(AbiOp op) {
    return switch (op) {
      case AggregateOp.LiftVariant lift -> "lift-variant " + lift.type().kind();
      case AggregateOp.LowerVariant lower -> "lower-variant " + lower.type().kind();
      case AbiOp other -> OpPrinter.print(other, AbiProgram::name);
    };
  }

  /** A case of a variant, an option or a result. */
  static String caseOf(StructuralType type, int index) {
    String label =
        switch (type) {
          case VariantType variant -> variant.cases().get(index).label();
          case OptionType option -> index == 0 ? "none" : "some";
          case ResultType result -> index == 0 ? "ok" : "error";
          default -> throw new AssertionError(type.kind());
        };
    return "case " + label;
  }
}

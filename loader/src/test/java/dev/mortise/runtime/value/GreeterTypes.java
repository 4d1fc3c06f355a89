package dev.mortise.runtime.value;

import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.NamedType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types of {@code docs:greeter/api@1.0.0}, which has every kind of value. */
public final class GreeterTypes {
  public static final NamedType PERSON =
      new NamedType(
          "person",
          new RecordType(
              List.of(
                  new RecordType.Field("name", PrimType.STRING),
                  new RecordType.Field("age", PrimType.U8),
                  new RecordType.Field("tags", new ListType(PrimType.STRING)))));
  public static final NamedType STYLE =
      new NamedType(
          "style",
          new VariantType(
              List.of(
                  new VariantType.Case("plain", null),
                  new VariantType.Case("shout", PrimType.U32),
                  new VariantType.Case("custom", PrimType.STRING))));
  public static final NamedType MOOD =
      new NamedType("mood", new EnumType(List.of("happy", "neutral", "grumpy")));
  public static final NamedType EXTRAS =
      new NamedType("extras", new FlagsType(List.of("wave", "hug", "bow")));

  public static final FuncType GREET = func(PrimType.STRING, param("who", PrimType.STRING));
  public static final FuncType GREET_PERSON =
      func(
          new ResultType(PrimType.STRING, PrimType.STRING),
          param("p", PERSON),
          param("s", STYLE),
          param("m", new OptionType(MOOD)),
          param("e", EXTRAS));
  public static final FuncType OLDEST =
      func(new OptionType(PERSON), param("people", new ListType(PERSON)));
  public static final FuncType SWAP =
      func(
          new TupleType(List.of(PrimType.F64, PrimType.CHAR)),
          param("t", new TupleType(List.of(PrimType.CHAR, PrimType.F64))));

  private GreeterTypes() {}

  public static FuncType.Param param(String label, ValType type) {
    return new FuncType.Param(label, type);
  }

  public static FuncType func(@Nullable ValType result, FuncType.Param... params) {
    return new FuncType(List.of(params), result, false);
  }
}

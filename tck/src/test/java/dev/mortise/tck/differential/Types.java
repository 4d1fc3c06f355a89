package dev.mortise.tck.differential;

import dev.mortise.runtime.type.EnumType;
import dev.mortise.runtime.type.FlagsType;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Value types by chance. What was made before is used again, so that types share their parts. */
final class Types {
  private static final List<PrimType> PRIMS =
      List.of(PrimType.values()).stream().filter(p -> p != PrimType.ERROR_CONTEXT).toList();
  private static final List<PrimType> KEYS =
      PRIMS.stream().filter(p -> p != PrimType.F32 && p != PrimType.F64).toList();

  /** Labels that are not easy in Java. */
  private static final List<String> LABELS =
      List.of("value", "class", "hash-code", "none", "ok", "x", "a-1", "to-string", "some", "int");

  private final Random random;
  private final List<ValType> made = new ArrayList<>();

  Types(Random random) {
    this.random = random;
  }

  /** A function type. */
  FuncType function() {
    int most = random.nextInt(6) == 0 ? 22 : 5;
    List<FuncType.Param> params = new ArrayList<>();
    int count = random.nextInt(most);
    for (int i = 0; i < count; i++) {
      params.add(new FuncType.Param("p" + i, any()));
    }
    return new FuncType(params, random.nextInt(6) == 0 ? null : any(), false);
  }

  private ValType any() {
    ValType type = random.nextInt(3) == 0 && !made.isEmpty() ? again() : type(random.nextInt(4));
    made.add(type);
    return type;
  }

  private ValType again() {
    return made.get(random.nextInt(made.size()));
  }

  private ValType prim() {
    return PRIMS.get(random.nextInt(PRIMS.size()));
  }

  private ValType type(int depth) {
    if (depth == 0) {
      return prim();
    }
    if (random.nextInt(5) == 0 && !made.isEmpty()) {
      return again();
    }
    ValType type =
        switch (random.nextInt(13)) {
          case 0 -> prim();
          case 1 -> PrimType.STRING;
          case 2, 3 -> new ListType(type(depth - 1));
          case 4 -> new ListType(type(depth - 1), 1L + random.nextInt(5));
          case 5 -> new TupleType(types(depth, 1, random.nextInt(12) == 0 ? 16 : 4));
          case 6 -> record(depth);
          case 7 -> variant(depth);
          case 8 -> new OptionType(type(depth - 1));
          case 9 -> new ResultType(maybe(depth), maybe(depth));
          case 10 -> new EnumType(labels(random.nextInt(8) == 0 ? 300 : 5));
          case 11 -> new FlagsType(labels(random.nextInt(3) == 0 ? 32 : 9));
          default ->
              new MapType(
                  random.nextInt(3) == 0 ? PrimType.STRING : KEYS.get(random.nextInt(KEYS.size())),
                  type(depth - 1));
        };
    made.add(type);
    return type;
  }

  private List<ValType> types(int depth, int least, int most) {
    int count = least + random.nextInt(most - least + 1);
    List<ValType> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      types.add(type(depth - 1));
    }
    return types;
  }

  private @Nullable ValType maybe(int depth) {
    return random.nextInt(4) == 0 ? null : type(depth - 1);
  }

  private List<String> labels(int most) {
    int count = 1 + random.nextInt(most);
    return IntStream.range(0, count).mapToObj(i -> "l" + i).toList();
  }

  private List<String> awkward(int count) {
    List<String> labels = new ArrayList<>(LABELS);
    Collections.shuffle(labels, random);
    return labels.subList(0, count);
  }

  private ValType record(int depth) {
    List<ValType> types = types(depth, 1, 5);
    List<String> labels = awkward(types.size());
    return new RecordType(
        IntStream.range(0, types.size())
            .mapToObj(i -> new RecordType.Field(labels.get(i), types.get(i)))
            .toList());
  }

  private ValType variant(int depth) {
    if (random.nextInt(12) == 0) {
      ValType payload = type(depth - 1);
      return new VariantType(
          labels(300).stream()
              .map(label -> new VariantType.Case(label, label.endsWith("7") ? payload : null))
              .toList());
    }
    int count = 1 + random.nextInt(5);
    List<VariantType.Case> cases = new ArrayList<>();
    for (String label : awkward(count)) {
      cases.add(new VariantType.Case(label, maybe(depth)));
    }
    return new VariantType(cases);
  }
}

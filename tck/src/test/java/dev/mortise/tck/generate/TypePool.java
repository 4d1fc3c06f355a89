package dev.mortise.tck.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The value types of one scope: what is there, and more of them by chance. */
final class TypePool {
  /** Where a pool's definitions go: a component, or the type of an instance. */
  interface Scope {
    /** Defines a type and gives its index. */
    int define(Bytes definition);

    /**
     * Names a type, so that the outside may speak of it, or does not.
     *
     * @param importable whether what it is made of is named by imports
     */
    @Nullable Named name(String name, int type, boolean importable);
  }

  /** What naming a type gave. */
  record Named(int index, boolean inImports, boolean inExports) {}

  /**
   * A type: where it may be spoken of.
   *
   * @param index the type's index; for a primitive type its code below zero
   * @param size how many types it is made of, written out
   */
  record Entry(Shape shape, int index, int size, boolean inImports, boolean inExports) {
    void write(Bytes out) {
      if (index < 0) {
        out.u8(-index);
      } else {
        out.s33(index);
      }
    }
  }

  private final Scope scope;
  private final Random random;
  private final List<Entry> entries = new ArrayList<>();
  private int names;

  TypePool(Scope scope, Random random) {
    this.scope = scope;
    this.random = random;
    int[] i32 = {0x7f, 0x7e, 0x7d, 0x7c, 0x7b, 0x7a, 0x79, 0x74};
    for (int code : i32) {
      primitive(code, new Shape.Scalar(Shape.I32));
    }
    primitive(0x78, new Shape.Scalar(Shape.I64));
    primitive(0x77, new Shape.Scalar(Shape.I64));
    primitive(0x76, new Shape.Scalar(Shape.F32));
    primitive(0x75, new Shape.Scalar(Shape.F64));
    primitive(0x73, new Shape.Pointer(List.of()));
  }

  private void primitive(int code, Shape shape) {
    entries.add(new Entry(shape, -code, 1, true, true));
  }

  /** Adds a type that another part of the generator made. */
  void add(Entry entry) {
    entries.add(entry);
  }

  /** The owned and the borrowed handle of a resource type. */
  void handles(int resource, boolean inImports, boolean inExports) {
    for (boolean borrowed : new boolean[] {false, true}) {
      int index = scope.define(Bytes.of(borrowed ? 0x68 : 0x69).u32(resource));
      entries.add(new Entry(new Shape.Handle(borrowed), index, 1, inImports, inExports));
    }
  }

  private Entry pick(boolean borrowAllowed) {
    // The newest half as often as the rest, so that types nest.
    int size = entries.size();
    for (int tries = 0; tries < 20; tries++) {
      int at =
          random.nextBoolean() ? random.nextInt(size) : size / 2 + random.nextInt(size - size / 2);
      Entry entry = entries.get(at);
      boolean small = entry.size() < 200 && entry.shape().flat().size() < 40;
      if (small && (borrowAllowed || !entry.shape().borrow())) {
        return entry;
      }
    }
    return entries.get(random.nextInt(13));
  }

  private List<Entry> some(int least, int most) {
    return IntStream.range(0, least + random.nextInt(most - least + 1))
        .mapToObj(i -> pick(true))
        .toList();
  }

  private @Nullable Entry maybe() {
    return random.nextInt(3) == 0 ? null : pick(true);
  }

  /** Defines a type of any kind over those that are there. */
  void grow() {
    switch (random.nextInt(13)) {
      case 0, 1 -> {
        List<Entry> fields = some(1, 6);
        Bytes body = Bytes.of(0x72).u32(fields.size());
        for (int i = 0; i < fields.size(); i++) {
          fields.get(i).write(body.name("f" + i));
        }
        nominal(body, new Shape.Sequence(shapes(fields)), fields);
      }
      case 2, 3 -> {
        List<@Nullable Entry> cases = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        Bytes body = Bytes.of(0x71).u32(count);
        for (int i = 0; i < count; i++) {
          Entry payload = maybe();
          cases.add(payload);
          optional(body.name("c" + i), payload).u8(0);
        }
        nominal(body, choice(cases), present(cases));
      }
      case 4 -> {
        int count = 1 + random.nextInt(32);
        nominal(labels(0x6e, count), new Shape.Scalar(Shape.I32), List.of());
      }
      case 5 -> {
        int count = 1 + random.nextInt(300);
        nominal(labels(0x6d, count), new Shape.Scalar(Shape.I32), List.of());
      }
      case 6 -> {
        Entry element = pick(true);
        Bytes body = Bytes.of(0x70);
        element.write(body);
        anonymous(body, new Shape.Pointer(List.of(element.shape())), List.of(element));
      }
      case 7 -> {
        List<Entry> elements = some(1, 5);
        Bytes body = Bytes.of(0x6f).vec(elements, (b, e) -> e.write(b));
        anonymous(body, new Shape.Sequence(shapes(elements)), elements);
      }
      case 8 -> {
        Entry value = pick(true);
        Bytes body = Bytes.of(0x6b);
        value.write(body);
        List<@Nullable Entry> cases = new ArrayList<>();
        cases.add(null);
        cases.add(value);
        anonymous(body, choice(cases), List.of(value));
      }
      case 9 -> {
        List<@Nullable Entry> cases = new ArrayList<>();
        cases.add(maybe());
        cases.add(maybe());
        Bytes body = Bytes.of(0x6a);
        cases.forEach(c -> optional(body, c));
        anonymous(body, choice(cases), present(cases));
      }
      case 10 -> {
        Entry element = random.nextInt(4) == 0 ? null : pick(false);
        boolean future = random.nextBoolean() || (element != null && element.index() == -0x74);
        Bytes body = optional(Bytes.of(future ? 0x65 : 0x66), element);
        List<Entry> parts = element == null ? List.of() : List.of(element);
        anonymous(body, new Shape.Scalar(Shape.I32), parts);
      }
      case 11 -> {
        Entry key = entries.get(random.nextInt(10));
        Entry value = pick(true);
        Bytes body = Bytes.of(0x63);
        key.write(body);
        value.write(body);
        anonymous(
            body, new Shape.Pointer(List.of(key.shape(), value.shape())), List.of(key, value));
      }
      default -> {
        Entry element = pick(true);
        int length = 1 + random.nextInt(5);
        Bytes body = Bytes.of(0x67);
        element.write(body);
        body.u32(length);
        List<Shape> parts = IntStream.range(0, length).mapToObj(i -> element.shape()).toList();
        anonymous(body, new Shape.Sequence(parts), List.of(element));
      }
    }
  }

  private static Bytes labels(int code, int count) {
    Bytes body = Bytes.of(code).u32(count);
    IntStream.range(0, count).forEach(i -> body.name("l" + i));
    return body;
  }

  private static Bytes optional(Bytes out, @Nullable Entry entry) {
    out.u8(entry == null ? 0 : 1);
    if (entry != null) {
      entry.write(out);
    }
    return out;
  }

  private static Shape choice(List<@Nullable Entry> cases) {
    List<@Nullable Shape> payloads = new ArrayList<>();
    cases.forEach(c -> payloads.add(c == null ? null : c.shape()));
    return new Shape.Choice(payloads);
  }

  private static List<Entry> present(List<@Nullable Entry> cases) {
    List<Entry> present = new ArrayList<>();
    for (Entry entry : cases) {
      if (entry != null) {
        present.add(entry);
      }
    }
    return present;
  }

  private static List<Shape> shapes(List<Entry> entries) {
    return entries.stream().map(Entry::shape).toList();
  }

  private void anonymous(Bytes body, Shape shape, List<Entry> parts) {
    entries.add(
        new Entry(
            shape,
            scope.define(body),
            size(parts),
            parts.stream().allMatch(Entry::inImports),
            parts.stream().allMatch(Entry::inExports)));
  }

  /** Records, variants, flags and enums need a name where others can see them. */
  private void nominal(Bytes body, Shape shape, List<Entry> parts) {
    int index = scope.define(body);
    boolean imports = parts.stream().allMatch(Entry::inImports);
    boolean exports = parts.stream().allMatch(Entry::inExports);
    Named named = exports ? scope.name("t" + names++, index, imports) : null;
    entries.add(
        named == null
            ? new Entry(shape, index, size(parts), false, false)
            : new Entry(shape, named.index(), size(parts), named.inImports(), named.inExports()));
  }

  private static int size(List<Entry> parts) {
    return 1 + parts.stream().mapToInt(Entry::size).sum();
  }

  /** A function type over types that may stand in imports, or in exports, or anywhere. */
  record Func(FuncShape shape, int index, boolean inImports, boolean inExports) {}

  Func function(boolean forImport, boolean forExport) {
    List<Entry> usable =
        entries.stream()
            .filter(e -> (!forImport || e.inImports()) && (!forExport || e.inExports()))
            .filter(e -> e.shape().flat().size() < 40)
            .toList();
    List<Entry> params =
        IntStream.range(0, random.nextInt(random.nextInt(8) == 0 ? 20 : 4))
            .mapToObj(i -> usable.get(random.nextInt(usable.size())))
            .toList();
    Entry result = random.nextInt(3) == 0 ? null : usable.get(random.nextInt(usable.size()));
    if (result != null && result.shape().borrow()) {
      result = null;
    }
    boolean async = random.nextInt(3) == 0;
    Bytes body = Bytes.of(async ? 0x43 : 0x40).u32(params.size());
    for (int i = 0; i < params.size(); i++) {
      params.get(i).write(body.name("p" + i));
    }
    if (result == null) {
      body.u8(1, 0);
    } else {
      result.write(body.u8(0));
    }
    FuncShape shape = new FuncShape(shapes(params), result == null ? null : result.shape(), async);
    return new Func(shape, scope.define(body), forImport, forExport);
  }
}

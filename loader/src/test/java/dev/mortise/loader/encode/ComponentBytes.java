package dev.mortise.loader.encode;

import dev.mortise.loader.model.Sort;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A component under construction: each call adds a section with one definition, so that the order
 * of calls is the order in the file.
 *
 * <pre>{@code
 * byte[] file =
 *     component()
 *         .type(func(STRING, labelled("who", STRING)))
 *         .imported("greet", funcOf(0))
 *         .exported("hello", Sort.FUNC, 0)
 *         .toArray();
 * }</pre>
 */
public final class ComponentBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  private ComponentBytes() {
    out.writeBytes(new byte[] {0, 'a', 's', 'm', 0x0d, 0, 1, 0});
  }

  /** An empty component. */
  public static ComponentBytes component() {
    return new ComponentBytes();
  }

  /** A core module. */
  public ComponentBytes module(CoreModuleBytes module) {
    return definition(1, Bytes.of(), module.bytes());
  }

  /** A core instance: an {@link InstanceBytes} expression. */
  public ComponentBytes coreInstance(Bytes expression) {
    return item(2, expression);
  }

  /** A core type. */
  public ComponentBytes coreType(Bytes type) {
    return item(3, type);
  }

  /** A nested component. */
  public ComponentBytes nested(ComponentBytes component) {
    return definition(4, Bytes.of(), component.bytes());
  }

  /** An instance: an {@link InstanceBytes} expression. */
  public ComponentBytes instance(Bytes expression) {
    return item(5, expression);
  }

  /** An alias: one of {@link AliasBytes}. */
  public ComponentBytes alias(Bytes alias) {
    return item(6, alias);
  }

  /** A type: one of {@link TypeBytes}. */
  public ComponentBytes type(Bytes type) {
    return item(7, type);
  }

  /** Several types in one section. */
  public ComponentBytes types(List<Bytes> types) {
    return items(7, types);
  }

  /** A canonical definition: one of {@link CanonBytes}. */
  public ComponentBytes canon(Bytes canon) {
    return item(8, canon);
  }

  /** A start function with the values that it takes and how many it gives. */
  public ComponentBytes start(int func, int results, int... arguments) {
    List<Bytes> values = new ArrayList<>();
    for (int argument : arguments) {
      values.add(Bytes.u32(argument));
    }
    return definition(9, Bytes.of(), Bytes.u32(func).then(Bytes.vec(values), Bytes.u32(results)));
  }

  /** An import: a name and one of the {@link ExternBytes} descriptions. */
  public ComponentBytes imported(String name, Bytes description) {
    return imported(ExternBytes.name(name), description);
  }

  /** An import under a name with attributes. */
  public ComponentBytes imported(Bytes name, Bytes description) {
    return item(10, name.then(description));
  }

  /** An export. */
  public ComponentBytes exported(String name, Sort sort, int index) {
    return exported(ExternBytes.name(name), sort, index);
  }

  /** An export under a name with attributes. */
  public ComponentBytes exported(Bytes name, Sort sort, int index) {
    return item(11, name.then(ExternBytes.sortIndex(sort, index), Bytes.of(0)));
  }

  /** An export with an ascribed type. */
  public ComponentBytes exported(String name, Sort sort, int index, Bytes description) {
    return item(
        11,
        ExternBytes.name(name).then(ExternBytes.sortIndex(sort, index), Bytes.of(1), description));
  }

  /** A custom section; not a definition. */
  public ComponentBytes custom(String name, Bytes content) {
    raw(Bytes.of(0).then(Bytes.name(name).then(content).sized()));
    return this;
  }

  /** A section with one item. */
  public ComponentBytes item(int section, Bytes item) {
    return definition(section, Bytes.u32(1), item);
  }

  /** A section with several items. */
  public ComponentBytes items(int section, List<Bytes> items) {
    Bytes content = Bytes.vec(items);
    int at = out.size() + 1 + Bytes.u32(content.length()).length();
    at += Bytes.u32(items.size()).length();
    for (Bytes item : items) {
      offsets.add(at);
      at += item.length();
    }
    raw(Bytes.of(section).then(content.sized()));
    return this;
  }

  private ComponentBytes definition(int section, Bytes count, Bytes item) {
    Bytes content = count.then(item);
    offsets.add(out.size() + 1 + Bytes.u32(content.length()).length() + count.length());
    raw(Bytes.of(section).then(content.sized()));
    return this;
  }

  /** Whatever octets, between two sections. */
  public ComponentBytes raw(Bytes bytes) {
    out.writeBytes(bytes.toArray());
    return this;
  }

  /** The offset of a definition, counted from 0; a negative number counts from the last. */
  public int offset(int definition) {
    return offsets.get(definition < 0 ? offsets.size() + definition : definition);
  }

  /** How many bytes so far: the offset of the next section. */
  public int size() {
    return out.size();
  }

  /** The component so far. */
  public Bytes bytes() {
    return Bytes.of(out.toByteArray());
  }

  /** The component so far. */
  public byte[] toArray() {
    return out.toByteArray();
  }
}

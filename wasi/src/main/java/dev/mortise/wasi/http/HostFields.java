package dev.mortise.wasi.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.mortise.runtime.Tuple2;
import dev.mortise.wasi.exchange.HttpField;
import dev.mortise.wasi.io.Misuse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wit.wasi.http.v0_2.Types;

/** {@code wasi:http/types.fields}: in order, with their names as they were written. */
final class HostFields implements Types.Fields {
  /** What the fields of one message take at most: names and values, in bytes. */
  private static final int MOST_BYTES = 128 << 10;

  private static final String NAME = "wasi:http/types#[method]fields.";

  private final Http http;
  private final List<HttpField> fields;
  private final @Nullable Children siblings;
  private int size;

  private HostFields(Http http, List<HttpField> fields, @Nullable Children siblings) {
    this.http = http;
    this.fields = fields;
    this.siblings = siblings;
    fields.forEach(field -> size += size(field));
  }

  /** Fields that can be changed. */
  static HostFields mutable(Http http, List<HttpField> fields) {
    return http.open(
        "wasi:http/types#[constructor]fields",
        new HostFields(http, new ArrayList<>(fields), /* siblings= */ null));
  }

  /** The fields of a message, which cannot be changed any more. */
  static HostFields of(Http http, List<HttpField> fields, Children siblings) {
    HostFields view = http.open(NAME + "headers", new HostFields(http, fields, siblings));
    siblings.opened();
    return view;
  }

  /** Fields that a component has listed. */
  static HostFields of(Http http, Iterable<Tuple2<String, byte[]>> entries)
      throws Types.HeaderErrorException {
    HostFields fields = mutable(http, List.of());
    try {
      for (Tuple2<String, byte[]> entry : entries) {
        fields.append(entry.v1(), entry.v2());
      }
    } catch (Types.HeaderErrorException e) {
      fields.close();
      throw e;
    }
    return fields;
  }

  /** The fields of a handle that is given away. */
  static List<HttpField> taken(Types.Fields handle, String function) {
    HostFields ours = Http.ours(HostFields.class, handle, function);
    List<HttpField> fields = List.copyOf(ours.fields);
    ours.close();
    return fields;
  }

  @Override
  public List<byte[]> get(String name) {
    return fields.stream().filter(field -> field.isCalled(name)).map(HostFields::bytes).toList();
  }

  @Override
  public boolean has(String name) {
    return fields.stream().anyMatch(field -> field.isCalled(name));
  }

  @Override
  public void set(String name, List<byte[]> values) throws Types.HeaderErrorException {
    check(name, values);
    remove(name);
    values.forEach(value -> add(name, value));
  }

  @Override
  public void delete(String name) throws Types.HeaderErrorException {
    check(name, List.of());
    remove(name);
  }

  @Override
  public void append(String name, byte[] value) throws Types.HeaderErrorException {
    check(name, List.of(value));
    add(name, value);
  }

  private void check(String name, List<byte[]> values) throws Types.HeaderErrorException {
    if (!FieldRules.isToken(name)) {
      throw new Types.HeaderErrorException(new Types.HeaderError.InvalidSyntax());
    }
    if (FieldRules.isForbidden(name)) {
      throw new Types.HeaderErrorException(new Types.HeaderError.Forbidden());
    }
    if (!values.stream().allMatch(FieldRules::isValue)) {
      throw new Types.HeaderErrorException(new Types.HeaderError.InvalidSyntax());
    }
    if (siblings != null) {
      throw new Types.HeaderErrorException(new Types.HeaderError.Immutable());
    }
  }

  private void remove(String name) {
    fields.removeIf(
        field -> {
          boolean goes = field.isCalled(name);
          size -= goes ? size(field) : 0;
          return goes;
        });
  }

  /** The interface has no error for too many of them. */
  private void add(String name, byte[] value) {
    HttpField field = new HttpField(name, new String(value, ISO_8859_1));
    if (size + size(field) > MOST_BYTES) {
      throw Misuse.trap(NAME + "append", "the fields take more than " + MOST_BYTES + " bytes");
    }
    fields.add(field);
    size += size(field);
  }

  private static int size(HttpField field) {
    return field.name().length() + field.value().length() + 32; // as RFC 9113, section 10.5.1
  }

  private static byte[] bytes(HttpField field) {
    return field.value().getBytes(ISO_8859_1);
  }

  @Override
  public List<Tuple2<String, byte[]>> entries() {
    return fields.stream().map(field -> new Tuple2<>(field.name(), bytes(field))).toList();
  }

  @Override
  public Types.Fields clone_() {
    return mutable(http, fields);
  }

  @Override
  public void close() {
    http.closed(this);
    if (siblings != null) {
      siblings.closed();
    }
  }
}

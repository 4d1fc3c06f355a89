package dev.mortise.loader.compile;

import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.model.DecodedCoreModule;
import dev.mortise.loader.validate.ComponentValidator;
import dev.mortise.runtime.engine.CoreEngine;
import dev.mortise.runtime.engine.CoreFunction;
import dev.mortise.runtime.engine.CoreModule;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes core modules whose functions are given as bytes, and exported as f0, f1 and so on. */
public final class CoreModules {
  public static final int I32 = 0x7f;
  public static final int I64 = 0x7e;

  /** Where a component has a module that is loaded here. */
  public static final int OFFSET = 0x100;

  private final List<byte[]> types = new ArrayList<>();
  private final List<Integer> functions = new ArrayList<>();
  private final List<byte[]> bodies = new ArrayList<>();
  private final List<Integer> table = new ArrayList<>();

  /** Adds a type of functions, and returns its index. */
  public int type(int[] parameters, int... results) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x60);
    values(out, parameters);
    values(out, results);
    types.add(out.toByteArray());
    return types.size() - 1;
  }

  private static void values(ByteArrayOutputStream out, int[] types) {
    u32(out, types.length);
    for (int type : types) {
      out.write(type);
    }
  }

  /** Adds a function without locals; the instructions without the last {@code end}. */
  public CoreModules function(int type, byte[] instructions) {
    functions.add(type);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(0);
    body.writeBytes(instructions);
    body.write(0x0b);
    bodies.add(body.toByteArray());
    return this;
  }

  /** Adds a function to the table. */
  public CoreModules element(int function) {
    table.add(function);
    return this;
  }

  /** The module. */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    section(out, 1, types);
    List<byte[]> indices = new ArrayList<>();
    functions.forEach(type -> indices.add(leb(type)));
    section(out, 3, indices);
    if (!table.isEmpty()) {
      section(out, 4, List.of(concat(new byte[] {0x70, 0}, leb(table.size()))));
    }
    List<byte[]> exports = new ArrayList<>();
    for (int i = 0; i < functions.size(); i++) {
      byte[] name = ("f" + i).getBytes(StandardCharsets.UTF_8);
      exports.add(concat(concat(leb(name.length), name), concat(new byte[] {0}, leb(i))));
    }
    section(out, 7, exports);
    if (!table.isEmpty()) {
      byte[] segment = concat(new byte[] {0, 0x41, 0, 0x0b}, leb(table.size()));
      for (int function : table) {
        segment = concat(segment, leb(function));
      }
      section(out, 9, List.of(segment));
    }
    List<byte[]> sized = new ArrayList<>();
    bodies.forEach(body -> sized.add(concat(leb(body.length), body)));
    section(out, 10, sized);
    return out.toByteArray();
  }

  /** Loads a module as that of a component. */
  public static CoreModule load(CoreEngine engine, byte[] bytes) {
    DecodedCoreModule decoded = ComponentDecoder.decodeCoreModule(bytes, Features.all());
    return engine.load(
        bytes, ComponentValidator.validateCoreModule(decoded, Features.all()), OFFSET);
  }

  /** A function of a new instance, by its index. */
  public static CoreFunction function(CoreModule module, int index) {
    return (CoreFunction)
        Objects.requireNonNull(module.instantiate(List.of()).exports().get("f" + index));
  }

  private static void section(ByteArrayOutputStream out, int id, List<byte[]> items) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    u32(content, items.size());
    items.forEach(content::writeBytes);
    out.write(id);
    u32(out, content.size());
    out.writeBytes(content.toByteArray());
  }

  /** Bytes as ints say them, which saves casts. */
  public static byte[] code(int... bytes) {
    byte[] code = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      code[i] = (byte) bytes[i];
    }
    return code;
  }

  public static byte[] concat(byte[] first, byte[] second) {
    byte[] all = new byte[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  public static byte[] repeat(byte[] code, int times) {
    byte[] all = new byte[code.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(code, 0, all, i * code.length, code.length);
    }
    return all;
  }

  private static byte[] leb(int value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    u32(out, value);
    return out.toByteArray();
  }

  private static void u32(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}

package dev.mortise.tck.run;

import dev.mortise.loader.Component;
import dev.mortise.loader.LoadOptions;
import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.validate.ComponentValidator;
import dev.mortise.runtime.error.MalformedComponentException;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.runtime.error.UnsupportedComponentException;
import dev.mortise.tck.script.Binary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Decodes and validates a file. */
final class Preparation {
  private static final byte[] COMPONENT = {0, 'a', 's', 'm', 0x0d, 0, 1, 0};
  private static final int CORE_MODULE_SECTION = 1;

  private Preparation() {}

  /**
   * The definition that a file holds.
   *
   * @throws MortiseException when it is refused
   */
  static Definition prepare(Binary binary, Features features) {
    byte[] bytes = read(binary);
    if (binary.kind() == Binary.Kind.MODULE) {
      bytes = around(bytes);
    }
    Definition definition =
        new Definition(
            binary,
            ComponentValidator.validate(ComponentDecoder.decode(bytes, features), features));
    checkCode(bytes, features);
    return definition;
  }

  /** The engine validates the bodies of core functions, where it can run the module at all. */
  private static void checkCode(byte[] bytes, Features features) {
    LoadOptions options =
        LoadOptions.DEFAULT.withFeatures(features).withExecution(LoadOptions.Execution.INTERPRET);
    try {
      Component unused = Component.load(bytes, options).loadCode();
    } catch (UnsupportedComponentException | MalformedComponentException e) {
      // What the engine does not know says nothing about the component.
    }
  }

  private static byte[] read(Binary binary) {
    try {
      return Files.readAllBytes(binary.file());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + binary.file(), e);
    }
  }

  /** A component with one core module and nothing else: the loader reads modules in components. */
  private static byte[] around(byte[] module) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(module.length + 16);
    out.writeBytes(COMPONENT);
    out.write(CORE_MODULE_SECTION);
    int size = module.length;
    for (; size >= 0x80; size >>>= 7) {
      out.write((size & 0x7f) | 0x80);
    }
    out.write(size);
    out.writeBytes(module);
    return out.toByteArray();
  }
}

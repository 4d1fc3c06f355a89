package dev.mortise.loader.compile.lazy;

import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.types.CodeSection;
import com.dylibso.chicory.wasm.types.SectionId;
import dev.mortise.loader.compile.body.Leb128;
import dev.mortise.runtime.engine.chicory.CodeBodies;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Parses the bodies of some functions: as a module of nothing but those and the types, for the
 * engine's parser reads whole modules only.
 */
final class BodyParser {
  private static final byte[] PREAMBLE = {0, 'a', 's', 'm', 1, 0, 0, 0};

  private final CodeBodies bodies;
  private final byte[] types;

  BodyParser(CodeBodies bodies) {
    this.bodies = bodies;
    types = bodies.typeSection();
  }

  /**
   * The bodies of those numbers, in that order.
   *
   * @throws com.dylibso.chicory.wasm.ChicoryException when one is malformed
   */
  CodeSection parse(int[] numbers) {
    return parse(IntStream.of(numbers).mapToObj(bodies::body).toList());
  }

  /** The body of a number, as it stands in the module. */
  byte[] body(int number) {
    return bodies.body(number);
  }

  /**
   * Bodies of anywhere, with the types of this module.
   *
   * @throws com.dylibso.chicory.wasm.ChicoryException when one is malformed
   */
  CodeSection parse(List<byte[]> all) {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    Leb128.u32(code, all.size());
    for (byte[] body : all) {
      Leb128.u32(code, body.length);
      code.writeBytes(body);
    }
    ByteArrayOutputStream module = new ByteArrayOutputStream();
    module.writeBytes(PREAMBLE);
    module.writeBytes(types);
    module.write(SectionId.CODE);
    Leb128.u32(module, code.size());
    module.writeBytes(code.toByteArray());
    @Nullable CodeSection[] parsed = new CodeSection[1];
    Parser.builder()
        .withValidation(false)
        .build()
        .parse(
            new ByteArrayInputStream(module.toByteArray()),
            section -> {
              if (section instanceof CodeSection found) {
                parsed[0] = found;
              }
            });
    return Objects.requireNonNull(parsed[0]);
  }
}

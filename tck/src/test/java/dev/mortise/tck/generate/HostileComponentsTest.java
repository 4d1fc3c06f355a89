package dev.mortise.tck.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.validate.ComponentValidator;
import dev.mortise.runtime.error.MortiseException;
import dev.mortise.tck.generate.ComponentEncoder.Item;
import dev.mortise.tck.generate.ComponentEncoder.Named;
import dev.mortise.tck.generate.ComponentEncoder.Space;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Small files that mean something large: each is refused, or ends soon. */
class HostileComponentsTest {
  /** Some seconds on a busy machine; what these files guard against would take hours. */
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Random random = new Random(1);

  private static String outcome(byte[] bytes) {
    return assertTimeoutPreemptively(
        SOON,
        () -> {
          Features features = Features.defaults();
          try {
            ComponentValidator.validate(ComponentDecoder.decode(bytes, features), features);
            return "valid";
          } catch (MortiseException e) {
            return e.code();
          }
        });
  }

  private ComponentEncoder component() {
    return new ComponentEncoder(random);
  }

  @Test
  void nestedComponents_tooDeep_areRefused() {
    byte[] bytes = component().encode();
    for (int i = 0; i < 5_000; i++) {
      ComponentEncoder out = component();
      out.component(bytes);
      bytes = out.encode();
    }
    assertThat(outcome(bytes)).isEqualTo("limit-exceeded");
  }

  @Test
  void nestedTypes_tooDeep_areRefused() {
    Bytes type = Bytes.of(0x42, 0);
    for (int i = 0; i < 5_000; i++) {
      type = Bytes.of(0x42, 1, 0x01).all(type);
    }
    ComponentEncoder out = component();
    out.type(type);
    assertThat(outcome(out.encode())).isEqualTo("limit-exceeded");
  }

  @Test
  void counts_beyondTheFile_areRefused() {
    for (int section : new int[] {2, 3, 5, 6, 7, 8, 10, 11}) {
      byte[] bytes = Bytes.of(0, 'a', 's', 'm', 0x0d, 0, 1, 0, section, 5).u32(-1).toArray();
      assertThat(outcome(bytes)).as("section " + section).isEqualTo("limit-exceeded");
    }
  }

  /** Each type holds the one before it twice. */
  private static Item doubled(ComponentEncoder out, int levels) {
    Item type = out.type(Bytes.of(0x6f, 1, 0x7d));
    for (int i = 0; i < levels; i++) {
      type = out.type(Bytes.of(0x6f, 2).s33(type.index()).s33(type.index()));
    }
    return type;
  }

  @Test
  void doubledTypes_areRefused() {
    ComponentEncoder out = component();
    doubled(out, 90);
    assertThat(outcome(out.encode())).isIn("type-too-large", "value-too-large");
  }

  @Test
  void doubledInstanceTypes_areRefused() {
    ComponentEncoder out = component();
    Item type = out.type(Bytes.of(0x42, 0));
    for (int i = 0; i < 90; i++) {
      Bytes both = Bytes.of(0x42, 3, 0x02, 0x03, 0x02, 1).u32(type.index());
      both.u8(0x04, 0).name("a").u8(5, 0).u8(0x04, 0).name("b").u8(5, 0);
      type = out.type(both);
    }
    assertThat(outcome(out.encode())).isEqualTo("type-too-large");
  }

  /** A large type is compared with another that is written the same, again and again. */
  @Test
  void comparisons_ofLargeTypes_endSoon() {
    ComponentEncoder inner = component();
    Item wanted = doubled(inner, 17);
    inner.imported("t", Space.TYPE, b -> b.u8(3, 0).u32(wanted.index()));
    ComponentEncoder out = component();
    Item component = out.component(inner.encode());
    Item given = doubled(out, 17);
    for (int i = 0; i < 900; i++) {
      out.instance(component, List.of(new Named("t", given)));
    }
    assertThat(outcome(out.encode())).isEqualTo("valid");
  }

  /** Each level instantiates the one below ten times, which makes fresh resources of all. */
  private byte[] instantiations(int levels, int times) {
    ComponentEncoder out = component();
    out.exported("r", out.type(Bytes.of(0x3f, 0x7f, 0)));
    byte[] bytes = out.encode();
    for (int level = 0; level <= levels; level++) {
      ComponentEncoder next = component();
      Item component = next.component(bytes);
      List<Named> exports = new ArrayList<>();
      for (int i = 0; i < (level == levels ? times : 10); i++) {
        exports.add(new Named("e" + i, next.instance(component, List.of())));
      }
      exports.forEach(export -> next.exported(export.name(), export.item()));
      bytes = next.encode();
    }
    return bytes;
  }

  @Test
  void nestedInstantiations_ofResources_endSoon() {
    assertThat(outcome(instantiations(3, 9))).isEqualTo("valid");
  }

  @Test
  void repeatedInstantiations_ofLargeComponents_areRefusedSoon() {
    ComponentEncoder out = component();
    Item component = out.component(instantiations(4, 10));
    for (int i = 0; i < 900; i++) {
      out.instance(component, List.of());
    }
    assertThat(outcome(out.encode())).isEqualTo("limit-exceeded");
  }
}

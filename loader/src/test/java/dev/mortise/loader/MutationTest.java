package dev.mortise.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.model.DecodedComponent;
import dev.mortise.loader.model.Definition;
import dev.mortise.loader.validate.ComponentValidator;
import dev.mortise.loader.validate.ValidatedComponent;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.InvalidComponentException;
import dev.mortise.runtime.error.MalformedComponentException;
import dev.mortise.runtime.error.MortiseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Components that are damaged at random: each is accepted or refused, by the two exceptions that
 * say so and with the place, and soon. The seed is fixed; a failure names the mutation.
 */
class MutationTest {
  private static final Path ROOT = Path.of("..");
  private static final Duration LONGEST = Duration.ofSeconds(50);

  /** The largest mutant, in bytes, that is instantiated too. */
  private static final int LARGEST_RUN = 20_000;

  /** What became of the mutants. */
  private enum Fate {
    VALID,
    INVALID,
    MALFORMED
  }

  @ParameterizedTest(name = "{0}, {1} mutants")
  @CsvSource({
    "examples/hello-java/hello.wasm,       10000",
    "examples/hello-java/hello-clock.wasm, 10000",
    "../shared/components/text-c.wasm,     10000",
    "../shared/components/hello-cli.wasm,  2500",
    "../shared/components/greeter-js.wasm, 150",
  })
  void mutant_isAcceptedOrRefusedWithAPlace(String name, int mutants) throws IOException {
    Path file = ROOT.resolve(name);
    assumeTrue(Files.isRegularFile(file), () -> file + " is not there: nothing to test with");
    byte[] original = Files.readAllBytes(file);
    int[] places = structure(original);
    SplittableRandom random = new SplittableRandom(name.hashCode());
    Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    assertTimeoutPreemptively(
        LONGEST,
        () -> {
          for (int i = 0; i < mutants; i++) {
            Mutant mutant = Mutant.of(original, places, random);
            fates.merge(fate(mutant), 1, Integer::sum);
          }
        });
    // Were all of them refused at the first byte, nothing would have been tested.
    assertThat(fates).containsKeys(Fate.values());
  }

  private static Fate fate(Mutant mutant) {
    Features features = Features.defaults();
    try {
      DecodedComponent decoded = ComponentDecoder.decode(mutant.bytes(), features);
      ValidatedComponent unused = ComponentValidator.validate(decoded, features);
      instantiate(mutant);
      return Fate.VALID;
    } catch (MalformedComponentException e) {
      checkFindings(mutant, e);
      return Fate.MALFORMED;
    } catch (InvalidComponentException e) {
      checkFindings(mutant, e);
      return Fate.INVALID;
    } catch (RuntimeException | Error e) {
      throw new AssertionError("after " + mutant + ": " + e, e);
    }
  }

  /** What is valid may be run: the engine may refuse it, link and start may fail, but not crash. */
  private static void instantiate(Mutant mutant) {
    if (mutant.bytes().length > LARGEST_RUN) {
      return;
    }
    try {
      Instance unused =
          Component.load(
                  mutant.bytes(),
                  LoadOptions.DEFAULT.withExecution(LoadOptions.Execution.INTERPRET))
              .instantiate(Imports.builder().trapMissing().build());
    } catch (MortiseException e) {
      assertThat(e.diagnostics()).isNotEmpty();
    }
  }

  private static void checkFindings(Mutant mutant, MortiseException refusal) {
    for (Diagnostic finding : refusal.diagnostics()) {
      if (finding.offset() < 0 || finding.offset() > mutant.bytes().length) {
        throw new AssertionError("after " + mutant + ": no such place: " + finding.message());
      }
    }
  }

  /**
   * Where a mutation meets something that is read: everything outside of core modules, and the
   * first and last bytes of these, for a code section is skipped.
   */
  private static int[] structure(byte[] bytes) {
    boolean[] skipped = new boolean[bytes.length];
    DecodedComponent component = ComponentDecoder.decode(bytes, Features.defaults());
    for (Definition definition : component.definitions()) {
      if (definition instanceof Definition.CoreModule module) {
        int from = (int) module.module().offset() + 512;
        int to = (int) module.module().end() - 512;
        if (from < to) {
          Arrays.fill(skipped, from, to, true);
        }
      }
    }
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < bytes.length; i++) {
      if (!skipped[i]) {
        places.add(i);
      }
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A damaged file, and what was done to it. */
  private record Mutant(byte[] bytes, List<String> mutations) {
    private static final byte[] LIKELY = {0, 1, 2, 3, 0x40, 0x60, 0x6a, 0x7e, 0x7f, -128, -1};

    static Mutant of(byte[] original, int[] places, SplittableRandom random) {
      List<String> mutations = new ArrayList<>();
      byte[] bytes = original;
      int times = 1 + random.nextInt(3);
      for (int i = 0; i < times; i++) {
        // Now and then anywhere; most often where something is read.
        int place =
            random.nextInt(10) == 0
                ? random.nextInt(original.length)
                : places[random.nextInt(places.length)];
        bytes = mutate(bytes, Math.min(place, bytes.length), random, mutations);
      }
      return new Mutant(bytes, mutations);
    }

    private static byte[] mutate(
        byte[] bytes, int place, SplittableRandom random, List<String> mutations) {
      int kind = bytes.length == 0 ? 4 : random.nextInt(12);
      int at = Math.min(place, Math.max(0, bytes.length - 1));
      switch (kind) {
        case 0 -> {
          mutations.add("truncate to " + at);
          return Arrays.copyOf(bytes, at);
        }
        case 1, 2, 3, 11 -> {
          int bit = random.nextInt(8);
          mutations.add("flip bit " + bit + " at " + at);
          byte[] copy = bytes.clone();
          copy[at] ^= (byte) (1 << bit);
          return copy;
        }
        case 4, 5 -> {
          byte[] inserted = new byte[1 + random.nextInt(8)];
          random.nextBytes(inserted);
          mutations.add("insert " + HexFormat.of().formatHex(inserted) + " at " + at);
          return join(bytes, at, inserted, at);
        }
        case 6, 7 -> {
          int from = random.nextInt(bytes.length);
          byte[] part =
              Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(64)));
          int end = Math.min(bytes.length, at + random.nextInt(64));
          mutations.add(
              "replace " + at + " to " + end + " by " + part.length + " bytes from " + from);
          return join(bytes, at, part, end);
        }
        case 8 -> {
          int end = Math.min(bytes.length, at + 1 + random.nextInt(16));
          mutations.add("remove " + at + " to " + end);
          return join(bytes, at, new byte[0], end);
        }
        default -> {
          byte[] copy = bytes.clone();
          copy[at] =
              random.nextBoolean()
                  ? LIKELY[random.nextInt(LIKELY.length)]
                  : (byte) random.nextInt(256);
          mutations.add("write " + (copy[at] & 0xff) + " at " + at);
          return copy;
        }
      }
    }

    private static byte[] join(byte[] bytes, int head, byte[] middle, int tail) {
      byte[] joined = Arrays.copyOf(bytes, head + middle.length + bytes.length - tail);
      System.arraycopy(middle, 0, joined, head, middle.length);
      System.arraycopy(bytes, tail, joined, head + middle.length, bytes.length - tail);
      return joined;
    }

    @Override
    public String toString() {
      return String.join(", then ", mutations);
    }
  }
}

package dev.mortise.tck.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.decode.ComponentDecoder;
import dev.mortise.loader.decode.Features;
import dev.mortise.loader.error.MortiseException;
import dev.mortise.loader.validate.ComponentValidator;
import dev.mortise.tck.Shared;
import dev.mortise.tck.generate.ComponentGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever the bytes are, decoding and validation throw nothing but {@link MortiseException}, end
 * soon, and take memory in proportion. {@code -Dfuzz.mutations} and {@code -Dfuzz.seed} make other
 * runs; what fails lies in {@code target/fuzz}.
 */
class MutationFuzzTest {
  private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 10_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20_260_821L);
  private static final int GENERATED = 300;
  private static final int LARGE = 1 << 20;
  private static final long MAX_NANOS = 1_000_000_000L;

  /** What a type of as many nodes as the loader's limits allow may take, and some more. */
  private static final long MAX_BASE_BYTES = 512L << 20;

  private static final long MAX_BYTES_PER_BYTE = 1_000;

  private static final String THROWN = "thrown: ";

  /** One that is off would hide what is behind it. */
  private static final Features FEATURES = Features.all();

  private final Random random = new Random(SEED);
  private final Mutator mutator = new Mutator(random);
  private final Map<String, Integer> outcomes = new HashMap<>();
  private final List<String> findings = new ArrayList<>();

  @Test
  void mutated_onlyMortiseExceptions() throws IOException {
    List<byte[]> corpus = corpus();
    for (byte[] component : corpus) {
      check(component);
    }
    List<byte[]> large = corpus.stream().filter(bytes -> bytes.length > LARGE).toList();
    List<byte[]> small = corpus.stream().filter(bytes -> bytes.length <= LARGE).toList();
    for (int i = 0; i < MUTATIONS && findings.size() < 20; i++) {
      boolean rare = i % 500 == 0 && !large.isEmpty();
      byte[] component = pick(rare ? large : small);
      check(mutator.mutate(component, pick(small)));
    }
    assertThat(findings).as("seed " + SEED).isEmpty();
    assertThat(outcomes.getOrDefault("valid", 0))
        .as("valid of " + outcomes)
        .isGreaterThan(MUTATIONS / 50);
    assertThat(outcomes).as("outcomes").hasSizeGreaterThan(30);
  }

  /** Every other one is generated; most of the others are tiny. */
  private byte[] pick(List<byte[]> components) {
    int among = random.nextBoolean() ? Math.min(GENERATED, components.size()) : components.size();
    return components.get(random.nextInt(among));
  }

  private static List<byte[]> corpus() throws IOException {
    List<byte[]> corpus = new ArrayList<>();
    for (long seed = 0; seed < GENERATED; seed++) {
      corpus.add(ComponentGenerator.generate(SEED + seed));
    }
    for (Path folder : List.of(Shared.folder("components"), Shared.folder("suites"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.filter(f -> f.toString().endsWith(".wasm")).sorted().toList()) {
            corpus.add(Files.readAllBytes(file));
          }
        }
      }
    }
    return corpus;
  }

  private void check(byte[] bytes) throws IOException {
    long allocated = Allocations.bytes();
    long started = System.nanoTime();
    String outcome = outcome(bytes);
    long nanos = System.nanoTime() - started;
    long taken = Allocations.bytes() - allocated;
    outcomes.merge(outcome, 1, Integer::sum);
    // A slow one gets another chance: something else may have run.
    for (int again = 0; again < 2 && nanos > MAX_NANOS; again++) {
      started = System.nanoTime();
      outcome = outcome(bytes);
      nanos = System.nanoTime() - started;
    }
    if (outcome.startsWith(THROWN)) {
      finding(bytes, outcome);
    }
    if (nanos > MAX_NANOS) {
      finding(bytes, "took " + nanos / 1_000_000 + " ms, " + outcome);
    }
    if (taken > MAX_BASE_BYTES + MAX_BYTES_PER_BYTE * bytes.length) {
      finding(bytes, "allocated " + taken + " bytes, " + outcome);
    }
  }

  private static String outcome(byte[] bytes) {
    try {
      ComponentValidator.validate(ComponentDecoder.decode(bytes, FEATURES), FEATURES);
      return "valid";
    } catch (MortiseException e) {
      return e.code();
    } catch (RuntimeException | Error e) {
      return THROWN + e + Arrays.stream(e.getStackTrace()).limit(3).toList();
    }
  }

  private void finding(byte[] bytes, String what) throws IOException {
    Path file = Path.of("target/fuzz", "finding-" + findings.size() + ".wasm");
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    findings.add(file + " (" + bytes.length + " bytes): " + what);
  }
}

package dev.mortise.tck.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever the bytes are, decoding and validation keep their {@link Promise}. {@code
 * -Dfuzz.mutations} and {@code -Dfuzz.seed} make other runs; what fails lies in {@code
 * target/fuzz}.
 */
class MutationFuzzTest {
  private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 10_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20_260_821L);
  private static final int LARGE = 1 << 20;

  private final Random random = new Random(SEED);
  private final Mutator mutator = new Mutator(random);
  private final Map<String, Integer> outcomes = new HashMap<>();
  private final List<String> findings = new ArrayList<>();

  @Test
  void mutated_onlyMortiseExceptions() throws IOException {
    List<byte[]> corpus = Seeds.all(SEED);
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
    int among =
        random.nextBoolean() ? Math.min(Seeds.GENERATED, components.size()) : components.size();
    return components.get(random.nextInt(among));
  }

  private void check(byte[] bytes) throws IOException {
    Promise.Outcome outcome = Promise.check(bytes);
    outcomes.merge(outcome.code(), 1, Integer::sum);
    if (outcome.broken().isPresent()) {
      finding(bytes, outcome.broken().get() + ", " + outcome.code());
    }
  }

  private void finding(byte[] bytes, String what) throws IOException {
    Path file = Path.of("target/fuzz", "finding-" + findings.size() + ".wasm");
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    findings.add(file + " (" + bytes.length + " bytes): " + what);
  }
}

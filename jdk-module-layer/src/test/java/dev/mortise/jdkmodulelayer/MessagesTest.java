package dev.mortise.jdkmodulelayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.runtime.error.MortiseException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is said of a path that does not fit together, word by word: in files that {@code -Dbless}
 * writes anew.
 */
class MessagesTest {
  private static final Path GOLDENS =
      Path.of("src/test/resources/dev/mortise/jdkmodulelayer/messages");

  @TempDir Path temp;

  private LayerBuilder path(String... names) throws Exception {
    return ComponentLayer.builder().path(Guests.folder(temp.resolve("path"), names));
  }

  private void check(String golden, ThrowingCallable failing) throws Exception {
    MortiseException failure = catchThrowableOfType(MortiseException.class, failing);
    assertThat(failure).as("nothing was wrong").isNotNull();
    String message = failure.getMessage().replace(temp + "/", "") + "\n";
    Path file = GOLDENS.resolve(golden + ".txt");
    if (System.getProperty("bless") != null) {
      Files.createDirectories(GOLDENS);
      Files.writeString(file, message);
    }
    assertThat(message).isEqualTo(Files.readString(file));
  }

  @Test
  void missingProvider() throws Exception {
    LayerBuilder builder = path("shop");
    check("missing-provider", () -> builder.resolve("shop"));
  }

  @Test
  void missingProviderOfFunctions() throws Exception {
    LayerBuilder builder = path("ticks");
    check("missing-provider-of-functions", () -> builder.resolve());
  }

  @Test
  void providerOfAnotherTrack() throws Exception {
    LayerBuilder builder = path("shop", "opsnext");
    check("other-track", () -> builder.resolve("shop"));
  }

  @Test
  void ambiguousProvider() throws Exception {
    LayerBuilder builder = path("shop", "ops");
    Files.write(temp.resolve("path/fast.wasm"), Guests.bytes("ops"));
    check("ambiguous-provider", () -> builder.resolve("shop"));
  }

  @Test
  void wrongChoice() throws Exception {
    LayerBuilder builder = path("shop", "ops").wire("shop", "docs:math/ops@0.2.0", "opps");
    check("wrong-choice", () -> builder.resolve("shop"));
  }

  @Test
  void missingFunction() throws Exception {
    LayerBuilder builder = path("ops", "divides");
    check("missing-function", () -> builder.resolve("divides"));
  }

  @Test
  void conflictingViews() throws Exception {
    LayerBuilder builder = path("ops", "wider");
    check("conflicting-views", () -> builder.resolve("wider"));
  }

  @Test
  void contractWithoutAMethod() throws Exception {
    Path contracts = Guests.contracts(temp.resolve("contracts"), "shop");
    LayerBuilder builder = path("ops", "shop").path(contracts);
    check("contract-mismatch", () -> builder.resolve("shop"));
  }

  @Test
  void cycle() throws Exception {
    LayerBuilder builder = path("ringa", "ringb");
    check("cycle", () -> builder.resolve("ringa"));
  }

  @Test
  void duplicateModule() throws Exception {
    LayerBuilder builder = path("ops");
    Files.write(temp.resolve("path/text-c.wasm"), Guests.bytes("ops"));
    Files.write(temp.resolve("path/text.c.wasm"), Guests.bytes("shop"));
    check("duplicate-module", () -> builder.resolve());
  }

  @Test
  void unknownRoot() throws Exception {
    LayerBuilder builder = path("ops", "shop");
    check("unknown-root", () -> builder.resolve("shopp"));
  }

  @Test
  void severalProblems() throws Exception {
    LayerBuilder builder = path("ops", "wider", "divides", "late", "ringa", "ringb");
    check("several", () -> builder.resolve());
  }
}

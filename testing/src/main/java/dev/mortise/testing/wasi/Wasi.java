package dev.mortise.testing.wasi;

import dev.mortise.loader.Instance;
import dev.mortise.runtime.Imports;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * A virtual WASI 0.2: what a component asks of a system, answered from memory, so that it does the
 * same in each run. A test of a component gets one by {@code @FakeWasi}; any other program makes
 * one by {@link #create()} and links a component with its {@link #imports()}.
 *
 * <p>There are {@code wasi:cli}, {@code wasi:io}, {@code wasi:random}, {@code wasi:filesystem} and,
 * but for time zones, {@code wasi:clocks}, all at 0.2.12: components that were made for another 0.2
 * find them too. There are no {@code wasi:sockets} and no {@code wasi:http}, and nothing of WASI
 * 0.3. Not for use by several threads at a time.
 */
public final class Wasi {
  private final WasiClock clock = new WasiClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final WasiFiles files = new WasiFiles(clock);
  private final RandomPart random = new RandomPart(0);
  private final CliPart cli;
  private final Imports imports;

  private Wasi() {
    Resources resources = Resources.create();
    Waiting waiting = new Waiting(clock);
    cli = new CliPart(resources);
    Imports.Builder builder = Imports.builder();
    cli.supply(builder);
    random.supply(builder);
    new ClocksPart(clock, resources).supply(builder);
    new PollPart(waiting, resources).supply(builder);
    new StreamsPart(waiting, resources).supply(builder);
    new FilesPart(resources, files::preopened).supply(builder);
    imports = builder.build();
  }

  /**
   * A system at the start of 2026, without arguments, environment, input or files, whose random
   * numbers have the seed 0.
   */
  public static Wasi create() {
    return new Wasi();
  }

  /** What a component is linked with. */
  public Imports imports() {
    return imports;
  }

  /** Its time. */
  public WasiClock clock() {
    return clock;
  }

  /** Its files. */
  public WasiFiles files() {
    return files;
  }

  /** Begins the random numbers anew, with a seed. */
  public Wasi seed(long seed) {
    random.seed(seed);
    return this;
  }

  /** Sets a variable of the environment. */
  public Wasi env(String name, String value) {
    cli.environment.put(name, value);
    return this;
  }

  /** Sets the arguments; the first one is the program's name by convention. */
  public Wasi args(String... all) {
    cli.arguments.clear();
    cli.arguments.addAll(List.of(all));
    return this;
  }

  /** Adds a text to standard input, in UTF-8. After the last one it is at its end. */
  public Wasi stdin(String text) {
    return stdin(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds bytes to standard input. After the last ones it is at its end. */
  public Wasi stdin(byte[] bytes) {
    cli.stdin.add(bytes);
    return this;
  }

  /**
   * Lets standard input stay open, as that of a person who has not typed on: a component that waits
   * for more fails the test.
   */
  public Wasi keepStdinOpen() {
    cli.stdin.keepOpen();
    return this;
  }

  /** What the component has written to standard output, as UTF-8. */
  public String stdout() {
    return new String(stdoutBytes(), StandardCharsets.UTF_8);
  }

  /** What the component has written to standard output. */
  public byte[] stdoutBytes() {
    return cli.stdout.bytes();
  }

  /** What the component has written to standard error, as UTF-8. */
  public String stderr() {
    return new String(stderrBytes(), StandardCharsets.UTF_8);
  }

  /** What the component has written to standard error. */
  public byte[] stderrBytes() {
    return cli.stderr.bytes();
  }

  /** Forgets what was written to standard output and error. */
  public void clearOutput() {
    cli.stdout.clear();
    cli.stderr.clear();
  }

  /**
   * Runs a command, a component that exports {@code wasi:cli/run}, once.
   *
   * @return its status as a shell would see it: 0, or 1 when {@code run} has given {@code err}, or
   *     what it has exited with
   */
  public int run(Instance command) {
    try {
      return command.call("wasi:cli/run@0.2.12#run").caseName().equals("ok") ? 0 : 1;
    } catch (WasiExit e) {
      return e.status();
    }
  }
}

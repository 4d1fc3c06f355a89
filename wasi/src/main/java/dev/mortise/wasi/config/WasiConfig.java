package dev.mortise.wasi.config;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What a component gets of the host. Nothing by default: no arguments, an empty environment, no
 * folders, no network; only clocks and random numbers, which harm nobody. Immutable.
 *
 * <pre>{@code
 * WasiConfig config = WasiConfig.builder()
 *     .arguments("convert", "in.csv")
 *     .folder(Path.of("data"), "/data", Access.READ)
 *     .inheritStdio()
 *     .build();
 * }</pre>
 */
public final class WasiConfig {
  /** Nothing but clocks and random numbers. */
  public static final WasiConfig NONE = builder().build();

  private final List<String> arguments;
  private final Map<String, String> environment;
  private final Stdio stdio;
  private final List<Preopen> folders;
  private final NetworkPolicy network;
  private final HttpPolicy http;
  private final Clocks clocks;
  private final Randoms randoms;
  private final WasiLimits limits;

  private WasiConfig(Builder builder) {
    arguments = List.copyOf(builder.arguments);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(builder.environment));
    stdio = builder.stdio;
    folders = List.copyOf(builder.folders);
    network = builder.network;
    http = builder.http;
    clocks = builder.clocks;
    randoms = builder.randoms;
    limits = builder.limits;
  }

  /**
   * The clocks.
   *
   * @param wall the time of day
   * @param monotonic nanoseconds since some moment, which never go back
   */
  public record Clocks(InstantSource wall, LongSupplier monotonic) {
    /** The machine's; the monotonic one begins when the virtual machine has started. */
    public static final Clocks SYSTEM = new Clocks(InstantSource.system(), System::nanoTime);
  }

  /**
   * Random numbers.
   *
   * @param secure for secrets
   * @param insecure for the rest
   */
  public record Randoms(RandomGenerator secure, RandomGenerator insecure) {}

  /** A configuration that grants nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** The arguments; the first is the name of the program. */
  public List<String> arguments() {
    return arguments;
  }

  /** The environment, in the order in which it was given. */
  public Map<String, String> environment() {
    return environment;
  }

  /** Standard input, output and error. */
  public Stdio stdio() {
    return stdio;
  }

  /** The folders. */
  public List<Preopen> folders() {
    return folders;
  }

  /** Which addresses are allowed. */
  public NetworkPolicy network() {
    return network;
  }

  /** Where requests may go. */
  public HttpPolicy http() {
    return http;
  }

  /** The clocks. */
  public Clocks clocks() {
    return clocks;
  }

  /** Random numbers. */
  public Randoms randoms() {
    return randoms;
  }

  /** The bounds. */
  public WasiLimits limits() {
    return limits;
  }

  /** Collects what is granted. */
  public static final class Builder {
    private List<String> arguments = List.of();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Stdio stdio = Stdio.NONE;
    private final List<Preopen> folders = new ArrayList<>();
    private NetworkPolicy network = NetworkPolicy.NONE;
    private HttpPolicy http = HttpPolicy.NONE;
    private Clocks clocks = Clocks.SYSTEM;
    private Randoms randoms = new Randoms(new SecureRandom(), new Random());
    private WasiLimits limits = WasiLimits.DEFAULT;

    private Builder() {}

    /** The arguments; by custom the first is the name of the program. */
    public Builder arguments(String... all) {
      return arguments(List.of(all));
    }

    /** The arguments; by custom the first is the name of the program. */
    public Builder arguments(List<String> all) {
      arguments = List.copyOf(all);
      return this;
    }

    /** Adds a variable to the environment, or replaces it. */
    public Builder environment(String name, String value) {
      if (name.isEmpty() || name.indexOf('=') >= 0 || (name + value).indexOf('\0') >= 0) {
        throw new IllegalArgumentException(
            "a variable has a name without `=`, and no NUL: `" + name + "`");
      }
      environment.put(name, value);
      return this;
    }

    /** Adds variables to the environment. */
    public Builder environment(Map<String, String> variables) {
      variables.forEach(this::environment);
      return this;
    }

    /** Standard input, output and error. */
    public Builder stdio(Stdio all) {
      stdio = all;
      return this;
    }

    /** Standard input. */
    public Builder stdin(InputStream in) {
      stdio = new Stdio(in, stdio.out(), stdio.err(), stdio.terminals());
      return this;
    }

    /** Standard output. */
    public Builder stdout(OutputStream out) {
      stdio = new Stdio(stdio.in(), out, stdio.err(), stdio.terminals());
      return this;
    }

    /** Standard error. */
    public Builder stderr(OutputStream err) {
      stdio = new Stdio(stdio.in(), stdio.out(), err, stdio.terminals());
      return this;
    }

    /** Standard input, output and error of this program, as files. */
    public Builder inheritStdio() {
      return stdio(new Stdio(System.in, System.out, System.err, Stdio.Terminals.NONE));
    }

    /** Grants a folder with all that is in it. */
    public Builder folder(Path host, String guest, Access access) {
      folders.add(new Preopen(host, guest, access));
      return this;
    }

    /** Grants addresses. */
    public Builder network(NetworkPolicy policy) {
      network = policy;
      return this;
    }

    /** Grants addresses for requests. */
    public Builder http(HttpPolicy policy) {
      http = policy;
      return this;
    }

    /** Sets the clocks. */
    public Builder clocks(Clocks all) {
      clocks = all;
      return this;
    }

    /** Sets where random numbers come from. */
    public Builder randoms(Randoms all) {
      randoms = all;
      return this;
    }

    /** Sets the bounds. */
    public Builder limits(WasiLimits all) {
      limits = all;
      return this;
    }

    /** The configuration. */
    public WasiConfig build() {
      return new WasiConfig(this);
    }
  }
}

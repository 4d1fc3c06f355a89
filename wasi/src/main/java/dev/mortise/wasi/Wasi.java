package dev.mortise.wasi;

import dev.mortise.runtime.Imports;
import dev.mortise.runtime.link.HostItem;
import dev.mortise.wasi.cli.EnvironmentHost;
import dev.mortise.wasi.cli.ExitHost;
import dev.mortise.wasi.cli.StandardStreams;
import dev.mortise.wasi.cli.TerminalsHost;
import dev.mortise.wasi.clocks.MonotonicClockHost;
import dev.mortise.wasi.clocks.TimezoneHost;
import dev.mortise.wasi.clocks.WallClockHost;
import dev.mortise.wasi.config.WasiConfig;
import dev.mortise.wasi.filesystem.FilesystemHost;
import dev.mortise.wasi.http.Http;
import dev.mortise.wasi.http.HttpTypesHost;
import dev.mortise.wasi.http.OutgoingHandlerHost;
import dev.mortise.wasi.io.ErrorHost;
import dev.mortise.wasi.io.OpenHandles;
import dev.mortise.wasi.io.PollHost;
import dev.mortise.wasi.io.StreamsHost;
import dev.mortise.wasi.preview1.Interfaces;
import dev.mortise.wasi.random.InsecureHost;
import dev.mortise.wasi.random.InsecureSeedHost;
import dev.mortise.wasi.random.SecureRandomHost;
import dev.mortise.wasi.sockets.NameLookupHost;
import dev.mortise.wasi.sockets.NetworkHost;
import dev.mortise.wasi.sockets.Sockets;
import dev.mortise.wasi.sockets.TcpHost;
import dev.mortise.wasi.sockets.UdpHost;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A host of WASI 0.2 for one instance, or a group of instances that trust each other.
 *
 * <pre>{@code
 * try (Wasi wasi = Wasi.of(WasiConfig.builder().inheritStdio().build())) {
 *   TypedComponent.load(file).instantiate(wasi.imports());
 * }
 * }</pre>
 *
 * <p>Each interface is a Java object under its contract in {@code wit.wasi}: who wants another one
 * binds it instead, in imports of their own. Closing it closes what the component has left open.
 */
public final class Wasi implements AutoCloseable {
  private final StandardStreams streams;
  private final OpenHandles handles;
  private final HttpTypesHost http;
  private final Imports imports;
  private final Interfaces interfaces;

  private Wasi(WasiConfig config) {
    streams = new StandardStreams(config);
    handles = new OpenHandles(config.limits().openHandles());
    TerminalsHost terminals = new TerminalsHost(config.stdio().terminals());
    FilesystemHost files = new FilesystemHost(config, handles);
    Sockets sockets =
        new Sockets(
            config.network(),
            config.limits(),
            handles,
            Thread.ofVirtual().name("wasi ", 0).factory());
    NetworkHost network = new NetworkHost();
    TcpHost tcp = new TcpHost(sockets);
    UdpHost udp = new UdpHost(sockets);
    EnvironmentHost environment = new EnvironmentHost(config);
    MonotonicClockHost monotonic = new MonotonicClockHost(config.clocks().monotonic());
    WallClockHost wall = new WallClockHost(config.clocks().wall());
    SecureRandomHost random = new SecureRandomHost(config.randoms().secure());
    PollHost poll = new PollHost();
    interfaces =
        new Interfaces(
            environment,
            streams,
            streams,
            streams,
            terminals,
            terminals,
            terminals,
            files,
            monotonic,
            wall,
            random,
            poll);
    Http requests =
        new Http(
            config.http(),
            config.limits(),
            handles,
            Thread.ofVirtual().name("wasi http ", 0).factory());
    http = new HttpTypesHost(requests);
    imports =
        Imports.builder()
            .bind(wit.wasi.io.v0_2.Error.class, new ErrorHost())
            .bind(wit.wasi.io.v0_2.Poll.class, poll)
            .bind(wit.wasi.io.v0_2.Streams.class, new StreamsHost())
            .bind(wit.wasi.clocks.v0_2.MonotonicClock.class, monotonic)
            .bind(wit.wasi.clocks.v0_2.WallClock.class, wall)
            .bind(wit.wasi.clocks.v0_2.Timezone.class, new TimezoneHost())
            .bind(wit.wasi.random.v0_2.Random.class, random)
            .bind(
                wit.wasi.random.v0_2.Insecure.class, new InsecureHost(config.randoms().insecure()))
            .bind(
                wit.wasi.random.v0_2.InsecureSeed.class,
                new InsecureSeedHost(config.randoms().insecure()))
            .bind(wit.wasi.cli.v0_2.Environment.class, environment)
            .bind(wit.wasi.cli.v0_2.Exit.class, new ExitHost(WasiExit::new))
            .bind(wit.wasi.cli.v0_2.Stdin.class, streams)
            .bind(wit.wasi.cli.v0_2.Stdout.class, streams)
            .bind(wit.wasi.cli.v0_2.Stderr.class, streams)
            .bind(wit.wasi.cli.v0_2.TerminalInput.class, terminals)
            .bind(wit.wasi.cli.v0_2.TerminalOutput.class, terminals)
            .bind(wit.wasi.cli.v0_2.TerminalStdin.class, terminals)
            .bind(wit.wasi.cli.v0_2.TerminalStdout.class, terminals)
            .bind(wit.wasi.cli.v0_2.TerminalStderr.class, terminals)
            .bind(wit.wasi.filesystem.v0_2.Types.class, files)
            .bind(wit.wasi.filesystem.v0_2.Preopens.class, files)
            .bind(wit.wasi.sockets.v0_2.Network.class, network)
            .bind(wit.wasi.sockets.v0_2.InstanceNetwork.class, network)
            .bind(wit.wasi.sockets.v0_2.Tcp.class, tcp)
            .bind(wit.wasi.sockets.v0_2.TcpCreateSocket.class, tcp)
            .bind(wit.wasi.sockets.v0_2.Udp.class, udp)
            .bind(wit.wasi.sockets.v0_2.UdpCreateSocket.class, udp)
            .bind(wit.wasi.sockets.v0_2.IpNameLookup.class, new NameLookupHost(sockets))
            .bind(wit.wasi.http.v0_2.Types.class, http)
            .bind(wit.wasi.http.v0_2.OutgoingHandler.class, new OutgoingHandlerHost(requests))
            .build();
  }

  /** A host that gives what is granted. */
  public static Wasi of(WasiConfig config) {
    return new Wasi(config);
  }

  /** All interfaces of WASI 0.2; older and newer 0.2 names find them too. */
  public Imports imports() {
    return imports;
  }

  /**
   * The object of an interface, for those who bind one that uses it in its place.
   *
   * @throws IllegalArgumentException when this host has no such interface
   */
  public <T> T get(Class<T> contract) {
    for (HostItem item : imports.items().values()) {
      if (item instanceof HostItem.Typed typed && typed.contract().equals(contract)) {
        return contract.cast(typed.object());
      }
    }
    throw new IllegalArgumentException(
        contract.getName() + " is no interface of WASI 0.2 that this host has");
  }

  /** The objects behind preview 1. */
  Interfaces interfaces() {
    return interfaces;
  }

  /** Makes what a component gets to handle a request. */
  HttpTypesHost http() {
    return http;
  }

  @Override
  public void close() {
    handles.close();
    try {
      streams.close();
    } catch (IOException e) {
      throw new UncheckedIOException("standard output cannot be written", e);
    }
  }
}

package dev.mortise.wasi.config;

import java.net.InetSocketAddress;

/** Which addresses a component may talk to: {@code wasi:sockets}. */
public interface NetworkPolicy {
  /** None. */
  NetworkPolicy NONE =
      new NetworkPolicy() {
        @Override
        public boolean mayConnect(Protocol protocol, InetSocketAddress remote) {
          return false;
        }

        @Override
        public boolean mayBind(Protocol protocol, InetSocketAddress local) {
          return false;
        }

        @Override
        public boolean mayResolve(String name) {
          return false;
        }
      };

  /** What is spoken. */
  enum Protocol {
    /** Connections. */
    TCP,
    /** Datagrams. */
    UDP
  }

  /** Whether it may connect to an address, or send datagrams there. */
  boolean mayConnect(Protocol protocol, InetSocketAddress remote);

  /** Whether it may listen, or receive datagrams, at an address; port 0 is any free one. */
  boolean mayBind(Protocol protocol, InetSocketAddress local);

  /** Whether it may look up the addresses of a name. */
  boolean mayResolve(String name);
}

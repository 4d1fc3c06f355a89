package dev.mortise.wasi.config;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy made of rules: what one of them names is allowed, and nothing else. A rule is an
 * address, a network or a name, with a port, a range or neither: {@code 127.0.0.1:8080}, {@code
 * [::1]:*}, {@code 10.0.0.0/8:443}, {@code db.example.com:5000-5010}, {@code *}. A name may be
 * looked up, too.
 */
public final class NetworkRules implements NetworkPolicy {
  private final List<AddressRule> connect;
  private final List<AddressRule> bind;

  private NetworkRules(List<AddressRule> connect, List<AddressRule> bind) {
    this.connect = List.copyOf(connect);
    this.bind = List.copyOf(bind);
  }

  /** No rules. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public boolean mayConnect(Protocol protocol, InetSocketAddress remote) {
    return connect.stream().anyMatch(rule -> rule.allows(remote));
  }

  /**
   * Whether a rule allows it. Any free port is one that the system chooses, so it takes a rule for
   * each; to send datagrams to whom one may send them, any port will do.
   */
  @Override
  public boolean mayBind(Protocol protocol, InetSocketAddress local) {
    boolean forSending = protocol == Protocol.UDP && local.getPort() == 0 && !connect.isEmpty();
    return forSending || bind.stream().anyMatch(rule -> rule.allows(local));
  }

  @Override
  public boolean mayResolve(String name) {
    return connect.stream().anyMatch(rule -> rule.names(name));
  }

  /** Collects rules. */
  public static final class Builder {
    private final List<AddressRule> connect = new ArrayList<>();
    private final List<AddressRule> bind = new ArrayList<>();

    private Builder() {}

    /**
     * Allows to connect to addresses, and to send datagrams there.
     *
     * @throws IllegalArgumentException when the text is no rule
     */
    public Builder connect(String rule) {
      connect.add(AddressRule.of(rule));
      return this;
    }

    /**
     * Allows to listen, and to receive datagrams, at addresses of this machine.
     *
     * @throws IllegalArgumentException when the text is no rule
     */
    public Builder bind(String rule) {
      bind.add(AddressRule.of(rule));
      return this;
    }

    /** The policy. */
    public NetworkRules build() {
      return new NetworkRules(connect, bind);
    }
  }
}

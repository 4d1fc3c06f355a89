package dev.mortise.wasi.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.wasi.config.NetworkPolicy.Protocol;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:80, 127.0.0.1, 80, true",
    "127.0.0.1:80, 127.0.0.1, 81, false",
    "127.0.0.1:80, 127.0.0.2, 80, false",
    "127.0.0.1, 127.0.0.1, 9, true",
    "127.0.0.1:*, 127.0.0.1, 9, true",
    "127.0.0.1:80-90, 127.0.0.1, 90, true",
    "127.0.0.1:80-90, 127.0.0.1, 91, false",
    "10.0.0.0/8:443, 10.200.3.4, 443, true",
    "10.0.0.0/8:443, 11.0.0.1, 443, false",
    "10.0.0.128/25, 10.0.0.127, 1, false",
    "[::1]:80, ::1, 80, true",
    "[::1]:80, 127.0.0.1, 80, false",
    "[fe80::]/10, fe80::1, 7, true",
    "[fe80::]/10:7, fe80::1, 8, false",
    "localhost:80, 127.0.0.1, 80, true",
    "*, 8.8.8.8, 53, true",
    "*:53, 8.8.8.8, 54, false",
  })
  void address_isAllowedByARule(String rule, String host, int port, boolean allowed) {
    NetworkRules rules = NetworkRules.builder().connect(rule).build();
    assertThat(rules.mayConnect(Protocol.TCP, new InetSocketAddress(host, port)))
        .isEqualTo(allowed);
    assertThat(rules.mayBind(Protocol.TCP, new InetSocketAddress(host, port))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":80", "::1", "[::1", "[::1]x", "a:b", "a:70000", "a/8", "1.2.3.4/x"})
  void textThatIsNoRule_isRefused_withWhatToWrite(String text) {
    assertThatThrownBy(() -> NetworkRules.builder().connect(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`" + text + "` is no rule for addresses")
        .hasMessageContaining("127.0.0.1:8080");
  }

  @Test
  void name_mayBeLookedUp_whereARuleNamesIt() {
    NetworkRules rules = NetworkRules.builder().connect("db.example.com:5432").build();
    assertThat(rules.mayResolve("DB.example.com")).isTrue();
    assertThat(rules.mayResolve("example.com")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "example.com, https://example.com/a, true",
    "example.com, http://example.com/a, true",
    "example.com, http://example.com:8080/a, false",
    "example.com, http://www.example.com/a, false",
    "*.example.com, http://www.example.com/a, true",
    "*.example.com, http://example.com/a, false",
    "*.example.com, http://evilexample.com/a, false",
    "localhost:8080, http://localhost:8080/, true",
    "localhost:8080, http://localhost/, false",
    "localhost:*, http://localhost:99/, true",
    "https://example.com, http://example.com/, false",
    "https://example.com, https://example.com/, true",
    "*, http://anything:9/, true",
  })
  void host_isAllowedByARule(String rule, URI uri, boolean allowed) {
    assertThat(HttpRules.of(List.of(rule)).maySend(uri)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "a*b", "*x", "ftp://example.com", "a:b"})
  void textThatIsNoHost_isRefused(String text) {
    assertThatThrownBy(() -> HttpRules.of(List.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no rule for hosts");
  }
}

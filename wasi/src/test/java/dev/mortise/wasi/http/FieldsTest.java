package dev.mortise.wasi.http;

import static dev.mortise.wasi.http.Messages.field;
import static dev.mortise.wasi.http.Messages.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.runtime.Tuple2;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.wasi.config.HttpPolicy;
import dev.mortise.wasi.config.WasiLimits;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wit.wasi.http.v0_2.Types;
import wit.wasi.http.v0_2.Types.HeaderError;

/** {@code wasi:http/types.fields}. */
class FieldsTest {
  private final Messages messages = new Messages(HttpPolicy.NONE);

  @AfterEach
  void close() {
    messages.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static HeaderError error(Messages.Call<?> call) {
    return catchThrowableOfType(Types.HeaderErrorException.class, call::run).error();
  }

  private static Object run(ThrowingStep step) throws Exception {
    step.run();
    return "done";
  }

  @FunctionalInterface
  private interface ThrowingStep {
    void run() throws Exception;
  }

  @Test
  void names_areComparedWithoutCase_andKeptAsWritten() throws Exception {
    Types.Fields fields =
        messages.fields(field("X-One", "1"), field("b", "2"), field("x-one", "3"));
    assertThat(text(fields.get("x-ONE"))).containsExactly("1", "3");
    assertThat(fields.has("X-one")).isTrue();
    assertThat(fields.has("none")).isFalse();
    assertThat(fields.get("none")).isEmpty();
    assertThat(fields.entries().stream().map(Tuple2::v1)).containsExactly("X-One", "b", "x-one");
  }

  @Test
  void set_replacesAll_append_adds_delete_removes() throws Exception {
    Types.Fields fields = messages.fields(field("a", "1"), field("a", "2"), field("b", "3"));
    fields.set("A", List.of(bytes("4"), bytes("5")));
    fields.append("a", bytes("6"));
    assertThat(text(fields.get("a"))).containsExactly("4", "5", "6");
    fields.set("a", List.of());
    assertThat(fields.has("a")).isFalse();
    fields.delete("b");
    fields.delete("never-there");
    assertThat(fields.entries()).isEmpty();
  }

  @Test
  void values_areBytes() throws Exception {
    Types.Fields fields = messages.types.newFields();
    byte[] value = {'a', '\t', ' ', (byte) 0xff, (byte) 0x80};
    fields.append("x", value);
    assertThat(fields.get("x").getFirst()).isEqualTo(value);
  }

  @Test
  void clone_canBeChanged_andIsAnother() throws Exception {
    Types.Fields fields = messages.fields(field("a", "1"));
    Types.Fields other = fields.clone_();
    other.append("a", bytes("2"));
    assertThat(fields.get("a")).hasSize(1);
    assertThat(other.get("a")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a b", "a:b", "a\r\nb", "a\nset-cookie: x", "a\0", "ä", "(a)", "a\u007f"})
  void name_thatIsNoToken_isInvalid(String name) throws Exception {
    Types.Fields fields = messages.types.newFields();
    assertThat(error(() -> run(() -> fields.append(name, bytes("v")))))
        .isInstanceOf(HeaderError.InvalidSyntax.class);
    assertThat(error(() -> run(() -> fields.set(name, List.of()))))
        .isInstanceOf(HeaderError.InvalidSyntax.class);
    assertThat(error(() -> run(() -> fields.delete(name))))
        .isInstanceOf(HeaderError.InvalidSyntax.class);
    assertThat(error(() -> messages.fields(field(name, "v"))))
        .isInstanceOf(HeaderError.InvalidSyntax.class);
    assertThat(fields.get(name)).isEmpty();
    assertThat(fields.has(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nset-cookie: x",
        "a\nb",
        "a\rb",
        "\0",
        "a\u0001",
        "a\u007f",
        "\r\n\r\n<html>"
      })
  void value_thatCouldEndALine_isInvalid(String value) throws Exception {
    Types.Fields fields = messages.fields(field("a", "before"));
    assertThat(error(() -> run(() -> fields.append("a", bytes(value)))))
        .isInstanceOf(HeaderError.InvalidSyntax.class);
    assertThat(error(() -> run(() -> fields.set("a", List.of(bytes("ok"), bytes(value))))))
        .isInstanceOf(HeaderError.InvalidSyntax.class);
    assertThat(error(() -> messages.fields(field("a", value))))
        .isInstanceOf(HeaderError.InvalidSyntax.class);
    assertThat(text(fields.get("a"))).containsExactly("before");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection",
        "host",
        "HTTP2-Settings",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "proxy-connection",
        "Transfer-Encoding",
        "upgrade"
      })
  void name_ofTheConnection_isForbidden(String name) throws Exception {
    Types.Fields fields = messages.types.newFields();
    assertThat(error(() -> run(() -> fields.append(name, bytes("v")))))
        .isInstanceOf(HeaderError.Forbidden.class);
    assertThat(error(() -> run(() -> fields.set(name, List.of(bytes("v"))))))
        .isInstanceOf(HeaderError.Forbidden.class);
    assertThat(error(() -> run(() -> fields.delete(name))))
        .isInstanceOf(HeaderError.Forbidden.class);
    assertThat(error(() -> messages.fields(field(name, "v"))))
        .isInstanceOf(HeaderError.Forbidden.class);
  }

  @Test
  void fields_ofAMessage_areImmutable() throws Exception {
    Types.OutgoingRequest request =
        messages.types.newOutgoingRequest(messages.fields(field("a", "1")));
    Types.Fields headers = request.headers();
    assertThat(text(headers.get("a"))).containsExactly("1");
    assertThat(error(() -> run(() -> headers.append("a", bytes("2")))))
        .isInstanceOf(HeaderError.Immutable.class);
    assertThat(error(() -> run(() -> headers.set("a", List.of()))))
        .isInstanceOf(HeaderError.Immutable.class);
    assertThat(error(() -> run(() -> headers.delete("a"))))
        .isInstanceOf(HeaderError.Immutable.class);
    headers.clone_().append("a", bytes("2"));
    assertThat(headers.get("a")).hasSize(1);
  }

  /** No function has an error for it. */
  @Test
  void fields_withoutEnd_trap() throws Exception {
    Types.Fields fields = messages.types.newFields();
    byte[] value = new byte[1000];
    Arrays.fill(value, (byte) 'x');
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1000; i++) {
                fields.append("a", value);
              }
            })
        .isInstanceOf(TrapException.class)
        .hasMessageContaining("131072 bytes");
  }

  @Test
  void handles_withoutEnd_trap() {
    try (Messages few = new Messages(HttpPolicy.NONE, new WasiLimits(10, 1024, 1))) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 11; i++) {
                  few.types.newFields();
                }
              })
          .isInstanceOf(TrapException.class)
          .hasMessageContaining("10 handles");
    }
  }
}

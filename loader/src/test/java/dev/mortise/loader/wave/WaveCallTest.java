package dev.mortise.loader.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.value.GreeterTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaveCallTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "hello                                       | -                        | hello",
        "%record                                     | -                        | record",
        "[constructor]blob                           | -                        |"
            + " [constructor]blob",
        "api.greet                                   | api                      | greet",
        "docs:greeter/api.greet                      | docs:greeter/api         | greet",
        "docs:greeter/api@1.0.0.greet-person         | docs:greeter/api@1.0.0   | greet-person",
        "docs:greeter/api@1.0.0#greet-person         | docs:greeter/api@1.0.0   | greet-person",
        "docs:greeter/api.greet-person@1.0.0         | docs:greeter/api@1.0.0   | greet-person",
        "a:b/c@1.0.0-rc.1#f                          | a:b/c@1.0.0-rc.1         | f",
        "a:b/c@1.0.0-rc.1.f                          | a:b/c@1.0.0-rc.1         | f",
        "wasi:http/types@0.2.0.[method]fields.get    | wasi:http/types@0.2.0    |"
            + " [method]fields.get",
        "wasi:http/types@0.2.0#[static]fields.from-list"
            + " | wasi:http/types@0.2.0 | [static]fields.from-list",
      })
  void parseName_inEveryForm_splitsPathAndFunction(String name, String path, String function) {
    WaveCall call = WaveCall.parseName("  " + name + " (1) ");
    assertThat(call.path()).isEqualTo(path);
    assertThat(call.function()).isEqualTo(function);
    assertThat(call.argumentsText()).isEqualTo("(1) ");
    assertThat(call.name()).isEqualTo(path == null ? function : path + "#" + function);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "(1)",
        "hello 1",
        "docs:greeter/api@1.0.0(1)",
        "docs:greeter/api(1)",
        "a:b/c@1.0.0-rc.1(1)",
        "#f(1)",
        "a.b.c(1)",
        "a[method]b.c(1)",
        "A-b-Cd()"
      })
  void parseName_withoutFunctionOrArguments_isRefused(String text) {
    assertThatThrownBy(() -> WaveCall.parseName(text)).hasMessageContaining("[wave-call] line 1");
  }

  @Test
  void arguments_errorsCountColumnsFromTheNameOn() {
    WaveCall call = WaveCall.parseName("api.greet(7)");
    assertThatThrownBy(() -> call.arguments(GreeterTypes.GREET))
        .hasMessage(
            """
            [wave-type] line 1, column 11 (param "who"): expected string, found the number 7
              api.greet(7)
                        ^\
            """);
  }
}

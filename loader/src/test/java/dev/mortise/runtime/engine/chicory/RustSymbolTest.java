package dev.mortise.runtime.engine.chicory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RustSymbolTest {
  private static final String HASH = "17h0123456789abcdefE";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_ZN4core9panicking5panic | core::panicking::panic",
        "_ZN3std2io5Write9write_all | std::io::Write::write_all",
        "_ZN71_$LT$Test$u20$$u2b$$u20$$u27$static$u20$as$u20$foo..Bar$LT$Test$GT$$GT$3bar"
            + "| <Test + 'static as foo::Bar<Test>>::bar",
        "_ZN16_$RF$$u5b$T$u5d$4test | &[T]::test",
        "_ZN28_$u7b$$u7b$closure$u7d$$u7d$ | {{closure}}",
        "_ZN10a.b$C$$BP$1c | a.b,*::c",
        "_ZN12$LP$$RP$$SP$1d | ()@::d"
      })
  void demangle_aPathWithAHash_isThePath(String symbol, String path) {
    assertThat(RustSymbol.demangle(symbol + HASH)).isEqualTo(path);
    assertThat(RustSymbol.demangle(symbol + HASH + ".llvm.1234ABCD")).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "main",
        "_ZN",
        "_ZNE",
        "_ZN3fooE",
        "_ZN3foo3barE",
        "_ZN3foo3barEv",
        "_ZNSt6vectorIiSaIiEE9push_backEOi",
        "_RNvC6_123foo3bar",
        "_ZN17h0123456789abcdefE",
        "_ZN3foo17h0123456789abcdefEv",
        "_ZN3foo17h0123456789abcdefE.other",
        "_ZN3foo17h0123456789abcdeXE",
        "_ZN3foo17h0123456789abcdef",
        "_ZN99999999999999999999foo17h0123456789abcdefE",
        "_ZN6$what$17h0123456789abcdefE",
        "_ZN4$LT_17h0123456789abcdefE",
        "_ZN4$u7$17h0123456789abcdefE",
        "_ZN9$uffffff$17h0123456789abcdefE",
        "_ZN0017h0123456789abcdefE",
        "_ZN3f\uD83C\uDF8817h0123456789abcdefE"
      })
  void demangle_anythingElse_staysAsItIs(String symbol) {
    assertThat(RustSymbol.demangle(symbol)).isEqualTo(symbol);
  }

  @Test
  void demangle_aLongSymbol_takesAsLongAsItIs() {
    String symbol = "_ZN" + "1a".repeat(1_000_000);
    assertThat(RustSymbol.demangle(symbol + HASH)).hasSize(3_000_000 - 2);
  }
}

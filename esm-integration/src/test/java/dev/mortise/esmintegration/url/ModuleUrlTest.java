package dev.mortise.esmintegration.url;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The URL standard's rules, as far as they decide which module a specifier means. */
class ModuleUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "file:///a/b.mjs           | file:///a/b.mjs",
        "FILE:///a/../b.mjs        | file:///b.mjs",
        "file:/a/./b               | file:///a/b",
        "file://localhost/a        | file:///a",
        "file:///C:/../a           | file:///C:/a",
        "file:///a%2F/%2e%2E/b     | file:///b",
        "file:///a b{}.mjs?q'#f`   | file:///a%20b%7B%7D.mjs?q%27#f%60",
        "HTTPS://Ex%41mple.com:443/a\\b | https://example.com/a/b",
        "https://example.com:8443  | https://example.com:8443/",
        "https://ex ample.com      | none",
        "https://example.com:x/    | none",
        "https:///example.com/a    | https://example.com/a",
        "docs:clock/now@1.0.0      | docs:clock/now@1.0.0",
        "Docs:Clock/../now         | docs:Clock/../now",
        "docs:/a/../b              | docs:/b",
        "docs://host/a/../b        | docs://host/b",
        "data:text/javascript,1 2  | data:text/javascript,1 2",
        "clock                     | none",
        "./clock                   | none",
        "1:2                       | none",
      })
  void parse_withoutBase(String text, String expected) {
    ModuleUrl url = ModuleUrl.parse(text);
    assertThat(url == null ? null : url.toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "b.mjs        | file:///x/y/b.mjs",
        "./b.mjs      | file:///x/y/b.mjs",
        "../b.mjs     | file:///x/b.mjs",
        "../../../b   | file:///b",
        "/b           | file:///b",
        "''           | file:///x/y/z.mjs?q",
        "?r           | file:///x/y/z.mjs?r",
        "#f           | file:///x/y/z.mjs?q#f",
        "..           | file:///x/",
        ".            | file:///x/y/",
        "a%2fb        | file:///x/y/a%2fb",
        "\\b          | file:///b",
        "file:b       | file:///x/y/b",
        "' b '        | file:///x/y/b",
        "é            | file:///x/y/%C3%A9",
      })
  void parse_relativeToAFile(String text, String expected) {
    ModuleUrl base = requireNonNull(ModuleUrl.parse("file:///x/y/z.mjs?q#g"));
    assertThat(String.valueOf(ModuleUrl.parse(text, base))).isEqualTo(expected);
  }

  @Test
  void parse_relativeToAnOpaqueUrl_isNone() {
    ModuleUrl base = requireNonNull(ModuleUrl.parse("docs:clock/now"));
    assertThat(ModuleUrl.parse("./other", base)).isNull();
    assertThat(String.valueOf(ModuleUrl.parse("#f", base))).isEqualTo("docs:clock/now#f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a/b.mjs", "/a b/c%20d.mjs", "/é/#1?.mjs", "C:/a/b.mjs"})
  void ofFile_filePath_isTheFileAgain(String file) {
    assertThat(ModuleUrl.ofFile(file).filePath()).isEqualTo(file);
    assertThat(requireNonNull(ModuleUrl.parse(ModuleUrl.ofFile(file).toString())).filePath())
        .isEqualTo(file);
  }

  @Test
  void ofUrlLikeSpecifier_bare_isNone() {
    ModuleUrl base = ModuleUrl.ofFile("/a/b.mjs");
    assertThat(ModuleUrl.ofUrlLikeSpecifier("b.mjs", base)).isNull();
    assertThat(ModuleUrl.ofUrlLikeSpecifier("./c.mjs", base)).hasToString("file:///a/c.mjs");
    assertThat(ModuleUrl.ofUrlLikeSpecifier("docs:a/b", base)).hasToString("docs:a/b");
  }
}

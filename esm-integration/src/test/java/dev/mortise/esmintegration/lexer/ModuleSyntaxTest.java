package dev.mortise.esmintegration.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.esmintegration.lexer.ModuleSyntax.StaticImport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleSyntaxTest {
  private static String imports(String source) {
    return String.join(
        " ", ModuleSyntax.of(source).imports().stream().map(StaticImport::specifier).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import 'a';",
        "import x from \"a\";",
        "import x, { y as z, default as d } from 'a'",
        "import * as ns from 'a';",
        "import { \"string name\" as s } from 'a';",
        "import from from 'a';",
        "import{x}from'a';",
        "import /* 'no' */ x // from 'no'\n from 'a';",
        "import json from 'a' with { type: 'json' };",
        "export * from 'a';",
        "export * as ns from 'a';",
        "export { x, y as z } from 'a';",
        "#!/usr/bin/env node\nimport 'a';",
        "const t = `import 'no' ${`${'}'}`} import 'no'`; import 'a';",
        "const r = /import 'no'/; import 'a';",
        "const r = /[/'\"`]/.test(x); import 'a';",
        "const q = x / 2; const z = 4 / '2'; import 'a';",
        "if (x) /'/.test(y); import 'a';",
        "const a = (x) / 2, b = \"/\"; import 'a';",
        "{ } /'/g; import 'a';",
        "const o = { } / '2'; import 'a';",
        "x++ / '/'; import 'a';",
        "o.import; o.return / '/'; import 'a';",
      })
  void staticImport_isFound(String source) {
    assertThat(imports(source)).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export { x, y as z };",
        "export const from = 'a';",
        "import.meta.url; 'a'",
        "o.import ('a')",
        "// import 'a'",
        "'import \"a\"'",
        "const import_ = 'a';",
        "",
        "import",
        "export",
        "import {",
        "`${",
        "'",
        "/*",
        "export {",
      })
  void otherText_importsNothing(String source) {
    assertThat(imports(source)).isEmpty();
    assertThat(ModuleSyntax.of(source).dynamicImports()).isEmpty();
  }

  @Test
  void dynamicImport_isFoundWhereItStands() {
    String source = "const f = () => import(`./${x(1)}.js`); o.import('no'); import ('b');";
    assertThat(ModuleSyntax.of(source).dynamicImports())
        .containsExactly(source.indexOf("import"), source.lastIndexOf("import"));
  }

  @Test
  void methodNamedImport_isNoDynamicImport() {
    assertThat(ModuleSyntax.of("class A { import(x) { return 1; } }").dynamicImports()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export default 1;",
        "export default function f() {}",
        "export { x as default };",
        "export { x as \"default\", y };",
        "export { default } from 'a';",
        "export { y, default, } from 'a';",
        "export * as default from 'a';",
      })
  void defaultExport_isSeen(String source) {
    assertThat(ModuleSyntax.of(source).hasDefault()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export { default as x } from 'a';",
        "export * from 'a';",
        "import { default as x } from 'a'; export { x };",
        "const s = 'export default 1';",
      })
  void noDefaultExport_isSeen(String source) {
    assertThat(ModuleSyntax.of(source).hasDefault()).isFalse();
  }

  @Test
  void rewrite_prefixesWhatIsNotRelative_andKeepsLines() {
    assertThat(
            ScopedSource.rewrite(
                """
                #!shebang
                import a from 'a'; import b from './b.mjs';
                export * from "docs:c/d";
                const e = import('e');
                """))
        .isEqualTo(
            """
            #!shebang
            import { load as ɵimport } from './mortise-scoped-import';\
            import a from './mortise-scoped/a'; import b from './b.mjs';
            export * from "./mortise-scoped/docs:c/d";
            const e = ɵimport('e');
            """);
  }
}

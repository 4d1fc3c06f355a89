package dev.mortise.esmintegration.importmap;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.esmintegration.importmap.ImportMap.Resolution;
import dev.mortise.esmintegration.url.ModuleUrl;
import dev.mortise.runtime.error.ComponentResolutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the HTML standard, one by one: 8.1.6.2 import maps, 8.1.6.3 their processing. */
class ImportMapTest {
  private static final ModuleUrl BASE = url("file:///app/map.json");
  private static final ModuleUrl MAIN = url("file:///app/main.mjs");

  private static ModuleUrl url(String text) {
    return requireNonNull(ModuleUrl.parse(text));
  }

  private static ImportMap imports(String entries) {
    return ImportMap.parse("{\"imports\": {" + entries + "}}", BASE);
  }

  private static String found(ImportMap map, String specifier, ModuleUrl referrer) {
    return String.valueOf(map.resolve(specifier, referrer).found());
  }

  private static String found(ImportMap map, String specifier) {
    return found(map, specifier, MAIN);
  }

  // --- "Parse an import map string" -------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json                   | JSON",
        "{} {}                      | JSON",
        "[]                         | an object, found an array",
        "null                       | an object, found null",
        "{\"imports\": []}          | \"imports\": expected an object, found an array",
        "{\"imports\": null}        | \"imports\": expected an object, found null",
        "{\"scopes\": 1}            | \"scopes\": expected an object, found a number",
        "{\"scopes\": {\"./a/\": true}} | the scope \"./a/\": expected an object, found a boolean",
      })
  void parse_notOfTheForm_isAnError(String json, String message) {
    assertThatThrownBy(() -> ImportMap.parse(json, BASE))
        .isInstanceOf(ComponentResolutionException.class)
        .hasMessageContaining("[bad-import-map] file:///app/map.json")
        .hasMessageContaining(message);
  }

  @Test
  void parse_notJson_saysWhere() {
    assertThatThrownBy(() -> ImportMap.parse("{\n  \"imports\": }", BASE))
        .hasMessageContaining("in line 2, column 14");
  }

  @Test
  void parse_unknownKey_isAWarning() {
    ImportMap map = ImportMap.parse("{\"import\": {\"a\": \"./a.mjs\"}}", BASE);
    assertThat(map.warnings())
        .containsExactly("\"import\" means nothing here: imports, scopes and integrity do");
    assertThat(found(map, "a")).isEqualTo("null");
  }

  @Test
  void parse_sameKeyTwice_theLastHolds() {
    assertThat(found(imports("\"a\": \"./1.mjs\", \"a\": \"./2.mjs\""), "a"))
        .isEqualTo("file:///app/2.mjs");
    assertThat(found(imports("\"./x\": \"./1.mjs\", \"./y/../x\": \"./2.mjs\""), "./x"))
        .isEqualTo("file:///app/2.mjs");
  }

  // --- "Sort and normalize a module specifier map" ----------------------------------------------

  @Test
  void normalise_emptyKey_isLeftOut() {
    ImportMap map = imports("\"\": \"./a.mjs\"");
    assertThat(map.warnings()).containsExactly("a name in \"imports\" is left out: it is empty");
    assertThat(map.resolve("", MAIN)).isEqualTo(Resolution.Unmapped.UNMAPPED);
  }

  @Test
  void normalise_addressThatIsNoString_leadsNowhere() {
    ImportMap map = imports("\"a\": 1, \"b\": {}, \"c\": null");
    assertThat(map.warnings()).hasSize(2).allMatch(w -> w.contains("leads nowhere"));
    for (String specifier : new String[] {"a", "b", "c"}) {
      assertThat(map.resolve(specifier, MAIN)).isEqualTo(new Resolution.Blocked(specifier));
    }
  }

  @Test
  void normalise_bareAddress_leadsNowhere() {
    ImportMap map = imports("\"a\": \"b.mjs\"");
    assertThat(map.warnings().getFirst())
        .isEqualTo(
            "\"a\" in \"imports\" leads nowhere: \"b.mjs\" is no URL and does not begin with /,"
                + " ./ or ../");
    assertThat(map.resolve("a", MAIN)).isEqualTo(new Resolution.Blocked("a"));
  }

  @Test
  void normalise_prefixWithAddressThatIsNone_leadsNowhere() {
    ImportMap map = imports("\"a/\": \"./b\"");
    assertThat(map.warnings().getFirst()).contains("needs an address that does");
    assertThat(map.resolve("a/x", MAIN)).isEqualTo(new Resolution.Blocked("a/"));
  }

  @ParameterizedTest
  @CsvSource({
    "./a.mjs, file:///app/a.mjs",
    "../a.mjs, file:///a.mjs",
    "/a.mjs, file:///a.mjs",
    "file:///x/../a.mjs, file:///a.mjs",
    "https://example.com, https://example.com/",
    "docs:text/log, docs:text/log",
  })
  void normalise_address_isAUrl(String address, String url) {
    assertThat(found(imports("\"a\": \"" + address + "\""), "a")).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource({
    "./x.mjs, file:///app/x.mjs",
    "/app/x.mjs, ./x.mjs",
    "file:///app/x.mjs, ./y/../x.mjs",
    "./x.mjs, /app/%2e/x.mjs",
  })
  void normalise_urlLikeKey_isItsUrl(String key, String specifier) {
    assertThat(found(imports("\"" + key + "\": \"./mapped.mjs\""), specifier))
        .isEqualTo("file:///app/mapped.mjs");
  }

  @Test
  void normalise_relativeKey_isRelativeToTheMap_notToTheImporter() {
    ImportMap map = imports("\"./x.mjs\": \"./mapped.mjs\"");
    ModuleUrl deep = url("file:///app/deep/main.mjs");
    assertThat(found(map, "./x.mjs", deep)).isEqualTo("file:///app/deep/x.mjs");
    assertThat(found(map, "../x.mjs", deep)).isEqualTo("file:///app/mapped.mjs");
  }

  // --- "Resolve a module specifier" -------------------------------------------------------------

  @Test
  void resolve_unmapped_isItselfOrNothing() {
    assertThat(found(ImportMap.EMPTY, "./a.mjs")).isEqualTo("file:///app/a.mjs");
    assertThat(found(ImportMap.EMPTY, "docs:a/b")).isEqualTo("docs:a/b");
    assertThat(ImportMap.EMPTY.resolve("a", MAIN)).isEqualTo(Resolution.Unmapped.UNMAPPED);
  }

  @Test
  void resolve_exactKey_isBeforePrefixes() {
    ImportMap map = imports("\"a/\": \"./a/\", \"a/b\": \"./b.mjs\"");
    assertThat(found(map, "a/b")).isEqualTo("file:///app/b.mjs");
    assertThat(found(map, "a/c")).isEqualTo("file:///app/a/c");
  }

  @Test
  void resolve_longestPrefix_holds() {
    ImportMap map = imports("\"a/\": \"./1/\", \"a/b/\": \"./2/\", \"a/b/c/\": \"./3/\"");
    assertThat(found(map, "a/x")).isEqualTo("file:///app/1/x");
    assertThat(found(map, "a/b/x")).isEqualTo("file:///app/2/x");
    assertThat(found(map, "a/b/c/x")).isEqualTo("file:///app/3/x");
  }

  @Test
  void resolve_keyWithoutSlash_isNoPrefix() {
    assertThat(imports("\"a\": \"./a\"").resolve("a/b", MAIN))
        .isEqualTo(Resolution.Unmapped.UNMAPPED);
  }

  @Test
  void resolve_prefixWithNull_blocksWhatIsBelow() {
    ImportMap map = imports("\"a/\": \"./a/\", \"a/private/\": null");
    assertThat(map.resolve("a/private/x", MAIN)).isEqualTo(new Resolution.Blocked("a/private/"));
    assertThat(found(map, "a/x")).isEqualTo("file:///app/a/x");
  }

  @Test
  void resolve_prefix_mayNotBeLeft() {
    ImportMap map = imports("\"a/\": \"./a/\"");
    assertThat(map.resolve("a/../b", MAIN)).isInstanceOf(Resolution.Backtracked.class);
    assertThat(found(map, "a/b/../c")).isEqualTo("file:///app/a/c");
  }

  @Test
  void resolve_prefixWithRestThatIsNoUrl_isUnusable() {
    assertThat(imports("\"a/\": \"docs:x/\"").resolve("a/b", MAIN))
        .isInstanceOf(Resolution.Unusable.class);
  }

  @Test
  void resolve_prefixOfAUrl_holdsForSpecialSchemesAlone() {
    ImportMap map = imports("\"https://example.com/\": \"./web/\", \"docs:text/\": \"./text/\"");
    assertThat(found(map, "https://example.com/a")).isEqualTo("file:///app/web/a");
    assertThat(found(map, "docs:text/log")).isEqualTo("docs:text/log");
  }

  // --- scopes -----------------------------------------------------------------------------------

  private static final ImportMap SCOPED =
      ImportMap.parse(
          """
          {
            "imports": { "a": "./a.mjs", "b": "./b.mjs", "c": "./c.mjs" },
            "scopes": {
              "./x/": { "a": "./x-a.mjs", "b": "./x-b.mjs" },
              "./x/y/": { "a": "./xy-a.mjs", "c": null },
              "./z": { "a": "./z-a.mjs" },
              "https://[": { "a": "./no.mjs" }
            }
          }
          """,
          BASE);

  @ParameterizedTest
  @CsvSource({
    "file:///app/main.mjs, a, file:///app/a.mjs",
    "file:///app/x/main.mjs, a, file:///app/x-a.mjs",
    "file:///app/x/y/main.mjs, a, file:///app/xy-a.mjs",
    "file:///app/x/y/main.mjs, b, file:///app/x-b.mjs",
    "file:///app/x/main.mjs, c, file:///app/c.mjs",
    "file:///app/x/y/main.mjs, c, null",
    "file:///app/z, a, file:///app/z-a.mjs",
    "file:///app/z/main.mjs, a, file:///app/a.mjs",
    "file:///app/zoo.mjs, a, file:///app/a.mjs",
  })
  void scope_mostSpecificThatFitsAndHasIt_holds(String referrer, String specifier, String found) {
    assertThat(found(SCOPED, specifier, url(referrer))).isEqualTo(found);
  }

  @Test
  void scope_thatIsNoUrl_isLeftOut() {
    assertThat(SCOPED.warnings())
        .containsExactly("the scope \"https://[\" is left out: it is no URL");
  }

  @Test
  void hasScopeFor_knowsWhoseNamesDiffer() {
    assertThat(SCOPED.hasScopeFor(url("file:///app/x/y/z.mjs"))).isTrue();
    assertThat(SCOPED.hasScopeFor(MAIN)).isFalse();
  }
}

package dev.mortise.loader.wit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.loader.wit.docs.Gate;
import dev.mortise.loader.wit.docs.ItemDocs;
import dev.mortise.loader.wit.resolve.WitOptions;
import dev.mortise.loader.wit.resolve.WitPackages;
import dev.mortise.runtime.name.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What WIT text means: parsed, resolved, and printed in the one form that printing gives. */
class WitParserTest {
  private static final Path RESOURCES = Path.of("src/test/resources/dev/mortise/loader/wit");

  private static WitPackages resolve(String text) {
    return WitPackages.of("test.wit", text, WitOptions.DEFAULT);
  }

  @Test
  void everyConstruct_isPrintedInOneForm() throws IOException {
    WitPackages packages =
        WitPackages.load(RESOURCES.resolve("everything.wit"), WitOptions.ALL_FEATURES);
    Golden.check("wit/everything.expected", packages.wit());
  }

  @Test
  void everyConstruct_printedAndParsed_isTheSame() throws IOException {
    WitPackages packages =
        WitPackages.load(RESOURCES.resolve("everything.wit"), WitOptions.ALL_FEATURES);
    WitPackages again = WitPackages.of("again", packages.wit(), WitOptions.ALL_FEATURES);
    assertThat(again.wit()).isEqualTo(packages.wit());
    assertThat(again.docs().of("demo:all/kinds@1.2.0", "pair", "a"))
        .isEqualTo(new ItemDocs("The first.", Gate.NONE));
    assertThat(again.docs().of("demo:all/kinds@1.2.0", "[method]blob.write").text())
        .isEqualTo("Writes.\n\n  Indented.");
    for (var world : packages.worlds()) {
      assertThat(TypeDump.of(again.world(world.name().toString()).type()))
          .isEqualTo(TypeDump.of(world.type()));
    }
  }

  @Test
  void gates_ofFeaturesThatAreOff_leaveItemsOut() throws Exception {
    String text =
        """
        package a:b@1.2.0;

        interface i {
          @since(version = 1.0.0)
          a: func();
          @since(version = 1.1.0)
          @deprecated(version = 1.2.0)
          b: func();
          @unstable(feature = fancy)
          c: func();
        }
        """;
    assertThat(resolve(text).interfaceNamed("i").type().exports()).containsOnlyKeys("a", "b");
    assertThat(
            WitPackages.of("t", text, WitOptions.DEFAULT.withFeature("fancy"))
                .interfaceNamed(null)
                .type()
                .exports())
        .containsOnlyKeys("a", "b", "c");
    WitOptions early = WitOptions.DEFAULT.withTarget("a:b", Version.parse("1.0.5"));
    assertThat(WitPackages.of("t", text, early).interfaceNamed("a:b/i").type().exports())
        .containsOnlyKeys("a");
    assertThat(resolve(text).docs().of("a:b/i@1.2.0", "b").gate())
        .isEqualTo(new Gate(Version.parse("1.1.0"), null, Version.parse("1.2.0")));
  }

  @Test
  void include_withNames_renamesAndMerges() {
    WitPackages packages =
        resolve(
            """
            package a:b;

            interface store { get: func(key: string) -> option<string>; }
            interface log { say: func(what: string); }
            world base {
              import log;
              import cache: store;
              record pair { a: u8 }
              import swap: func(p: pair) -> pair;
              export run: func();
            }
            world w {
              import log;
              import cache: func();
              record pair { z: string }
              include base with { cache as my-cache, pair as couple, run as go }
            }
            """);
    var world = packages.world("w");
    assertThat(world.type().imports())
        .containsOnlyKeys("a:b/log", "my-cache", "pair", "couple", "cache", "swap");
    assertThat(world.type().exports()).containsOnlyKeys("go");
    assertThat(world.type().imports().get("swap").toString())
        .isEqualTo("func(p: couple) -> couple");
    assertThat(world.docs().of("a:b/w", Docs.imported("my-cache")).implementsName())
        .isEqualTo("a:b/store");
  }

  @Test
  void folder_withDeps_isOnePackageAndItsDependencies() throws IOException {
    Path folder = Files.createTempDirectory("wit");
    Files.createDirectories(folder.resolve("deps/other"));
    Files.writeString(folder.resolve("types.wit"), "interface types { type size = u32; }");
    Files.writeString(
        folder.resolve("world.wit"),
        "package a:b; world w { import one: interface { use c:d/e.{f}; use types.{size}; } }");
    Files.writeString(folder.resolve("deps/other/x.wit"), "package c:d; use g:h/i; ");
    Files.writeString(folder.resolve("deps/other/y.wit"), "interface e { type f = u8; }");
    Files.writeString(folder.resolve("deps/last.wit"), "package g:h; interface i {}");
    WitPackages packages = WitPackages.load(folder, WitOptions.DEFAULT);
    assertThat(packages.main()).hasToString("a:b");
    assertThat(packages.packages()).map(WitPackage.Name::toString).contains("c:d", "g:h");
    assertThat(packages.world(null).type().imports()).containsOnlyKeys("c:d/e", "a:b/types", "one");
  }

  @Test
  void usedTypes_areTheTypesOfTheirInterface() {
    var world =
        resolve(
                """
                package a:b;
                interface a { resource r; record p { r: r } }
                interface b { use a.{r, p as q}; f: func(x: q) -> r; }
                world w { export b; import late: interface { use b.{q}; } }
                """)
            .world("w");
    assertThat(TypeDump.of(world.type())).isEqualTo(TypeDump.of(world.type()));
    assertThat(world.type().imports()).containsOnlyKeys("a:b/a", "a:b/b", "late");
    assertThat(world.type().exports()).containsOnlyKeys("a:b/b");
    assertThat(world.type().importedResources()).hasSize(1);
    assertThat(world.type().freshResources()).isEmpty();
  }
}

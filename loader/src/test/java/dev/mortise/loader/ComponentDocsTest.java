package dev.mortise.loader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.loader.wit.WitPrinter;
import dev.mortise.loader.wit.WitView;
import dev.mortise.loader.wit.docs.Docs;
import dev.mortise.loader.wit.resolve.WitOptions;
import dev.mortise.loader.wit.resolve.WitPackages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ComponentDocsTest {
  private static final Path HELLO = Path.of("../examples/hello-java/hello-clock.wasm");

  /** A component with a custom section behind it; all sizes are below 128 or take two bytes. */
  private static Component with(String section) throws IOException {
    byte[] name = "package-docs".getBytes(StandardCharsets.UTF_8);
    byte[] json = section.getBytes(StandardCharsets.UTF_8);
    int size = 1 + name.length + 1 + json.length;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(Files.readAllBytes(HELLO));
    bytes.write(0);
    bytes.write(size & 0x7f | 0x80);
    bytes.write(size >> 7);
    bytes.write(name.length);
    bytes.write(name);
    bytes.write(0);
    bytes.write(json);
    return Component.load(bytes.toByteArray());
  }

  @Test
  void docs_ofItsSection_areOfItsWorldAndItsInterfaces() throws IOException {
    Component component =
        with(
            """
            {"docs":"The package.",
             "worlds":{"hello":{"docs":"The world.","func_exports":{"greet":"Greets."}}},
             "interfaces":{"clock":{"docs":"Time.","funcs":{"hour":{"docs":"0 to 23."}}},
                           "gone":{"docs":"Unknown."}}}
            """);
    Docs docs = component.docs();
    assertThat(docs.of("root:component/root").text()).isEqualTo("The world.");
    assertThat(docs.of("root:component/root", Docs.exported("greet")).text()).isEqualTo("Greets.");
    assertThat(docs.of("examples:hello/clock@1.0.0", "hour").text()).isEqualTo("0 to 23.");
    String wit = WitPrinter.print(WitView.of(component.type()), docs);
    assertThat(wit).contains("/// The world.", "/// Greets.", "/// Time.", "/// 0 to 23.");
    assertThat(WitPackages.of("again", wit, WitOptions.DEFAULT).wit()).isEqualTo(wit);
  }

  @Test
  void docs_ofASectionThatIsNone_areNone() throws IOException {
    assertThat(with("{").docs()).isEqualTo(Docs.NONE);
    assertThat(Component.load(HELLO).docs()).isEqualTo(Docs.NONE);
  }
}

package dev.mortise.classgen.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mortise.loader.Component;
import dev.mortise.runtime.type.ComponentType;
import dev.mortise.runtime.type.ExternType;
import dev.mortise.runtime.type.InstanceType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaMappingTest {
  private static final Path GOLDENS = Path.of("src/test/resources/dev/mortise/classgen/mapping");

  @Test
  void everyKindOfType_hasAJavaForm() throws IOException {
    JavaModel model = Kinds.model();
    assertGolden("kinds.java.txt", source(model));
  }

  @Test
  void world_hasTheNameOfItsFile_andAccessorsForItsInterfaces() {
    JavaModel model =
        JavaMapping.of(
            exporting("test:all/kinds@1.4.0", Map.of("f", Kinds.func(PrimType.BOOL))),
            "my greeter-2.wasm",
            null);
    assertThat(model.world().name().toString()).isEqualTo("mygreeter2.MyGreeter2");
    assertThat(model.world().accessors())
        .containsExactly(
            new JavaModel.WorldDecl.Accessor(
                "kinds", "test:all/kinds@1.4.0", ClassName.of("wit.test.all.v1", "Kinds")));
  }

  @Test
  void versionTracks_areDifferentPackages() {
    assertThat(PackageNames.track("1.2.3")).isEqualTo("1");
    assertThat(PackageNames.track("0.2.12")).isEqualTo("0_2");
    assertThat(PackageNames.track("0.0.3")).isEqualTo("0_0_3");
    assertThat(PackageNames.track("1.0.0-rc.1")).isEqualTo("1_0_0_rc_1");
  }

  @Test
  void interfaceThatIsImportedAndExported_isOneJavaInterface() {
    InstanceType instance = new InstanceType(Map.of("f", Kinds.func(PrimType.BOOL)), List.of());
    JavaModel model =
        JavaMapping.of(
            new ComponentType(
                Map.of("a:b/c", instance), Map.of("a:b/c", instance), List.of(), List.of()),
            "x.wasm",
            "my.pkg");
    assertThat(model.interfaces()).hasSize(1);
    assertThat(model.world().name().toString()).isEqualTo("my.pkg.X");
  }

  @Test
  void differentViewsOfOneInterface_areTwoJavaInterfaces() {
    InstanceType left = new InstanceType(Map.of("f", Kinds.func(PrimType.BOOL)), List.of());
    InstanceType right = new InstanceType(Map.of("f", Kinds.func(PrimType.U8)), List.of());
    ComponentType component =
        new ComponentType(Map.of("a:b/c", left), Map.of("a:b/c", right), List.of(), List.of());
    assertThat(JavaMapping.of(component, "x.wasm", null).interfaces())
        .extracting(declaration -> declaration.name().toString())
        .containsExactly("wit.a.b.C", "wit.a.b.C_");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void tuplesUpTo16_areRecords(int length) throws IOException {
    assertThat(SourceCompiler.errors(withTuple(length))).isEmpty();
  }

  @Test
  void functionsWithoutJavaForm_areLeftOut() throws IOException {
    JavaModel model = withTuple(17);
    assertThat(model.interfaces().get(0).methods()).isEmpty();
    assertThat(SourceCompiler.errors(model)).isEmpty();
  }

  @Test
  void moreParametersThanAMethodMayHave_areLeftOut() {
    ValType[] params = Collections.nCopies(126, PrimType.U64).toArray(ValType[]::new);
    JavaModel model =
        JavaMapping.of(exporting("a:b/c", Map.of("f", Kinds.func(params))), "x.wasm", null);
    assertThat(model.interfaces().get(0).methods()).isEmpty();
  }

  private static JavaModel withTuple(int length) {
    TupleType tuple = new TupleType(Collections.nCopies(length, PrimType.U8));
    return JavaMapping.of(exporting("a:b/c", Map.of("f", Kinds.func(tuple))), "x.wasm", null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text-c", "greeter-js", "hello-cli"})
  void sourcesOfRealComponents_compile(String name) throws IOException {
    Path file = Path.of("../../shared/components/" + name + ".wasm");
    assumeTrue(Files.exists(file), "shared/components is not beside the project");
    JavaModel model = JavaMapping.of(Component.load(file).type(), name + ".wasm", null);
    assertThat(SourceCompiler.errors(model)).isEmpty();
  }

  private static ComponentType exporting(String name, Map<String, ExternType> exports) {
    return new ComponentType(
        Map.of(), Map.of(name, new InstanceType(exports, List.of())), List.of(), List.of());
  }

  private static String source(JavaModel model) throws IOException {
    assertThat(SourceCompiler.errors(model)).isEmpty();
    return model.interfaces().stream().map(JavaSource::of).collect(Collectors.joining("\n"));
  }

  private static void assertGolden(String name, String actual) throws IOException {
    Path golden = GOLDENS.resolve(name);
    if (System.getProperty("bless") != null) {
      Files.createDirectories(GOLDENS);
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }
}

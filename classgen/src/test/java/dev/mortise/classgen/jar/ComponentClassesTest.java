package dev.mortise.classgen.jar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.classgen.Guests;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.error.MalformedComponentException;
import dev.mortise.runtime.error.UnsupportedComponentException;
import dev.mortise.runtime.generated.GeneratedComponent;
import dev.mortise.runtime.generated.GeneratedImport;
import dev.mortise.runtime.generated.UnitParts;
import dev.mortise.runtime.plan.LinkPlan;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import kinds.Kinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;
import wit.test.kinds.v1.Host;

/** What is in a jar. */
class ComponentClassesTest {
  static final List<String> GUESTS = Guests.OWN;

  @TempDir Path temp;

  @ParameterizedTest
  @FieldSource("GUESTS")
  void everyClass_passesTheVerifier(String guest) {
    ComponentClasses classes = Ahead.classes(guest);
    classes
        .implementation()
        .forEach(
            (name, bytes) -> {
              StringWriter problems = new StringWriter();
              CheckClassAdapter.verify(
                  new ClassReader(bytes),
                  getClass().getClassLoader(),
                  false,
                  new PrintWriter(problems));
              // Classes of the jar itself are in no class loader that the verifier could ask.
              assertThat(problems.toString().lines().filter(l -> !l.contains("not present")))
                  .as(name)
                  .noneMatch(line -> line.startsWith("org.objectweb.asm.tree.analysis"));
            });
  }

  @ParameterizedTest
  @FieldSource("GUESTS")
  void nothingOfTheGenerator_isNamed(String guest) {
    Set<String> foreign =
        Ahead.classes(guest).files().entrySet().stream()
            .filter(file -> file.getKey().endsWith(".class"))
            .flatMap(file -> references(file.getValue()))
            .filter(
                name ->
                    name.startsWith("dev/mortise/") && !name.startsWith("dev/mortise/runtime/")
                        || name.startsWith("org/objectweb/")
                        || name.startsWith("com/dylibso/chicory/compiler/"))
            .collect(Collectors.toSet());
    assertThat(foreign).isEmpty();
  }

  /** The class names in a class file's constant pool. */
  private static Stream<String> references(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    char[] buffer = new char[reader.getMaxStringLength()];
    List<String> names = new ArrayList<>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      if (offset > 0 && reader.readByte(offset - 1) == 7) {
        names.add(reader.readUTF8(offset, buffer));
      }
    }
    return names.stream();
  }

  @ParameterizedTest
  @FieldSource("GUESTS")
  void sameComponent_givesTheSameBytes(String guest) {
    byte[] jar = ModularJar.of(Ahead.classes(guest), guest);
    assertThat(ModularJar.of(Ahead.classes(guest), guest)).isEqualTo(jar);
  }

  @ParameterizedTest
  @FieldSource("GUESTS")
  void sources_compileToTheDeclarations(String guest) throws Exception {
    ComponentClasses classes = Ahead.classes(guest);
    Path sources = Files.createDirectories(temp.resolve("sources"));
    Path internal = Files.createDirectories(temp.resolve("internal"));
    List<String> arguments = new ArrayList<>(List.of("-parameters", "-d", temp.toString()));
    arguments.addAll(
        List.of(
            "-cp", internal + java.io.File.pathSeparator + System.getProperty("java.class.path")));
    for (Map.Entry<String, String> source : ModularJar.sources(classes.model()).entrySet()) {
      arguments.add(write(sources, source.getKey(), source.getValue().getBytes()).toString());
    }
    for (Map.Entry<String, byte[]> file : classes.implementation().entrySet()) {
      write(internal, file.getKey() + ".class", file.getValue());
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    for (Map.Entry<String, byte[]> declared : classes.declarations().entrySet()) {
      assertThat(methods(Files.readAllBytes(temp.resolve(declared.getKey() + ".class"))))
          .as(declared.getKey())
          .isEqualTo(methods(declared.getValue()));
    }
  }

  private static Map<String, Integer> methods(byte[] bytes) {
    Map<String, Integer> methods = new TreeMap<>();
    new ClassReader(bytes)
        .accept(
            new org.objectweb.asm.ClassVisitor(org.objectweb.asm.Opcodes.ASM9) {
              @Override
              public org.objectweb.asm.MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  String signature,
                  String[] exceptions) {
                if ((access & org.objectweb.asm.Opcodes.ACC_SYNTHETIC) == 0) {
                  methods.put(name + descriptor + signature + Arrays.toString(exceptions), access);
                }
                return null;
              }
            },
            0);
    return methods;
  }

  private static Path write(Path folder, String name, byte[] bytes) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  @Test
  void jar_isAModuleThatHidesItsCode() throws Exception {
    Path file =
        Files.write(temp.resolve("kinds.jar"), ModularJar.of(Ahead.classes("kinds"), "kinds"));
    try (JarFile jar = new JarFile(file.toFile())) {
      ModuleDescriptor module =
          ModuleDescriptor.read(jar.getInputStream(jar.getEntry("module-info.class")));
      assertThat(module.name()).isEqualTo("kinds");
      assertThat(module.exports().stream().map(ModuleDescriptor.Exports::source))
          .containsExactlyInAnyOrder("kinds", "wit.test.kinds.v1");
      assertThat(module.requires().stream().map(ModuleDescriptor.Requires::name))
          .containsExactlyInAnyOrder(
              "java.base", "dev.mortise.runtime", "com.dylibso.chicory.runtime");
      assertThat(module.packages()).contains("kinds.internal", "kinds.internal.call");
    }
  }

  @Test
  void docsOfTheComponent_areJavadoc() throws Exception {
    byte[] json = "\0{\"interfaces\":{\"api\":{\"docs\":\"All kinds.\"}}}".getBytes(UTF_8);
    byte[] name = "package-docs".getBytes(UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(Files.readAllBytes(Guests.file("kinds")));
    bytes.write(0);
    bytes.write(1 + name.length + json.length);
    bytes.write(name.length);
    bytes.write(name);
    bytes.write(json);
    ComponentClasses classes = ComponentClasses.of(bytes.toByteArray(), "kinds.wasm", null);
    assertThat(ModularJar.sources(classes.model()).get("wit/test/kinds/v1/Api.java"))
        .contains("/** All kinds. */\n@org.jspecify.annotations.NullMarked");
  }

  @Test
  void modules_haveLostTheirCode() {
    ComponentClasses classes = Ahead.classes("kinds");
    int stripped = classes.resources().values().stream().mapToInt(bytes -> bytes.length).sum();
    assertThat(classes.resources()).containsKey("kinds/internal/Module0.wasm");
    assertThat(stripped).isLessThan((int) (Guests.file("kinds").toFile().length() / 2));
  }

  @ParameterizedTest
  @CsvSource({
    "greeter.wasm,greeter",
    "text-c.wasm,text.c",
    "a--b.wasm,a.b",
    "2nd.wasm,_2nd",
    "x.1.wasm,x._1"
  })
  void moduleName_followsTheRulesForAutomaticModules(String file, String module) {
    assertThat(dev.mortise.classgen.jar.ModuleDescriptor.nameOf(file)).isEqualTo(module);
  }

  @Test
  void objectOfAnotherInterface_isRefusedWithWhatToDo() throws Exception {
    assertThatExceptionOfType(LinkException.class)
        .isThrownBy(
            () ->
                Ahead.instantiate(
                    "kinds",
                    Kinds.class,
                    Imports.builder()
                        .instance("test:kinds/host@1.2.0", i -> i.func("log", a -> null))
                        .build()))
        .withMessageContaining("import \"test:kinds/host@1.2.0\"")
        .withMessageContaining(Host.class.getName())
        .withMessageContaining("made ahead of time");
  }

  @Test
  void nullForAnImport_isRefusedByName() throws Exception {
    ComponentClasses classes = Ahead.classes("kinds");
    GeneratedComponent component = Ahead.component(classes);
    assertThatExceptionOfType(LinkException.class)
        .isThrownBy(() -> component.instantiate(new Object[] {null}))
        .withMessageContaining("test:kinds/host@1.2.0")
        .withMessageContaining("nothing supplied");
  }

  @Test
  void whatIsNoComponent_isRefusedAsItIsWhenItIsLoaded() {
    assertThatExceptionOfType(MalformedComponentException.class)
        .isThrownBy(() -> ComponentClasses.of(new byte[] {1, 2, 3}, "x.wasm", null));
  }

  @Test
  void exportWithoutCode_isWarnedOf_andSaysSoWhenItIsCalled() throws Exception {
    ComponentClasses classes = Ahead.classes("passed");
    assertThat(classes.warnings()).singleElement().asString().startsWith("export g: ");
    GeneratedComponent component = Ahead.component(classes);
    Class<?> host = component.getClass().getClassLoader().loadClass("passed.Passed$Imports");
    Object object =
        Proxy.newProxyInstance(
            host.getClassLoader(), new Class<?>[] {host}, (proxy, method, arguments) -> 7L);
    Object world = component.instantiate(new Object[] {object});
    Method g = world.getClass().getMethod("g", long.class);
    assertThatExceptionOfType(InvocationTargetException.class)
        .isThrownBy(() -> g.invoke(world, 1L))
        .havingCause()
        .isInstanceOf(UnsupportedComponentException.class)
        .withMessageContaining("export g")
        .withMessageContaining("at run time instead");
  }

  @Test
  void codeOfAnotherFormat_isRefusedWithWhatToDo() {
    assertThatExceptionOfType(UnsupportedComponentException.class)
        .isThrownBy(() -> new OfAnotherFormat())
        .withMessageContaining("format " + (GeneratedComponent.FORMAT + 1))
        .withMessageContaining("Make the classes anew");
  }

  /** A component that a later version made. */
  private static final class OfAnotherFormat extends GeneratedComponent {
    OfAnotherFormat() {
      super(FORMAT + 1);
    }

    @Override
    protected LinkPlan makePlan() {
      throw new AssertionError();
    }

    @Override
    protected UnitParts parts() {
      throw new AssertionError();
    }

    @Override
    protected GeneratedImport[] imports() {
      throw new AssertionError();
    }

    @Override
    protected InputStream open(String name) {
      throw new AssertionError();
    }
  }
}

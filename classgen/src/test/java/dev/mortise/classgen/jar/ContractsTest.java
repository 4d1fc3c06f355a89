package dev.mortise.classgen.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.runtime.error.LinkException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars of declarations that several components share. */
class ContractsTest {
  @TempDir Path temp;

  private Path write(JavaModel model) throws Exception {
    Path folder = Files.createDirectories(temp.resolve("contracts"));
    for (Map.Entry<String, byte[]> jar : ModularJar.contracts(List.of(model)).entrySet()) {
      Files.write(folder.resolve(jar.getKey() + ".jar"), jar.getValue());
    }
    return folder;
  }

  private static Set<String> names(java.util.Collection<ModuleReference> modules) {
    return modules.stream().map(m -> m.descriptor().name()).collect(Collectors.toSet());
  }

  @Test
  void everyPackage_isAModule() throws Exception {
    Path folder = write(Ahead.classes("kinds").model());
    assertThat(names(ModuleFinder.of(folder).findAll()))
        .containsExactlyInAnyOrder("kinds", "wit.test.kinds.v1");
    ModuleReference world = ModuleFinder.of(folder).find("kinds").orElseThrow();
    assertThat(world.descriptor().requires().stream().map(Object::toString))
        .contains("transitive wit.test.kinds.v1", "transitive dev.mortise.runtime");
  }

  @Test
  void componentWithContracts_leavesTheirPackagesOut() throws Exception {
    ComponentClasses classes = Ahead.classes("kinds");
    Path folder = write(classes.model());
    Files.delete(folder.resolve("kinds.jar"));
    Path jar =
        Files.write(
            temp.resolve("kinds.jar"),
            ModularJar.of(classes, "kinds", Contracts.of(List.of(folder))));
    ModuleReference module = ModuleFinder.of(jar).find("kinds").orElseThrow();
    assertThat(module.descriptor().packages())
        .contains("kinds", "kinds.internal")
        .doesNotContain("wit.test.kinds.v1");
    assertThat(module.descriptor().requires().stream().map(Object::toString))
        .contains("transitive wit.test.kinds.v1");
    try (var reader = module.open()) {
      assertThat(reader.list().filter(name -> name.startsWith("wit/"))).isEmpty();
    }
  }

  @Test
  void contractThatLacksAMethod_isRefusedByName() throws Exception {
    ComponentClasses classes = Ahead.classes("kinds");
    JavaModel model = classes.model();
    List<InterfaceDecl> fewer =
        model.interfaces().stream()
            .map(
                i ->
                    new InterfaceDecl(
                        i.name(), i.wit(), i.types(), i.methods().subList(1, i.methods().size())))
            .toList();
    Path folder =
        write(new JavaModel(fewer, model.world(), model.types(), true, null, model.said()));
    Files.delete(folder.resolve("kinds.jar"));
    String missing = model.interfaces().get(0).methods().get(0).name();
    assertThatExceptionOfType(LinkException.class)
        .isThrownBy(() -> ModularJar.of(classes, "kinds", Contracts.of(List.of(folder))))
        .withMessageContaining("module wit.test.kinds.v1")
        .withMessageContaining(missing);
  }

  @Test
  void contract_isTheSameBytesEachTime() {
    JavaModel model = Ahead.classes("kinds").model();
    Map<String, byte[]> first = ModularJar.contracts(List.of(model));
    ModularJar.contracts(List.of(model))
        .forEach((name, jar) -> assertThat(jar).isEqualTo(first.get(name)));
    Map<String, byte[]> sources = ModularJar.contractSources(List.of(model));
    assertThat(sources.keySet()).isEqualTo(first.keySet());
  }

  @Test
  void componentJar_providesWhatItExportsAndUsesWhatItImports() throws Exception {
    ComponentClasses classes = Ahead.classes("kinds");
    Path jar = Files.write(temp.resolve("kinds.jar"), ModularJar.of(classes, "kinds"));
    ModuleDescriptor module = ModuleFinder.of(jar).find("kinds").orElseThrow().descriptor();
    Set<String> imports =
        classes.model().imports().stream()
            .map(wanted -> wanted.type().binaryName())
            .collect(Collectors.toSet());
    assertThat(module.uses()).isEqualTo(imports);
    Set<String> exports =
        classes.model().world().accessors().stream()
            .map(accessor -> accessor.type().binaryName())
            .collect(Collectors.toSet());
    exports.add("kinds.Kinds");
    exports.removeAll(imports);
    assertThat(module.provides().stream().map(ModuleDescriptor.Provides::service))
        .containsExactlyInAnyOrderElementsOf(exports);
  }
}

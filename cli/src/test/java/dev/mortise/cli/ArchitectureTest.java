package dev.mortise.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package below the verbs may use which: one row each. The verbs may use all of them. */
class ArchitectureTest {
  private static final String ROOT = "dev.mortise.cli";

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "js   | esm-integration, js-bridge, wasi, wasi-contracts, polyglot, jline",
        "form | loader",
        "serve | wasi, jetty",
        "run  | form, loader, classgen, wasi, json, picocli",
        "terminal | loader",
        "input | loader, classgen, jdk-module-layer, java-compiler, picocli",
        "report | input, loader, classgen, jdk-module-layer, json, picocli",
        "cache | loader, terminal, picocli",
      })
  void room_usesWhatItsRowSays(String room, String uses) {
    List<String> allowed =
        new ArrayList<>(
            List.of("java..", "org.jspecify..", "dev.mortise.runtime..", ROOT + "." + room));
    Arrays.stream(uses.split(", "))
        .map(
            use ->
                switch (use) {
                  case "classgen" -> "dev.mortise.classgen..";
                  case "esm-integration" -> "dev.mortise.esmintegration..";
                  case "java-compiler" -> "javax.lang.model..";
                  case "jdk-module-layer" -> "dev.mortise.jdkmodulelayer..";
                  case "jetty" -> "org.eclipse.jetty..";
                  case "jline" -> "org.jline..";
                  case "js-bridge" -> "dev.mortise.jsbridge..";
                  case "json" -> "com.fasterxml.jackson..";
                  case "loader" -> "dev.mortise.loader..";
                  case "picocli" -> "picocli..";
                  case "wasi" -> "dev.mortise.wasi..";
                  case "wasi-contracts" -> "wit.wasi..";
                  case "polyglot" -> "org.graalvm.polyglot..";
                  default -> ROOT + "." + use;
                })
        .forEach(allowed::add);
    classes()
        .that()
        .resideInAPackage(ROOT + "." + room)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .check(classes);
  }

  @Test
  void everyPackage_isNullMarked_andHasItsRow() {
    assertThat(classes.stream().map(JavaClass::getPackage).distinct())
        .hasSize(9)
        .allMatch(room -> room.isAnnotatedWith(NullMarked.class));
  }
}

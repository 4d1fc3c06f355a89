package dev.mortise.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each package knows those that it may import, and the face knows all. */
class ArchitectureTest {
  private static final String ROOT = "dev.mortise.testing";

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
  }

  /** The packages that a package must not know; {@code .} is the face. */
  @ParameterizedTest
  @CsvSource({
    "mock, . component record wasi words",
    "words, . component record wasi",
    "record, . component wasi",
    "component, . record wasi",
    "wasi, . component mock record words",
    "wasi.files, . component mock record words wasi",
    "wasi.io, . component mock record words wasi wasi.files"
  })
  void room_doesNotKnowWhatIsBehindIt(String room, String forbidden) {
    String[] packages = forbidden.split(" ");
    for (int i = 0; i < packages.length; i++) {
      packages[i] = packages[i].equals(".") ? ROOT : ROOT + "." + packages[i];
    }
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(classes);
  }

  /** Streams and files of a virtual WASI are plain Java. */
  @ParameterizedTest
  @CsvSource({"wasi.files", "wasi.io"})
  void memory_knowsNoComponents(String room) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.mortise.runtime..", "dev.mortise.loader..", "org.junit..")
        .check(classes);
  }

  @Test
  void everyPackage_isNullMarked() {
    assertThat(classes.stream().map(JavaClass::getPackage).distinct())
        .hasSize(8)
        .allMatch(room -> room.isAnnotatedWith(NullMarked.class));
  }
}

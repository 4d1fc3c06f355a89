package dev.mortise.jsbridge;

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

/** A package knows those before it: shape, entry, untyped, script, and the face. */
class ArchitectureTest {
  private static final String ROOT = "dev.mortise.jsbridge";

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
  }

  @ParameterizedTest
  @CsvSource({
    "shape, entry",
    "shape, untyped",
    "shape, script",
    "entry, untyped",
    "entry, script",
    "untyped, script"
  })
  void room_doesNotKnowALaterOne(String room, String later) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT, ROOT + "." + later)
        .check(classes);
  }

  @Test
  void script_isTextAlone() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".script", ROOT + ".shape")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT, "org.graalvm..", "org.objectweb.asm..")
        .check(classes);
  }

  @Test
  void everyPackage_isNullMarked() {
    assertThat(classes.stream().map(JavaClass::getPackage).distinct())
        .hasSize(5)
        .allMatch(room -> room.isAnnotatedWith(NullMarked.class));
  }
}

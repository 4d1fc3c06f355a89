package dev.mortise.jdkmodulelayer;

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

/** The phases look back and never ahead: find, contract, resolve, define, and the face. */
class ArchitectureTest {
  private static final String ROOT = "dev.mortise.jdkmodulelayer";

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
  }

  @ParameterizedTest
  @CsvSource({"find, contract", "contract, resolve", "resolve, define"})
  void phase_doesNotKnowALaterOne(String phase, String next) {
    String[] all = {"find", "contract", "resolve", "define"};
    for (int i = all.length - 1; i >= 0; i--) {
      noClasses()
          .that()
          .resideInAPackage(ROOT + "." + phase)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT, ROOT + "." + all[i])
          .check(classes);
      if (all[i].equals(next)) {
        break;
      }
    }
  }

  @Test
  void define_doesNotKnowTheFace() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".define")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .check(classes);
  }

  @Test
  void everyPackage_isNullMarked() {
    assertThat(classes.stream().map(JavaClass::getPackage).distinct())
        .hasSize(5)
        .allMatch(room -> room.isAnnotatedWith(NullMarked.class));
  }
}

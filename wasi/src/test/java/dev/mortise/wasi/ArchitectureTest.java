package dev.mortise.wasi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packages of WASI know what is granted, streams, and no other package of WASI. */
class ArchitectureTest {
  private static final String ROOT = "dev.mortise.wasi";

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
        "config     | ''",
        "io         | ''",
        "clocks     | io",
        "random     | io",
        "cli        | config io",
        "files      | config io",
        "filesystem | config io files clocks",
        "sockets    | config io",
        "preview1   | ''",
        "exchange   | ''",
        "bodies     | io exchange",
        "http       | config io exchange bodies",
      })
  void room_knowsNoMoreThan(String room, String others) {
    Set<String> known = Set.of(others.split(" "));
    String[] unknown =
        Stream.of(
                "config",
                "io",
                "clocks",
                "random",
                "cli",
                "files",
                "filesystem",
                "sockets",
                "preview1",
                "exchange",
                "bodies",
                "http")
            .filter(name -> !name.equals(room) && !known.contains(name))
            .map(name -> ROOT + "." + name)
            .toArray(String[]::new);
    String[] all = Arrays.copyOf(unknown, unknown.length + 1);
    all[unknown.length] = ROOT;
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(all)
        .check(classes);
  }

  /** A host is written as any user's would be: against contracts and the run time. */
  @Test
  void interfaces_needNoLoader() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".*")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.mortise.loader..", "dev.mortise.classgen..")
        .check(classes);
  }

  @Test
  void everyPackage_isNullMarked() {
    assertThat(classes.stream().map(JavaClass::getPackage).distinct())
        .hasSize(13)
        .allMatch(room -> room.isAnnotatedWith(NullMarked.class));
  }
}

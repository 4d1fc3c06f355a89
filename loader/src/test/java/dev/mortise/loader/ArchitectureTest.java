package dev.mortise.loader;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which room of the loader may look into which: a later stage uses an earlier one, never back. */
class ArchitectureTest {
  private static final String ROOT = "dev.mortise.loader";

  /** A package under {@link #ROOT}, with all below it, and the packages that it may use. */
  private record Room(String name, String... mayUse) {

    String packages() {
      return ROOT + "." + name + "..";
    }

    DescribedPredicate<JavaClass> forbidden() {
      DescribedPredicate<JavaClass> allowed =
          resideOutsideOfPackage(ROOT + "..").or(resideInAPackage(packages()));
      for (String used : mayUse) {
        allowed = allowed.or(resideInAPackage(ROOT + "." + used + ".."));
      }
      return DescribedPredicate.not(allowed).as("what %s may not use", name);
    }

    @Override
    public String toString() {
      return name + " → " + String.join(" ", mayUse);
    }
  }

  /** The arrows. A room that does not stand yet has its row already. */
  private static final List<Room> ROOMS =
      List.of(
          new Room("error"),
          new Room("core", "error"),
          new Room("name"),
          new Room("type", "core", "error"),
          new Room("wit", "name", "type", "core", "error"),
          new Room("value", "wit", "type", "core", "error"),
          new Room("wave", "wit", "value", "type", "core", "error"),
          new Room("model", "type", "core", "error"),
          new Room("decode", "model", "type", "core", "error"),
          new Room("abi.layout", "type", "core", "error"),
          new Room("validate.rule", "decode", "error"),
          new Room("validate.core", "validate.rule", "decode", "model", "core", "error"),
          new Room(
              "validate.theory",
              "validate.core",
              "validate.rule",
              "decode",
              "type",
              "core",
              "error"),
          new Room("validate", "decode", "model", "abi.layout", "name", "type", "core", "error"),
          new Room("report", "model", "error"),
          new Room("compat", "validate", "name", "type", "core", "error"),
          new Room("engine", "core", "error"),
          new Room("abi", "engine", "value", "type", "core", "error"),
          new Room("plan", "abi", "engine", "validate", "model", "name", "type", "core", "error"),
          new Room(
              "instance",
              "plan",
              "abi",
              "engine",
              "model",
              "name",
              "value",
              "type",
              "core",
              "error"),
          new Room("glue", "instance", "abi", "engine", "value", "type", "core", "error"),
          new Room(
              "instance.builtin",
              "plan",
              "abi",
              "engine",
              "model",
              "value",
              "type",
              "core",
              "error"),
          new Room(
              "link",
              "glue",
              "instance",
              "plan",
              "validate",
              "wit",
              "name",
              "value",
              "type",
              "core",
              "error"));

  private static JavaClasses loader;

  @BeforeAll
  static void readClasses() {
    loader =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
  }

  static List<Room> rooms() {
    return ROOMS;
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void room_usesOnlyWhatItsRowNames(Room room) {
    noClasses()
        .that()
        .resideInAPackage(room.packages())
        .should()
        .dependOnClassesThat(room.forbidden())
        .allowEmptyShould(true)
        .check(loader);
  }

  @Test
  void everyPackage_hasARow() {
    Set<String> known = ROOMS.stream().map(Room::name).collect(toSet());
    assertThat(packages().map(JavaPackage::getName).filter(name -> !name.equals(ROOT)))
        .as("packages; a new one needs a row in ROOMS")
        .allMatch(name -> known.contains(name.substring(ROOT.length() + 1).split("\\.", 2)[0]));
  }

  @Test
  void everyPackage_isNullMarked() {
    assertThat(packages().filter(room -> !room.isAnnotatedWith(NullMarked.class)))
        .as("packages without @NullMarked in a package-info")
        .isEmpty();
  }

  @Test
  void packages_haveNoCycle() {
    slices()
        .matching(ROOT + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(loader);
  }

  @Test
  void chicory_isUsedByItsAdapterOnly() {
    classes()
        .that()
        .resideOutsideOfPackage(ROOT + ".engine.chicory..")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage("com.dylibso..")
        .check(loader);
  }

  @Test
  void standardStreams_areNotUsed() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(loader);
  }

  private static Stream<JavaPackage> packages() {
    return loader.stream().map(JavaClass::getPackage).distinct();
  }
}

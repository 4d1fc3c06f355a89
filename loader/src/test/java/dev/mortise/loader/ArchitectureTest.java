package dev.mortise.loader;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which room of loader and run time may look into which: a later stage uses an earlier one, never
 * back.
 */
class ArchitectureTest {
  private static final String ROOT = "dev.mortise";

  /** What is data, or says what is wrong with it. */
  private static final String[] RUNTIME_DATA = {
    "runtime.value", "runtime.type", "runtime.name", "runtime.core", "runtime.error", "runtime.plan"
  };

  /** A package under {@link #ROOT}, with all below it, and the packages that it may use. */
  private record Room(String name, String... mayUse) {

    String packages() {
      return ROOT + "." + name + "..";
    }

    DescribedPredicate<JavaClass> forbidden() {
      DescribedPredicate<JavaClass> allowed =
          resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(packages(), ROOT + ".runtime"));
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

  /** Several packages: names, and arrays of names. */
  private static String[] with(Object... names) {
    return Stream.of(names)
        .flatMap(n -> n instanceof String[] several ? Stream.of(several) : Stream.of((String) n))
        .toArray(String[]::new);
  }

  /** The arrows. */
  private static final List<Room> ROOMS =
      List.of(
          new Room("runtime.error"),
          new Room("runtime.core", "runtime.error"),
          new Room("runtime.name"),
          new Room("runtime.type", "runtime.core", "runtime.error"),
          new Room("runtime.value", "runtime.type", "runtime.core", "runtime.error"),
          new Room("runtime.abi.layout", "runtime.type", "runtime.core", "runtime.error"),
          new Room("runtime.engine", "runtime.core", "runtime.error"),
          new Room(
              "runtime.abi",
              "runtime.engine",
              "runtime.value",
              "runtime.type",
              "runtime.core",
              "runtime.error"),
          new Room(
              "runtime.plan",
              "runtime.abi.layout",
              "runtime.engine",
              "runtime.type",
              "runtime.core",
              "runtime.error"),
          new Room(
              "runtime.instance",
              "runtime.plan",
              "runtime.abi",
              "runtime.engine",
              "runtime.value",
              "runtime.type",
              "runtime.core",
              "runtime.error"),
          new Room("runtime.view"),
          new Room(
              "runtime.glue",
              "runtime.view",
              "runtime.instance",
              "runtime.abi",
              "runtime.engine",
              "runtime.value",
              "runtime.type",
              "runtime.core",
              "runtime.error"),
          new Room(
              "runtime.link",
              "runtime.glue",
              "runtime.instance",
              "runtime.plan",
              "runtime.name",
              "runtime.value",
              "runtime.type",
              "runtime.core",
              "runtime.error"),
          new Room(
              "runtime.generated",
              "runtime.link",
              "runtime.instance",
              "runtime.plan",
              "runtime.engine",
              "runtime.abi",
              "runtime.type",
              "runtime.value",
              "runtime.core",
              "runtime.error"),
          new Room("loader.wit", RUNTIME_DATA),
          new Room("loader.wave", RUNTIME_DATA),
          new Room("loader.model", RUNTIME_DATA),
          new Room("loader.decode", with("loader.model", RUNTIME_DATA)),
          new Room("loader.validate.rule", with("loader.decode", RUNTIME_DATA)),
          new Room(
              "loader.validate.core",
              with("loader.validate.rule", "loader.decode", "loader.model", RUNTIME_DATA)),
          new Room(
              "loader.validate.theory",
              with("loader.validate.core", "loader.validate.rule", "loader.decode", RUNTIME_DATA)),
          new Room(
              "loader.validate",
              with("runtime.abi.layout", "loader.decode", "loader.model", RUNTIME_DATA)),
          new Room("loader.report", "loader.model", "runtime.error"),
          new Room("loader.compat", with("loader.validate", RUNTIME_DATA)),
          new Room("loader.cache"),
          new Room(
              "loader.compile", "loader.cache", "runtime.engine", "runtime.core", "runtime.error"),
          new Room(
              "loader.plan",
              with(
                  "runtime.plan",
                  "runtime.abi.layout",
                  "runtime.engine",
                  "loader.validate",
                  "loader.model",
                  RUNTIME_DATA)),
          new Room(
              "loader.link",
              with(
                  "runtime.link",
                  "runtime.glue",
                  "runtime.instance",
                  "runtime.plan",
                  "loader.plan",
                  "loader.validate",
                  RUNTIME_DATA)));

  private static JavaClasses loader;

  @BeforeAll
  static void readClasses() {
    loader =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT + ".runtime", ROOT + ".loader");
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
    assertThat(
            packages()
                .map(room -> room.getName().substring(ROOT.length() + 1))
                .filter(name -> name.contains(".")))
        .as("packages; a new one needs a row in ROOMS")
        .allMatch(name -> known.contains(prefix(name)));
  }

  private static String prefix(String name) {
    String[] parts = name.split("\\.");
    return parts[0] + "." + parts[1];
  }

  @Test
  void everyPackage_isNullMarked() {
    assertThat(packages().filter(room -> !room.isAnnotatedWith(NullMarked.class)))
        .as("packages without @NullMarked in a package-info")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"runtime", "loader"})
  void packages_haveNoCycle(String module) {
    slices()
        .matching(ROOT + "." + module + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(loader);
  }

  @Test
  void chicory_isUsedByItsAdapterOnly() {
    classes()
        .that()
        .resideOutsideOfPackages(ROOT + ".runtime.engine.chicory..", ROOT + ".loader.compile..")
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

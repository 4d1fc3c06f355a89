package dev.mortise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mortise java}, in a process of its own: it ends as the application does. */
class JavaCommandTest {
  private static final Path COMPONENTS = Path.of("../examples/jpms-layer/components");

  private static final String MODULE =
      "module app { requires shop; uses shop.Shop; uses wit.docs.shop.v1.Cart; }";

  /** Does as its first argument says. */
  private static final String MAIN =
      """
      package app;

      import java.util.ServiceLoader;
      import wit.docs.shop.v1.Cart;

      class Main {
        public static void main(String[] args) throws Exception {
          switch (args[0]) {
            case "call" -> {
              shop.Shop shop = ServiceLoader.load(shop.Shop.class).findFirst().orElseThrow();
              Cart cart = ServiceLoader.load(Cart.class).findFirst().orElseThrow();
              System.out.println(shop.total(40, 2) + " " + cart.total(1, 2) + " " + cart.calls());
            }
            case "describe" -> {
              Class<?> type = shop.Shop.class;
              System.out.println(type.getModule() + " " + type.getModule().getDescriptor().toNameAndVersion()
                  + " " + Main.class.getModule().canRead(type.getModule())
                  + " " + type.getModule().isExported("shop.internal", Main.class.getModule())
                  + " " + (Thread.currentThread().getContextClassLoader() == Main.class.getClassLoader()));
            }
            case "arguments" -> System.out.println(String.join("|", args));
            case "property" -> System.out.println(System.getProperty("greeting"));
            case "throw" -> throw new IllegalStateException("no more", new Exception("cause"));
            case "exit" -> System.exit(42);
            case "thread" -> new Thread(() -> {
              try {
                Thread.sleep(300);
              } catch (InterruptedException e) {
                return;
              }
              System.out.println("later");
            }).start();
            default -> throw new AssertionError(args[0]);
          }
        }
      }

      class Plain {
        void main() {
          System.out.println("an instance");
        }
      }

      class None {}
      """;

  @TempDir static Path temp;
  private static Path app;

  @BeforeAll
  static void compile() throws Exception {
    Path contracts = temp.resolve("contracts");
    for (String wit : List.of("math", "shop")) {
      Outcome made =
          Outcome.of(
              "bindgen", "../examples/jpms-layer/wit/" + wit + ".wit", "-o", contracts.toString());
      assertThat(made.exitCode()).as(made.err()).isZero();
    }
    Path jar = temp.resolve("jars/shop.jar");
    Outcome made =
        Outcome.of(
            "jar",
            COMPONENTS.resolve("shop.wasm").toString(),
            "--contracts",
            contracts.toString(),
            "-o",
            jar.toString());
    assertThat(made.exitCode()).as(made.err()).isZero();
    app = temp.resolve("app");
    javac(app, Map.of("module-info.java", MODULE, "app/Main.java", MAIN), jar, contracts);
  }

  private static void javac(Path classes, Map<String, String> sources, Path... path)
      throws Exception {
    // The jars name the run time, which is no module where it is a folder of classes.
    Path runtime = temp.resolve("runtime");
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-p"));
    StringBuilder modules = new StringBuilder();
    for (Path entry : path) {
      modules.append(entry).append(File.pathSeparator);
    }
    arguments.add(modules.append(runtime).toString());
    compile(runtime, List.of("-proc:none", "-d", runtime.toString()), stand());
    compile(classes, arguments, sources);
  }

  private static Map<String, String> stand() {
    return Map.of(
        "module-info.java",
        "module dev.mortise.runtime { exports dev.mortise.runtime; }",
        "dev/mortise/runtime/WitName.java",
        "package dev.mortise.runtime; public @interface WitName { String value(); }",
        "dev/mortise/runtime/Imports.java",
        "package dev.mortise.runtime; public interface Imports {}");
  }

  private static void compile(Path classes, List<String> options, Map<String, String> sources)
      throws Exception {
    List<String> arguments = new ArrayList<>(options);
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = temp.resolve(classes.getFileName() + "-source").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    StringWriter messages = new StringWriter();
    PrintWriter out = new PrintWriter(messages, true);
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(out, out, arguments.toArray(String[]::new));
    assertThat(code).as(messages.toString()).isZero();
  }

  /** Runs {@code mortise java} with the application and the components on its path. */
  private static Outcome java(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "java"));
    command.addAll(List.of("--module-path", app + File.pathSeparator + COMPONENTS));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(temp, "out", ".txt");
    Path err = Files.createTempFile(temp, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void services_areTheLayersInstances() throws Exception {
    assertThat(java("-m", "app/app.Main", "call")).isEqualTo(new Outcome(0, "42 3 2\n", ""));
  }

  @Test
  void application_isAModuleThatReadsTheComponents() throws Exception {
    assertThat(java("-m", "app/app.Main", "describe"))
        .isEqualTo(new Outcome(0, "module shop shop true false true\n", ""));
  }

  @Test
  void whatFollowsTheMainClass_isTheApplications() throws Exception {
    assertThat(java("--module=app/app.Main", "arguments", "--help", "-m", "x", "--", "").out())
        .isEqualTo("arguments|--help|-m|x|--|\n");
  }

  @Test
  void properties_areSet() throws Exception {
    assertThat(java("-Dgreeting=hello", "-m", "app/app.Main", "property").out())
        .isEqualTo("hello\n");
  }

  @Test
  void exception_isToldAsJavaTellsIt() throws Exception {
    Outcome outcome = java("-m", "app/app.Main", "throw");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err().lines())
        .containsExactly(
            "Exception in thread \"main\" java.lang.IllegalStateException: no more",
            "\tat app/app/app.Main.main(Main.java:23)",
            "Caused by: java.lang.Exception: cause",
            "\t... 1 more");
  }

  @Test
  void exitCode_isTheApplications() throws Exception {
    assertThat(java("-m", "app/app.Main", "exit").exitCode()).isEqualTo(42);
  }

  @Test
  void threads_areWaitedFor() throws Exception {
    assertThat(java("-m", "app/app.Main", "thread")).isEqualTo(new Outcome(0, "later\n", ""));
  }

  @Test
  void instanceMain_isRunToo() throws Exception {
    assertThat(java("-m", "app/app.Plain").out()).isEqualTo("an instance\n");
  }

  @Test
  void mainClassThatIsNone_isTold() throws Exception {
    assertThat(java("-m", "app/app.Mian").err())
        .isEqualTo(
            "error: [no-main-class] module app: expected a class app.Mian, found none. Name a class"
                + " of a Java module; mortise run calls a function of a component\n");
    assertThat(java("-m", "app/app.None").err())
        .startsWith("error: [no-main-method] class app.None in module app: expected a method main");
    assertThat(java("-m", "app").err()).startsWith("error: [no-main-class] module app: it does");
    assertThat(java("-m", "shop/shop.Shop").err()).contains("a component, which has no main class");
  }

  @Test
  void moduleThatIsMissing_isToldBeforeAnythingRuns() throws Exception {
    Path other = temp.resolve("other");
    javac(
        other,
        Map.of("module-info.java", "module other { requires app; }"),
        app,
        temp.resolve("contracts"),
        temp.resolve("jars"));
    Outcome outcome = Outcome.of("java", "-p", other.toString(), "-m", "other/other.Main");
    assertThat(outcome.exitCode()).isEqualTo(6);
    assertThat(outcome.err())
        .startsWith("error: [missing-module] other (" + other + ")")
        .contains("> requires app: expected a module of that name on the path");
  }

  @Test
  void addedModules_areRootsToo() throws Exception {
    Outcome outcome =
        Outcome.of(
            "java",
            "-p",
            COMPONENTS.toString(),
            "--add-modules",
            "ALL-MODULE-PATH",
            "-m",
            "bill/x.Y");
    assertThat(outcome.err()).contains("a component, which has no main class");
    outcome =
        Outcome.of(
            "java", "-p", COMPONENTS.toString(), "--add-modules", "ops,nobody", "-m", "bill");
    assertThat(outcome.err()).contains("[unknown-module] root nobody");
  }
}

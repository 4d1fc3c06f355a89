package dev.mortise.esmintegration.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project that uses the declarations, checked by TypeScript's own compiler. */
class TypeCheckTest {
  private static final String TYPESCRIPT = "5.9.3";
  private static final Path INSTALLED = Path.of("target/typescript").toAbsolutePath();
  private static final Path COMPILER = INSTALLED.resolve("node_modules/typescript/lib/tsc.js");

  @TempDir Path project;

  private record Outcome(int exit, String text) {}

  @BeforeAll
  static void install() throws Exception {
    assumeTrue(runs("node", "--version"), "TypeScript is not tried: there is no Node.js");
    if (!Files.exists(COMPILER)) {
      Files.createDirectories(INSTALLED);
      assumeTrue(
          runs(
              "npm",
              "install",
              "--no-audit",
              "--no-fund",
              "--prefix",
              INSTALLED.toString(),
              "typescript@" + TYPESCRIPT),
          "TypeScript is not tried: npm cannot install typescript@" + TYPESCRIPT);
    }
  }

  private static boolean runs(String... command) throws Exception {
    try {
      return run(Path.of("").toAbsolutePath(), command).exit() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Outcome run(Path folder, String... command) throws Exception {
    Path output = Files.createTempFile("typescript", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      boolean ended = process.waitFor(50, TimeUnit.SECONDS);
      return new Outcome(ended ? process.exitValue() : -1, Files.readString(output));
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }

  private Outcome check(String main) throws Exception {
    for (String name : new String[] {"kinds", "greeter"}) {
      for (Map.Entry<String, String> file : DeclarationsTest.ofWit(name).entrySet()) {
        Path path = project.resolve("types").resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    }
    Files.writeString(project.resolve("types/main.ts"), main);
    Files.writeString(
        project.resolve("tsconfig.json"),
        """
        {
          "compilerOptions": {
            "strict": true, "noEmit": true, "target": "es2022", "module": "esnext",
            "moduleResolution": "bundler", "allowArbitraryExtensions": true,
            "lib": ["es2022", "esnext.disposable"], "types": [],
            "paths": { "docs:greeter/api": ["./types/interfaces/docs-greeter-api.d.ts"] }
          },
          "include": ["types"]
        }
        """);
    List<String> command = new ArrayList<>(List.of("node", COMPILER.toString(), "-p", "."));
    return run(project, command.toArray(String[]::new));
  }

  @Test
  void project_thatUsesComponents_isRight() throws Exception {
    Outcome outcome =
        check(
            """
            import component, { api, hello, 'docs:greeter/api@1.0.0' as full } from './greeter.wasm';
            import { greetPerson, type Person, type Style } from 'docs:greeter/api';
            import * as kinds from './kinds.js';
            import { Counter, type Item, type Choice } from './interfaces/demo-kinds-types.js';

            const style: Style = { tag: 'shout', val: 2 };
            const ann: Person = { name: 'Ann', age: 3, tags: ['a'] };
            const said: string = greetPerson(ann, style, 'happy', { wave: true });
            const [number, letter]: [number, string] = full.swap(['é', 2.5]);
            const sum: bigint = component.api.sum(new BigInt64Array([1n, 2n]));
            const oldest: Person | undefined = api.oldest([ann]);

            {
              using counter = new Counter(1);
              const more: number = counter.add(2);
              const item: Item = {
                itemName: 'a', nested: { tag: 'some', val: undefined },
                bytes: new Uint8Array(1), floats: new Float32Array(1), pairs: [['a', 1n]],
              };
              const choice: Choice = { tag: 'many', val: [item] };
              const made: Counter = kinds.api.run(item, counter, choice);
              kinds.api.delete(true);
              const text: string = kinds.default.paintIt('dark-green', undefined);
              console(hello('x'), said, number, letter, sum, oldest, more, made, text);
            }
            declare function console(...values: unknown[]): void;
            """);
    assertThat(outcome.text()).isEmpty();
    assertThat(outcome.exit()).isZero();
  }

  @Test
  void project_thatMisusesComponents_isWrong() throws Exception {
    Outcome outcome =
        check(
            """
            import { hello } from './greeter.wasm';
            import { greet } from 'docs:greeter/api';
            import { Counter } from './interfaces/demo-kinds-types.js';
            hello(1);
            greet();
            new Counter('1').add(1n);
            """);
    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.text())
        .contains("main.ts(4,7): error TS2345")
        .contains("main.ts(5,1): error TS2554")
        .contains("main.ts(6,13): error TS2345");
  }
}

package dev.mortise.classgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is made for a component goes with it. */
class CollectabilityTest {
  private static final int COMPONENTS = 1000;

  /** Enough for the classes of some dozens of components, and far from those of a thousand. */
  private static final List<String> SMALL =
      List.of("-XX:MaxMetaspaceSize=32m", "-Xmx128m", "-XX:TieredStopAtLevel=1");

  /** Less than a name for each of the components that come after the first measurement. */
  private static final long MOST_GROWTH_BYTES = 100L * COMPONENTS;

  @Test
  @Timeout(120)
  void components_goWhenTheyAreDropped() throws Exception {
    ChildJvm.Outcome outcome =
        ChildJvm.run(SMALL, LoadAndDrop.class, String.valueOf(COMPONENTS), "drop");
    assertThat(outcome.output()).contains(COMPONENTS + " components called");
    assertThat(outcome.exitCode()).isZero();
    Matcher growth = Pattern.compile("heap growth (-?[0-9]+)").matcher(outcome.output());
    assertThat(growth.find()).isTrue();
    assertThat(Long.parseLong(growth.group(1)))
        .as("bytes of heap that are left of %d components", COMPONENTS * 4 / 5)
        .isLessThan(MOST_GROWTH_BYTES);
  }

  @Test
  @Timeout(120)
  void components_fillTheMetaspaceWhenTheyAreKept() throws Exception {
    ChildJvm.Outcome outcome =
        ChildJvm.run(SMALL, LoadAndDrop.class, String.valueOf(COMPONENTS), "keep");
    assertThat(outcome.output()).contains("OutOfMemoryError: Metaspace");
    assertThat(outcome.exitCode()).isNotZero();
  }

  /** Loads, links, instantiates and calls components. */
  static final class LoadAndDrop {
    private LoadAndDrop() {}

    public static void main(String[] arguments) throws Exception {
      int count = Integer.parseInt(arguments[0]);
      boolean keep = arguments[1].equals("keep");
      List<Object> kept = new ArrayList<>();
      long heapBytes = 0;
      for (int i = 0; i < count; i++) {
        if (i == count / 5) {
          heapBytes = heapBytes();
        }
        Object world = use(Guests.OWN.get(i % Guests.OWN.size()));
        if (keep) {
          kept.add(world);
        }
      }
      System.out.println("heap growth " + (heapBytes() - heapBytes));
      System.out.println(count + " components called, " + kept.size() + " kept");
    }

    private static Object use(String name) throws Exception {
      TypedComponent component = Guests.load(name);
      Object world =
          component.instantiate(Guests.imports(component, (proxy, method, arguments) -> 7L));
      if (name.equals("kinds")) {
        Class<?> api = component.classLoader().loadClass("wit.test.kinds.v1.Api");
        expect(true, call(api, call(component.world(), world, "api"), "flip", false));
      } else {
        expect(42L, call(component.world(), world, "add", 20L, 22L));
      }
      if (name.equals("calls")) {
        expect(7L, call(component.world(), world, "callHost", 2L));
        expect("text", call(component.world(), world, "echo", "text"));
      }
      return world;
    }

    private static void expect(Object expected, Object actual) {
      if (!expected.equals(actual)) {
        throw new AssertionError(actual);
      }
    }

    private static long heapBytes() {
      for (int i = 0; i < 3; i++) {
        System.gc();
      }
      Runtime runtime = Runtime.getRuntime();
      return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Object call(Class<?> type, Object object, String name, Object... arguments)
        throws ReflectiveOperationException {
      for (Method method : type.getMethods()) {
        if (method.getName().equals(name)) {
          return method.invoke(object, arguments);
        }
      }
      throw new AssertionError(name);
    }
  }
}

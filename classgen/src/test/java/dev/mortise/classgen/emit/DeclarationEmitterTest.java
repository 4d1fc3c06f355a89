package dev.mortise.classgen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.Kinds;
import dev.mortise.classgen.mapping.SourceCompiler;
import dev.mortise.runtime.Unsigned;
import dev.mortise.runtime.WitName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

class DeclarationEmitterTest {
  private static final JavaModel MODEL = Kinds.model();

  @Test
  void emittedClasses_areWhatJavacMakesOfTheSource() throws Exception {
    assertThat(SourceCompiler.errors(MODEL)).isEmpty();
    URL compiled = SourceCompiler.OUTPUT.toUri().toURL();
    Map<String, byte[]> emitted = DeclarationEmitter.emit(MODEL);
    ClassLoader parent = DeclarationEmitterTest.class.getClassLoader();
    try (URLClassLoader javac = new URLClassLoader(new URL[] {compiled}, parent)) {
      BytesLoader ours = new BytesLoader(emitted, parent);
      assertThat(emitted).hasSizeGreaterThan(9);
      for (String name : emitted.keySet()) {
        String binaryName = name.replace('/', '.');
        assertThat(describe(ours.loadClass(binaryName)))
            .as(binaryName)
            .isEqualTo(describe(javac.loadClass(binaryName)));
      }
    }
  }

  @Test
  void emittedClasses_passTheVerifier() {
    Map<String, byte[]> emitted = DeclarationEmitter.emit(MODEL);
    BytesLoader loader = new BytesLoader(emitted, DeclarationEmitterTest.class.getClassLoader());
    emitted.forEach(
        (name, bytes) -> {
          StringWriter problems = new StringWriter();
          CheckClassAdapter.verify(
              new ClassReader(bytes), loader, false, new PrintWriter(problems));
          assertThat(problems.toString()).as(name).isEmpty();
        });
  }

  @Test
  void namesThatDifferFromWit_areInAnAnnotation() throws Exception {
    Class<?> kinds = load("wit.test.all.v0_2.Kinds");
    assertThat(kinds.getAnnotation(WitName.class).value()).isEqualTo("test:all/kinds@0.2.3");
    assertThat(kinds.getMethod("tryIt").getAnnotation(WitName.class).value()).isEqualTo("try-it");
    RecordComponent[] point = load("wit.test.all.v0_2.Kinds$Point").getRecordComponents();
    assertThat(point[0].getAnnotation(WitName.class)).isNull();
    assertThat(point[1].getAnnotation(WitName.class).value()).isEqualTo("hash-code");
  }

  @Test
  void unsignedBits_areMarked() throws Exception {
    Class<?> api = wit.test.kinds.v1.Api.class;
    assertThat(api.getMethod("big", long.class).getParameters()[0].getAnnotations())
        .hasAtLeastOneElementOfType(Unsigned.class);
    assertThat(api.getMethod("big", long.class).getAnnotation(Unsigned.class)).isNull();
    assertThat(api.getMethod("ints", int[].class).getAnnotation(Unsigned.class)).isNotNull();
    assertThat(api.getMethod("doubles", double[].class).getAnnotation(Unsigned.class)).isNull();
  }

  @Test
  void records_areEqualByTheirComponents() throws Exception {
    Class<?> point = load("wit.test.all.v0_2.Kinds$Point");
    Constructor<?> constructor = point.getConstructors()[0];
    Object one = constructor.newInstance(1.5, 2L, 3L);
    assertThat(one).isEqualTo(constructor.newInstance(1.5, 2L, 3L));
    assertThat(one).isNotEqualTo(constructor.newInstance(1.5, 2L, 4L));
    assertThat(one).hasToString("Point[x=1.5, hashCode_=2, class_=3]");
    assertThat(point.getMethod("class_").invoke(one)).isEqualTo(3L);
  }

  @Test
  void enums_haveTheirConstantsInOrder() throws Exception {
    Class<?> level = load("wit.test.all.v0_2.Kinds$Level");
    assertThat(level.getEnumConstants())
        .extracting(Object::toString)
        .containsExactly("A_1", "A1", "DEFAULT");
    assertThat(level.getMethod("valueOf", String.class).invoke(null, "A1"))
        .isSameAs(level.getEnumConstants()[1]);
  }

  @Test
  void exceptions_carryTheError() throws Exception {
    BytesLoader loader = loader();
    Object level = loader.loadClass("wit.test.all.v0_2.Kinds$Level").getEnumConstants()[2];
    Class<?> type = loader.loadClass("wit.test.all.v0_2.Kinds$LevelException");
    Exception thrown = (Exception) type.getConstructors()[0].newInstance(level);
    assertThat(thrown).hasMessage("DEFAULT");
    assertThat(type.getMethod("error").invoke(thrown)).isSameAs(level);
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    return loader().loadClass(name);
  }

  private static BytesLoader loader() {
    return new BytesLoader(
        DeclarationEmitter.emit(MODEL), DeclarationEmitterTest.class.getClassLoader());
  }

  /** All that reflection tells of a class. */
  private static List<String> describe(Class<?> type) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(type.toGenericString() + names(type));
    lines.add("modifiers " + Modifier.toString(type.getModifiers()));
    lines.add("super " + type.getGenericSuperclass());
    lines.add("interfaces " + Arrays.toString(type.getGenericInterfaces()));
    lines.add("host " + type.getNestHost().getName());
    lines.add("declaring " + type.getDeclaringClass());
    if (type.getPermittedSubclasses() != null) {
      lines.add("permits " + Arrays.toString(type.getPermittedSubclasses()));
    }
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        lines.add(
            "component "
                + component.getGenericType()
                + " "
                + component.getName()
                + names(component));
      }
    }
    List<String> members = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      if (!method.isSynthetic()) {
        members.add(
            method.toGenericString()
                + names(method)
                + parameterNames(method)
                + (Modifier.isAbstract(method.getModifiers()) && !type.isInterface()
                    ? Arrays.toString(method.getParameters())
                    : ""));
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      members.add(constructor.toGenericString() + parameterNames(constructor));
    }
    Arrays.stream(type.getDeclaredClasses()).forEach(c -> members.add("nested " + c.getName()));
    Arrays.stream(type.getDeclaredFields())
        .filter(f -> !f.isSynthetic())
        .forEach(f -> members.add("field " + f.toGenericString() + names(f)));
    members.sort(null);
    lines.addAll(members);
    return lines;
  }

  private static String names(AnnotatedElement element) {
    return Arrays.toString(element.getAnnotations());
  }

  private static List<String> parameterNames(Executable executable) {
    return Arrays.stream(executable.getParameters()).map(DeclarationEmitterTest::names).toList();
  }

  private static final class BytesLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    BytesLoader(Map<String, byte[]> classes, ClassLoader parent) {
      super(parent);
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name.replace('.', '/'));
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}

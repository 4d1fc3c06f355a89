package dev.mortise.testing;

import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.runtime.link.InterfaceVersions;
import dev.mortise.testing.component.Subject;
import dev.mortise.testing.wasi.Wasi;
import java.util.List;

/** Says what a test lacks for its component, and what to write. */
final class Missing {
  private Missing() {}

  static String message(Subject subject, List<JavaModel.Import> missing) {
    StringBuilder text =
        new StringBuilder(subject.name()).append(" imports what the test has nothing for:\n\n");
    missing.forEach(needed -> text.append("  ").append(what(needed)).append('\n'));
    List<JavaModel.Import> virtual = missing.stream().filter(Missing::isWasi).toList();
    List<JavaModel.Import> others =
        missing.stream().filter(needed -> !virtual.contains(needed)).toList();
    if (!virtual.isEmpty()) {
      text.append("\nFor the virtual WASI of these tests, add to the test class:\n\n")
          .append("  @FakeWasi Wasi wasi;\n\nA mock of one of them goes before it: ")
          .append(field(subject, virtual.get(0)))
          .append('\n');
    }
    return others.isEmpty() ? text.toString() : text.append(mocks(subject, others)).toString();
  }

  private static boolean isWasi(JavaModel.Import needed) {
    return InterfaceVersions.find(needed.wit(), Wasi.create().imports().items()) != null;
  }

  private static String mocks(Subject subject, List<JavaModel.Import> missing) {
    StringBuilder text = new StringBuilder("\nTo mock it, add to the test class:\n\n");
    missing.forEach(needed -> text.append("  ").append(field(subject, needed)).append('\n'));
    return text.append(
            "\nA field that holds an object of the interface supplies it too; with"
                + " @ComponentTest(lenient = true) it is mocked without being named.\n")
        .toString();
  }

  private static String what(JavaModel.Import needed) {
    return needed.wit().isEmpty() ? "functions of its world" : needed.wit();
  }

  private static String field(Subject subject, JavaModel.Import needed) {
    boolean known;
    try {
      Class<?> type =
          Class.forName(
              needed.type().binaryName(), false, subject.typed().classLoader().getParent());
      known = type.isInterface();
    } catch (ClassNotFoundException e) {
      known = false;
    }
    return known || needed.wit().isEmpty()
        ? "@MockImport " + needed.type().simpleName() + " " + needed.parameter() + ";"
        : "@MockImport(\"" + needed.wit() + "\") ImportMock " + needed.parameter() + ";";
  }
}

package dev.mortise.classgen;

import java.util.ArrayList;
import java.util.List;
import wit.test.kinds.v1.Host;

/** What the guest {@code kinds} calls: it notes what it got. */
final class FakeHost implements Host {
  final List<String> events = new ArrayList<>();

  /** A resource of Java's own. */
  final class FakeFile implements File {
    private final String name;

    FakeFile(String name) {
      this.name = name;
    }

    @Override
    public String read(long count) throws FailureException {
      events.add("read " + name + " " + count);
      if (count == 0) {
        throw new FailureException(new Failure.Text("nothing to read"));
      }
      return name.repeat((int) count);
    }

    @Override
    public void close() {
      events.add("close " + name);
    }
  }

  @Override
  public File newFile(String name) {
    events.add("open " + name);
    return new FakeFile(name);
  }

  @Override
  public boolean fileSame(File a, File b) {
    events.add("same " + (a == b));
    return a == b;
  }

  @Override
  public long log(Level level, List<Entry> entries) {
    events.add(level + " " + entries);
    return entries.get(1).value().orElseThrow();
  }

  @Override
  public long fail(int how) throws FailureException {
    switch (how) {
      case 0 -> throw new FailureException(new Failure.Empty());
      case 1 -> throw new FailureException(new Failure.Code(255));
      case 2 -> throw new FailureException(new Failure.Text("text"));
      case 3 -> throw new IllegalStateException("a bug of the host");
      case 4 -> throw new FailureException(null);
      default -> {
        return how;
      }
    }
  }
}

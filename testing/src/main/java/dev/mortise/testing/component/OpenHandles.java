package dev.mortise.testing.component;

import dev.mortise.runtime.instance.ResourceHandle;
import dev.mortise.runtime.instance.RuntimeResource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handles to a component's resources that come to a test, on the threads of the test. */
public final class OpenHandles {
  private static final InheritableThreadLocal<@Nullable OpenHandles> CURRENT =
      new InheritableThreadLocal<>();

  private final List<Opened> opened = new ArrayList<>();

  private record Opened(ResourceHandle handle, Throwable origin) {}

  /** No handles so far. */
  public OpenHandles() {}

  /** Makes a handle, and takes note of it where a test is running. */
  static ResourceHandle own(RuntimeResource resource, Object rep) {
    ResourceHandle handle = ResourceHandle.own(resource, rep);
    OpenHandles current = CURRENT.get();
    if (current != null) {
      current.add(handle);
    }
    return handle;
  }

  private synchronized void add(ResourceHandle handle) {
    opened.add(new Opened(handle, new Throwable()));
  }

  /** Takes note of what comes from now on on this thread, and on those that it starts. */
  public void watch() {
    CURRENT.set(this);
  }

  /** Ends {@link #watch()}. */
  public static void stop() {
    CURRENT.remove();
  }

  /** The handles that nobody has closed or passed on, each with the line that it came to. */
  public synchronized List<String> live() {
    List<String> live = new ArrayList<>();
    for (Opened known : opened) {
      if (known.handle.isLive()) {
        live.add(known.handle.resource().name() + place(known.origin));
      }
    }
    return live;
  }

  private static String place(Throwable origin) {
    for (StackTraceElement frame : origin.getStackTrace()) {
      String name = frame.getClassName();
      if (!dev.mortise.runtime.error.OwnFrames.has(name)
          && !name.startsWith("dev.mortise.testing.component.")
          && frame.getLineNumber() > 0) {
        return " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
      }
    }
    return "";
  }
}

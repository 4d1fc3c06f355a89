package dev.mortise.loader.compile;

/**
 * A loader of classes whose names no other component's have, such as {@code
 * dev.mortise.guest.Module7_}. It looks for them itself, instead of asking its parents first: those
 * would keep each name that they were ever asked for.
 */
public abstract class GuestLoader extends ClassLoader {
  static {
    ClassLoader.registerAsParallelCapable();
  }

  /** How the names of such classes begin. */
  public static final String PACKAGES = "dev.mortise.guest.";

  /** A loader that asks its parent for all other classes. */
  protected GuestLoader(String name, ClassLoader parent) {
    super(name, parent);
  }

  @Override
  protected final Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(PACKAGES)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }
}

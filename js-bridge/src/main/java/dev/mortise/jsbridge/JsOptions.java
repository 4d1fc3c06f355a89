package dev.mortise.jsbridge;

import dev.mortise.runtime.Imports;
import dev.mortise.runtime.link.InterfaceVersions;
import java.util.Set;

/**
 * How a component is prepared for JavaScript.
 *
 * @param name the component's file, such as {@code greeter.wasm}, which names it in stack traces
 * @param host what Java supplies: JavaScript is not asked for what is among it
 * @param scripted the imports for which JavaScript is asked although they are among that
 * @param parent the loader whose classes the component's code may use; those of its types are taken
 *     from there where it has them
 */
public record JsOptions(String name, Imports host, Set<String> scripted, ClassLoader parent) {
  /** JavaScript supplies everything. */
  public static final JsOptions DEFAULT =
      new JsOptions("component.wasm", Imports.NONE, Set.of(), JsOptions.class.getClassLoader());

  public JsOptions {
    scripted = Set.copyOf(scripted);
  }

  /** These options with a name. */
  public JsOptions withName(String other) {
    return new JsOptions(other, host, scripted, parent);
  }

  /** These options with imports that Java supplies, to all instances the same. */
  public JsOptions withHost(Imports other) {
    return new JsOptions(name, other, scripted, parent);
  }

  /** These options with imports, by their names, that JavaScript supplies instead of Java. */
  public JsOptions withScripted(Set<String> names) {
    return new JsOptions(name, host, names, parent);
  }

  /**
   * These options with a class loader, which has to find the classes of Mortise as well.
   *
   * @param other finds the interfaces under which Java objects are bound
   */
  public JsOptions withParent(ClassLoader other) {
    return new JsOptions(name, host, scripted, other);
  }

  /** Whether Java supplies an import of a name. */
  boolean isOfJava(String wit) {
    return !scripted.contains(wit) && InterfaceVersions.find(wit, host.items()) != null;
  }
}

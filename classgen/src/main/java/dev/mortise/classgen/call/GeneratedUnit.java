package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.runtime.plan.Item;
import dev.mortise.runtime.type.ResourceType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The code of one plan.
 *
 * @param classes the class files, by internal name
 * @param sources what the line numbers of a class point into, by its internal name
 * @param lifts the lifted functions, by their places in the unit
 * @param lowers the lowered functions of the host
 * @param fused the lowered functions of other components
 * @param unit the class whose object has the lifted functions of an instance
 * @param parts the class that makes the objects of the others
 * @param methods the exported methods without code of their own, which take the places after the
 *     lifted functions
 * @param fallbacks the functions that are left to the interpreter, and why
 * @param wrappers the classes of the component's own resources
 * @param resourceClasses the same by the resources' numbers in the plan
 * @param loaders the loaders of the compiled core modules that the code calls
 */
public record GeneratedUnit(
    Map<String, byte[]> classes,
    Map<String, Source> sources,
    List<Lift> lifts,
    List<Lower> lowers,
    List<Fused> fused,
    List<Method> methods,
    List<Fallback> fallbacks,
    Map<ResourceType, String> wrappers,
    Map<Integer, String> resourceClasses,
    String unit,
    String parts,
    List<ClassLoader> loaders) {

  /** A lifted function of the plan, its class, and the method that it is in Java. */
  public record Lift(int function, String className, MethodDecl method) {}

  /**
   * A lowered function of the plan.
   *
   * @param slot the slot of the host's function
   * @param target the interface whose method it calls
   * @param ofResource whether that is a method of a resource, of any object
   */
  public record Lower(
      int coreFunction, String className, int slot, ClassName target, boolean ofResource) {}

  /**
   * A lowered function of the plan, its class, and the lifted function that it calls, of this plan
   * or of another component's.
   */
  public record Fused(int coreFunction, String className, int function) {}

  /** The text that tells what the code of a class does, and the file name by which it is known. */
  public record Source(String file, String text) {}

  /** A method of an exported interface that runs a function of the plan by way of values. */
  public record Method(MethodDecl method, Item.Func function) {}

  /**
   * A function that the interpreter runs.
   *
   * @param function what it is, in the plan's words
   */
  public record Fallback(String function, String why) {}

  public GeneratedUnit {
    methods = List.copyOf(methods);
    fallbacks = List.copyOf(fallbacks);
    wrappers = Map.copyOf(wrappers);
    resourceClasses = Map.copyOf(resourceClasses);
    classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    lifts = List.copyOf(lifts);
    lowers = List.copyOf(lowers);
    fused = List.copyOf(fused);
    loaders = List.copyOf(loaders);
  }
}

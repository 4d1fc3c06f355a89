package dev.mortise.testing.words;

import dev.mortise.classgen.TypedComponent;
import dev.mortise.classgen.bridge.ValueBridge;
import dev.mortise.classgen.bridge.ValueBridges;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.mapping.JavaModel.ResourceDecl;
import dev.mortise.classgen.mapping.JavaModel.TypeDecl;
import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.runtime.WitName;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.value.ComponentValue;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a component says of the functions of its imports and exports: WIT for Java's methods. */
public final class Contract {
  private final JavaModel model;
  private final ValueBridges bridges;
  private final Map<Method, Declared> known = new HashMap<>();

  /**
   * A method's declaration.
   *
   * @param wit the full name of its interface; empty for functions that belong to none
   */
  public record Declared(String wit, MethodDecl method) {}

  /** What a component says. */
  public Contract(TypedComponent component) {
    model = component.model();
    bridges = new ValueBridges(model.types(), component.classLoader(), Map.of());
  }

  /** The declaration of a method, or null when the component has none of its name. */
  public synchronized @Nullable Declared find(Method method) {
    return known.computeIfAbsent(method, this::search);
  }

  private @Nullable Declared search(Method method) {
    Class<?> declaring = method.getDeclaringClass();
    List<InterfaceDecl> all = new ArrayList<>(model.interfaces());
    InterfaceDecl host = model.world().host();
    if (host != null) {
      all.add(host);
    }
    for (InterfaceDecl declared : all) {
      Declared found = find(declared, declaring, method.getName());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Declared find(InterfaceDecl declared, Class<?> type, String name) {
    WitName wit = type.getAnnotation(WitName.class);
    if (declared.name().binaryName().equals(type.getName())
        || (wit != null && wit.value().equals(declared.wit()))) {
      return find(declared.wit(), declared.methods(), name);
    }
    for (TypeDecl nested : declared.types()) {
      if (nested instanceof ResourceDecl resource
          && (resource.name().binaryName().equals(type.getName())
              || (type.getEnclosingClass() != null
                  && resource.name().simpleName().equals(type.getSimpleName())))) {
        return find(declared.wit(), resource.methods(), name);
      }
    }
    return null;
  }

  private static @Nullable Declared find(String wit, List<MethodDecl> methods, String name) {
    return methods.stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .map(method -> new Declared(wit, method))
        .orElse(null);
  }

  /** The value of a Java object, or null when it is or has a handle. */
  public synchronized @Nullable ComponentValue value(ValType type, @Nullable Object object) {
    ValueBridge bridge = bridge(type);
    try {
      return bridge == null ? null : bridge.toValue(object);
    } catch (NullPointerException | ClassCastException | IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * The Java object of a value.
   *
   * @throws IllegalArgumentException when the type is or has a handle
   */
  public synchronized Object object(ValType type, ComponentValue value) {
    ValueBridge bridge = bridge(type);
    if (bridge == null) {
      throw new IllegalArgumentException(
          "a value of " + type + " has handles, which cannot be read from text");
    }
    return bridge.toJava(value, null);
  }

  private @Nullable ValueBridge bridge(ValType type) {
    try {
      return bridges.of(type);
    } catch (UnmappableTypeException e) {
      return null;
    }
  }
}

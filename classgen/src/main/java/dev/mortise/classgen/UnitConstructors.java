package dev.mortise.classgen;

import dev.mortise.classgen.call.GeneratedUnit;
import dev.mortise.runtime.engine.chicory.stub.TypedFunction;
import dev.mortise.runtime.instance.CanonicalContext;
import dev.mortise.runtime.instance.FunctionFactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** The constructors of a unit's classes. */
final class UnitConstructors {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

  private final MethodHandle unit;
  private final Map<Integer, List<Placed>> lifts = new HashMap<>();
  private final Map<Integer, MethodHandle> lowers = new HashMap<>();
  private final Map<Integer, FusedConstructor> fused = new HashMap<>();
  private final List<MethodHandle> interfaces;
  private final MethodHandle world;

  /** A constructor of a call between components, and the lifted function that it needs. */
  private record FusedConstructor(MethodHandle constructor, int function) {}

  /** A constructor of a lifted function, and its place in the unit. */
  private record Placed(MethodHandle constructor, int place) {}

  UnitConstructors(GeneratedUnit generated, ClassLoader loader) {
    unit = constructor(loader, generated.unit()).asType(MethodType.methodType(Object.class));
    for (int i = 0; i < generated.lifts().size(); i++) {
      GeneratedUnit.Lift lift = generated.lifts().get(i);
      MethodHandle constructor =
          constructor(loader, lift.className(), FunctionFactory.Lifted.class)
              .asType(MethodType.methodType(Object.class, FunctionFactory.Lifted.class));
      lifts
          .computeIfAbsent(lift.function(), f -> new ArrayList<>())
          .add(new Placed(constructor, i));
    }
    for (GeneratedUnit.Lower lower : generated.lowers()) {
      lowers.put(
          lower.coreFunction(),
          constructor(loader, lower.className(), CanonicalContext.class, Object.class)
              .asType(
                  MethodType.methodType(
                      TypedFunction.class, CanonicalContext.class, Object.class)));
    }
    for (GeneratedUnit.Fused call : generated.fused()) {
      MethodHandle constructor =
          constructor(
                  loader, call.className(), CanonicalContext.class, FunctionFactory.Lifted.class)
              .asType(
                  MethodType.methodType(
                      TypedFunction.class, CanonicalContext.class, FunctionFactory.Lifted.class));
      fused.put(call.coreFunction(), new FusedConstructor(constructor, call.function()));
    }
    interfaces =
        generated.interfaces().stream()
            .map(
                name ->
                    constructor(loader, name, Object.class)
                        .asType(MethodType.methodType(Object.class, Object.class)))
            .toList();
    world =
        constructor(loader, generated.world(), Object.class, Object[].class)
            .asType(MethodType.methodType(Object.class, Object.class, Object[].class));
  }

  private static MethodHandle constructor(ClassLoader loader, String name, Class<?>... params) {
    try {
      return LOOKUP.findConstructor(
          loader.loadClass(name.replace('/', '.')), MethodType.methodType(void.class, params));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }

  @SuppressWarnings("unchecked") // as UnitEmitter writes it
  ObjIntConsumer<Object> unit() {
    try {
      return (ObjIntConsumer<Object>) (Object) unit.invokeExact();
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /**
   * Makes the objects of a lifted function, one for each export, and puts them in their places.
   *
   * @return one of them, or null when there is no code for it
   */
  @Nullable Made lift(
      int function, FunctionFactory.Lifted parts, ObjIntConsumer<Object> unitObject) {
    Made made = null;
    for (Placed placed : lifts.getOrDefault(function, List.of())) {
      try {
        Object lifted = (Object) placed.constructor.invokeExact(parts);
        unitObject.accept(lifted, placed.place);
        made = new Made(lifted, placed.place);
      } catch (Throwable e) {
        throw failed(e);
      }
    }
    return made;
  }

  /** An object of a lifted function, and its place in the unit. */
  record Made(Object code, int place) {}

  /** Whether there is code for a lowered function of the host. */
  boolean lowers(int coreFunction) {
    return lowers.containsKey(coreFunction);
  }

  /** Makes a lowered function, or null when there is no code for it. */
  @Nullable TypedFunction lower(int coreFunction, CanonicalContext context, Object target) {
    MethodHandle constructor = lowers.get(coreFunction);
    if (constructor == null) {
      return null;
    }
    try {
      return (TypedFunction) constructor.invokeExact(context, target);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /**
   * Makes a call between components, or null when there is no code for it.
   *
   * @param lifted the parts of lifted functions by their numbers
   */
  @Nullable TypedFunction fused(
      int coreFunction, CanonicalContext context, Map<Integer, FunctionFactory.Lifted> lifted) {
    FusedConstructor found = fused.get(coreFunction);
    FunctionFactory.Lifted callee = found == null ? null : lifted.get(found.function);
    if (found == null || callee == null) {
      return null;
    }
    try {
      return (TypedFunction) found.constructor.invokeExact(context, callee);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  Object world(Object unitObject) {
    try {
      Object[] implementations = new Object[interfaces.size()];
      for (int i = 0; i < implementations.length; i++) {
        implementations[i] = (Object) interfaces.get(i).invokeExact(unitObject);
      }
      return (Object) world.invokeExact(unitObject, implementations);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  private static RuntimeException failed(Throwable e) {
    if (e instanceof RuntimeException ours) {
      return ours;
    }
    if (e instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(e);
  }
}

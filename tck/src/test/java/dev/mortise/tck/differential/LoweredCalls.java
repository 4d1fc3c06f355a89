package dev.mortise.tck.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mortise.classgen.LinkedWorld;
import dev.mortise.classgen.TypedComponent;
import dev.mortise.classgen.bridge.FunctionMethod;
import dev.mortise.classgen.bridge.MethodBridge;
import dev.mortise.classgen.bridge.ValueBridges;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.loader.Component;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.value.ComponentValue;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Calls to Java: of functions of values on the one side, of the methods of a typed object on the
 * other. Parameters are lifted from whatever is there, and results lowered.
 */
final class LoweredCalls extends Differential {
  private final StringEncoding encoding = encoding(random);
  private final Component component;
  private final Imports imports;
  private final LinkedWorld world;
  private final List<List<ComponentValue>> received = new ArrayList<>();
  private ComponentValue answer = ComponentValue.UNIT;
  private boolean throwing;
  private Running interpreted;
  private Running generated;

  LoweredCalls(long seed, Tally tally, List<FuncType> types) {
    super(seed, tally, types);
    component = load(new Components(random, this.types).lowering(encoding));
    Imports.Builder functions = Imports.builder();
    for (int i = 0; i < this.types.size(); i++) {
      functions.func("f" + i, this::answer);
    }
    imports = functions.build();
    world = link(component);
  }

  private LinkedWorld link(Component from) {
    TypedComponent typed = typed(from);
    InterfaceDecl host = Objects.requireNonNull(typed.model().world().host());
    ValueBridges bridges = new ValueBridges(typed.model().types(), typed.classLoader(), Map.of());
    Map<String, FunctionMethod> methods = new HashMap<>();
    for (MethodDecl method : host.methods()) {
      methods.put(
          method.name(),
          new FunctionMethod(
              method.wit(),
              new MethodBridge(method, bridges),
              (arguments, caller) -> answer(arguments),
              null));
    }
    return link(typed, typedImports(typed, host, methods));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Imports typedImports(
      TypedComponent typed, InterfaceDecl host, Map<String, FunctionMethod> methods) {
    try {
      Class contract = typed.classLoader().loadClass(host.name().internalName().replace('/', '.'));
      Object object =
          Proxy.newProxyInstance(
              typed.classLoader(),
              new Class[] {contract},
              (proxy, method, arguments) ->
                  methods
                      .get(method.getName())
                      .apply(arguments == null ? new Object[0] : arguments));
      return Imports.of(contract, object);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private ComponentValue answer(List<ComponentValue> arguments) {
    received.add(arguments.stream().map(Values::withoutRepeatedKeys).toList());
    if (throwing) {
      throw new IllegalStateException("as it was told to");
    }
    return answer;
  }

  @Override
  void instantiate() {
    interpreted = new Running(component.instantiate(imports));
    generated = new Running(world.instantiateBoth().instance());
  }

  @Override
  boolean call(int function) {
    FuncType type = types.get(function);
    String name = "run" + function;
    CoreMemory expected = interpreted.memory(name);
    CoreMemory found = generated.memory(name);
    int count = Components.abi(type, encoding).lowerSignature().params().size();
    Scene scene = new Scene(random, expected, encoding);
    scene.arguments(
        type.paramTypes(),
        values.of(type.paramTypes()),
        Components.abi(type, encoding).resultGoesToMemory());
    scene.damage(Guest.ARGUMENTS, count);
    scene.copyTo(found);
    answer = type.result() == null ? ComponentValue.UNIT : values.of(type.result());
    throwing = random.nextInt(20) == 0;
    received.clear();
    Running.Outcome right = interpreted.call(name, List.of());
    List<List<ComponentValue>> wanted = List.copyOf(received);
    received.clear();
    Running.Outcome left = generated.call(name, List.of());
    assertSame(left, right);
    assertThat(received).as("what the host got").isEqualTo(wanted);
    assertSame("the memory", found, expected);
    return right.failed();
  }
}

package dev.mortise.jsbridge.entry;

import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.Type;

/**
 * A method of a generated entry class.
 *
 * @param apart whether the body is compiled by itself: {@link EntryEmitter}
 * @param body writes the code; {@code this} is local 0, the parameters follow
 */
record Op(String name, List<Type> params, Type result, boolean apart, Consumer<OpCode> body) {
  Op {
    params = List.copyOf(params);
  }

  String descriptor() {
    return Type.getMethodDescriptor(result, params.toArray(Type[]::new));
  }
}

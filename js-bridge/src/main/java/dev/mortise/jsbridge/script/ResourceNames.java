package dev.mortise.jsbridge.script;

import dev.mortise.classgen.mapping.UnmappableTypeException;
import dev.mortise.jsbridge.entry.HostClasses;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ResourceType;
import java.util.HashMap;
import java.util.Map;

/**
 * What the glue calls the classes of resources. Those of a component, and those of the host that
 * JavaScript does not supply, are classes of the glue with a handle in a private field; those that
 * JavaScript supplies are its own.
 */
final class ResourceNames {
  /** A class. */
  private sealed interface Known {
    /** Of the glue: {@code ownN}, {@code borrowN} and {@code wrapN} belong to it. */
    record Glue(int number) implements Known {}

    /** Of JavaScript's: {@code ClassN}. */
    record Users(int number, String name) implements Known {}
  }

  private final HostClasses hosts;
  private final Map<ResourceType, Known> known = new HashMap<>();

  ResourceNames(HostClasses hosts) {
    this.hosts = hosts;
  }

  /** Adds a class of the glue; gives its number. */
  int addGlue(ResourceType type) {
    int number = known.size();
    known.put(type, new Known.Glue(number));
    return number;
  }

  /** Adds a class of JavaScript's; gives its number. */
  int addUsers(ResourceType type, String name) {
    int number = known.size();
    known.put(type, new Known.Users(number, name));
    return number;
  }

  private Known find(HandleType handle) {
    Known found = known.get(handle.resource());
    if (found == null) {
      throw new UnmappableTypeException(
          "the resource type " + handle.resource() + " is neither imported nor exported");
    }
    return found;
  }

  /** Whether a handle is an object of a class of the glue. */
  boolean isGlue(HandleType handle) {
    return known.get(handle.resource()) instanceof Known.Glue;
  }

  /** The expression of the wire of an object. */
  String toWire(HandleType handle, String id) {
    return switch (find(handle)) {
      case Known.Glue glue ->
          switch (handle) {
            case HandleType.Own own -> "own" + glue.number() + "(" + id + ")";
            case HandleType.Borrow borrow -> "borrow" + glue.number() + "(" + id + ")";
          };
      case Known.Users users ->
          "E."
              + hosts.newResource(handle.resource())
              + "(requireInstance("
              + id
              + ", Class"
              + users.number()
              + ", "
              + Js.quote(users.name())
              + ", "
              + Converters.name(handle)
              + "))";
    };
  }

  /** The expression of the object of a wire. */
  String fromWire(HandleType handle, String wire) {
    return switch (find(handle)) {
      case Known.Glue glue ->
          "wrap"
              + glue.number()
              + "("
              + wire
              + (handle instanceof HandleType.Borrow ? ", true)" : ", false)");
      case Known.Users users -> "E.hosted(" + wire + ")";
    };
  }
}

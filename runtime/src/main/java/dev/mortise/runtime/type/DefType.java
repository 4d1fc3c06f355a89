package dev.mortise.runtime.type;

/** What an index of the component-level type index space can mean. */
public sealed interface DefType
    permits ValType, ResourceType, FuncType, InstanceType, ComponentType {

  /**
   * The kind in words, as error messages name it: {@code record}, {@code func}, {@code resource}, …
   */
  String kind();
}

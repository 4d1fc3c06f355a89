package dev.mortise.jsbridge.untyped;

import dev.mortise.jsbridge.entry.Entry;
import dev.mortise.loader.ComponentFunction;
import dev.mortise.loader.Instance;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.ListType;
import dev.mortise.runtime.type.MapType;
import dev.mortise.runtime.type.OptionType;
import dev.mortise.runtime.type.PrimType;
import dev.mortise.runtime.type.RecordType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.TupleType;
import dev.mortise.runtime.type.ValType;
import dev.mortise.runtime.type.VariantType;
import dev.mortise.runtime.value.ComponentValue;
import dev.mortise.runtime.value.ComponentValue.ListValue;
import dev.mortise.runtime.value.ComponentValue.MapValue;
import dev.mortise.runtime.value.ComponentValue.OptionValue;
import dev.mortise.runtime.value.ComponentValue.RecordValue;
import dev.mortise.runtime.value.ComponentValue.ResultValue;
import dev.mortise.runtime.value.ComponentValue.TupleValue;
import dev.mortise.runtime.value.ComponentValue.VariantValue;
import dev.mortise.runtime.value.NumberList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the glue of one instance calls for functions that have no form in Java: those that are
 * asynchronous, and those with types that Java has no class for. Their values pass without types,
 * and the interpreter runs them.
 */
public final class ValueEntry {
  private final Entry entry;
  private final ValueTypes types;
  private @Nullable Instance instance;
  private @Nullable Object error;

  /** The values of an instance. */
  public ValueEntry(Entry entry, ValueTypes types) {
    this.entry = entry;
    this.types = types;
  }

  /** Says which instance is called. */
  public void attach(Instance made) {
    instance = made;
  }

  /** Calls an exported function with the wires of its parameters; gives that of its result. */
  @HostAccess.Export
  public @Nullable Object call(int number, Value wires) {
    ValueTypes.Export export = types.export(number);
    try {
      Instance owner = Objects.requireNonNull(instance, "the instance is still being made");
      if (export.owner() != null) {
        owner = owner.instance(export.owner());
      }
      ComponentFunction function = owner.function(export.name());
      return returned(function.callValues(arguments(export.type(), wires)), export.type());
    } catch (Throwable e) {
      throw entry.failed(e, null);
    }
  }

  private static List<ComponentValue> arguments(FuncType type, Value wires) {
    List<ComponentValue> arguments = new ArrayList<>();
    for (int i = 0; i < type.params().size(); i++) {
      arguments.add(ValueWires.fromWire(wires.getArrayElement(i), type.params().get(i).type()));
    }
    return arguments;
  }

  private @Nullable Object returned(ComponentValue value, FuncType type) {
    ValType declared = type.result();
    if (declared == null) {
      return null;
    }
    if (!(declared.structure() instanceof ResultType either)) {
      return ValueWires.toWire(value, declared);
    }
    ResultValue outcome = (ResultValue) value;
    ValType payload = outcome.isOk() ? either.ok() : either.err();
    ComponentValue inside = outcome.payload();
    Object wire = payload == null || inside == null ? null : ValueWires.toWire(inside, payload);
    if (outcome.isOk()) {
      return wire;
    }
    error = wire;
    throw entry.returnedError();
  }

  /** The wire of the error that the last call returned. */
  @HostAccess.Export
  public @Nullable Object error() {
    Object wire = error;
    error = null;
    return wire;
  }

  /** A record or tuple of an array of wires. */
  @HostAccess.Export
  public Object product(int number, Value parts) {
    if (types.type(number) instanceof RecordType record) {
      Map<String, ComponentValue> fields = new LinkedHashMap<>();
      for (int i = 0; i < record.fields().size(); i++) {
        RecordType.Field field = record.fields().get(i);
        fields.put(field.label(), ValueWires.fromWire(parts.getArrayElement(i), field.type()));
      }
      return new RecordValue(fields);
    }
    List<ValType> elements = ((TupleType) types.type(number)).elements();
    List<ComponentValue> values = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      values.add(ValueWires.fromWire(parts.getArrayElement(i), elements.get(i)));
    }
    return new TupleValue(values);
  }

  /** The wire of a part of a record or tuple. */
  @HostAccess.Export
  public Object part(int number, int index, Object whole) {
    if (types.type(number) instanceof RecordType record) {
      RecordType.Field field = record.fields().get(index);
      ComponentValue value = ((RecordValue) whole).fields().get(field.label());
      return ValueWires.toWire(Objects.requireNonNull(value), field.type());
    }
    return ValueWires.toWire(
        ((TupleValue) whole).elements().get(index),
        ((TupleType) types.type(number)).elements().get(index));
  }

  /**
   * A variant, an option or a result.
   *
   * @param index the number of the case: 0 is none and ok, 1 is some and error
   * @param payload the wire, or undefined
   */
  @HostAccess.Export
  public Object choice(int number, int index, Value payload) {
    StructuralType type = types.type(number);
    ValType inside = payloadType(type, index);
    ComponentValue value = inside == null ? null : ValueWires.fromWire(payload, inside);
    return switch (type) {
      case VariantType variant -> new VariantValue(variant.cases().get(index).label(), value);
      case OptionType option -> new OptionValue(value);
      case ResultType result -> new ResultValue(index == 0, value);
      default -> throw new IllegalArgumentException(type.toString());
    };
  }

  private static @Nullable ValType payloadType(StructuralType type, int index) {
    return switch (type) {
      case VariantType variant -> variant.cases().get(index).type();
      case OptionType option -> index == 0 ? null : option.type();
      case ResultType result -> index == 0 ? result.ok() : result.err();
      default -> throw new IllegalArgumentException(type.toString());
    };
  }

  /** The number of the case of a variant, an option or a result. */
  @HostAccess.Export
  public int caseOf(int number, Object whole) {
    return switch ((ComponentValue) whole) {
      case VariantValue variant -> {
        List<VariantType.Case> cases = ((VariantType) types.type(number)).cases();
        yield cases.stream().map(VariantType.Case::label).toList().indexOf(variant.label());
      }
      case OptionValue option -> option.value() == null ? 0 : 1;
      case ResultValue result -> result.isOk() ? 0 : 1;
      default -> throw new IllegalArgumentException(whole.toString());
    };
  }

  /** The wire of the payload of a variant, an option or a result of a case. */
  @HostAccess.Export
  public Object payload(int number, int index, Object whole) {
    ComponentValue value =
        switch ((ComponentValue) whole) {
          case VariantValue variant -> variant.payload();
          case OptionValue option -> option.value();
          case ResultValue result -> result.payload();
          default -> throw new IllegalArgumentException(whole.toString());
        };
    return ValueWires.toWire(
        Objects.requireNonNull(value),
        Objects.requireNonNull(payloadType(types.type(number), index)));
  }

  private ValType elementType(int number) {
    return ((ListType) types.type(number)).element();
  }

  /** A list of a Java array of numbers. */
  @HostAccess.Export
  public Object numbers(int number, Object array) {
    return new ListValue(NumberList.ofOwned((PrimType) elementType(number).structure(), array));
  }

  /** A Java array of a list of numbers. */
  @HostAccess.Export
  public Object array(int number, Object list) {
    return NumberList.pack(
            (PrimType) elementType(number).structure(), ((ListValue) list).elements())
        .toArrayCopy();
  }

  /** Adds the wire of an element to a Java list. */
  @HostAccess.Export
  public void add(int number, Object list, Value wire) {
    values(list).add(ValueWires.fromWire(wire, elementType(number)));
  }

  @SuppressWarnings("unchecked") // the glue has it from Entry.list
  private static <T> List<T> values(Object list) {
    return (List<T>) list;
  }

  /** A list of a Java list. */
  @HostAccess.Export
  public Object list(int number, Object list) {
    return new ListValue(ValueEntry.<ComponentValue>values(list));
  }

  /** How many elements a list or a map has. */
  @HostAccess.Export
  public int size(Object whole) {
    return whole instanceof MapValue map
        ? map.entries().size()
        : ((ListValue) whole).elements().size();
  }

  /** The wire of an element of a list. */
  @HostAccess.Export
  public Object element(int number, Object list, int index) {
    return ValueWires.toWire(((ListValue) list).elements().get(index), elementType(number));
  }

  /** Adds an entry to a Java list. */
  @HostAccess.Export
  public void put(int number, Object list, Value key, Value value) {
    MapType type = (MapType) types.type(number);
    values(list)
        .add(
            new MapValue.Entry(
                ValueWires.fromWire(key, type.key()), ValueWires.fromWire(value, type.value())));
  }

  /** A map of a Java list of entries. */
  @HostAccess.Export
  public Object map(int number, Object list) {
    return new MapValue(ValueEntry.<MapValue.Entry>values(list));
  }

  /** The wire of a key of a map. */
  @HostAccess.Export
  public Object key(int number, Object map, int index) {
    return ValueWires.toWire(
        ((MapValue) map).entries().get(index).key(), ((MapType) types.type(number)).key());
  }

  /** The wire of a value of a map. */
  @HostAccess.Export
  public Object value(int number, Object map, int index) {
    return ValueWires.toWire(
        ((MapValue) map).entries().get(index).value(), ((MapType) types.type(number)).value());
  }

  private @Nullable ComponentValue raised;

  /**
   * Takes note of the error that an import without a form in Java returns.
   *
   * @param function its number among those
   */
  @HostAccess.Export
  public void raise(int function, Value payload) {
    FuncType type = types.importAt(function).type();
    ResultType either = (ResultType) Objects.requireNonNull(type.result()).structure();
    ValType inside = either.err();
    raised = new ResultValue(false, inside == null ? null : ValueWires.fromWire(payload, inside));
  }

  @Nullable ComponentValue takeRaised() {
    ComponentValue value = raised;
    raised = null;
    return value;
  }
}

package dev.mortise.runtime.abi.layout;

import dev.mortise.runtime.core.CoreValType.Num;
import dev.mortise.runtime.type.StructuralType;
import dev.mortise.runtime.type.ValType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layouts of types for one address width, each computed once per type object. Not for use by
 * several threads at a time.
 */
public final class TypeLayouts {
  private final AddressWidth width;
  private final int maxFlat;
  private final IdentityHashMap<StructuralType, Layout> layouts = new IdentityHashMap<>();
  private final IdentityHashMap<StructuralType, Despecialized> shapes = new IdentityHashMap<>();

  /**
   * The layout of a type.
   *
   * @param shape the type despecialised
   * @param alignment in bytes
   * @param byteSize the size in memory, a multiple of the alignment; {@link ElemSize#LIMIT} when it
   *     is too large to be valid
   * @param flat the core types outside of memory, or null when they are more than the limit
   */
  public record Layout(
      Despecialized shape, int alignment, long byteSize, @Nullable List<Num> flat) {}

  /** Layouts with flat forms of at most {@link Flatten#MAX_FLAT_PARAMS} core types. */
  public TypeLayouts(AddressWidth width) {
    this(width, Flatten.MAX_FLAT_PARAMS);
  }

  /** Layouts with flat forms of at most {@code maxFlat} core types. */
  public TypeLayouts(AddressWidth width, int maxFlat) {
    this.width = width;
    this.maxFlat = maxFlat;
  }

  /** The address width. */
  public AddressWidth width() {
    return width;
  }

  /** The layout of a type. */
  public Layout of(ValType type) {
    StructuralType structure = type.structure();
    Layout known = layouts.get(structure);
    if (known == null) {
      TypeOrder.partsFirst(
          structure,
          part -> shapeOf(part).embedded(),
          layouts::containsKey,
          part -> layouts.put(part, compute(shapeOf(part))));
      known = layouts.get(structure);
    }
    if (known == null) {
      throw new AssertionError(structure.kind());
    }
    return known;
  }

  /** The offsets of fields that follow each other as in a record. */
  public List<Integer> fieldOffsets(List<ValType> fields) {
    List<Integer> offsets = new ArrayList<>();
    long offset = 0;
    for (ValType field : fields) {
      Layout layout = of(field);
      offset = Alignment.alignTo(offset, layout.alignment());
      offsets.add(Math.toIntExact(offset));
      offset += layout.byteSize();
    }
    return offsets;
  }

  /** The size of a tuple of these types, 0 for none. */
  public long recordByteSize(List<ValType> fields) {
    return ElemSize.ofRecord(fields, this);
  }

  /** The alignment of a tuple of these types. */
  public int recordAlignment(List<ValType> fields) {
    return Alignment.ofRecord(fields, this);
  }

  /** Where the payload of a variant begins. */
  public int payloadOffset(Despecialized.VariantOf variant) {
    return (int) ElemSize.payloadOffset(variant.cases(), this);
  }

  private Despecialized shapeOf(StructuralType type) {
    return shapes.computeIfAbsent(type, Despecialized::of);
  }

  private Layout compute(Despecialized shape) {
    return new Layout(
        shape,
        Alignment.of(shape, this),
        ElemSize.of(shape, this),
        Flatten.of(shape, this, maxFlat));
  }
}

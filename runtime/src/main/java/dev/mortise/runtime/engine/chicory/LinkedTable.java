package dev.mortise.runtime.engine.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableLimits;
import com.dylibso.chicory.wasm.types.ValType;
import com.dylibso.chicory.wasm.types.Value;
import org.jspecify.annotations.Nullable;

/**
 * A table as one instance sees it. The engine checks an indirect call by the <em>caller's</em> type
 * index in the type section of the <em>callee's</em> module, which is right only where both have
 * the same types; so each instance gets a view of its own over the shared elements, in which
 * functions of other modules appear behind a {@link ForeignFunctions thunk} with the viewer's
 * types.
 */
final class LinkedTable extends TableInstance {
  private final TableInstance elements;
  private @Nullable ForeignFunctions foreign;

  private LinkedTable(TableInstance elements) {
    super(new Table(elements.elementType(), new TableLimits(0, 0, false)), Value.REF_NULL_VALUE);
    this.elements = elements;
  }

  /**
   * A table that an instance defines. Its limits are its own: the engine lets them grow with it.
   */
  static LinkedTable define(Table table, int initialValue) {
    TableLimits limits = table.limits();
    TableLimits own = new TableLimits(limits.min(), limits.max(), limits.shared());
    return new LinkedTable(new TableInstance(new Table(table.elementType(), own), initialValue));
  }

  /** The same elements for another instance. */
  LinkedTable view() {
    return new LinkedTable(elements);
  }

  /** Says which instance looks through this view. */
  void viewer(ForeignFunctions functions) {
    foreign = functions;
  }

  @Override
  public int size() {
    return elements.size();
  }

  @Override
  public ValType elementType() {
    return elements.elementType();
  }

  @Override
  public TableLimits limits() {
    return elements.limits();
  }

  @Override
  public int grow(int size, int value, Instance instance) {
    return elements.grow(size, value, instance);
  }

  @Override
  public int ref(int index) {
    return elements.ref(index);
  }

  @Override
  public int requiredRef(int index) {
    int function = elements.requiredRef(index);
    Instance owner = elements.instance(index);
    return foreign == null || owner == null || !foreign.needsThunk(owner) ? function : 0;
  }

  @Override
  public void setRef(int index, int value, Instance instance) {
    elements.setRef(index, value, instance);
  }

  @Override
  public Instance instance(int index) {
    Instance owner = elements.instance(index);
    return foreign == null || owner == null || !foreign.needsThunk(owner)
        ? owner
        : foreign.thunk(owner, elements.requiredRef(index));
  }

  @Override
  public void reset() {
    elements.reset();
  }
}

package examples.virtual;

import wit.demo.host.v1.Store;

/**
 * Another store, of which only reading is left.
 *
 * @param store where it reads
 */
record ReadOnly(Store store) implements Store {
  @Override
  public long read() {
    return store.read();
  }

  @Override
  public boolean write(long value) {
    return false;
  }
}

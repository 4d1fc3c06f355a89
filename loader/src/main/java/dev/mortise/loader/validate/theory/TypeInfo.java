package dev.mortise.loader.validate.theory;

/**
 * What is known of a type without looking inside again.
 *
 * @param size the nodes that it has when every reference is written out
 * @param depth how deep value types nest in it
 * @param borrow whether a {@code borrow} is in it
 * @param pointer whether a string or list is in it, whose content lies in memory
 * @param resources whether a resource type is in it, so that a substitution could change it
 */
public record TypeInfo(int size, int depth, boolean borrow, boolean pointer, boolean resources) {
  static final TypeInfo STRING = new TypeInfo(1, 1, false, true, false);
  static final TypeInfo LEAF = new TypeInfo(1, 1, false, false, false);

  TypeInfo withPointer(boolean pointer) {
    return new TypeInfo(size, depth, borrow, pointer, resources);
  }
}

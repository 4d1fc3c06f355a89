package dev.mortise.loader.decode;

/**
 * Bounds on what a component may contain. The specification leaves them to implementations; these
 * are the ones that the field's other validators use, so that a component that loads elsewhere
 * loads here. They bound memory and time before anything is allocated.
 */
public final class Limits {
  /** The bytes of a file; a larger one cannot be addressed by a Java array. */
  public static final long FILE_BYTES = Integer.MAX_VALUE - 8L;

  /** Components inside components, and types inside types. */
  public static final int NESTING_DEPTH = 100;

  /** The bytes of a name. */
  public static final int NAME_BYTES = 100_000;

  /** Types in one index space. */
  public static final int TYPES = 1_000_000;

  /** Functions in one index space. */
  public static final int FUNCTIONS = 1_000_000;

  /** Imports of one component or core module. */
  public static final int IMPORTS = 1_000_000;

  /** Exports of one component, instance or core module. */
  public static final int EXPORTS = 1_000_000;

  /** Declarators of a module, component or instance type. */
  public static final int DECLARATIONS = 1_000_000;

  /** Core modules, components, or instances of either kind in one index space. */
  public static final int INSTANCES = 1_000;

  /** Tables, memories or tags in one index space. */
  public static final int TABLES = 100;

  /** Memories in one index space. */
  public static final int MEMORIES = 100;

  /** Arguments of one instantiation. */
  public static final int INSTANTIATION_ARGUMENTS = 100_000;

  /** Exports of one inline instance. */
  public static final int INLINE_EXPORTS = 100_000;

  /** Fields, cases, elements or labels of one value type. */
  public static final int MEMBERS = 10_000;

  /** Labels of one {@code flags} type; set by the specification. */
  public static final int FLAGS = 32;

  /** Parameters or results of one function type. */
  public static final int PARAMETERS = 1_000;

  /** Options of one canonical definition. */
  public static final int CANONICAL_OPTIONS = 10;

  /** Attributes of one extern name. */
  public static final int ATTRIBUTES = 100;

  /** The length of a fixed-length list. */
  public static final long FIXED_LIST_LENGTH = 1L << 30;

  /** The nodes that a type has when every reference in it is written out. */
  public static final int TYPE_SIZE = 1_000_000;

  /** Types of any kind inside types of any kind, when every reference is written out. */
  public static final int TYPE_DEPTH = 250;

  /**
   * The nodes of types that one validation may visit to compare and instantiate them: what a file
   * can ask for is more than linear in its bytes, since its types share their parts. Components
   * that tools make need some hundreds.
   */
  public static final long TYPE_VISITS = 2_000_000;

  /** The supertypes of a core type, one above the other. */
  public static final int CORE_SUBTYPING_DEPTH = 63;

  /** The types of one core recursion group. */
  public static final int REC_GROUP_TYPES = 1_000_000;

  /** The fields of one core structure type. */
  public static final int STRUCT_FIELDS = 10_000;

  /** The locals of one core function. */
  public static final int FUNCTION_LOCALS = 50_000;

  /**
   * The locals of all core functions of a file: some bytes of a body can declare any number, and
   * the engine keeps each. A whole JavaScript engine has fifty thousand.
   */
  public static final long FILE_LOCALS = 10_000_000;

  /** Element segments of one core module. */
  public static final int ELEMENT_SEGMENTS = 100_000;

  /** The elements of one element segment. */
  public static final int SEGMENT_ELEMENTS = 10_000_000;

  /** Data segments of one core module. */
  public static final int DATA_SEGMENTS = 100_000;

  private Limits() {}
}

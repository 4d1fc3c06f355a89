package dev.mortise.classgen.call;

import dev.mortise.runtime.engine.CoreFunction;

/** The names in class files of what generated code uses. */
final class Names {
  /** The package of generated code, and how its classes are called by number. */
  static final String PREFIX = CoreFunction.CALLER_PACKAGE.replace('.', '/') + "/";

  static final String CONTEXT = "dev/mortise/runtime/instance/CanonicalContext";
  static final String CONTEXT_DESCRIPTOR = "L" + CONTEXT + ";";
  static final String RESOURCE_DESCRIPTOR = "Ldev/mortise/runtime/instance/RuntimeResource;";
  static final String GUEST_RESOURCE = "dev/mortise/runtime/instance/GuestResource";
  static final String LIFTED = "dev/mortise/runtime/instance/FunctionFactory$Lifted";
  static final String TASK = "dev/mortise/runtime/instance/Task";
  static final String TASK_DESCRIPTOR = "L" + TASK + ";";
  static final String MEMORY = "dev/mortise/runtime/engine/CoreMemory";
  static final String MEMORY_DESCRIPTOR = "L" + MEMORY + ";";
  static final String FUNCTION = "dev/mortise/runtime/engine/CoreFunction";
  static final String FUNCTION_DESCRIPTOR = "L" + FUNCTION + ";";

  private static final String GLUE = "dev/mortise/runtime/glue/";
  static final String MEMORIES = GLUE + "Memories";
  static final String STRINGS = GLUE + "Strings";
  static final String LISTS = GLUE + "Lists";
  static final String VIEWS = GLUE + "Views";
  static final String GUEST_BYTES = GLUE + "GuestBytes";
  static final String SCALARS = GLUE + "Scalars";
  static final String TRANSFERS = GLUE + "Transfers";
  static final String HOST_FAILURES = GLUE + "HostFailures";

  static final String BYTE_VIEW = "dev/mortise/runtime/view/ByteView";
  static final String BYTE_VIEW_DESCRIPTOR = "L" + BYTE_VIEW + ";";
  static final String STRING_DESCRIPTOR = "Ljava/lang/String;";
  static final String OBJECT = "java/lang/Object";
  static final String OBJECT_DESCRIPTOR = "Ljava/lang/Object;";
  static final String FUNCTION_OBJECT = "java/util/function/Function";
  static final String THROWABLE = "java/lang/Throwable";
  static final String LIST = "java/util/List";
  static final String RESULT = "dev/mortise/runtime/Result";
  static final String OK = RESULT + "$Ok";
  static final String ERR = RESULT + "$Err";

  private Names() {}
}

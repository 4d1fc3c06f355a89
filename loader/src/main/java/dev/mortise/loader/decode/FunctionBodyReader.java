package dev.mortise.loader.decode;

/**
 * Reads of a core function's body how many locals it declares (core spec, "Code Section"): some
 * bytes can ask for any number, and the engine makes room for each. The instructions are passed
 * over.
 */
final class FunctionBodyReader {
  private static final String WHAT = "function body";

  private FunctionBodyReader() {}

  static void skip(ByteReader in) {
    ByteReader body = in.window(in.u32("function body size"), WHAT);
    int groups = body.count("groups of locals", Limits.FUNCTION_LOCALS);
    long locals = 0;
    for (int i = 0; i < groups; i++) {
      int start = body.position();
      long more = body.u32("number of locals");
      locals += more;
      if (locals > Limits.FUNCTION_LOCALS) {
        throw body.limit(start, WHAT, "locals", Limits.FUNCTION_LOCALS, locals);
      }
      CoreTypeReader.skipValType(body);
      body.spendLocals(start, more);
    }
  }
}

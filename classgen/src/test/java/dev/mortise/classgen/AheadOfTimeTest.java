package dev.mortise.classgen;

import dev.mortise.classgen.jar.Ahead;
import dev.mortise.runtime.Imports;
import org.junit.jupiter.api.Nested;

/** Classes that were made ahead of time do all that those do which are made at run time. */
class AheadOfTimeTest {

  @Nested
  class Exports extends TypedExportsTest {
    @Override
    <W> W instantiate(String guest, Class<W> world, Imports imports) {
      return Ahead.instantiate(guest, world, imports);
    }
  }

  @Nested
  class HostCalls extends TypedImportsTest {
    @Override
    <W> W instantiate(String guest, Class<W> world, Imports imports) {
      return Ahead.instantiate(guest, world, imports);
    }
  }

  @Nested
  class FusedCalls extends FusedCallsTest {
    @Override
    <W> W instantiate(String guest, Class<W> world, Imports imports) {
      return Ahead.instantiate(guest, world, imports);
    }
  }
}

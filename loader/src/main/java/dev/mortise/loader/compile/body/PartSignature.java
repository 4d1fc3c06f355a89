package dev.mortise.loader.compile.body;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How a part of a function is called: with the local variables that it reads, and it returns those
 * that it writes and somebody reads after it, then what its branches take, and the number of the
 * way on where there are several.
 *
 * @param parameters the local variables that it takes, in this order
 * @param temporaries those that it uses beside
 * @param written those that it returns, in this order
 * @param exits the ways out of it but the one to what stands after it
 * @param values the types of what these take, each once
 * @param fallsThrough whether what stands after it may be reached from its end
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record PartSignature(
    int[] parameters,
    int[] temporaries,
    int[] written,
    List<Exit> exits,
    byte[] values,
    boolean fallsThrough) {

  /**
   * A branch to a block around the part.
   *
   * @param type of the value that it takes; {@link Instructions#NONE} when there is none
   */
  record Exit(int block, byte type) {
    boolean takesValue() {
      return type != Instructions.NONE;
    }
  }

  /** Of the instructions from one to before another, whose branches take a value at most. */
  static PartSignature of(Layout layout, int from, int to) {
    Effects effects = Effects.of(layout, from, to);
    boolean fallsThrough = !layout.isDead(to);
    BitSet after = fallsThrough ? layout.liveness().before(to) : new BitSet();
    List<Exit> exits = new ArrayList<>();
    ByteArrayOutputStream values = new ByteArrayOutputStream();
    BitSet types = new BitSet();
    for (int block : effects.exits()) {
      after.or(layout.liveness().atLabel(block));
      byte[] taken = layout.taken(block);
      exits.add(new Exit(block, taken.length == 0 ? Instructions.NONE : taken[0]));
      if (taken.length > 0 && !types.get(taken[0])) {
        types.set(taken[0]);
        values.write(taken[0]);
      }
    }
    BitSet parameters = layout.liveness().before(from);
    parameters.and(effects.used());
    BitSet temporaries = effects.used();
    temporaries.andNot(parameters);
    BitSet written = effects.written();
    written.and(after);
    return new PartSignature(
        parameters.stream().toArray(),
        temporaries.stream().toArray(),
        written.stream().toArray(),
        exits,
        values.toByteArray(),
        fallsThrough);
  }

  /** Whether it returns the number of the way: 0 is to fall through, and then come the exits. */
  boolean hasSelector() {
    return exits.size() + (fallsThrough ? 1 : 0) > 1;
  }

  byte[] parameters(byte[] locals) {
    return types(parameters, locals);
  }

  byte[] temporaries(byte[] locals) {
    return types(temporaries, locals);
  }

  byte[] results(byte[] locals) {
    ByteArrayOutputStream types = new ByteArrayOutputStream();
    types.writeBytes(types(written, locals));
    types.writeBytes(values);
    if (hasSelector()) {
      types.write(Instructions.I32);
    }
    return types.toByteArray();
  }

  private static byte[] types(int[] some, byte[] locals) {
    byte[] types = new byte[some.length];
    for (int i = 0; i < some.length; i++) {
      types[i] = locals[some[i]];
    }
    return types;
  }
}

package dev.mortise.loader.compile.body;

import dev.mortise.loader.compile.body.FunctionSplitter.Part;
import dev.mortise.loader.compile.body.FunctionSplitter.Split;
import dev.mortise.loader.compile.body.PartSignature.Exit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes one of the functions that one function becomes. The blocks around a part, as far as it may
 * leave them, have each a block around its code: to leave that is to return the number of the way
 * on. So branches stay what they are, but for how many blocks lie between.
 */
final class ChunkWriter {
  /** A block that nothing of the original branches to. */
  private static final int OWN = -2;

  private final Layout layout;
  private final int firstPart;
  private final List<Part> parts;
  private final boolean main;
  private final BodyBytes out = new BodyBytes();
  private final List<Integer> labels = new ArrayList<>();

  /** By local variable of the original, the one here. */
  private final int[] places;

  private final LocalVariables locals;

  private ChunkWriter(
      Layout layout,
      int firstPart,
      List<Part> parts,
      boolean main,
      int[] places,
      LocalVariables locals) {
    this.layout = layout;
    this.firstPart = firstPart;
    this.parts = parts;
    this.main = main;
    this.places = places;
    this.locals = locals;
  }

  /**
   * Writes a function and its parts.
   *
   * @param parameters how many of its local variables are parameters
   * @param firstPart the index by which to call the first part
   */
  static Split write(Layout layout, List<Chunk> chunks, int parameters, int firstPart) {
    List<Part> parts = new ArrayList<>();
    byte[] types = layout.locals();
    int[] same = new int[types.length];
    Arrays.setAll(same, i -> i);
    LocalVariables locals =
        new LocalVariables(parameters, Arrays.copyOfRange(types, parameters, types.length));
    ChunkWriter writer = new ChunkWriter(layout, firstPart, parts, true, same, locals);
    writer.labels.add(Layout.FUNCTION);
    writer.instructions(0, layout.count() - 1, chunks);
    // Where the last end follows another, the engine's compiler takes a branch out of the function
    // for one out of that block.
    writer.out.write(Opcodes.NOP);
    writer.out.write(Opcodes.END);
    return new Split(writer.toByteArray(), parts);
  }

  /** Writes a part and those in it, and returns the index by which it is called. */
  private int part(Chunk chunk) {
    PartSignature signature = chunk.signature();
    byte[] types = layout.locals();
    int[] own = new int[types.length];
    int count = 0;
    for (int local : signature.parameters()) {
      own[local] = count++;
    }
    int parameters = count;
    for (int local : signature.temporaries()) {
      own[local] = count++;
    }
    LocalVariables variables = new LocalVariables(parameters, signature.temporaries(types));
    ChunkWriter writer = new ChunkWriter(layout, firstPart, parts, false, own, variables);
    writer.body(chunk);
    parts.add(
        new Part(signature.parameters(types), signature.results(types), writer.toByteArray()));
    return firstPart + parts.size() - 1;
  }

  private byte[] toByteArray() {
    BodyBytes body = new BodyBytes();
    locals.declare(body);
    body.add(out);
    return body.toByteArray();
  }

  private void body(Chunk chunk) {
    PartSignature signature = chunk.signature();
    labels.add(OWN); // the part itself
    if (!signature.exits().isEmpty()) {
      open(OWN, Instructions.NONE);
      for (Exit exit : signature.exits()) {
        open(exit.block(), exit.type());
      }
    }
    instructions(chunk.from(), chunk.to(), chunk.inner());
    if (!signature.exits().isEmpty()) {
      ways(signature);
    }
    for (int local : signature.written()) {
      out.local(Opcodes.LOCAL_GET, places[local]);
    }
    for (byte type : signature.values()) {
      out.local(Opcodes.LOCAL_GET, locals.value(type));
    }
    if (signature.hasSelector()) {
      out.local(Opcodes.LOCAL_GET, locals.selector());
    }
    out.write(Opcodes.END);
  }

  /** What follows the code of a part: the ends of the blocks, with the number of each way. */
  private void ways(PartSignature signature) {
    if (signature.fallsThrough()) {
      way(signature, 0);
      branch(Opcodes.BR, signature.exits().size());
    }
    for (int i = signature.exits().size() - 1; i >= 0; i--) {
      close();
      Exit exit = signature.exits().get(i);
      if (exit.takesValue()) {
        out.local(Opcodes.LOCAL_SET, locals.value(exit.type()));
      }
      way(signature, i + 1);
      if (i > 0) {
        branch(Opcodes.BR, i);
      }
    }
    close();
  }

  private void way(PartSignature signature, int number) {
    if (signature.hasSelector()) {
      out.constant(number);
      out.local(Opcodes.LOCAL_SET, locals.selector());
    }
  }

  private void open(int label, byte type) {
    out.write(Opcodes.BLOCK);
    out.write(type == Instructions.NONE ? Opcodes.EMPTY_BLOCK : type);
    labels.add(label);
  }

  private void close() {
    out.write(Opcodes.END);
    labels.remove(labels.size() - 1);
  }

  private void branch(int opcode, int label) {
    out.write(opcode);
    out.u32(label);
  }

  /** How many blocks a branch to a block leaves. */
  private int label(int block) {
    return labels.size() - 1 - labels.lastIndexOf(block);
  }

  /** The instructions from one to before another, with calls in the place of parts. */
  private void instructions(int from, int to, List<Chunk> chunks) {
    int next = 0;
    for (int i = from; i < to; ) {
      if (next < chunks.size() && chunks.get(next).from() == i) {
        Chunk chunk = chunks.get(next++);
        call(chunk);
        i = chunk.to();
      } else {
        instruction(i++);
      }
    }
  }

  private void instruction(int i) {
    int opcode = layout.opcode(i);
    switch (opcode) {
      case Opcodes.BR, Opcodes.BR_IF ->
          branch(opcode, label(layout.target(i, layout.arguments(i).u32())));
      case Opcodes.BR_TABLE -> {
        BodyReader in = layout.arguments(i);
        int count = in.u32();
        branch(opcode, count);
        for (int more = count; more >= 0; more--) {
          out.u32(label(layout.target(i, in.u32())));
        }
      }
      case Opcodes.RETURN -> {
        if (main) {
          out.write(Opcodes.RETURN);
        } else {
          branch(Opcodes.BR, label(Layout.FUNCTION));
        }
      }
      case Opcodes.LOCAL_GET, Opcodes.LOCAL_SET, Opcodes.LOCAL_TEE ->
          out.local(opcode, places[layout.arguments(i).u32()]);
      case Opcodes.BLOCK, Opcodes.LOOP, Opcodes.IF -> {
        out.copy(layout, i);
        labels.add(i);
      }
      case Opcodes.END -> close();
      default -> out.copy(layout, i);
    }
  }

  /** The call of a part, in its place. */
  private void call(Chunk chunk) {
    PartSignature signature = chunk.signature();
    int index = part(chunk);
    for (int local : signature.parameters()) {
      out.local(Opcodes.LOCAL_GET, places[local]);
    }
    branch(Opcodes.CALL, index);
    if (signature.hasSelector()) {
      out.local(Opcodes.LOCAL_SET, locals.selector());
    }
    for (int i = signature.values().length - 1; i >= 0; i--) {
      out.local(Opcodes.LOCAL_SET, locals.value(signature.values()[i]));
    }
    for (int i = signature.written().length - 1; i >= 0; i--) {
      out.local(Opcodes.LOCAL_SET, places[signature.written()[i]]);
    }
    goOn(signature);
  }

  private void goOn(PartSignature signature) {
    List<Exit> exits = signature.exits();
    if (!signature.hasSelector()) {
      if (!exits.isEmpty()) {
        leave(exits.get(0));
      } else if (!signature.fallsThrough()) {
        out.write(Opcodes.UNREACHABLE);
      }
    } else if (exits.size() == 1 && !exits.get(0).takesValue()) {
      out.local(Opcodes.LOCAL_GET, locals.selector());
      branch(Opcodes.BR_IF, label(exits.get(0).block()));
    } else {
      choose(signature);
    }
  }

  private void leave(Exit exit) {
    if (exit.takesValue()) {
      out.local(Opcodes.LOCAL_GET, locals.value(exit.type()));
    }
    branch(Opcodes.BR, label(exit.block()));
  }

  /** Goes on by the number of the way, in blocks for what a branch alone does not do. */
  private void choose(PartSignature signature) {
    List<Exit> withValue = signature.exits().stream().filter(Exit::takesValue).toList();
    open(OWN, Instructions.NONE);
    withValue.forEach(exit -> open(OWN, Instructions.NONE));
    out.local(Opcodes.LOCAL_GET, locals.selector());
    branch(Opcodes.BR_TABLE, signature.exits().size());
    out.u32(withValue.size()); // way 0
    for (Exit exit : signature.exits()) {
      out.u32(
          exit.takesValue() ? withValue.size() - 1 - withValue.indexOf(exit) : label(exit.block()));
    }
    for (int i = withValue.size() - 1; i >= 0; i--) {
      close();
      leave(withValue.get(i));
    }
    close();
    if (!signature.fallsThrough()) {
      out.write(Opcodes.UNREACHABLE);
    }
  }
}

package dev.mortise.loader.compile.body;

import java.util.List;

/**
 * Instructions that become a function of their own.
 *
 * @param from the first
 * @param to the one after the last
 * @param signature how that function is called
 * @param inner those among them that again become functions of their own, in their order
 */
record Chunk(int from, int to, PartSignature signature, List<Chunk> inner) {
  Chunk {
    inner = List.copyOf(inner);
  }
}

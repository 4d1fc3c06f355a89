package dev.mortise.jsbridge.entry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.graalvm.polyglot.Value;

/**
 * Arrays of numbers and the bytes of an {@code ArrayBuffer}, which are little-endian on every
 * machine that runs GraalJS.
 */
final class Numbers {
  private Numbers() {}

  static Object read(char kind, Value buffer, int byteOffset, int byteLength) {
    byte[] bytes = new byte[byteLength];
    if (byteLength > 0) {
      buffer.readBuffer(byteOffset, bytes, 0, byteLength);
    }
    if (kind == 'B') {
      return bytes;
    }
    ByteBuffer source = little(bytes);
    switch (kind) {
      case 'S' -> {
        short[] numbers = new short[byteLength / Short.BYTES];
        source.asShortBuffer().get(numbers);
        return numbers;
      }
      case 'I' -> {
        int[] numbers = new int[byteLength / Integer.BYTES];
        source.asIntBuffer().get(numbers);
        return numbers;
      }
      case 'J' -> {
        long[] numbers = new long[byteLength / Long.BYTES];
        source.asLongBuffer().get(numbers);
        return numbers;
      }
      case 'F' -> {
        float[] numbers = new float[byteLength / Float.BYTES];
        source.asFloatBuffer().get(numbers);
        return numbers;
      }
      case 'D' -> {
        double[] numbers = new double[byteLength / Double.BYTES];
        source.asDoubleBuffer().get(numbers);
        return numbers;
      }
      default -> throw new IllegalArgumentException("kind " + kind);
    }
  }

  static int byteLength(Object array) {
    return switch (array) {
      case byte[] numbers -> numbers.length;
      case short[] numbers -> numbers.length * Short.BYTES;
      case int[] numbers -> numbers.length * Integer.BYTES;
      case long[] numbers -> numbers.length * Long.BYTES;
      case float[] numbers -> numbers.length * Float.BYTES;
      case double[] numbers -> numbers.length * Double.BYTES;
      default -> throw new IllegalArgumentException(array.getClass().getName());
    };
  }

  static ByteBuffer bytes(Object array) {
    if (array instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    }
    ByteBuffer target = little(new byte[byteLength(array)]);
    switch (array) {
      case short[] numbers -> target.asShortBuffer().put(numbers);
      case int[] numbers -> target.asIntBuffer().put(numbers);
      case long[] numbers -> target.asLongBuffer().put(numbers);
      case float[] numbers -> target.asFloatBuffer().put(numbers);
      case double[] numbers -> target.asDoubleBuffer().put(numbers);
      default -> throw new IllegalArgumentException(array.getClass().getName());
    }
    return target;
  }

  /** Eight bytes at a time: polyglot values have no way to write many. */
  static void copy(Object array, Value buffer) {
    ByteBuffer bytes = bytes(array).order(ByteOrder.LITTLE_ENDIAN);
    int length = bytes.capacity();
    int i = 0;
    for (; i <= length - Long.BYTES; i += Long.BYTES) {
      buffer.writeBufferLong(ByteOrder.LITTLE_ENDIAN, i, bytes.getLong(i));
    }
    for (; i < length; i++) {
      buffer.writeBufferByte(i, bytes.get(i));
    }
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}

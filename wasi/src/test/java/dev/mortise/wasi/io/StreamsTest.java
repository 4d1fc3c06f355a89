package dev.mortise.wasi.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mortise.runtime.error.TrapException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wit.wasi.io.v0_2.Streams.StreamError;
import wit.wasi.io.v0_2.Streams.StreamErrorException;

/** The rules of {@code wasi:io/streams}, one by one. */
@Timeout(30)
class StreamsTest {
  private static final ThreadFactory THREADS = Thread.ofVirtual().factory();

  private interface Call {
    void run() throws Exception;
  }

  private static StreamError error(Call call) {
    StreamErrorException e = catchThrowableOfType(StreamErrorException.class, call::run);
    assertThat(e).as("an error").isNotNull();
    return e.error();
  }

  private static DirectInput text(String text) {
    ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(UTF_8));
    return new DirectInput(
        most -> {
          byte[] bytes = in.readNBytes(most);
          return bytes.length == 0 ? null : bytes;
        });
  }

  private static DirectOutput into(ByteArrayOutputStream out) {
    return new DirectOutput(out::writeBytes);
  }

  @Test
  void read_givesAtMostWhatIsAskedFor_thenClosed() throws Exception {
    DirectInput in = text("hello");
    assertThat(in.read(2)).asString(UTF_8).isEqualTo("he");
    assertThat(in.read(0)).isEmpty();
    assertThat(in.blockingRead(0)).isEmpty();
    assertThat(in.skip(1)).isEqualTo(1);
    assertThat(in.blockingSkip(1)).isEqualTo(1);
    assertThat(in.blockingRead(-1)).as("the largest u64").asString(UTF_8).isEqualTo("o");
    assertThat(error(() -> in.read(1))).isInstanceOf(StreamError.Closed.class);
    assertThat(in.subscribe().ready()).isTrue();
  }

  @Test
  void failure_isTheLastOperations_thenClosed() {
    DirectInput in =
        new DirectInput(
            most -> {
              throw new IOException("the disk is on fire");
            });
    StreamError failed = error(() -> in.read(1));
    assertThat(failed)
        .isInstanceOfSatisfying(
            StreamError.LastOperationFailed.class,
            e -> assertThat(e.value().toDebugString()).contains("the disk is on fire"));
    assertThat(error(() -> in.read(1))).isInstanceOf(StreamError.Closed.class);
  }

  @Test
  void write_beyondWhatCheckWritePermits_traps() throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    DirectOutput out = into(written);
    assertThatThrownBy(() -> out.write(new byte[1]))
        .isInstanceOf(TrapException.class)
        .hasMessageContaining("it writes 1 bytes, and check-write has permitted 0");
    long room = out.checkWrite();
    out.write(new byte[(int) room - 1]);
    assertThatThrownBy(() -> out.write(new byte[2])).isInstanceOf(TrapException.class);
    assertThatThrownBy(() -> out.writeZeroes(2)).isInstanceOf(TrapException.class);
    out.writeZeroes(1);
    assertThat(written.size()).isEqualTo(room);
  }

  @Test
  void blockingWriteAndFlush_takes4096Bytes_andTrapsBeyond() throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    DirectOutput out = into(written);
    out.blockingWriteAndFlush(new byte[4096]);
    out.blockingWriteZeroesAndFlush(4096);
    assertThat(written.size()).isEqualTo(8192);
    assertThatThrownBy(() -> out.blockingWriteAndFlush(new byte[4097]))
        .isInstanceOf(TrapException.class);
    assertThatThrownBy(() -> out.blockingWriteZeroesAndFlush(-1)).isInstanceOf(TrapException.class);
  }

  @Test
  void splice_movesWhatIsThere() throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    DirectOutput out = into(written);
    DirectInput in = text("abcdef");
    assertThat(out.splice(in, 2)).isEqualTo(2);
    assertThat(out.blockingSplice(in, 3)).isEqualTo(3);
    assertThat(out.splice(in, 0)).isZero();
    assertThat(out.splice(in, -1)).isEqualTo(1);
    assertThat(written.toString(UTF_8)).isEqualTo("abcdef");
    assertThat(error(() -> out.splice(in, 1))).isInstanceOf(StreamError.Closed.class);
  }

  @Test
  void pumpedInput_isReadyWhenBytesCome() throws Exception {
    PipedOutputStream source = new PipedOutputStream();
    PumpedInput in = new PumpedInput(new PipedInputStream(source), 100, THREADS);
    assertThat(in.read(10)).isEmpty();
    assertThat(in.subscribe().ready()).isFalse();
    source.write("abc".getBytes(UTF_8));
    source.flush();
    in.subscribe().block();
    assertThat(in.read(2)).asString(UTF_8).isEqualTo("ab");
    assertThat(in.blockingRead(2)).asString(UTF_8).isEqualTo("c");
    source.close();
    assertThat(error(() -> in.blockingRead(1))).isInstanceOf(StreamError.Closed.class);
  }

  /** What nobody reads is not taken from the source for ever. */
  @Test
  void pumpedInput_readsAheadWithinItsBound() throws Exception {
    long[] given = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] bytes, int from, int count) {
            given[0] += count;
            return count;
          }
        };
    PumpedInput in = new PumpedInput(endless, 50_000, THREADS);
    in.subscribe().block();
    Thread.sleep(100);
    assertThat(given[0]).isBetween(1L, 50_000L + (16 << 10));
    in.close();
    assertThat(error(() -> in.read(1))).isInstanceOf(StreamError.Closed.class);
  }

  /** A reader that takes nothing until it is told to. */
  private static final class Gate extends OutputStream {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final CountDownLatch open = new CountDownLatch(1);
    private boolean closed;

    @Override
    public void write(int b) {
      throw new AssertionError("bytes come together");
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      try {
        open.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      taken.write(bytes, from, count);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void pumpedOutput_hasNoRoomUntilItsReaderTakesSome() throws Exception {
    Gate gate = new Gate();
    PumpedOutput out = new PumpedOutput(gate, 10, THREADS);
    assertThat(out.checkWrite()).isEqualTo(10);
    out.write(new byte[10]);
    assertThat(out.checkWrite()).isZero();
    assertThat(out.subscribe().ready()).isFalse();
    gate.open.countDown();
    out.subscribe().block();
    assertThat(out.checkWrite()).isPositive();
  }

  @Test
  void flush_leavesNoRoomUntilItIsDone() throws Exception {
    Gate gate = new Gate();
    PumpedOutput out = new PumpedOutput(gate, 10, THREADS);
    assertThat(out.checkWrite()).isEqualTo(10);
    out.write(new byte[1]);
    out.flush();
    assertThat(out.checkWrite()).isZero();
    gate.open.countDown();
    out.blockingFlush();
    assertThat(gate.taken.size()).isEqualTo(1);
  }

  @Test
  void droppedOutput_isWrittenOut() throws Exception {
    Gate gate = new Gate();
    PumpedOutput out = new PumpedOutput(gate, 10, THREADS);
    assertThat(out.checkWrite()).isEqualTo(10);
    out.write(new byte[7]);
    out.close();
    gate.open.countDown();
    while (!gate.closed) {
      Thread.sleep(1);
    }
    assertThat(gate.taken.size()).isEqualTo(7);
  }

  @Test
  void outputWhoseReaderFails_saysSoOnce_thenClosed() throws Exception {
    PumpedOutput out =
        new PumpedOutput(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("the line is cut");
              }
            },
            10,
            THREADS);
    assertThat(out.checkWrite()).isEqualTo(10);
    out.write(new byte[1]);
    out.subscribe().block();
    StreamError failed = null;
    while (failed == null) {
      try {
        long unused = out.checkWrite();
        Thread.sleep(1);
      } catch (StreamErrorException e) {
        failed = e.error();
      }
    }
    assertThat(failed).isInstanceOf(StreamError.LastOperationFailed.class);
    assertThat(error(out::checkWrite)).isInstanceOf(StreamError.Closed.class);
  }

  @Test
  void error_tellsNoPathOfTheHost() {
    IoError error = new IoError(new NoSuchFileException("/home/ann/secret"));
    assertThat(error.toDebugString()).isEqualTo("NoSuchFileException");
    error.close();
  }
}

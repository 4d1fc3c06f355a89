package dev.mortise.classgen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.runtime.Imports;
import dev.mortise.runtime.WitName;
import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.error.ValueException;
import dev.mortise.runtime.view.ByteView;
import java.io.IOException;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of bytes as views, by interfaces that were written by hand. */
class ViewsTest {
  private static final Imports UNUSED = Imports.builder().trapMissing().build();

  /** The world, with views where they are worth it. */
  public interface World {
    /** Passes a buffer; the result is lent. */
    <R> R echo(ByteBuffer bytes, Function<ByteView, R> use);

    /** The result is lent to one who returns nothing. */
    void fetch(long count, Consumer<? super ByteView> use);

    /** Passes a view. */
    long send(ByteView bytes);

    /** Arrays as ever. */
    byte[] relay(byte[] bytes);

    /** How often post-return was called. */
    long freed();

    /** Passes the host bytes outside of memory. */
    long sendOutside();

    /** An exported interface, by another written by hand. */
    Bytes bytes();
  }

  /** The exported interface. */
  public interface Bytes {
    /** Passes a buffer and has an array back. */
    byte[] signed(ByteBuffer bytes);

    /** So many that they go by memory; arrays among them. */
    String last(
        ByteBuffer a,
        byte[] b,
        ByteView c,
        ByteBuffer d,
        byte[] e,
        ByteView f,
        ByteBuffer g,
        byte[] h,
        ByteView i,
        Function<? super ByteView, String> use);

    /** Passes them on to the host. */
    byte[] many(
        byte[] a, byte[] b, byte[] c, byte[] d, byte[] e, byte[] f, byte[] g, byte[] h, byte[] i);

    /** A result that is outside of memory. */
    Integer outside(Function<ByteView, Integer> use);
  }

  /** The host with views. */
  @WitName("test:views/host")
  public interface Host {
    /** Is lent bytes. */
    long put(String key, ByteView bytes);

    /** Returns a buffer. */
    ByteBuffer get(long count);

    /** Is lent bytes, and returns a view. */
    ByteView swap(ByteView bytes);

    /** So many that they come by memory. */
    ByteBuffer many(
        ByteView a,
        ByteView b,
        ByteView c,
        ByteView d,
        ByteView e,
        ByteView f,
        ByteView g,
        ByteView h,
        ByteView i);
  }

  private final List<ByteView> lent = new ArrayList<>();
  private final FakeBytes host = new FakeBytes();
  private final World world = Guests.load("views").as(World.class).instantiate(host());

  private Imports host() {
    return Imports.of(Host.class, host);
  }

  /** What the host does can be changed by each test. */
  private final class FakeBytes implements Host {
    private Function<ByteView, Long> put = view -> (long) view.length();
    private Function<Long, ByteBuffer> get = count -> ByteBuffer.wrap(bytes(count.intValue()));
    private Function<ByteView, ByteView> swap = view -> view;

    @Override
    public long put(String key, ByteView bytes) {
      assertThat(key).isEqualTo("key");
      lent.add(bytes);
      return put.apply(bytes);
    }

    @Override
    public ByteBuffer get(long count) {
      return get.apply(count);
    }

    @Override
    public ByteBuffer many(
        ByteView a,
        ByteView b,
        ByteView c,
        ByteView d,
        ByteView e,
        ByteView f,
        ByteView g,
        ByteView h,
        ByteView i) {
      lent.addAll(List.of(a, b, c, d, e, f, g, h, i));
      return ByteBuffer.wrap(e.toByteArray());
    }

    @Override
    public ByteView swap(ByteView bytes) {
      lent.add(bytes);
      return swap.apply(bytes);
    }
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  @Test
  void buffer_ofAnyKind_arrivesFromPositionToLimit(@TempDir Path folder) throws IOException {
    byte[] all = bytes(300_000);
    Path file = Files.write(folder.resolve("bytes"), all);
    try (FileChannel channel = FileChannel.open(file)) {
      for (ByteBuffer buffer :
          List.of(
              ByteBuffer.wrap(all),
              direct(all),
              direct(all).asReadOnlyBuffer(),
              ByteBuffer.wrap(all, 7, 100).slice(),
              direct(all).position(3).limit(200_000),
              channel.map(FileChannel.MapMode.READ_ONLY, 0, all.length).position(9),
              ByteBuffer.allocate(0))) {
        byte[] expected = new byte[buffer.remaining()];
        buffer.duplicate().get(expected);
        int position = buffer.position();
        byte[] echoed = world.echo(buffer, ByteView::toByteArray);
        assertThat(echoed).isEqualTo(expected);
        assertThat(buffer.position()).isEqualTo(position);
        assertThat(world.bytes().signed(buffer)).isEqualTo(expected);
      }
    }
  }

  @Test
  void view_asAnArgument_isCopied() {
    assertThat(world.send(ByteView.of(bytes(20_000)))).isEqualTo(20_000);
    assertThat(world.send(ByteView.of(direct(bytes(10)).position(4)))).isEqualTo(6);
    host.put = view -> (long) view.getInt(1);
    assertThat(world.send(new Counting(9_000))).isEqualTo(0x04030201);
  }

  /** A view that somebody else wrote. */
  private record Counting(int length) implements ByteView {
    @Override
    public byte get(int index) {
      return (byte) index;
    }

    @Override
    public int getInt(int index) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long getLong(int index) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void copyTo(int from, byte[] target, int offset, int count) {
      for (int i = 0; i < count; i++) {
        target[offset + i] = get(from + i);
      }
    }

    @Override
    public void copyTo(int from, ByteBuffer target, int count) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String text(java.nio.charset.Charset encoding) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void viewOfOneGuest_asAnArgumentOfAnother_isCopiedBetweenMemories() {
    World other = Guests.load("views").as(World.class).instantiate(host());
    byte[] bytes = bytes(100_000);
    host.put = view -> (long) (view.get(99_999) & 0xff);
    long sent = world.echo(ByteBuffer.wrap(bytes), other::send);
    assertThat(sent).isEqualTo(bytes[99_999] & 0xff);
  }

  @Test
  void lentBytes_areThoseOfTheGuest() {
    byte[] bytes = "a view of a list of bytes".getBytes(UTF_8);
    host.put =
        view -> {
          assertThat(view.length()).isEqualTo(bytes.length);
          assertThat(view.toByteArray()).isEqualTo(bytes);
          assertThat(view.text(UTF_8)).isEqualTo("a view of a list of bytes");
          assertThat(view.get(2)).isEqualTo((byte) 'v');
          assertThat(view.getInt(2)).isEqualTo(0x77656976);
          assertThat(view.getLong(0)).isEqualTo(0x666f207765697620L << 8 | 'a' | 0L);
          byte[] some = new byte[6];
          view.copyTo(2, some, 1, 4);
          assertThat(some).isEqualTo("\0view\0".getBytes(UTF_8));
          ByteBuffer buffer = ByteBuffer.allocateDirect(8).position(1);
          view.copyTo(2, buffer, 4);
          assertThat(buffer.position()).isEqualTo(5);
          assertThat(buffer.get(4)).isEqualTo((byte) 'w');
          assertThatThrownBy(() -> view.copyTo(0, buffer, 4))
              .isInstanceOf(BufferOverflowException.class);
          int end = bytes.length;
          for (Runnable outside :
              List.<Runnable>of(
                  () -> view.get(end),
                  () -> view.get(-1),
                  () -> view.getInt(end - 3),
                  () -> view.getLong(end - 7),
                  () -> view.copyTo(end - 1, some, 0, 2),
                  () -> view.copyTo(0, some, 5, 2),
                  () -> view.copyTo(-1, buffer, 1),
                  () -> view.copyTo(0, some, 0, -1))) {
            assertThatThrownBy(outside::run).isInstanceOf(IndexOutOfBoundsException.class);
          }
          return 5L;
        };
    assertThat(world.send(ByteView.of(bytes))).isEqualTo(5);
  }

  private static void assertEnded(ByteView view) {
    byte[] some = new byte[1];
    for (Runnable use :
        List.<Runnable>of(
            () -> view.get(0),
            () -> view.getInt(0),
            () -> view.getLong(0),
            () -> view.copyTo(0, some, 0, 1),
            () -> view.copyTo(0, ByteBuffer.allocate(1), 1),
            () -> view.text(UTF_8),
            view::toByteArray)) {
      assertThatExceptionOfType(CallException.class)
          .isThrownBy(use::run)
          .withMessageContaining("[view-ended] view of 10 bytes in a guest's memory")
          .withMessageContaining("during the call that it was lent for")
          .withMessageContaining("toByteArray()");
    }
  }

  @Test
  void lentToTheHost_endsWithItsCall() {
    world.send(ByteView.of(bytes(10)));
    assertEnded(lent.get(0));
    host.put =
        view -> {
          throw new IllegalStateException("no room");
        };
    assertThatExceptionOfType(TrapException.class)
        .isThrownBy(() -> world.send(ByteView.of(bytes(10))))
        .withMessageContaining("no room");
    assertEnded(lent.get(1));
  }

  @Test
  void lentResult_endsWithTheCallback() {
    world.fetch(10, lent::add);
    assertEnded(lent.get(0));
    assertThat(world.freed()).isEqualTo(1);
  }

  @Test
  void endedView_asAnArgument_isRefusedAndHarmsNothing() {
    ByteView ended = world.echo(ByteBuffer.wrap(bytes(10)), view -> view);
    assertThatExceptionOfType(CallException.class)
        .isThrownBy(() -> world.send(ended))
        .withMessageContaining("[view-ended]");
    assertThat(world.relay(bytes(5))).isEqualTo(bytes(5));
  }

  @Test
  void endedView_asTheHostsResult_isATrap() {
    host.swap = view -> lent.get(0);
    world.send(ByteView.of(bytes(10)));
    assertThatExceptionOfType(CallException.class)
        .isThrownBy(() -> world.relay(bytes(20)))
        .withMessageContaining("[view-ended]");
    assertThatThrownBy(world::freed).hasMessageContaining("poisoned");
  }

  @Test
  void result_isLentBeforePostReturn() {
    byte[] bytes = bytes(1_000);
    String used =
        world.echo(
            ByteBuffer.wrap(bytes),
            view -> {
              assertThat(view.toByteArray()).isEqualTo(bytes);
              return "used";
            });
    assertThat(used).isEqualTo("used");
    assertThat(world.freed()).isEqualTo(1);
  }

  @Test
  void callbackThatThrows_isPassedOnAndTheGuestFrees() {
    IOException own = new IOException("disk full");
    assertThatThrownBy(
            () ->
                world.echo(
                    ByteBuffer.wrap(bytes(10)),
                    view -> {
                      lent.add(view);
                      ViewsTest.<RuntimeException>sneaky(own);
                      return null;
                    }))
        .isSameAs(own);
    assertEnded(lent.get(0));
    assertThat(world.freed()).isEqualTo(1);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneaky(Throwable e) throws E {
    throw (E) e;
  }

  @Test
  void callbackThatCallsTheInstance_isRefusedAndHarmsNothing() {
    assertThatThrownBy(() -> world.echo(ByteBuffer.wrap(bytes(10)), view -> world.freed()))
        .isInstanceOf(TrapException.class)
        .hasMessageContaining("cannot enter component instance");
    assertThat(world.freed()).isEqualTo(1);
  }

  @Test
  void hostsBuffer_isTheResult() {
    world.fetch(70_000, view -> assertThat(view.toByteArray()).isEqualTo(bytes(70_000)));
    host.get = count -> direct(bytes(30)).position(count.intValue());
    world.fetch(10, view -> assertThat(view.length()).isEqualTo(20));
    host.get = count -> null;
    assertThatExceptionOfType(TrapException.class)
        .isThrownBy(() -> world.fetch(1, view -> {}))
        .withMessageContaining("host function get");
  }

  @Test
  void hostThatReturnsWhatItWasLent_whileMemoryGrows_copiesWithinIt() {
    byte[] bytes = bytes(200_000);
    assertThat(world.relay(bytes)).isEqualTo(bytes);
    assertEndedLength(lent.get(0), 200_000);
    host.swap = view -> ByteView.of(new byte[] {1, view.get(0)});
    assertThat(world.relay(new byte[] {7})).containsExactly(1, 7);
  }

  private static void assertEndedLength(ByteView view, int length) {
    assertThat(view.length()).isEqualTo(length);
    assertThatExceptionOfType(CallException.class).isThrownBy(() -> view.get(0));
  }

  @Test
  void manyLists_goByMemory() {
    ByteView any = ByteView.of(bytes(3));
    ByteBuffer buffer = direct(bytes(4));
    assertThat(
            world
                .bytes()
                .last(
                    buffer,
                    bytes(1),
                    any,
                    buffer,
                    bytes(2),
                    any,
                    buffer,
                    bytes(9),
                    ByteView.of("the last".getBytes(UTF_8)),
                    view -> view.text(UTF_8)))
        .isEqualTo("the last");
  }

  @Test
  void manyLists_comeByMemory() {
    byte[] some = bytes(2);
    assertThat(world.bytes().many(some, some, some, some, bytes(5), some, some, some, some))
        .isEqualTo(bytes(5));
    assertThat(lent).hasSize(9).allSatisfy(view -> assertEndedLength(view, view.length()));
  }

  @Test
  void rangeOutsideOfMemory_isATrap() {
    assertThatExceptionOfType(TrapException.class)
        .isThrownBy(() -> world.bytes().outside(ByteView::length))
        .withMessageContaining("out of bounds");
    World other = Guests.load("views").as(World.class).instantiate(host());
    assertThatExceptionOfType(TrapException.class)
        .isThrownBy(other::sendOutside)
        .withMessageContaining("out of bounds");
    assertThat(lent).isEmpty();
  }

  @Test
  void nullForBytesOrCallback_isRefusedAndHarmsNothing() {
    assertThatExceptionOfType(ValueException.class)
        .isThrownBy(() -> world.send(null))
        .withMessageContaining("value-null");
    assertThatThrownBy(() -> world.echo(ByteBuffer.allocate(1), null))
        .isInstanceOf(NullPointerException.class);
    assertThat(world.freed()).isZero();
  }

  /** What does not fit. */
  public interface Wrong {
    /** Has no bytes as its result. */
    void freed(Consumer<ByteView> use);

    /** A callback of something else. */
    <R> R echo(byte[] bytes, Function<byte[], R> use);

    /** An accessor of what has other methods. */
    WrongBytes bytes();
  }

  /** What does not fit. */
  public interface WrongBytes {
    /** Has a list of bytes. */
    byte[] signed(String bytes);
  }

  @Test
  void mismatches_areListedAllAtOnce() {
    assertThatExceptionOfType(LinkException.class)
        .isThrownBy(() -> Guests.load("views").as(Wrong.class))
        .satisfies(e -> assertThat(e.diagnostics()).hasSize(3))
        .withMessageContaining("expected `byte[] signed(byte[])`");
  }

  /** A host whose method has a view of a string. */
  @WitName("test:views/host")
  public interface WrongHost {
    /** Has a string and bytes. */
    long put(ByteView key, ByteView bytes);

    /** Returns bytes. */
    byte[] get(long count);

    /** Has bytes. */
    byte[] swap(byte[] bytes);

    /** Has bytes. */
    byte[] many(
        byte[] a, byte[] b, byte[] c, byte[] d, byte[] e, byte[] f, byte[] g, byte[] h, byte[] i);
  }

  @Test
  void hostThatDoesNotFit_isRefused() {
    WrongHost wrong =
        new WrongHost() {
          @Override
          public long put(ByteView key, ByteView bytes) {
            return 0;
          }

          @Override
          public byte[] get(long count) {
            return new byte[0];
          }

          @Override
          public byte[] swap(byte[] bytes) {
            return bytes;
          }

          @Override
          public byte[] many(
              byte[] a,
              byte[] b,
              byte[] c,
              byte[] d,
              byte[] e,
              byte[] f,
              byte[] g,
              byte[] h,
              byte[] i) {
            return a;
          }
        };
    assertThatExceptionOfType(LinkException.class)
        .isThrownBy(() -> Guests.load("views").instantiate(Imports.of(WrongHost.class, wrong)))
        .withMessageContaining("`long put(java.lang.String, byte[])`");
  }

  @Test
  void world_withoutViews_callsAHostWithViews() throws Exception {
    Object plain = Guests.load("views").instantiate(host());
    Object result =
        plain.getClass().getMethod("relay", byte[].class).invoke(plain, (Object) bytes(5));
    assertThat((byte[]) result).isEqualTo(bytes(5));
    assertEndedLength(lent.get(0), 5);
  }

  @Test
  void world_withMissingImports_canBeAsked() {
    World other = Guests.load("views").as(World.class).instantiate(UNUSED);
    int length = other.echo(ByteBuffer.wrap(bytes(6)), ByteView::length);
    assertThat(length).isEqualTo(6);
  }
}

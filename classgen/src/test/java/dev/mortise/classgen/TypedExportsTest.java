package dev.mortise.classgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.loader.LoadOptions;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.Result;
import dev.mortise.runtime.Tuple1;
import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.error.ValueException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import kinds.Kinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import wit.test.kinds.v1.Api;
import wit.test.kinds.v1.Host;

/** Values of each kind of type through an exported interface, by generated code. */
class TypedExportsTest {
  private final Api api = api();

  /** An instance; another way to make the classes gives one by another way. */
  <W> W instantiate(String guest, Class<W> world, Imports imports) {
    return Guests.load(guest).as(world).instantiate(imports);
  }

  private Api api() {
    return instantiate("kinds", Kinds.class, Imports.of(Host.class, new FakeHost())).api();
  }

  private static Api api(LoadOptions options) {
    return Guests.load("kinds", options)
        .as(Kinds.class)
        .instantiate(Imports.of(Host.class, new FakeHost()))
        .api();
  }

  @Test
  void record_isARecord() {
    Api.Point point = new Api.Point(1.5, 4_294_967_295L, 0x1f600);
    assertThat(api.echoPoint(point)).isEqualTo(point);
  }

  @Test
  void listOfRecords_keepsOrder() {
    List<Api.Point> points =
        List.of(new Api.Point(-0.0, 0, 'a'), new Api.Point(Double.NaN, 7, 0x10ffff));
    assertThat(api.points(points)).isEqualTo(points);
    assertThat(api.points(List.of())).isEmpty();
  }

  @Test
  void list_isImmutable() {
    List<Api.Point> points = api.points(List.of(new Api.Point(1, 2, 'c')));
    assertThatThrownBy(() -> points.set(0, null)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void variant_isASealedInterface() {
    for (Api.Shape shape :
        List.of(
            new Api.Shape.Nothing(),
            new Api.Shape.Circle(2.5),
            new Api.Shape.Label("žluťoučký"),
            new Api.Shape.At(new Api.Point(1, 2, 'x')))) {
      assertThat(api.echoShape(shape)).isEqualTo(shape);
      assertThat(api.shapes(List.of(shape, shape))).containsExactly(shape, shape);
    }
  }

  @Test
  void enum_isAnEnum() {
    assertThat(api.echoLevel(Host.Level.HIGH_EST)).isSameAs(Host.Level.HIGH_EST);
  }

  @Test
  void flags_areAnEnumSet_andUnknownBitsAreIgnored() {
    EnumSet<Api.Perms> perms = EnumSet.of(Api.Perms.READ, Api.Perms.RUN);
    assertThat(api.echoPerms(perms)).isEqualTo(perms);
    assertThat(api.echoPerms(EnumSet.noneOf(Api.Perms.class))).isEmpty();
  }

  @Test
  void bool_isTrueForAnyNumberButZero() {
    assertThat(api.flip(false)).isTrue();
    assertThat(api.flip(true)).isFalse();
  }

  @Test
  void narrowIntegers_ignoreTheBitsThatTheyDoNotHave() {
    assertThat(api.byte_(0xfe)).isEqualTo((byte) -2);
    assertThat(api.wide((short) -1)).isEqualTo(0xffff);
    assertThat(api.big(-1)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 256})
  void integerOutOfRange_isRefusedByName(int value) {
    assertThatExceptionOfType(ValueException.class)
        .isThrownBy(() -> api.byte_(value))
        .withMessageContaining("parameter `b` of byte")
        .withMessageContaining("u8")
        .withMessageContaining("found " + value);
    assertThat(api.byte_(1)).isEqualTo((byte) 1);
  }

  @Test
  void fieldOutOfRange_isRefusedByName() {
    assertThatExceptionOfType(ValueException.class)
        .isThrownBy(() -> api.echoPoint(new Api.Point(1, -1, 'a')))
        .withMessageContaining("field `y` of point");
    assertThatExceptionOfType(ValueException.class)
        .isThrownBy(() -> api.echoPoint(new Api.Point(1, 1, 0xd800)))
        .withMessageContaining("field `z` of point")
        .withMessageContaining("Unicode scalar value");
  }

  @Test
  void null_isRefused_andTheInstanceLives() {
    assertThatExceptionOfType(ValueException.class).isThrownBy(() -> api.echoPoint(null));
    assertThatExceptionOfType(ValueException.class)
        .isThrownBy(() -> api.echoShape(new Api.Shape.Label(null)));
    assertThatExceptionOfType(ValueException.class)
        .isThrownBy(() -> api.shapes(java.util.Arrays.asList(new Api.Shape.Nothing(), null)));
    assertThat(api.flip(true)).isFalse();
  }

  @Test
  void nan_isTheCanonicalOne() {
    float payload = Float.intBitsToFloat(0x7fa12345);
    assertThat(Float.floatToRawIntBits(api.single(payload))).isEqualTo(0x7fc00000);
    double[] nan = {Double.longBitsToDouble(0x7ff4000000000001L)};
    assertThat(Double.doubleToRawLongBits(api.doubles(nan)[0])).isEqualTo(0x7ff8000000000000L);
  }

  @Test
  void numberLists_areArraysOfTheBits() {
    assertThat(api.ints(new int[] {1, -1, Integer.MIN_VALUE}))
        .containsExactly(1, -1, Integer.MIN_VALUE);
    int[] large = java.util.stream.IntStream.range(0, 20_000).toArray();
    assertThat(api.ints(large)).isEqualTo(large);
  }

  @Test
  void nestedOptions_areDistinct() {
    for (Optional<Optional<Integer>> option :
        List.of(
            Optional.<Optional<Integer>>empty(),
            Optional.of(Optional.<Integer>empty()),
            Optional.of(Optional.of(255)))) {
      assertThat(api.nested(option)).isEqualTo(option);
    }
  }

  @Test
  void resultWithinAValue_isAResult() {
    for (Result<Long, Host.Level> result :
        List.of(Result.<Long, Host.Level>ok(7L), Result.<Long, Host.Level>err(Host.Level.LOW))) {
      assertThat(api.either(new Tuple1<>(result)).v1()).isEqualTo(result);
    }
  }

  @Test
  void parametersBeyondSixteen_goThroughMemory() {
    assertThat(api.many(1, 2, 3, 4, 5f, 6.0, "g", "h", "i", "j", "k", "the last"))
        .isEqualTo("the last");
  }

  @Test
  void resource_isAnObjectThatIsClosedOnce() {
    Api.Counter counter = api.newCounter(40);
    assertThat(counter.add(2)).isEqualTo(42);
    assertThat(counter.add(3)).isEqualTo(43);
    counter.close();
    counter.close();
    assertThat(api.dropped()).isEqualTo(40);
    assertThatExceptionOfType(CallException.class)
        .isThrownBy(() -> counter.add(1))
        .withMessageContaining("it was closed");
    assertThat(api.flip(true)).isFalse();
  }

  @Test
  void own_isPassedOn() {
    Api.Counter one = api.newCounter(1);
    Api.Counter two = api.newCounter(2);
    Api.Counter sum = api.counterMerge(one, two);
    assertThat(sum.add(0)).isEqualTo(3);
    assertThat(api.dropped()).isEqualTo(3);
    assertThatExceptionOfType(CallException.class)
        .isThrownBy(() -> one.add(1))
        .withMessageContaining("passed on");
  }

  @Test
  void ownPassedTwice_isRefusedBeforeAnythingHappens() {
    Api.Counter counter = api.newCounter(5);
    assertThatExceptionOfType(CallException.class)
        .isThrownBy(() -> api.counterMerge(counter, counter));
    assertThat(counter.add(1)).isEqualTo(6);
  }

  @Test
  void handleOfAnotherInstance_isRefused() {
    Api.Counter other = api().newCounter(5);
    assertThatExceptionOfType(CallException.class)
        .isThrownBy(() -> api.counterMerge(other, api.newCounter(1)))
        .withMessageContaining("resource");
  }

  @ParameterizedTest
  @EnumSource(LoadOptions.Execution.class)
  void everyExecution_givesTheSame(LoadOptions.Execution execution) {
    Api other = api(LoadOptions.DEFAULT.withExecution(execution));
    Api.Shape shape = new Api.Shape.At(new Api.Point(1, 2, 'x'));
    assertThat(other.echoShape(shape)).isEqualTo(shape);
    assertThat(other.callLog(3)).isEqualTo(3);
  }

  @Test
  void trap_poisonsTheInstance_andNamesTheGuestsFunctions() {
    calls.Calls calls =
        instantiate("calls", calls.Calls.class, Imports.of(calls.Calls.Host.class, x -> x + 1));
    assertThatExceptionOfType(TrapException.class)
        .isThrownBy(calls::trap)
        .withMessageContaining("unreachable")
        .satisfies(trap -> assertThat(trap.guestStack().get(0).function()).isEqualTo("trap"));
    assertThatExceptionOfType(TrapException.class)
        .isThrownBy(calls::nop)
        .withMessageContaining("cannot enter component instance");
  }

  /** What a component exports that lowers an import and lifts it again. */
  public interface Relayed {
    /** The import. */
    long g(long x);
  }

  @Test
  void importThatIsLiftedAgain_trapsAsTheHostDoes() {
    Imports imports =
        Imports.builder()
            .func(
                "f",
                arguments -> {
                  long x = arguments.get(0).asLong();
                  if (x == 0) {
                    throw new IllegalStateException("a bug of the host");
                  }
                  return x + 1;
                })
            .build();
    Relayed relayed = Guests.load("relayed").as(Relayed.class).instantiate(imports);
    assertThat(relayed.g(1)).isEqualTo(2);
    assertThatExceptionOfType(TrapException.class)
        .isThrownBy(() -> relayed.g(0))
        .withMessageContaining("host function f")
        .withMessageContaining("a bug of the host");
  }
}

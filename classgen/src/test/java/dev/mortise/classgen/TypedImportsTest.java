package dev.mortise.classgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.LinkException;
import dev.mortise.runtime.error.TrapException;
import kinds.Kinds;
import org.junit.jupiter.api.Test;
import wit.test.kinds.v1.Api;
import wit.test.kinds.v1.Host;

/** Calls from a component to Java objects, by generated code. */
class TypedImportsTest {
  private final FakeHost host = new FakeHost();
  private final Api api = instantiate("kinds", Kinds.class, Imports.of(Host.class, host)).api();

  /** An instance; another way to make the classes gives one by another way. */
  <W> W instantiate(String guest, Class<W> world, Imports imports) {
    return Guests.load(guest).as(world).instantiate(imports);
  }

  @Test
  void arguments_arriveAsJavasTypes() {
    assertThat(api.callLog(7)).isEqualTo(7);
    assertThat(host.events)
        .containsExactly(
            "HIGH_EST [Entry[key=key, value=Optional.empty], Entry[key=key, value=Optional[7]]]");
  }

  @Test
  void result_isReturnedOrThrown() throws Exception {
    assertThat(api.callFail(9)).isEqualTo(9);
    assertThatExceptionOfType(Api.FailureException.class)
        .isThrownBy(() -> api.callFail(0))
        .satisfies(e -> assertThat(e.error()).isEqualTo(new Host.Failure.Empty()));
    assertThatExceptionOfType(Api.FailureException.class)
        .isThrownBy(() -> api.callFail(1))
        .satisfies(e -> assertThat(e.error()).isEqualTo(new Host.Failure.Code(255)));
    assertThatExceptionOfType(Api.FailureException.class)
        .isThrownBy(() -> api.callFail(2))
        .satisfies(e -> assertThat(e.error()).isEqualTo(new Host.Failure.Text("text")));
  }

  @Test
  void exceptionOfTheHost_isATrapThatNamesTheFunction() {
    assertThatExceptionOfType(TrapException.class)
        .isThrownBy(() -> api.callFail(3))
        .withMessageContaining("host function fail")
        .withMessageContaining("a bug of the host")
        .withRootCauseInstanceOf(IllegalStateException.class)
        .satisfies(
            e ->
                assertThat(e.guestStack())
                    .anyMatch(frame -> frame.isHost() && frame.function().equals("fail")));
  }

  @Test
  void nullOfTheHost_isATrap() {
    assertThatExceptionOfType(TrapException.class)
        .isThrownBy(() -> api.callFail(4))
        .withMessageContaining("fail");
  }

  @Test
  void resourceOfTheHost_isItsObject() throws Exception {
    assertThat(api.openAndRead(2)).isEqualTo("a filea file");
    assertThat(host.events)
        .containsExactly(
            "open a file", "open a file", "same false", "read a file 2", "close a file");
    assertThatExceptionOfType(Api.FailureException.class)
        .isThrownBy(() -> api.openAndRead(0))
        .satisfies(e -> assertThat(e.error()).isEqualTo(new Host.Failure.Text("nothing to read")));
  }

  @Test
  void missingImport_isNamed() {
    assertThatExceptionOfType(LinkException.class)
        .isThrownBy(() -> instantiate("kinds", Kinds.class, Imports.NONE))
        .withMessageContaining("test:kinds/host@1.2.0");
  }

  @Test
  void importWithACompatibleVersion_isTaken() {
    assertThat(Host.class.getAnnotation(dev.mortise.runtime.WitName.class).value())
        .isEqualTo("test:kinds/host@1.2.0");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Imports.of(Runnable.class, () -> {}))
        .withMessageContaining("@WitName");
  }

  @Test
  void otherObjects_takeTheSameCode() {
    FakeHost first = new FakeHost();
    FakeHost second = new FakeHost();
    Typed.Linked<Kinds> linked =
        Guests.load("kinds").as(Kinds.class).link(Imports.of(Host.class, first));
    Typed.Linked<Kinds> other = linked.with(Imports.of(Host.class, second));
    assertThat(other.instantiate().api().callLog(1)).isEqualTo(1);
    assertThat(second.events).hasSize(1);
    assertThat(first.events).isEmpty();
    assertThatExceptionOfType(LinkException.class).isThrownBy(() -> linked.with(Imports.NONE));
    Imports functions =
        Imports.builder()
            .instance("test:kinds/host@1.0.0", host -> host.func("log", arguments -> 1))
            .trapMissing()
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> linked.with(functions))
        .withMessageContaining("link again");
  }
}

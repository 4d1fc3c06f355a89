package dev.mortise.loader.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mortise.loader.HostResource;
import dev.mortise.loader.Instance;
import dev.mortise.runtime.Imports;
import dev.mortise.runtime.error.CallException;
import dev.mortise.runtime.error.TrapException;
import dev.mortise.runtime.instance.ResourceHandle;
import dev.mortise.runtime.value.ComponentValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Resources of the host and of components, owned and borrowed. */
class ResourcesTest {
  /** An object of the host. */
  private record OpenFile(String name) {}

  private final List<String> log = new ArrayList<>();
  private Runnable during = () -> {};
  private ResourceHandle kept;

  private final HostResource<OpenFile> files =
      HostResource.of(OpenFile.class, file -> log.add("close " + file.name()));

  private final Imports imports =
      Imports.builder()
          .resource("file", files)
          .func("use-file", args -> use(args.get(0)))
          .func("use-both", args -> null)
          .func(
              "during",
              args -> {
                during.run();
                return null;
              })
          .build();

  private final Instance instance = Fixtures.load("resources").instantiate(imports);

  private Object use(ComponentValue file) {
    kept = handle(file);
    log.add("use " + kept.hostObject(OpenFile.class).name());
    return null;
  }

  private static ResourceHandle handle(ComponentValue value) {
    return (ResourceHandle) value.asResource().handle();
  }

  private ResourceHandle counter(long rep) {
    return handle(instance.call("[constructor]counter", rep));
  }

  private long dropped() {
    return Fixtures.u32(instance.call("[static]counter.dropped"));
  }

  // Resources of the host

  @Test
  void hostResource_droppedByAComponent_runsTheDestructorOnceAndAtThatPoint() {
    instance.call("hold", files.own(new OpenFile("a")));
    instance.call("use-held");
    instance.call("use-held");
    log.add("before");
    instance.call("drop-held");
    log.add("after");
    assertThat(log).containsExactly("use a", "use a", "before", "close a", "after");
    assertThatThrownBy(() -> instance.call("drop-held"))
        .isInstanceOf(TrapException.class)
        .hasMessageContaining("unknown handle index");
    assertThat(log).endsWith("after");
  }

  @Test
  void hostResource_givenBack_isTheSameObject() {
    OpenFile file = new OpenFile("a");
    instance.call("hold", files.own(file));
    try (ResourceHandle back = handle(instance.call("give-held"))) {
      assertThat(back.hostObject(OpenFile.class)).isSameAs(file);
      assertThat(log).isEmpty();
    }
    assertThat(log).containsExactly("close a");
  }

  @Test
  void hostResource_passedOn_cannotBeUsedAnyMore() {
    ResourceHandle handle = files.own(new OpenFile("a"));
    instance.call("hold", handle);
    assertThat(handle.isLive()).isFalse();
    assertThatThrownBy(() -> handle.hostObject(OpenFile.class))
        .isInstanceOf(CallException.class)
        .hasMessageContaining("it was passed on to another owner");
    handle.close();
    assertThat(log).isEmpty();
  }

  @Test
  void borrow_givenToTheHost_endsWithItsCall() {
    instance.call("hold", files.own(new OpenFile("a")));
    instance.call("use-held");
    assertThatThrownBy(() -> kept.hostObject(OpenFile.class))
        .isInstanceOf(CallException.class)
        .hasMessageContaining("the call that it was lent for has returned");
  }

  @Test
  void borrow_droppedByTheComponent_leavesTheOwnerItsResource() {
    ResourceHandle handle = files.own(new OpenFile("a"));
    instance.call("borrow-and-drop", handle);
    assertThat(handle.hostObject(OpenFile.class).name()).isEqualTo("a");
    assertThat(log).containsExactly("use a");
    handle.close();
    assertThat(log).containsExactly("use a", "close a");
  }

  @Test
  void borrow_keptBeyondTheCall_traps() {
    ResourceHandle handle = files.own(new OpenFile("a"));
    assertThatThrownBy(() -> instance.call("borrow-and-keep", handle))
        .isInstanceOf(TrapException.class)
        .hasMessageContaining("borrow handles still remain at the end of the call");
    handle.close();
    assertThat(log).containsExactly("close a");
  }

  @Test
  void borrow_passedOnAsOwn_traps() {
    ResourceHandle handle = files.own(new OpenFile("a"));
    assertThatThrownBy(() -> instance.call("borrow-as-own", handle))
        .isInstanceOf(TrapException.class)
        .hasMessageContaining("cannot transfer ownership");
  }

  @Test
  void own_lentAndPassedOnInOneCall_traps() {
    instance.call("hold", files.own(new OpenFile("a")));
    assertThatThrownBy(() -> instance.call("use-held-twice"))
        .isInstanceOf(TrapException.class)
        .hasMessageContaining("cannot remove owned resource while borrowed");
    assertThat(log).isEmpty();
  }

  // Resources of a component

  @Test
  void guestResource_closed_runsTheDestructorOnceInTheInstanceThatDefinesIt() {
    Instance other = Fixtures.load("resources").instantiate(imports);
    ResourceHandle counter = counter(7);
    assertThat(Fixtures.u32(instance.call("[method]counter.rep", counter))).isEqualTo(7);
    assertThat(dropped()).isZero();
    counter.close();
    counter.close();
    assertThat(dropped()).isEqualTo(1);
    assertThat(Fixtures.u32(instance.call("[static]counter.last"))).isEqualTo(7);
    assertThat(Fixtures.u32(other.call("[static]counter.dropped"))).isZero();
  }

  @Test
  void guestResource_usedAfterItsEnd_saysWhatHappened() {
    ResourceHandle closed = counter(1);
    closed.close();
    assertThatThrownBy(() -> instance.call("[method]counter.rep", closed))
        .isInstanceOf(CallException.class)
        .hasMessageContaining("[resource-ended] resource counter")
        .hasMessageContaining("it was closed");
    ResourceHandle passed = counter(2);
    instance.call("consume", passed);
    assertThat(dropped()).isEqualTo(2);
    assertThatThrownBy(() -> instance.call("[method]counter.rep", passed))
        .isInstanceOf(CallException.class)
        .hasMessageContaining("it was passed on to another owner");
  }

  @Test
  void guestResource_lent_isNeitherClosedNorPassedOnMeanwhile() {
    ResourceHandle counter = counter(3);
    List<Throwable> refused = new ArrayList<>();
    Instance other = Fixtures.load("resources").instantiate(imports);
    during =
        () -> {
          refused.add(org.assertj.core.api.Assertions.catchThrowable(counter::close));
          refused.add(
              org.assertj.core.api.Assertions.catchThrowable(() -> other.call("consume", counter)));
        };
    assertThat(Fixtures.u32(instance.call("[method]counter.during", counter))).isEqualTo(3);
    assertThat(refused.get(0))
        .isInstanceOf(CallException.class)
        .hasMessageContaining("it is lent to a call that has not returned");
    assertThat(refused.get(1)).isInstanceOf(CallException.class);
    counter.close();
    assertThat(dropped()).isEqualTo(1);
  }

  @Test
  void guestResource_borrowedAndOwnedInOneCall_isRefused() {
    ResourceHandle counter = counter(3);
    assertThatThrownBy(() -> instance.call("both", counter, counter))
        .isInstanceOf(CallException.class)
        .hasMessageContaining("one call passes it on as own, and passes the same handle once more");
    counter.close();
    assertThat(dropped()).isEqualTo(1);
  }

  @Test
  void guestResource_ofAnotherInstance_isRefusedAndNothingBreaks() {
    Instance other = Fixtures.load("resources").instantiate(imports);
    ResourceHandle counter = counter(3);
    assertThatThrownBy(() -> other.call("[method]counter.rep", counter))
        .isInstanceOf(CallException.class)
        .hasMessageContaining("mismatched resource types");
    assertThatThrownBy(() -> other.call("consume", counter)).isInstanceOf(CallException.class);
    assertThatThrownBy(() -> instance.call("consume", files.own(new OpenFile("a"))))
        .isInstanceOf(CallException.class)
        .hasMessageContaining("mismatched resource types");
    assertThat(Fixtures.u32(other.call("[static]counter.dropped"))).isZero();
    counter.close();
    assertThat(dropped()).isEqualTo(1);
  }

  @Test
  void guestResource_thatNobodyCloses_runsNoDestructor() {
    counter(1);
    System.gc();
    assertThat(dropped()).isZero();
  }
}

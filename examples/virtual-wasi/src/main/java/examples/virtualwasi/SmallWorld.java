package examples.virtualwasi;

import dev.mortise.runtime.Imports;
import dev.mortise.runtime.Tuple2;
import dev.mortise.wasi.Wasi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import wit.wasi.clocks.v0_2.WallClock;
import wit.wasi.filesystem.v0_2.Preopens;
import wit.wasi.filesystem.v0_2.Types;

/** WASI as another host has it, but with a sub-folder for each folder, and a clock that stands. */
final class SmallWorld {
  private SmallWorld() {}

  /**
   * What a component is linked with.
   *
   * @param whole what it would get otherwise
   * @param folder the path of the sub-folder
   * @param time what the clock shows
   */
  static Imports of(Wasi whole, String folder, Instant time) {
    return Imports.builder()
        .bind(Preopens.class, new SubFolder(whole.get(Preopens.class), folder))
        .bind(WallClock.class, new StandingClock(time))
        .build()
        .or(whole.imports());
  }

  /**
   * Opens the sub-folder and drops the rest. That is all: who holds the descriptor of a folder
   * comes by nothing that does not lie in it, so no other function has to be looked at.
   */
  private record SubFolder(Preopens whole, String path) implements Preopens {
    @Override
    public List<Tuple2<Types.Descriptor, String>> getDirectories() {
      List<Tuple2<Types.Descriptor, String>> smaller = new ArrayList<>();
      for (Tuple2<Types.Descriptor, String> granted : whole.getDirectories()) {
        try (Types.Descriptor folder = granted.v1()) {
          Types.Descriptor inner =
              folder.openAt(
                  EnumSet.noneOf(Types.PathFlags.class),
                  path,
                  EnumSet.of(Types.OpenFlags.DIRECTORY),
                  EnumSet.of(Types.DescriptorFlags.READ));
          smaller.add(new Tuple2<>(inner, granted.v2()));
        } catch (Types.ErrorCodeException e) {
          throw new UncheckedIOException(new IOException(path + ": " + e.error(), e));
        }
      }
      return smaller;
    }
  }

  private record StandingClock(Instant time) implements WallClock {
    @Override
    public Datetime now() {
      return new Datetime(time.getEpochSecond(), time.getNano());
    }

    @Override
    public Datetime resolution() {
      return new Datetime(1, 0);
    }
  }
}

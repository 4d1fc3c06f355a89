package dev.mortise.wasi.preview1;

import dev.mortise.runtime.core.CoreExternType;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreModuleType;
import dev.mortise.runtime.core.CoreValType;
import dev.mortise.runtime.engine.CoreMemory;
import dev.mortise.runtime.engine.HostCoreFunction;
import dev.mortise.runtime.error.Diagnostic;
import dev.mortise.runtime.error.LinkException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * WASI preview 1, {@code wasi_snapshot_preview1}, for one instance of a core module: its functions
 * over the interfaces of WASI 0.2, so that what is granted there is what is granted here.
 */
public final class Preview1 {
  /** The module that programs import. */
  public static final String MODULE = "wasi_snapshot_preview1";

  private final GuestMemory memory = new GuestMemory();
  private final Map<String, HostCoreFunction> functions = new LinkedHashMap<>();

  /** What a function does with its arguments. */
  @FunctionalInterface
  private interface Body {
    void run(long[] a) throws Errno.Failure;
  }

  /**
   * The functions.
   *
   * @param exit makes the error of {@code proc_exit}
   */
  public Preview1(Interfaces wasi, IntFunction<Error> exit) {
    FdTable table = new FdTable(wasi);
    ProcessFunctions process = new ProcessFunctions(wasi, memory, exit);
    addProcess(process);
    addFiles(new FdFunctions(table, memory));
    addPaths(new PathFunctions(table, memory));
    PollOneoff poll = new PollOneoff(wasi, table, memory, process);
    add("poll_oneoff", "iiii", a -> poll.poll(i(a, 0), i(a, 1), i(a, 2), i(a, 3)));
    add("sched_yield", "", a -> LockSupport.parkNanos(1));
    // Preview 1 has no way to come by a socket but to be given one, and none is given.
    for (String name :
        List.of("sock_accept:iii", "sock_recv:iiiiii", "sock_send:iiiii", "sock_shutdown:ii")) {
      String[] parts = name.split(":");
      add(
          parts[0],
          parts[1],
          a -> {
            Entry unused = table.get(i(a, 0));
            throw Errno.NOT_A_SOCKET.failure();
          });
    }
  }

  private static int i(long[] arguments, int index) {
    return (int) arguments[index];
  }

  private void addProcess(ProcessFunctions process) {
    add("args_get", "ii", a -> process.argsGet(i(a, 0), i(a, 1)));
    add("args_sizes_get", "ii", a -> process.argsSizesGet(i(a, 0), i(a, 1)));
    add("environ_get", "ii", a -> process.environGet(i(a, 0), i(a, 1)));
    add("environ_sizes_get", "ii", a -> process.environSizesGet(i(a, 0), i(a, 1)));
    add("clock_res_get", "ii", a -> process.clockResGet(i(a, 0), i(a, 1)));
    add("clock_time_get", "ili", a -> process.clockTimeGet(i(a, 0), i(a, 2)));
    add("random_get", "ii", a -> process.randomGet(i(a, 0), i(a, 1)));
    add(
        "proc_raise",
        "i",
        a -> {
          throw process.raised(i(a, 0));
        });
    functions.put(
        "proc_exit",
        new HostCoreFunction(
            "proc_exit",
            new CoreFuncType(List.of(CoreValType.Num.I32), List.of()),
            a -> {
              throw process.exit(i(a, 0));
            }));
  }

  private void addFiles(FdFunctions files) {
    add("fd_advise", "illi", a -> files.advise(i(a, 0), a[1], a[2], i(a, 3)));
    add("fd_allocate", "ill", a -> files.allocate(i(a, 0), a[1], a[2]));
    add("fd_close", "i", a -> files.close(i(a, 0)));
    add("fd_datasync", "i", a -> files.datasync(i(a, 0)));
    add("fd_fdstat_get", "ii", a -> files.fdstatGet(i(a, 0), i(a, 1)));
    add("fd_fdstat_set_flags", "ii", a -> files.fdstatSetFlags(i(a, 0), i(a, 1)));
    add("fd_fdstat_set_rights", "ill", a -> files.fdstatSetRights(i(a, 0)));
    add("fd_filestat_get", "ii", a -> files.filestatGet(i(a, 0), i(a, 1)));
    add("fd_filestat_set_size", "il", a -> files.filestatSetSize(i(a, 0), a[1]));
    add("fd_filestat_set_times", "illi", a -> files.filestatSetTimes(i(a, 0), a[1], a[2], i(a, 3)));
    add("fd_pread", "iiili", a -> files.pread(i(a, 0), i(a, 1), i(a, 2), a[3], i(a, 4)));
    add("fd_prestat_get", "ii", a -> files.prestatGet(i(a, 0), i(a, 1)));
    add("fd_prestat_dir_name", "iii", a -> files.prestatDirName(i(a, 0), i(a, 1), i(a, 2)));
    add("fd_pwrite", "iiili", a -> files.pwrite(i(a, 0), i(a, 1), i(a, 2), a[3], i(a, 4)));
    add("fd_read", "iiii", a -> files.read(i(a, 0), i(a, 1), i(a, 2), i(a, 3)));
    add("fd_readdir", "iiili", a -> files.readdir(i(a, 0), i(a, 1), i(a, 2), a[3], i(a, 4)));
    add("fd_renumber", "ii", a -> files.renumber(i(a, 0), i(a, 1)));
    add("fd_seek", "ilii", a -> files.seek(i(a, 0), a[1], i(a, 2), i(a, 3)));
    add("fd_sync", "i", a -> files.sync(i(a, 0)));
    add("fd_tell", "ii", a -> files.tell(i(a, 0), i(a, 1)));
    add("fd_write", "iiii", a -> files.write(i(a, 0), i(a, 1), i(a, 2), i(a, 3)));
  }

  private void addPaths(PathFunctions paths) {
    add("path_create_directory", "iii", a -> paths.createDirectory(i(a, 0), i(a, 1), i(a, 2)));
    add(
        "path_filestat_get",
        "iiiii",
        a -> paths.filestatGet(i(a, 0), i(a, 1), i(a, 2), i(a, 3), i(a, 4)));
    add(
        "path_filestat_set_times",
        "iiiilli",
        a -> paths.filestatSetTimes(i(a, 0), i(a, 1), i(a, 2), i(a, 3), a[4], a[5], i(a, 6)));
    add(
        "path_link",
        "iiiiiii",
        a -> paths.link(i(a, 0), i(a, 1), i(a, 2), i(a, 3), i(a, 4), i(a, 5), i(a, 6)));
    add(
        "path_open",
        "iiiiillii",
        a -> paths.open(i(a, 0), i(a, 1), i(a, 2), i(a, 3), i(a, 4), a[5], i(a, 7), i(a, 8)));
    add(
        "path_readlink",
        "iiiiii",
        a -> paths.readlink(i(a, 0), i(a, 1), i(a, 2), i(a, 3), i(a, 4), i(a, 5)));
    add("path_remove_directory", "iii", a -> paths.removeDirectory(i(a, 0), i(a, 1), i(a, 2)));
    add(
        "path_rename",
        "iiiiii",
        a -> paths.rename(i(a, 0), i(a, 1), i(a, 2), i(a, 3), i(a, 4), i(a, 5)));
    add("path_symlink", "iiiii", a -> paths.symlink(i(a, 0), i(a, 1), i(a, 2), i(a, 3), i(a, 4)));
    add("path_unlink_file", "iii", a -> paths.unlinkFile(i(a, 0), i(a, 1), i(a, 2)));
  }

  /**
   * Adds a function that returns an errno.
   *
   * @param params a letter for each: {@code i} for i32, {@code l} for i64
   */
  private void add(String name, String params, Body body) {
    List<CoreValType> types = new ArrayList<>();
    for (int i = 0; i < params.length(); i++) {
      types.add(params.charAt(i) == 'i' ? CoreValType.Num.I32 : CoreValType.Num.I64);
    }
    CoreFuncType type = new CoreFuncType(types, List.of(CoreValType.Num.I32));
    functions.put(
        name,
        new HostCoreFunction(
            name,
            type,
            a -> {
              try {
                body.run(a);
                return new long[] {Errno.SUCCESS.number()};
              } catch (Errno.Failure e) {
                return new long[] {e.errno().number()};
              }
            }));
  }

  /** The memory that the module exports, which the functions read and write. */
  public void setMemory(CoreMemory exported) {
    memory.set(exported);
  }

  /** The names of all functions. */
  public Set<String> names() {
    return Collections.unmodifiableSet(functions.keySet());
  }

  /**
   * The functions that a module imports, in its order.
   *
   * @throws LinkException when it imports something else; all of it at once
   */
  public List<HostCoreFunction> of(CoreModuleType type) {
    List<HostCoreFunction> found = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (CoreModuleType.Import item : type.imports()) {
      HostCoreFunction function = item.module().equals(MODULE) ? functions.get(item.name()) : null;
      String where = "import \"" + item.module() + "\" \"" + item.name() + "\"";
      if (function == null) {
        problems.add(
            Diagnostic.of("missing-import", where)
                .because("a core module can import the functions of " + MODULE + " alone")
                .withHint("Make a component of it, whose other imports can be supplied"));
      } else if (!(item.type() instanceof CoreExternType.Func imported)
          || !function.type().type().equals(imported.type())) {
        problems.add(
            Diagnostic.of("incompatible-import", where)
                .expecting(function.type().toString(), item.type().toString()));
      } else {
        found.add(function);
      }
    }
    if (!problems.isEmpty()) {
      throw new LinkException(problems);
    }
    return found;
  }
}

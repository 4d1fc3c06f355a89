package dev.mortise.runtime.instance;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;

/**
 * An own handle of the host that warns when it becomes garbage before anybody has closed it or
 * passed it on. It only warns: the resource's destructor is not run, for the thread that finds out
 * may not run in the instance.
 */
final class WatchedHandle extends ResourceHandle {
  private static final Logger LOG = System.getLogger("dev.mortise.loader");
  private static final Cleaner CLEANER = Cleaner.create();

  /** What outlives the handle, and so may not refer to it. */
  private static final class Watch implements Runnable {
    private final String resource;
    private final Throwable origin = new Throwable("the handle came to the host here");
    private volatile boolean ended;

    Watch(String resource) {
      this.resource = resource;
    }

    @Override
    public void run() {
      if (!ended) {
        LOG.log(
            Level.WARNING,
            "An own handle to a resource `"
                + resource
                + "` is garbage and was neither closed nor passed on: its destructor does not run",
            origin);
      }
    }
  }

  private final Watch watch;
  private final Cleaner.Cleanable cleanable;

  WatchedHandle(RuntimeResource resource, Object rep) {
    super(resource, rep, true);
    watch = new Watch(resource.name());
    cleanable = CLEANER.register(this, watch);
  }

  @Override
  void end(String why) {
    super.end(why);
    watch.ended = true;
    cleanable.clean();
  }
}

package dev.mortise.jdkmodulelayer;

import dev.mortise.jdkmodulelayer.define.Definition;
import dev.mortise.jdkmodulelayer.resolve.Resolution;
import java.util.List;

/** A layer of which everything is known and nothing defined; may be defined several times. */
public final class ResolvedLayer {
  private final Resolution resolution;
  private final List<ModuleLayer> parents;

  ResolvedLayer(Resolution resolution, List<ModuleLayer> parents) {
    this.resolution = resolution;
    this.parents = parents;
  }

  /** The modules, and who supplies what to whom. */
  public Resolution resolution() {
    return resolution;
  }

  /**
   * Makes the code of the components and defines the modules. No component runs yet.
   *
   * @throws dev.mortise.runtime.error.ComponentLayerException with all that cannot become a module
   */
  public ComponentLayer define() {
    return new ComponentLayer(Definition.define(resolution, parents));
  }
}

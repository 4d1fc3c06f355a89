/**
 * From a valid component to the list of what must happen to instantiate it. Entry: {@link
 * dev.mortise.loader.plan.LinkPlanner#plan}; in: a {@link
 * dev.mortise.loader.plan.ComponentClosure}; out: a {@link dev.mortise.runtime.plan.LinkPlan};
 * thrown: {@link dev.mortise.runtime.error.UnsupportedComponentException} for what this version
 * cannot run.
 *
 * <p>Instantiation is interpreted here, symbolically: nested components, aliases and inline
 * instances vanish, every index becomes an {@link dev.mortise.runtime.plan.Item} or {@link
 * dev.mortise.runtime.plan.CoreItem}, and only side effects remain, in order, as {@link
 * dev.mortise.runtime.plan.Step}s. A plan can be printed, and carried out any number of times. May
 * import validate, model, abi.layout, engine, type, core and error.
 */
@NullMarked
package dev.mortise.loader.plan;

import org.jspecify.annotations.NullMarked;

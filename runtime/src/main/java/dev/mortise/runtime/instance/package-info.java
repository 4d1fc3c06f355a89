/**
 * Components at run time. Entry: {@link dev.mortise.runtime.instance.Instantiator#instantiate}; in:
 * a {@link dev.mortise.runtime.plan.LinkPlan} and what the host supplies; out: the exports of the
 * instance as {@link dev.mortise.runtime.instance.RuntimeItem}s; thrown: {@link
 * dev.mortise.runtime.error.TrapException} and what host functions throw.
 *
 * <p>The rooms: {@code Store} and {@code RuntimeInstance} hold the state that the specification
 * gives a component instance, {@code HandleTable}, {@code ResourceHandle} and {@code
 * RuntimeResource} that of resources, {@code LiftedFunction} and {@code LoweredFunction} carry
 * calls in and out. The built-ins of the asynchronous model have a room of their own, {@link
 * dev.mortise.runtime.instance.builtin}, which sees this one through two interfaces. May import
 * plan, abi, engine, value, model, type, core and error.
 */
@NullMarked
package dev.mortise.runtime.instance;

import org.jspecify.annotations.NullMarked;

/**
 * The canonical built-ins beside those of resources: of tasks, waitables, streams and futures,
 * error contexts and threads. Entry: {@link dev.mortise.runtime.instance.builtin.Builtins#make};
 * in: a step of the plan and the {@link dev.mortise.runtime.instance.builtin.CallingInstance} that
 * it is for; out: a core function; thrown: {@link dev.mortise.runtime.error.TrapException}, and
 * {@link dev.mortise.runtime.error.UnsupportedComponentException} where a call would have to be
 * suspended.
 *
 * <p>No call is suspended so far: whatever runs, runs to its end, and nothing is ever ready to run
 * beside it. What the specification makes of that is done exactly. So a set of waitables never has
 * an event, no thread but the running ones exists, and what would block either cannot be, which is
 * a trap, or is not supported yet; {@link dev.mortise.runtime.instance.builtin.CurrentTask#blocked}
 * tells which.
 *
 * <p>The state of an instance reaches this room through two interfaces, which {@code instance}
 * implements. May import plan, abi, engine, value, model, type, core and error.
 */
@NullMarked
package dev.mortise.runtime.instance.builtin;

import org.jspecify.annotations.NullMarked;

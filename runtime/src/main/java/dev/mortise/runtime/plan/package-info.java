/**
 * An instantiation as data: its side effects in order, and what is exported then ({@link
 * dev.mortise.runtime.plan.LinkPlan}). Who plans makes it, package {@code instance} carries it out,
 * and it can be printed and tested without running anything. May import {@code abi.layout}, {@code
 * engine}, {@code type} and {@code core}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.runtime.plan;

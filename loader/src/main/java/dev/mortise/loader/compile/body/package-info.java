/**
 * Function bodies by their bytes: a quick look that finds most of them valid ({@link
 * dev.mortise.loader.compile.body.BodyValidator}), and what makes several of one that is too large
 * ({@link dev.mortise.loader.compile.body.FunctionSplitter}). It knows the instructions that have
 * to do with numbers, memory and calls; bodies with others are left as they are.
 */
@NullMarked
package dev.mortise.loader.compile.body;

import org.jspecify.annotations.NullMarked;

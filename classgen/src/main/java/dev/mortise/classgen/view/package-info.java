/**
 * Methods written by hand that have views in the place of arrays of bytes: found by reflection,
 * described for the emitters.
 *
 * <p>Entry: {@link dev.mortise.classgen.view.ViewMatcher}. In: methods of Java and of the model;
 * out: {@link dev.mortise.classgen.view.Views}. It may import {@code mapping}, and of the run time
 * {@code type} and {@code view}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.classgen.view;

/**
 * The code of calls: classes that lift and lower between core values and Java's own types, made
 * from the recipes that the interpreter runs. Entry: {@link
 * dev.mortise.classgen.call.PlanClasses#of}; in: a plan and a Java model; out: class files. May
 * import mapping, and of loader its plan, recipes and the names of what runs with the code.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.classgen.call;

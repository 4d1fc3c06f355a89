/**
 * What a program supplies for the imports of components, as it stands in {@link
 * dev.mortise.runtime.Imports}: functions, Java objects, and what other components export. Who
 * links looks it up here by name and version. May import {@code glue}, {@code instance}, {@code
 * plan}, {@code name}, {@code value} and {@code type}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.runtime.link;

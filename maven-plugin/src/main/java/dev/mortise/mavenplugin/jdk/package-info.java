/**
 * The Java that runs the command, since Maven's own may be too old. Entry: {@link
 * dev.mortise.mavenplugin.jdk.JdkSearch}; in: folders where a JDK may be; out: a {@link
 * dev.mortise.mavenplugin.jdk.Jdk}. Imports nothing of Maven.
 */
@NullMarked
package dev.mortise.mavenplugin.jdk;

import org.jspecify.annotations.NullMarked;

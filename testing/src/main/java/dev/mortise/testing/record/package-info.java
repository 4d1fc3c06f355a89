/**
 * What a component asked of its imports in a real run, as a file that people read, and mocks that
 * answer as it says. Entry: {@link dev.mortise.testing.record.Recorder} and {@link
 * dev.mortise.testing.record.Replay}. May import {@code mock}, {@code words} and what {@code
 * loader} and {@code runtime} export.
 */
@NullMarked
package dev.mortise.testing.record;

import org.jspecify.annotations.NullMarked;

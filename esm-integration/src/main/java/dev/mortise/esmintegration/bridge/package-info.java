/**
 * The way from the text of modules to the instances of components, one for each context. Entry:
 * {@link dev.mortise.esmintegration.bridge.Bridge#install}; in goes a context in which no code has
 * run, out comes one in which modules can be imported. May import {@code graph}, {@code
 * filesystem}, {@code generate}, polyglot and {@code js-bridge}.
 */
@NullMarked
package dev.mortise.esmintegration.bridge;

import org.jspecify.annotations.NullMarked;

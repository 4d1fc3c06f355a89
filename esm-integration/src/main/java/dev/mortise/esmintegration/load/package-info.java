/**
 * Components by what they are made of: each is read, checked and compiled once, whoever imports it.
 * Entry: {@link dev.mortise.esmintegration.load.ComponentStore}; in go bytes, out comes {@link
 * dev.mortise.esmintegration.load.ComponentCode}. May import {@code resolve} for names, {@code
 * loader} and {@code js-bridge}.
 */
@NullMarked
package dev.mortise.esmintegration.load;

import org.jspecify.annotations.NullMarked;

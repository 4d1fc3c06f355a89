/**
 * Components at run time, through the public face: each test loads a small component that stands as
 * text beside its binary in the resources, or one that the encoder makes.
 */
@NullMarked
package dev.mortise.loader.run;

import org.jspecify.annotations.NullMarked;

package dev.mortise.tck.run;

import dev.mortise.loader.validate.ValidatedComponent;
import dev.mortise.tck.script.Binary;

/**
 * What a script has defined and can instantiate.
 *
 * @param binary the file it came from; a core module's is here with its bytes as they are
 * @param component the component; around a core module one that holds nothing but the module
 */
public record Definition(Binary binary, ValidatedComponent component) {}

package dev.mortise.loader.wit.build;

import dev.mortise.loader.wit.WitPackage;
import dev.mortise.loader.wit.syntax.UsePath;
import java.util.Map;

/**
 * What is in scope in one file of a package, beside the package itself.
 *
 * @param inPackage the package
 * @param uses the interfaces and worlds that the file's own {@code use}s name
 */
public record FileScope(WitPackage.Name inPackage, Map<String, UsePath> uses) {}

/**
 * The rules of core modules and core types, as far as linking needs them. Entries: {@link
 * dev.mortise.loader.validate.core.CoreModuleRules} for what a component defines, {@link
 * dev.mortise.loader.validate.core.CoreTypeInterner} for what types are the same, {@link
 * dev.mortise.loader.validate.core.CoreSubtyping} for what fits an import. Knows no component. May
 * import validate.rule, decode (limits and features), model, core and error.
 */
@NullMarked
package dev.mortise.loader.validate.core;

import org.jspecify.annotations.NullMarked;

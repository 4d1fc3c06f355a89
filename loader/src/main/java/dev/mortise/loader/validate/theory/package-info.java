/**
 * The theory of component types: which fits where another is expected ({@link
 * dev.mortise.loader.validate.theory.Subtyping}), what an instantiation makes of one ({@link
 * dev.mortise.loader.validate.theory.Substitution}), which resource types it names ({@link
 * dev.mortise.loader.validate.theory.FreeResources}) and how large it is ({@link
 * dev.mortise.loader.validate.theory.TypeInfos}). Types in, types or a violation out; knows no
 * bytes and no scopes. May import validate.core and validate.rule, decode (limits), type, core and
 * error.
 */
@NullMarked
package dev.mortise.loader.validate.theory;

import org.jspecify.annotations.NullMarked;

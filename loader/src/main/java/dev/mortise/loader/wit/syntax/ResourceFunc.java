package dev.mortise.loader.wit.syntax;

import dev.mortise.loader.wit.WitFunction;

/**
 * A function of a resource.
 *
 * @param kind which it is to the resource; never freestanding
 * @param name the label; the keyword's place and name for a constructor
 */
public record ResourceFunc(
    Attributes attributes, WitFunction.Kind kind, Identifier name, FuncExpr func) {}

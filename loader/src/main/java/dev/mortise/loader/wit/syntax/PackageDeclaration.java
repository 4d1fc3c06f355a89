package dev.mortise.loader.wit.syntax;

import dev.mortise.loader.wit.WitPackage;
import dev.mortise.loader.wit.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code package wasi:io@0.2.0}.
 *
 * @param docs its documentation, or null
 * @param span the name
 */
public record PackageDeclaration(WitPackage.Name name, @Nullable String docs, Span span) {}

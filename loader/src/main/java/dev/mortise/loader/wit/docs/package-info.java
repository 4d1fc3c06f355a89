/**
 * What stands beside types: documentation, feature gates and external ids of packages, interfaces,
 * worlds and their items. Entry: {@link dev.mortise.loader.wit.docs.Docs}, a lookup by names; made
 * of WIT text, or of the {@code package-docs} section of an encoded package by {@link
 * dev.mortise.loader.wit.docs.PackageDocsReader}. May import {@code name}.
 */
@NullMarked
package dev.mortise.loader.wit.docs;

import org.jspecify.annotations.NullMarked;

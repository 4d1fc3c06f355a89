/**
 * WIT packages: files read, names looked up, worlds and interfaces as the types that a decoded
 * component has. Entry: {@link dev.mortise.loader.wit.resolve.WitPackages}. In: files, folders,
 * texts, or the type of a component that is an encoded package. Out: {@code ComponentType}s and
 * {@code InstanceType}s with their documentation, or all independent findings at once. May import
 * {@code wit}, {@code wit.parse}, {@code wit.syntax}, {@code wit.source}, {@code wit.docs}, {@code
 * name}, {@code type} and {@code error}.
 */
@NullMarked
package dev.mortise.loader.wit.resolve;

import org.jspecify.annotations.NullMarked;

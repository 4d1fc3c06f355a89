/**
 * The Canonical ABI as a checked recipe: a type and options become an {@link
 * dev.mortise.runtime.abi.recipe.AbiProgram}, a list of {@link
 * dev.mortise.runtime.abi.recipe.AbiOp}s whose operands were checked when it was built. One
 * interpreter and one compiler run the same recipe.
 *
 * <p>In: resolved types and canonical options. Out: programs. Entry: {@link
 * dev.mortise.runtime.abi.recipe.Recipes}. May import {@code abi.layout}, {@code type}, {@code
 * value} and {@code core}.
 */
@org.jspecify.annotations.NullMarked
package dev.mortise.runtime.abi.recipe;

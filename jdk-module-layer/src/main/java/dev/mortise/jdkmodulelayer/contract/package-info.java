/**
 * The declarations that components share: interfaces and types of WIT, each package in one module.
 * Entry: {@link dev.mortise.jdkmodulelayer.contract.ContractPlan}; in go components, out comes
 * where each package is. May import {@code find}, {@code loader} and {@code classgen}.
 */
@NullMarked
package dev.mortise.jdkmodulelayer.contract;

import org.jspecify.annotations.NullMarked;

package dev.mortise.testing.wasi.io;

import org.jspecify.annotations.Nullable;

/**
 * The resource {@code error} of {@code wasi:io/error}.
 *
 * @param message what {@code to-debug-string} gives
 * @param fileErrorCode the {@code error-code} of {@code wasi:filesystem/types} that it stands for,
 *     or null
 */
public record IoError(String message, @Nullable String fileErrorCode) {}

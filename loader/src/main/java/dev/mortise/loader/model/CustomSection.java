package dev.mortise.loader.model;

/**
 * A custom section: its name and where its content lies in the file.
 *
 * @param offset the offset of the content, after the name
 * @param end where the content ends
 */
public record CustomSection(String name, long offset, long end) {}

package dev.mortise.testing.wasi;

import java.util.Iterator;
import java.util.Map;

/**
 * A {@code directory-entry-stream}: what was in the directory when it was opened.
 *
 * @param rest the entries that nobody has read, each a record {@code directory-entry}
 */
record DirectoryEntries(Iterator<Map<String, Object>> rest) {}

package dev.mortise.loader.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A core module as far as linking sees it: everything but function bodies, initialisers and
 * segments.
 *
 * @param offset where its preamble begins in the file
 * @param end where its last byte ends
 * @param functions the type index of each function that it defines
 * @param exports the exports in order
 * @param start the function index of the start function, or null
 * @param bodies how many function bodies the code section has
 */
public record DecodedCoreModule(
    long offset,
    long end,
    List<CoreRecGroup> types,
    List<Import> imports,
    List<Long> functions,
    List<CoreExternDesc.Table> tables,
    List<CoreExternDesc.Memory> memories,
    List<CoreExternDesc.Global> globals,
    List<CoreExternDesc.Tag> tags,
    List<Export> exports,
    @Nullable Long start,
    long bodies,
    List<CustomSection> customSections) {
  /** One import. */
  public record Import(long offset, String module, String name, CoreExternDesc type) {}

  /** One export: a name, a core sort and an index of that sort's space. */
  public record Export(long offset, String name, Sort sort, long index) {}
}

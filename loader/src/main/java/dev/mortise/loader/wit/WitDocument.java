package dev.mortise.loader.wit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * WIT text as a tree: a package and the packages that it names, which stand nested in the same
 * text. Types are references by name here, as they are in text.
 *
 * @param main the package that the text is about
 * @param dependencies the packages whose interfaces it uses
 */
public record WitDocument(WitPackage main, List<WitPackage> dependencies) {
  public WitDocument {
    dependencies = List.copyOf(dependencies);
  }

  /**
   * What the text cannot express, in sentences, which it holds as comments: without any, what it
   * says is all that there is.
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    Stream.concat(Stream.of(main), dependencies.stream())
        .forEach(
            in -> {
              in.interfaces().forEach(body -> notes.addAll(body.notes()));
              in.worlds().forEach(world -> addNotes(world, notes));
            });
    return notes;
  }

  private static void addNotes(WitWorld world, List<String> notes) {
    Stream.concat(world.imports().stream(), world.exports().stream())
        .forEach(
            item -> {
              switch (item) {
                case WitWorld.Item.Note note -> notes.add(note.text());
                case WitWorld.Item.Inline inline -> notes.addAll(inline.body().notes());
                case WitWorld.Item.Interface other -> {}
                case WitWorld.Item.Function other -> {}
              }
            });
  }

  /** The text, as {@link WitPrinter} prints it. */
  @Override
  public String toString() {
    return WitPrinter.print(this);
  }
}

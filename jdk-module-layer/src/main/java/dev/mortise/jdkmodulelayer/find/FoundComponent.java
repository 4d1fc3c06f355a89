package dev.mortise.jdkmodulelayer.find;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A component as it lies on a path: valid, and with the names that its classes will have. */
public final class FoundComponent {
  private final String name;
  private final Path file;
  private final byte[] bytes;
  private final JavaModel model;

  FoundComponent(String name, Path file, byte[] bytes, JavaModel model) {
    this.name = name;
    this.file = file;
    this.bytes = bytes;
    this.model = model;
  }

  /** The name of its module, by the rules for automatic modules: that of its file. */
  public String name() {
    return name;
  }

  /** The file that it was read from. */
  public Path file() {
    return file;
  }

  /** The last part of the file's path, which names the world. */
  public String fileName() {
    return String.valueOf(file.getFileName());
  }

  /** The bytes that were found, not to be changed: the file may be another one by now. */
  public byte[] bytes() {
    return bytes;
  }

  /** The Java classes that it becomes. */
  public JavaModel model() {
    return model;
  }

  /** What it has to be given, in the order of its imports. */
  public List<JavaModel.Import> imports() {
    return model.imports();
  }

  /** The declaration of an interface that it imports or exports, as it sees it. */
  public Optional<InterfaceDecl> view(ClassName type) {
    InterfaceDecl host = model.world().host();
    if (host != null && host.name().equals(type)) {
      return Optional.of(host);
    }
    return model.interfaces().stream().filter(i -> i.name().equals(type)).findFirst();
  }

  /** The Java interfaces by which others call it: its world, and each interface it exports. */
  public List<ClassName> exported() {
    List<ClassName> types = new ArrayList<>(List.of(model.world().name()));
    model.world().accessors().forEach(accessor -> types.add(accessor.type()));
    return types;
  }
}

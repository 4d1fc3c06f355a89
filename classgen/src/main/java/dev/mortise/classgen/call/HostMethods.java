package dev.mortise.classgen.call;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.mapping.JavaModel.ResourceDecl;
import dev.mortise.classgen.mapping.JavaModel.TypeDecl;
import dev.mortise.classgen.mapping.UnmappableTypeException;
import java.util.List;

/** Finds the Java methods of imported functions. */
public final class HostMethods {
  private HostMethods() {}

  /** A method, and the interface that declares it. */
  public record Found(MethodDecl method, ClassName target) {}

  /**
   * The method of the function at a path: of an interface, or of the world itself.
   *
   * @throws UnmappableTypeException when there is none
   */
  public static Found find(JavaModel model, List<String> path) {
    InterfaceDecl declaration =
        path.size() == 1
            ? model.world().host()
            : model.interfaces().stream()
                .filter(i -> i.wit().equals(path.get(0)))
                .findFirst()
                .orElse(null);
    if (declaration == null) {
      throw new UnmappableTypeException("no Java interface has it");
    }
    String label = path.get(path.size() - 1);
    for (MethodDecl method : declaration.methods()) {
      if (method.wit().equals(label)) {
        return new Found(method, declaration.name());
      }
    }
    for (TypeDecl type : declaration.types()) {
      if (type instanceof ResourceDecl resource) {
        for (MethodDecl method : resource.methods()) {
          if (method.wit().equals(label)) {
            return new Found(method, resource.name());
          }
        }
      }
    }
    throw new UnmappableTypeException("no method of a Java interface is it");
  }
}

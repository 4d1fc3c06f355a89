package dev.mortise.classgen.source;

import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.mapping.JavaModel.ResourceDecl;
import dev.mortise.classgen.mapping.JavaModel.TypeDecl;
import dev.mortise.runtime.type.FuncType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Two views of one interface as one.
 *
 * @param declaration what either view has
 * @param conflicts the names in WIT of what both have, but not alike
 */
public record MergedInterface(InterfaceDecl declaration, SortedSet<String> conflicts) {
  private static final FuncType ANY = new FuncType(List.of(), null, false);

  /**
   * Merges two views: a component lists of an imported interface what it uses.
   *
   * @param first counts where the views conflict
   */
  public static MergedInterface of(InterfaceDecl first, InterfaceDecl second) {
    SortedSet<String> conflicts = new TreeSet<>();
    Map<String, TypeDecl> types = new LinkedHashMap<>();
    first.types().forEach(type -> types.put(type.name().simpleName(), type));
    for (TypeDecl type : second.types()) {
      types.merge(type.name().simpleName(), type, (old, now) -> merged(old, now, conflicts));
    }
    return new MergedInterface(
        new InterfaceDecl(
            first.name(),
            first.wit(),
            new ArrayList<>(types.values()),
            merged(first.methods(), second.methods(), conflicts)),
        conflicts);
  }

  private static TypeDecl merged(TypeDecl old, TypeDecl now, SortedSet<String> conflicts) {
    if (old instanceof ResourceDecl resource && now instanceof ResourceDecl other) {
      return new ResourceDecl(
          resource.name(), resource.wit(), merged(resource.methods(), other.methods(), conflicts));
    }
    if (!old.equals(now)) {
      conflicts.add(now.wit());
    }
    return old;
  }

  private static List<MethodDecl> merged(
      List<MethodDecl> first, List<MethodDecl> second, SortedSet<String> conflicts) {
    Map<String, MethodDecl> methods = new LinkedHashMap<>();
    first.forEach(method -> methods.put(method.wit(), method));
    for (MethodDecl method : second) {
      MethodDecl known = methods.putIfAbsent(method.wit(), method);
      // What Java sees; the types of WIT are each component's own.
      if (known != null && !known.withType(ANY).equals(method.withType(ANY))) {
        conflicts.add(method.wit());
      }
    }
    return new ArrayList<>(methods.values());
  }
}

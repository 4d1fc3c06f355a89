package dev.mortise.jdkmodulelayer.contract;

import dev.mortise.classgen.mapping.JavaModel.EnumDecl;
import dev.mortise.classgen.mapping.JavaModel.ExceptionDecl;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.mapping.JavaModel.MethodDecl;
import dev.mortise.classgen.mapping.JavaModel.RecordDecl;
import dev.mortise.classgen.mapping.JavaModel.ResourceDecl;
import dev.mortise.classgen.mapping.JavaModel.TypeDecl;
import dev.mortise.classgen.mapping.JavaModel.VariantDecl;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Members of an interface as messages show them. */
final class Members {
  private Members() {}

  /** The function or type of a name in WIT: a function by its signature in WIT. */
  static String text(InterfaceDecl declared, String wit) {
    Stream<MethodDecl> ofResources =
        declared.types().stream()
            .filter(ResourceDecl.class::isInstance)
            .flatMap(type -> ((ResourceDecl) type).methods().stream());
    return Stream.concat(declared.methods().stream(), ofResources)
        .filter(method -> method.wit().equals(wit))
        .map(method -> method.type().toString())
        .findFirst()
        .or(
            () ->
                declared.types().stream()
                    .filter(type -> type.wit().equals(wit))
                    .map(Members::type)
                    .findFirst())
        .orElse(wit);
  }

  private static String type(TypeDecl type) {
    return switch (type) {
      case RecordDecl record ->
          record.components().stream()
              .map(field -> field.wit() + ": " + field.type())
              .collect(Collectors.joining(", ", "record { ", " }"));
      case VariantDecl variant ->
          variant.cases().stream()
              .map(c -> c.payload() == null ? c.wit() : c.wit() + "(" + c.payload() + ")")
              .collect(Collectors.joining(", ", "variant { ", " }"));
      case EnumDecl constants ->
          constants.constants().stream()
              .map(EnumDecl.Constant::wit)
              .collect(Collectors.joining(", ", constants.flags() ? "flags { " : "enum { ", " }"));
      case ResourceDecl resource -> "resource " + resource.wit();
      case ExceptionDecl exception -> "an error of " + exception.error();
    };
  }
}

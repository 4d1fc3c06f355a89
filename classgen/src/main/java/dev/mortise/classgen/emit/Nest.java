package dev.mortise.classgen.emit;

import dev.mortise.classgen.mapping.ClassName;
import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaModel.EnumDecl;
import dev.mortise.classgen.mapping.JavaModel.ExceptionDecl;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.mapping.JavaModel.RecordDecl;
import dev.mortise.classgen.mapping.JavaModel.ResourceDecl;
import dev.mortise.classgen.mapping.JavaModel.TypeDecl;
import dev.mortise.classgen.mapping.JavaModel.VariantDecl;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** The classes that are nested in one top-level interface, with their modifiers (JVMS 4.7.6). */
final class Nest {
  private static final int MEMBER = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
  private static final int INTERFACE = MEMBER | Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE;

  private final ClassName host;
  private final Map<ClassName, Integer> members = new LinkedHashMap<>();

  private Nest(ClassName host) {
    this.host = host;
  }

  static Nest of(InterfaceDecl declaration) {
    Nest nest = new Nest(declaration.name());
    declaration.types().forEach(nest::add);
    return nest;
  }

  static Nest ofWorld(JavaModel model) {
    Nest nest = new Nest(model.world().name());
    model.world().types().forEach(nest::add);
    for (InterfaceDecl nested : model.inWorld()) {
      nest.members.put(nested.name(), INTERFACE);
      nested.types().forEach(nest::add);
    }
    return nest;
  }

  private void add(TypeDecl type) {
    switch (type) {
      case RecordDecl record -> members.put(record.name(), MEMBER | Opcodes.ACC_FINAL);
      case VariantDecl variant -> {
        members.put(variant.name(), INTERFACE);
        variant.cases().forEach(c -> members.put(c.name(), MEMBER | Opcodes.ACC_FINAL));
      }
      case EnumDecl constants ->
          members.put(constants.name(), MEMBER | Opcodes.ACC_FINAL | Opcodes.ACC_ENUM);
      case ResourceDecl resource -> members.put(resource.name(), INTERFACE);
      case ExceptionDecl exception -> members.put(exception.name(), MEMBER | Opcodes.ACC_FINAL);
    }
  }

  /** Writes what a class says of the nest: its host or members, and the nested classes. */
  void describe(ClassWriter writer, ClassName self) {
    if (self.equals(host)) {
      members.keySet().forEach(member -> writer.visitNestMember(member.internalName()));
    } else {
      writer.visitNestHost(host.internalName());
    }
    members.forEach(
        (member, access) ->
            writer.visitInnerClass(
                member.internalName(), outer(member), member.simpleName(), access));
  }

  private static String outer(ClassName member) {
    return new ClassName(
            member.packageName(), member.simpleNames().subList(0, member.simpleNames().size() - 1))
        .internalName();
  }
}

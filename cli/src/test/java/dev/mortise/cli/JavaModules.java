package dev.mortise.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/** Modules of Java that have a descriptor and no code. */
final class JavaModules {
  private JavaModules() {}

  /** A folder whose module is named after it, requires a module and provides a service. */
  static Path requiring(Path folder, String required, String provided) throws Exception {
    String name = folder.getFileName().toString();
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V21, Opcodes.ACC_MODULE, "module-info", null, null, null);
    ModuleVisitor module = writer.visitModule(name, 0, null);
    module.visitRequire("java.base", Opcodes.ACC_MANDATED, null);
    module.visitRequire(required, 0, null);
    module.visitPackage(name);
    module.visitProvide(provided.replace('.', '/'), name + "/Provider");
    module.visitEnd();
    writer.visitEnd();
    Files.createDirectories(folder);
    Files.write(folder.resolve("module-info.class"), writer.toByteArray());
    Files.createDirectories(folder.resolve(name));
    Files.write(folder.resolve(name).resolve("Provider.class"), new byte[0]);
    return folder;
  }
}

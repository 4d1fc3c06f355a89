import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites the classes of a jar that were compiled for Java 5 to the class file version of Java 8.
 *
 * <p>Java's archive of loaded classes takes none older than Java 6, and picocli's are. Loading
 * those from their jar is about half of what a start of the command costs, so the launcher runs
 * this on its own copy.
 */
class RaiseClassVersion {
  private static final int VERSION_OFFSET = 6;

  public static void main(String[] args) throws IOException {
    for (String arg : args) {
      Path jar = Path.of(arg);
      Path raised = Path.of(arg + ".raised");
      try (JarFile from = new JarFile(jar.toFile());
          JarOutputStream to = new JarOutputStream(Files.newOutputStream(raised))) {
        for (JarEntry entry : Collections.list(from.entries())) {
          byte[] bytes = from.getInputStream(entry).readAllBytes();
          JarEntry copy = new JarEntry(entry.getName());
          copy.setTime(entry.getTime());
          to.putNextEntry(copy);
          to.write(entry.getName().endsWith(".class") ? raise(bytes) : bytes);
          to.closeEntry();
        }
      }
      Files.move(raised, jar, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static byte[] raise(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    if (reader.readShort(VERSION_OFFSET) >= Opcodes.V1_6) {
      return bytes;
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    ClassVisitor raiser =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int version,
              int access,
              String name,
              String signature,
              String superName,
              String[] interfaces) {
            super.visit(Opcodes.V1_8, access, name, signature, superName, interfaces);
          }
        };
    reader.accept(raiser, ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }
}

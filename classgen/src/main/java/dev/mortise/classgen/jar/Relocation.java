package dev.mortise.classgen.jar;

import dev.mortise.loader.compile.GuestLoader;
import dev.mortise.loader.compile.SignatureClasses;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Moves generated classes from the packages that they have at run time, which all components share,
 * into a component's own, and adds the classes of the signatures that they use.
 */
final class Relocation {
  private static final String FROM = GuestLoader.PACKAGES.replace('.', '/');
  private static final String SIGNATURES = SignatureClasses.PACKAGE.replace('.', '/') + "/";

  /** The engine's own helpers, which its compiler copies for each module: one copy is enough. */
  private static final Pattern SHADED = Pattern.compile("^Module[0-9]+_Shaded$");

  private final String to;
  private final Set<String> signatures = new TreeSet<>();
  private final Map<String, byte[]> moved = new TreeMap<>();

  private Relocation(String to) {
    this.to = to;
  }

  /**
   * The classes, by internal name, in another package and those below it.
   *
   * @param to the package, with slashes
   */
  static Map<String, byte[]> relocate(Map<String, byte[]> classes, String to) {
    Relocation relocation = new Relocation(to + "/");
    classes.values().forEach(relocation::move);
    for (String descriptor : Set.copyOf(relocation.signatures)) {
      relocation.move(SignatureClasses.abstractClass(descriptor));
      relocation.move(SignatureClasses.boxedClass(descriptor));
    }
    return relocation.moved;
  }

  private void move(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(0);
    reader.accept(new ClassRemapper(writer, new Names()), 0);
    moved.put(renamed(reader.getClassName()), writer.toByteArray());
  }

  private String renamed(String internalName) {
    return name(internalName, to);
  }

  /**
   * What a class is called when its component's classes have moved.
   *
   * @param to the folder that they are moved to, with a slash at its end
   */
  static String name(String internalName, String to) {
    return internalName.startsWith(FROM)
        ? to + SHADED.matcher(internalName.substring(FROM.length())).replaceFirst("Shaded")
        : internalName;
  }

  private final class Names extends Remapper {
    Names() {
      super(org.objectweb.asm.Opcodes.ASM9);
    }

    @Override
    public String map(String internalName) {
      if (internalName.startsWith(SIGNATURES)) {
        signatures.add(SignatureClasses.descriptor(internalName));
      }
      return renamed(internalName);
    }
  }
}

package dev.mortise.classgen.mapping;

import dev.mortise.runtime.name.InvalidNameException;
import dev.mortise.runtime.name.ParsedName;
import dev.mortise.runtime.name.Version;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Java packages for WIT packages: {@code ns:pkg@1.2.3} is {@code wit.ns.pkg.v1}. Two version tracks
 * live side by side; the versions of one track are one package.
 */
final class PackageNames {
  private PackageNames() {}

  /** The package of an interface. */
  static String of(ParsedName.Interface name) {
    StringBuilder text = new StringBuilder("wit");
    for (String part : name.packageName().split(":", -1)) {
      text.append('.').append(part(part));
    }
    String version = name.version();
    if (version != null) {
      text.append(".v").append(track(version));
    }
    return text.toString();
  }

  /** The track of a version as a part of a package name: {@code 1}, {@code 0_2}. */
  static String track(String version) {
    String track;
    try {
      track = Version.parse(version).track();
    } catch (InvalidNameException e) {
      track = version;
    }
    return track.replaceAll("[^0-9A-Za-z]", "_");
  }

  /** A label as a part of a package name. */
  static String part(String label) {
    return new JavaNames(Set.of()).claim(label.replace('-', '_'));
  }

  /** The class name of the world of a component that comes from a file. */
  static ClassName world(String fileName, @Nullable String packageName) {
    String base = fileName.replaceAll("\\.[^.]*$", "").replaceAll("[^0-9A-Za-z]+", "-");
    String label = base.replaceAll("^-+|-+$", "");
    if (label.isEmpty() || Character.isDigit(label.charAt(0))) {
      label = "component-" + label;
    }
    String inPackage = packageName == null ? part(label.replace("-", "")) : packageName;
    return ClassName.of(inPackage, JavaNames.pascal(label));
  }
}

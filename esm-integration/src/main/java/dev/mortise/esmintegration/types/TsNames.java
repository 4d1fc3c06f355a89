package dev.mortise.esmintegration.types;

import dev.mortise.jsbridge.shape.JsNames;
import dev.mortise.loader.wit.WitInterface;

/** Names in TypeScript. */
final class TsNames {
  private TsNames() {}

  /** A parameter. */
  static String parameter(String label) {
    String name = JsNames.member(label);
    return JsNames.isReserved(name) ? name + "_" : name;
  }

  /** A property or method, in quotes where it must be. */
  static String property(String name) {
    return JsNames.isReserved(name) ? "'" + name + "'" : name;
  }

  /** The name of an interface's file, without an extension: {@code docs-text-ops}. */
  static String file(WitInterface.Name name) {
    return (name.inPackage().name() + "-" + name.name()).replace(':', '-').replace('/', '-');
  }

  /** The name by which a world's file calls an imported interface: {@code DocsTextLog021}. */
  static String namespace(WitInterface.Name name) {
    String version = name.inPackage().version();
    String digits = version == null ? "" : version.replaceAll("[^0-9A-Za-z]", "");
    return JsNames.type(file(name)) + digits;
  }
}

package dev.mortise.jdkmodulelayer.define;

import dev.mortise.jdkmodulelayer.contract.Surroundings;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;

/**
 * A module that requires Mortise, in an application that has Mortise on its class path: there are
 * no such modules then. What it requires of them is left out, and it reads the class path instead.
 */
final class ClassPathModule extends ModuleReference {
  private final ModuleReference reference;

  private ClassPathModule(ModuleReference reference, ModuleDescriptor descriptor) {
    super(descriptor, reference.location().orElse(null));
    this.reference = reference;
  }

  /** The module itself, unless it requires a module of ours. */
  static ModuleReference of(ModuleReference reference) {
    ModuleDescriptor descriptor = reference.descriptor();
    boolean requiresOurs =
        descriptor.requires().stream().anyMatch(required -> Surroundings.isOurs(required.name()));
    return requiresOurs ? new ClassPathModule(reference, without(descriptor)) : reference;
  }

  private static ModuleDescriptor without(ModuleDescriptor descriptor) {
    ModuleDescriptor.Builder builder =
        descriptor.isOpen()
            ? ModuleDescriptor.newOpenModule(descriptor.name())
            : ModuleDescriptor.newModule(descriptor.name());
    descriptor.requires().stream()
        .filter(required -> !Surroundings.isOurs(required.name()))
        .forEach(builder::requires);
    descriptor.exports().forEach(builder::exports);
    descriptor.opens().forEach(builder::opens);
    descriptor.provides().forEach(builder::provides);
    descriptor.uses().forEach(builder::uses);
    builder.packages(descriptor.packages());
    descriptor.mainClass().ifPresent(builder::mainClass);
    descriptor.version().ifPresent(builder::version);
    return builder.build();
  }

  @Override
  public ModuleReader open() throws IOException {
    return reference.open();
  }
}

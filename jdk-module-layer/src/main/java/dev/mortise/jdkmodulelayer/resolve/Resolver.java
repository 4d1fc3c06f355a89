package dev.mortise.jdkmodulelayer.resolve;

import dev.mortise.classgen.mapping.JavaModel;
import dev.mortise.classgen.mapping.JavaModel.InterfaceDecl;
import dev.mortise.classgen.mapping.JavaModel.ResourceDecl;
import dev.mortise.jdkmodulelayer.contract.ContractPlan;
import dev.mortise.jdkmodulelayer.contract.ContractSource;
import dev.mortise.jdkmodulelayer.find.FoundComponent;
import dev.mortise.jdkmodulelayer.find.FoundModule;
import dev.mortise.runtime.error.ComponentResolutionException;
import dev.mortise.runtime.error.Diagnostic;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Wires each import of the components that are needed to exactly one provider: the entry of this
 * package. What is needed are the roots, what they import, and what Java modules among them require
 * or use.
 */
public final class Resolver {
  private final Request request;
  private final Candidates candidates;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<String, FoundModule> modules = new LinkedHashMap<>();
  private final Deque<FoundModule> open = new ArrayDeque<>();
  private final List<Wire> wires = new ArrayList<>();
  private final Set<Request.Choice> unused;

  private Resolver(Request request) {
    this.request = request;
    candidates = new Candidates(request);
    unused = new LinkedHashSet<>(request.chosen());
  }

  /**
   * Resolves a request.
   *
   * @throws ComponentResolutionException with all that is missing, ambiguous, incompatible or goes
   *     round
   */
  public static Resolution resolve(Request request) {
    return new Resolver(request).resolve();
  }

  private Resolution resolve() {
    for (String root : request.roots()) {
      FoundModule found = request.path().modules().get(root);
      if (found == null) {
        problems.add(Problems.unknownRoot(root, request.path().modules().keySet()));
      } else {
        need(found);
      }
    }
    for (FoundModule next = open.poll(); next != null; next = open.poll()) {
      switch (next) {
        case FoundModule.Wasm wasm ->
            wasm.component().imports().forEach(wanted -> wire(wasm.component(), wanted));
        case FoundModule.Java java -> requirements(java);
      }
    }
    unused.forEach(choice -> problems.add(Problems.unusedChoice(choice)));
    Map<String, FoundModule> ordered = ImportOrder.of(modules, wires, problems);
    Resolution unplanned =
        new Resolution(request.roots(), ordered, wires, new ContractPlan(Map.of()));
    ContractPlan contracts = ContractPlan.of(unplanned.components(), request.around(), problems);
    ordered.values().forEach(module -> requirements(module, contracts));
    if (!problems.isEmpty()) {
      throw new ComponentResolutionException(problems);
    }
    return new Resolution(request.roots(), ordered, wires, contracts);
  }

  private void need(FoundModule module) {
    if (modules.putIfAbsent(module.name(), module) == null) {
      open.add(module);
    }
  }

  private void requirements(FoundModule.Java java) {
    var descriptor = java.reference().descriptor();
    descriptor.requires().stream()
        .map(required -> request.path().modules().get(required.name()))
        .forEach(this::needIfFound);
    descriptor.uses().stream()
        .flatMap(service -> candidates.of(service).stream())
        .forEach(this::need);
  }

  /** Checks that each module is there that a Java module requires. */
  private void requirements(FoundModule module, ContractPlan contracts) {
    if (module instanceof FoundModule.Java java) {
      for (ModuleDescriptor.Requires required : java.reference().descriptor().requires()) {
        String name = required.name();
        boolean optional = required.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC);
        if (!optional
            && !(contracts.sources().get(name) instanceof ContractSource.Synthesised)
            && !request.around().has(name)) {
          problems.add(Problems.missingModule(java, name, request.path()));
        }
      }
    }
  }

  private void needIfFound(@Nullable FoundModule module) {
    if (module != null) {
      need(module);
    }
  }

  private void need(Provider provider) {
    switch (provider) {
      case Provider.Component component -> need(new FoundModule.Wasm(component.component()));
      case Provider.JavaModule java -> need(java.module());
      case Provider.Parent parent -> {}
      case Provider.Bound bound -> {}
    }
  }

  private void wire(FoundComponent importer, JavaModel.Import wanted) {
    Provider provider = provider(importer, wanted);
    if (provider != null) {
      wires.add(new Wire(importer.name(), wanted, provider));
      need(provider);
      if (provider instanceof Provider.Component component) {
        functions(importer, wanted, component.component());
      }
    }
  }

  private @Nullable Provider provider(FoundComponent importer, JavaModel.Import wanted) {
    String type = Candidates.binaryName(wanted.type());
    for (Request.Choice choice : request.chosen()) {
      if (choice.importer().equals(importer.name()) && choice.wit().equals(wanted.wit())) {
        unused.remove(choice);
        return chosen(importer, wanted, choice, candidates.all(type));
      }
    }
    Provider bound = request.bound().get(type);
    if (bound != null) {
      return bound;
    }
    List<Provider> found =
        candidates.of(type).stream().filter(p -> !p.name().equals(importer.name())).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    problems.add(
        found.isEmpty()
            ? Problems.missing(importer, wanted, candidates.exported())
            : Problems.ambiguous(importer, wanted, found));
    return null;
  }

  private @Nullable Provider chosen(
      FoundComponent importer,
      JavaModel.Import wanted,
      Request.Choice choice,
      List<Provider> found) {
    for (Provider provider : found) {
      if (provider.name().equals(choice.provider())) {
        return provider;
      }
    }
    problems.add(Problems.wrongChoice(importer, wanted, choice, found));
    return null;
  }

  /** Checks that a provider has each function; that their types agree is for the contracts. */
  private void functions(
      FoundComponent importer, JavaModel.Import wanted, FoundComponent provider) {
    Set<String> has =
        provider.view(wanted.type()).map(Resolver::functions).orElse(new LinkedHashSet<>());
    Set<String> missing =
        importer.view(wanted.type()).map(Resolver::functions).orElse(new LinkedHashSet<>());
    missing.removeAll(has);
    if (!missing.isEmpty()) {
      problems.add(Problems.missingFunction(importer, wanted, provider, List.copyOf(missing), has));
    }
  }

  private static Set<String> functions(InterfaceDecl declared) {
    Set<String> names = new LinkedHashSet<>();
    declared.methods().forEach(method -> names.add(method.wit()));
    declared.types().stream()
        .filter(ResourceDecl.class::isInstance)
        .flatMap(type -> ((ResourceDecl) type).methods().stream())
        .forEach(method -> names.add(method.wit()));
    return names;
  }
}

package dev.mortise.loader.wit.build;

import dev.mortise.loader.wit.source.Span;
import dev.mortise.loader.wit.source.WitProblems;
import dev.mortise.loader.wit.source.WitRule;
import dev.mortise.loader.wit.syntax.FuncExpr;
import dev.mortise.loader.wit.syntax.Identifier;
import dev.mortise.loader.wit.syntax.ResourceFunc;
import dev.mortise.runtime.type.FuncType;
import dev.mortise.runtime.type.HandleType;
import dev.mortise.runtime.type.ResourceType;
import dev.mortise.runtime.type.ResultType;
import dev.mortise.runtime.type.ValType;
import java.util.ArrayList;
import java.util.List;

/** Function types, and what a resource's functions are as functions (WIT.md, "Item: resource"). */
public final class FuncBuilder {
  private final TypeBuilder types;
  private final WitProblems problems;

  FuncBuilder(TypeBuilder types, WitProblems problems) {
    this.types = types;
    this.problems = problems;
  }

  /** A function of its own. */
  FuncType function(Identifier name, FuncExpr func) {
    return function(name, func, List.of());
  }

  private FuncType function(Identifier name, FuncExpr func, List<FuncType.Param> self) {
    NameSet labels = new NameSet("function `" + name + "`", problems);
    List<FuncType.Param> params = new ArrayList<>(self);
    self.forEach(param -> labels.add(param.label(), name.span()));
    for (FuncExpr.Param param : func.params()) {
      if (labels.add(param.label())) {
        params.add(new FuncType.Param(param.label().name(), types.value(param.type())));
      }
    }
    ValType result = types.optional(func.result());
    if (func.result() != null) {
      types.refuseBorrow(result, func.result().span(), "result of `" + name + "`");
    }
    return new FuncType(params, result, func.async());
  }

  /** The extern name of a resource's function. */
  public static String externName(String resource, ResourceFunc function) {
    return switch (function.kind()) {
      case CONSTRUCTOR -> "[constructor]" + resource;
      case METHOD -> "[method]" + resource + "." + function.name();
      case STATIC -> "[static]" + resource + "." + function.name();
      case FREESTANDING -> throw new AssertionError("a resource has no such function");
    };
  }

  /** A function of a resource. */
  FuncType function(ResourceFunc function, ResourceType resource) {
    return switch (function.kind()) {
      case METHOD -> {
        FuncType.Param self = new FuncType.Param("self", new HandleType.Borrow(resource));
        yield function(function.name(), function.func(), List.of(self));
      }
      case CONSTRUCTOR -> constructor(function, resource);
      case STATIC, FREESTANDING -> function(function.name(), function.func());
    };
  }

  private FuncType constructor(ResourceFunc function, ResourceType resource) {
    FuncType written = function(function.name(), function.func());
    if (function.func().result() == null) {
      return new FuncType(written.params(), new HandleType.Own(resource), false);
    }
    boolean fits =
        written.result() != null
            && written.result().structure() instanceof ResultType result
            && result.ok() != null
            && result.ok().structure() instanceof HandleType.Own own
            && own.resource().equals(resource);
    if (!fits) {
      Span span = function.func().result().span();
      problems.add(
          span,
          WitProblems.at(WitRule.CONSTRUCTOR, span, "constructor of `" + resource + "`")
              .expecting("no result, or `result<" + resource + ", …>`", "`" + span.text() + "`"));
    }
    return written;
  }
}

package dev.mortise.loader.validate;

import dev.mortise.loader.decode.Feature;
import dev.mortise.loader.model.CanonOption;
import dev.mortise.loader.model.Index;
import dev.mortise.loader.validate.core.CoreTypeDef;
import dev.mortise.loader.validate.rule.Rule;
import dev.mortise.loader.validate.rule.Violation;
import dev.mortise.runtime.abi.layout.AddressWidth;
import dev.mortise.runtime.abi.layout.CanonicalOptions;
import dev.mortise.runtime.abi.layout.StringEncoding;
import dev.mortise.runtime.core.CoreFuncType;
import dev.mortise.runtime.core.CoreValType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of one canonical definition (CanonicalABI.md, "canonopt Validation"). */
final class CanonOptions {
  private final Scope scope;
  private final String where;
  private @Nullable StringEncoding encoding;
  private @Nullable AddressWidth memory;
  private Index.@Nullable CoreFunc realloc;
  private Index.@Nullable CoreFunc postReturn;
  private Index.@Nullable CoreFunc callback;
  private @Nullable CoreFuncType coreType;
  private boolean async;
  private boolean gc;

  private CanonOptions(Scope scope, String where) {
    this.scope = scope;
    this.where = where;
  }

  /** Checks a list of options by themselves. */
  static CanonOptions check(List<CanonOption> options, Scope scope, String where) {
    CanonOptions checked = new CanonOptions(scope, where);
    options.forEach(checked::add);
    checked.finish();
    return checked;
  }

  private void add(CanonOption option) {
    switch (option) {
      case CanonOption.StringEncoding found -> {
        if (encoding != null) {
          throw Violation.because(
              Rule.OPTION_CONFLICT,
              where,
              "canonical encoding option `"
                  + word(encoding)
                  + "` conflicts with option `"
                  + word(encoding(found))
                  + "`");
        }
        encoding = encoding(found);
      }
      case CanonOption.Memory found -> {
        once(memory, option);
        memory = memoryWidth(scope, found.memory());
      }
      case CanonOption.Realloc found -> {
        once(realloc, option);
        realloc = found.func();
      }
      case CanonOption.PostReturn found -> {
        once(postReturn, option);
        postReturn = found.func();
      }
      case CanonOption.Callback found -> {
        once(callback, option);
        callback = found.func();
      }
      case CanonOption.Async found -> {
        once(async ? found : null, option);
        scope.validation.require(
            Feature.CM_ASYNC,
            where,
            "canonical option `async` requires the component model async feature");
        async = true;
      }
      case CanonOption.CoreType found -> {
        once(coreType, option);
        scope.validation.require(
            Feature.CM_GC,
            where,
            "canonical option `core type` requires the component model gc feature");
        coreType = coreFunctionType(found.type());
      }
      case CanonOption.Gc found -> {
        once(gc ? found : null, option);
        scope.validation.require(
            Feature.CM_GC, where, "canonical option `gc` requires the `cm-gc` feature");
        gc = true;
      }
    }
  }

  private CoreFuncType coreFunctionType(Index.CoreType index) {
    if (scope.coreTypes.get(index.value()) instanceof CoreTypeDef.Func func) {
      return func.type();
    }
    throw Violation.because(
        Rule.WRONG_TYPE_KIND,
        where,
        "canonical option `core type` must reference a core function type");
  }

  private static StringEncoding encoding(CanonOption.StringEncoding option) {
    return switch (option) {
      case UTF8 -> StringEncoding.UTF8;
      case UTF16 -> StringEncoding.UTF16;
      case LATIN1_UTF16 -> StringEncoding.LATIN1_UTF16;
    };
  }

  private static String word(StringEncoding encoding) {
    return encoding == StringEncoding.LATIN1_UTF16 ? "latin1-utf16" : encoding.toString();
  }

  private void once(@Nullable Object previous, CanonOption option) {
    if (previous != null) {
      throw Violation.because(
          Rule.OPTION_DUPLICATE,
          where,
          "canonical option `" + option.keyword() + "` is specified more than once");
    }
  }

  private void finish() {
    if (callback != null && !async) {
      throw notAllowed("cannot specify callback without async");
    }
    if (async && postReturn != null) {
      throw notAllowed("cannot specify post-return function in async");
    }
    if (coreType != null && !gc) {
      throw notAllowed("cannot specify `core-type` without `gc`");
    }
    if (realloc != null) {
      AddressWidth width = memory;
      if (width == null) {
        throw Violation.because(
            Rule.OPTION_REQUIRED,
            where,
            "canonical option `realloc` requires `memory` to also be specified");
      }
      CoreValType address = width.coreType();
      checkSignature(
          "realloc",
          realloc,
          new CoreFuncType(List.of(address, address, address, address), List.of(address)));
    }
  }

  /** The width of a memory's addresses; the memory is one that the Canonical ABI can use. */
  static AddressWidth memoryWidth(Scope scope, Index.CoreMemory index) {
    var type = scope.coreMemories.get(index.value());
    if (type.is64()) {
      scope.validation.require(
          Feature.CM64, "memory", "64-bit memories require the `cm64` feature to be enabled");
    }
    if (type.shared()) {
      throw Violation.because(
          Rule.TYPE_MISMATCH, "memory", "mismatch in the shared flag for memories");
    }
    return type.is64() ? AddressWidth.BITS_64 : AddressWidth.BITS_32;
  }

  private void checkSignature(String option, Index.CoreFunc func, CoreFuncType expected) {
    CoreFuncType type = scope.coreFuncs.get(func.value());
    if (!type.params().equals(expected.params()) || !type.results().equals(expected.results())) {
      throw Violation.expected(Rule.OPTION_SIGNATURE, where, expected.toString(), type.toString())
          .why(
              "canonical option `" + option + "` uses a core function with an incorrect signature");
    }
  }

  /** The rules of {@code canon lift}. */
  CanonOptions forLift(CoreFuncType callee) {
    Index.CoreFunc after = postReturn;
    if (after != null) {
      checkSignature("post-return", after, new CoreFuncType(callee.results(), List.of()));
    }
    Index.CoreFunc back = callback;
    if (back != null) {
      CoreValType i32 = CoreValType.Num.I32;
      checkSignature("callback", back, new CoreFuncType(List.of(i32, i32, i32), List.of(i32)));
    } else if (async) {
      scope.validation.require(
          Feature.CM_ASYNC_STACKFUL,
          where,
          "`async` without a callback requires the component model async stackful feature");
    }
    if (coreType != null) {
      throw notAllowed("canonical option `core-type` is not allowed in `canon lift`");
    }
    return this;
  }

  /** The rules of {@code canon lower} and of the built-ins that call out in the same way. */
  CanonOptions forLower() {
    if (postReturn != null) {
      throw notAllowed("canonical option `post-return` cannot be specified for lowerings");
    }
    if (callback != null) {
      throw notAllowed("canonical option `callback` cannot be specified for lowerings");
    }
    if (gc && coreType == null) {
      throw notAllowed("cannot specify `gc` without also specifying a `core-type` for lowerings");
    }
    return this;
  }

  /** Checks that {@code async} stands only on asynchronous functions. */
  CanonOptions forFunction(boolean asyncFunction) {
    if (async && !asyncFunction) {
      throw notAllowed("the `async` canonical option requires an async function type");
    }
    return this;
  }

  CanonOptions notRealloc(String builtin) {
    if (realloc != null) {
      throw notAllowed("cannot specify `realloc` option on `" + builtin + "`");
    }
    return this;
  }

  CanonOptions notPostReturn(String builtin) {
    if (postReturn != null) {
      throw notAllowed("cannot specify `post-return` option on `" + builtin + "`");
    }
    return this;
  }

  CanonOptions sync(String builtin) {
    if (async) {
      throw notAllowed("cannot specify `async` option on `" + builtin + "`");
    }
    return this;
  }

  CanonOptions memoryIf(boolean needed) {
    if (needed && memory == null) {
      throw required("memory");
    }
    return this;
  }

  CanonOptions reallocIf(boolean needed) {
    memoryIf(needed && realloc == null);
    if (needed && realloc == null) {
      throw required("realloc");
    }
    return this;
  }

  boolean isAsync() {
    return async;
  }

  boolean isGc() {
    return gc;
  }

  /** The type that the option {@code core-type} declares. */
  @Nullable CoreFuncType coreType() {
    return coreType;
  }

  AddressWidth width() {
    return memory == null ? AddressWidth.BITS_32 : memory;
  }

  StringEncoding stringEncoding() {
    return encoding == null ? StringEncoding.UTF8 : encoding;
  }

  /** What decides the shape of the code. */
  CanonicalOptions shape() {
    return new CanonicalOptions(stringEncoding(), width(), async, callback != null);
  }

  private Violation notAllowed(String why) {
    return Violation.because(Rule.OPTION_NOT_ALLOWED, where, why);
  }

  private Violation required(String option) {
    return Violation.because(
        Rule.OPTION_REQUIRED, where, "canonical option `" + option + "` is required");
  }
}

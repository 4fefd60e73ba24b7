package dev.perdure.wat.start;

import dev.perdure.wat.check.Checked;
import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.Ungranted;
import dev.perdure.wat.run.World;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.thread.Back;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.EffectName;
import dev.perdure.wat.type.Type;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Runs a program from its entry `:user::main`, or one of its functions (W11).
public final class Entry {
  private static final String MAIN = "user::main";

  private Entry() {}

  /// Runs main; what stopped it is a line of EDN on stderr.
  ///
  /// @return the exit code
  public static int run(Program program, World world, PrintWriter err) {
    if (!program.isSound()) {
      return ended(err, Chain.startup(program.errors()), Exit.NOT_STARTED);
    }
    var checked = Objects.requireNonNull(program.checked());
    var fault = signatureFault(checked);
    if (fault != null) {
      return ended(err, Chain.mainSignature(fault), Exit.NO_MAIN);
    }
    var ungranted = ungranted(checked, world);
    if (ungranted != null) {
      return ended(err, Chain.startup(List.of(ungranted)), Exit.NOT_STARTED);
    }
    return BigStack.call("main", () -> main(checked, world, err));
  }

  private static int main(Checked program, World world, PrintWriter err) {
    var threads = Back.end(program, world);
    try {
      threads.evaluateConstants();
    } catch (Raise raise) {
      return ended(err, Chain.raised(raise), Exit.NOT_STARTED);
    }
    try {
      return threads.call(MAIN) instanceof Variant result && !result.isOk()
          ? ended(err, Chain.badReturn(result.field(0)), Exit.FAILED)
          : Exit.DONE;
    } catch (Raise raise) {
      return ended(err, Chain.raised(raise), raise.isPanic() ? Exit.PANICKED : Exit.FAILED);
    } catch (World.Ended ended) {
      return Exit.PANICKED;
    }
  }

  private static int ended(PrintWriter err, String chain, int code) {
    err.print(chain + "\n");
    err.flush();
    return code;
  }

  /// Why a program has no main that can be run; null if it has.
  static @Nullable String signatureFault(Checked program) {
    if (!(program.declarations().definition(MAIN) instanceof Definition.Function main)) {
      return "there is no function :" + MAIN;
    }
    var signature = main.signature();
    if (!signature.bound().isEmpty() || !isResult(program, signature.result())) {
      return ":%s must be [] -> :wat::core::nil, or a Result of nil and a portable error"
          .formatted(MAIN);
    }
    boolean isEmpty = main.body().size() == 1 && main.body().getFirst().form() instanceof Form.Nil;
    return isEmpty ? "the body of :" + MAIN + " is nil: it does nothing" : null;
  }

  /// The first effect interface that main needs and nobody performs; null if there is none.
  static @Nullable Diagnostic ungranted(Checked program, World world) {
    for (var effect : program.effects().getOrDefault(MAIN, Set.of())) {
      if (EffectName.isInterface(effect) && !world.performs(effect)) {
        var main = Objects.requireNonNull(program.declarations().definition(MAIN));
        return Ungranted.effect(effect, MAIN, main.span());
      }
    }
    return null;
  }

  private static boolean isResult(Checked program, Type written) {
    var type = program.types().expand(written);
    return Type.is(type, Basic.NIL.name())
        || (type instanceof Type.Named named
            && named.name().equals(Basic.RESULT)
            && Type.is(named.args().getFirst(), Basic.NIL.name())
            && program.types().isPortable(named.args().get(1)));
  }

  /// The value of a constant, or of a function without parameters, of a program that is sound.
  ///
  /// @throws Raise if it does, or if a constant does
  public static Object value(Program program, String function, World world) {
    return BigStack.call("main", () -> called(program, function, world));
  }

  /// The same as EDN.
  ///
  /// @throws Raise if it does, or if a constant does, or if the value is nested too deep
  public static String text(Program program, String function, World world) {
    return BigStack.call(
        "main",
        () -> {
          try {
            return EdnWriter.write(called(program, function, world));
          } catch (EdnFault fault) {
            throw new Raise(fault.diagnostic(":" + function, null));
          }
        });
  }

  private static Object called(Program program, String function, World world) {
    var checked = Objects.requireNonNull(program.checked());
    var name = callable(checked, function);
    var loaded = new Loaded(checked);
    var threads = Back.threads(loaded, world);
    threads.evaluateConstants();
    var constant = loaded.constant(name);
    return constant == null ? threads.call(name) : constant;
  }

  /// The name of the code that a call of a function without arguments begins with.
  ///
  /// @throws Raise `UnknownFunction`; `ArityMismatch` if it takes some
  public static String callable(Checked program, String function) {
    var definition = program.definition(function);
    if (definition == null) {
      throw unknown(function, program.similar(function));
    }
    if (definition instanceof Definition.Clauses clauses) {
      for (int i = 0; i < clauses.clauses().size(); i++) {
        var clause = clauses.clauses().get(i);
        if (clause.signature().bound().isEmpty() && clause.guard() == null) {
          return function + "#" + (i + 1);
        }
      }
    }
    var code = program.codes().get(function);
    if (code != null && code.params() > 0) {
      throw Raise.of(
          Kind.RUNTIME_ARITY_MISMATCH,
          ":%s takes %d %s and got 0"
              .formatted(function, code.params(), code.params() == 1 ? "argument" : "arguments"),
          ":" + function,
          (long) code.params(),
          0L);
    }
    return function;
  }

  private static Raise unknown(String function, List<String> similar) {
    var perhaps = similar.isEmpty() ? "" : "; perhaps you mean " + String.join(", ", similar);
    return Raise.of(
        Kind.RUNTIME_UNKNOWN_FUNCTION,
        "there is no function :" + function + perhaps,
        ":" + function);
  }
}

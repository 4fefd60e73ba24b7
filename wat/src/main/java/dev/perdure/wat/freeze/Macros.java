package dev.perdure.wat.freeze;

import dev.perdure.wat.check.Checked;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.expand.Expander;
import dev.perdure.wat.library.Library;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.syntax.Ast;
import java.util.function.BiFunction;

/// Expands forms while a program runs, with its macros (W8). The same form becomes the same each
/// time; all raise `MacroExpansionFailed`.
public final class Macros {
  /// The scopes of a program's own expansions lie below.
  private static final int SCOPES = 1 << 30;

  private Macros() {}

  /// One whose expansions share no scope with those of the program, nor, as far as hashes tell,
  /// with those of another form.
  static Expander expander(Checked program, Ast form) {
    var evaluator = new MacroEvaluator(Library.get());
    var expander = new Expander(evaluator, program.macros(), SCOPES + mixed(form.hashCode()));
    evaluator.use(expander);
    return expander;
  }

  /// A number far from that of similar forms (the finalizer of MurmurHash3), below [#SCOPES] by
  /// more than all expansions of a form.
  private static int mixed(int hash) {
    int h = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return Math.floorMod(h ^ (h >>> 16), SCOPES - Expander.EXPANSIONS_MAX);
  }

  /// The form with all of its macros expanded.
  public static Ast expand(Checked program, Ast form) {
    return expanded("macroexpand", program, form, Expander::expand);
  }

  /// What the macro at the head of the form makes of it; the form itself if there is none.
  public static Ast step(Checked program, Ast form) {
    return expanded("macroexpand-1", program, form, Expander::step);
  }

  private static Ast expanded(
      String op, Checked program, Ast form, BiFunction<Expander, Ast, Ast> how) {
    try {
      return how.apply(expander(program, form), form);
    } catch (Refused refused) {
      throw Raise.of(
          Kind.RUNTIME_MACRO_EXPANSION_FAILED,
          ":wat::core::" + op + ": " + refused.diagnostic().message(),
          ":wat::core::" + op,
          refused.diagnostic());
    }
  }
}

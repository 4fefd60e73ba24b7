package dev.perdure.wat.start;

import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.Keyword;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.freeze.Evaluation;
import dev.perdure.wat.library.Errors;
import dev.perdure.wat.library.Made;
import dev.perdure.wat.run.Context;
import dev.perdure.wat.run.Interpreter;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.TypeTests;
import dev.perdure.wat.run.World;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Evaluates code in the universe of a program that runs (W16): each answer is a `Result` with
/// `EvalError`. What it raises becomes an `Err`, but for a panic, which goes on in the caller.
final class Evaluator {
  private static final String PREFIX = "wat::eval-";
  private static final String OUTCOME = "wat::core::FormOutcome";

  private final World world;
  private final FileAccess files;
  private final Watch watch;

  /// @param world what the code may ask
  /// @param watch ends it with the program that asks
  Evaluator(World world, Grants grants, Watch watch) {
    this.world = world;
    this.watch = watch;
    this.files = new FileAccess(grants);
  }

  /// Whether it does an operation.
  static boolean isOne(String operation) {
    return operation.startsWith(PREFIX);
  }

  /// Does it.
  Object perform(String operation, Object[] args) {
    var context = (Context) args[args.length - 1];
    if (operation.equals("wat::eval-with-defs!")) {
      return outcome(context, (Ast) args[0], asts((Vector) args[1]));
    }
    try {
      return Variant.ok(value(operation, args, context));
    } catch (Failed failed) {
      return Variant.err(failed.error());
    } catch (Refused refused) {
      return Variant.err(error(kind(refused.diagnostic().kind()), refused.diagnostic().message()));
    } catch (Raise raise) {
      if (raise.isPanic()) {
        throw raise;
      }
      boolean isGrant = raise.diagnostic().kind() == Kind.RUNTIME_GRANT_MISSING;
      return Variant.err(
          error(isGrant ? "grant-missing" : "runtime-error", raise.diagnostic().message()));
    }
  }

  /// Why there is no value.
  private static final class Failed extends RuntimeException {
    private final transient Aggregate error;

    Failed(String kind, String message) {
      super(message, null, false, false);
      this.error = Evaluator.error(kind, message);
    }

    Aggregate error() {
      return error;
    }
  }

  private static Aggregate error(String kind, String message) {
    return Made.record("wat::core::EvalError", kind, message);
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case RUNTIME_EVAL_FORBIDS_MUTATION_FORM -> "mutation-form-refused";
      case RESOLVE_UNRESOLVED_REFERENCES, CHECK_UNKNOWN_CALLEE -> "unknown-function";
      case CHECK_ARITY_MISMATCH, MACRO_ARITY_MISMATCH, MACRO_ARITY_TOO_FEW -> "arity-mismatch";
      case CHECK_TYPE_MISMATCH,
          CHECK_RETURN_TYPE_MISMATCH,
          CHECK_NO_MATCHING_CLAUSE_AT_CALL_SITE,
          CHECK_AMBIGUOUS_CLAUSE_RETURN_AT_CALL_SITE ->
          "type-mismatch";
      default -> "malformed-form";
    };
  }

  private Object value(String operation, Object[] args, Context context) {
    var forms =
        switch (operation) {
          case "wat::eval-ast!" -> List.of((Ast) args[0]);
          case "wat::eval-edn!" -> forms("text", bytes((String) args[0]));
          case "wat::eval-file!" -> forms((String) args[0], file((String) args[0]));
          case "wat::eval-digest!" -> digested((String) args[0], file((String) args[0]), args);
          case "wat::eval-digest-string!" -> digested("text", bytes((String) args[0]), args);
          case "wat::eval-signed!" -> signed((String) args[0], file((String) args[0]), args);
          case "wat::eval-signed-string!" -> signed("text", bytes((String) args[0]), args);
          default -> throw new IllegalArgumentException(operation);
        };
    var ready = Evaluation.ready(context.program(), forms, context.wanted());
    var value = run(ready);
    var wanted = context.wanted();
    if (!new TypeTests(context.program().types()).is(value, wanted)) {
      throw new Failed("type-mismatch", "expected " + wanted + ", got another value");
    }
    return value;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Ast> forms(String name, byte[] bytes) {
    return Reader.program(name, bytes);
  }

  private byte[] file(String path) {
    var read = files.bytes(path);
    if (read.isOk()) {
      return (byte[]) read.field(0);
    }
    var fault = (Variant) read.field(0);
    var kind = fault.shape().name().equals("GrantMissing") ? "grant-missing" : "runtime-error";
    throw new Failed(kind, fault.shape().name() + ": " + fault.field(0));
  }

  /// Behind the source stand the algorithm and the digest, a payload of two.
  private List<Ast> digested(String name, byte[] bytes, Object[] args) {
    algorithm(args[1], "wat::verify::digest-sha256");
    verified(Evaluation.digestFault(bytes, payload(args[2], args[3])));
    return forms(name, bytes);
  }

  /// Behind the source stand the algorithm, the signature and the key.
  private List<Ast> signed(String name, byte[] bytes, Object[] args) {
    algorithm(args[1], "wat::verify::signed-ed25519");
    var forms = forms(name, bytes);
    verified(
        Evaluation.signatureFault(forms, payload(args[2], args[3]), payload(args[4], args[5])));
    return forms;
  }

  private static void algorithm(Object given, String needed) {
    if (!given.equals(new Keyword(needed))) {
      throw new Failed("malformed-form", "behind the source stands :" + needed);
    }
  }

  private static void verified(@Nullable String fault) {
    if (fault != null) {
      throw new Failed("verification-failed", fault);
    }
  }

  private String payload(Object kind, Object text) {
    return switch (((Keyword) kind).path()) {
      case "wat::verify::string" -> (String) text;
      case "wat::verify::file-path" -> new String(file((String) text), StandardCharsets.UTF_8);
      default ->
          throw new Failed(
              "malformed-form",
              "a payload begins with :wat::verify::string or :wat::verify::file-path");
    };
  }

  private Object run(Evaluation.Ready ready) {
    var loaded = new Loaded(ready.program());
    return watch.over(
        loaded::stop,
        () -> {
          // functions that the code gives may be called by the program: they ask the same world
          var interpreter = Interpreter.of(loaded, world);
          interpreter.evaluateConstants();
          return interpreter.call(ready.function());
        });
  }

  private Object outcome(Context context, Ast form, List<Ast> declared) {
    Evaluation.@Nullable Ready ready;
    try {
      ready = Evaluation.withDeclarations(context.program(), form, declared);
    } catch (Refused refused) {
      return Made.variant(OUTCOME, "CheckFailed", Errors.of(one(refused.diagnostic())));
    }
    if (ready == null) {
      return Made.variant(OUTCOME, "Declared");
    }
    try {
      return Made.variant(OUTCOME, "Evaluated", run(ready));
    } catch (Raise raise) {
      return Made.variant(OUTCOME, "Raised", Errors.died(raise));
    }
  }

  /// Those of the checker always lie in a `CheckErrors`.
  private static Diagnostic one(Diagnostic diagnostic) {
    if (!diagnostic.kind().phase().equals("wat.check")) {
      return diagnostic;
    }
    var all = new ArrayList<Diagnostic>();
    all.add(diagnostic);
    all.addAll(diagnostic.causes());
    return Chain.one(all);
  }

  /// The forms of a vector.
  static List<Ast> asts(Vector vector) {
    var asts = new ArrayList<Ast>();
    vector.forEach(ast -> asts.add((Ast) ast));
    return asts;
  }
}

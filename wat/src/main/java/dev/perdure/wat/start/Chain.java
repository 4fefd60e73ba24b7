package dev.perdure.wat.start;

import dev.perdure.value.Span;
import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.DiagnosticText;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.thread.Deaths;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// How a program ended, as the line of EDN that stands on stderr: a vector of `PeerDiedError`,
/// newest first (W11, W12.5).
public final class Chain {
  private Chain() {}

  /// Its forms did not freeze.
  ///
  /// @param errors at least one; several become one report
  public static String startup(List<Diagnostic> errors) {
    return of("StartupError", DiagnosticText.edn(one(errors)));
  }

  /// What is wrong as one diagnostic: those of the checker always lie in a `CheckErrors`.
  public static Diagnostic one(List<Diagnostic> errors) {
    boolean isOther = errors.size() == 1 && !errors.getFirst().kind().phase().equals("wat.check");
    if (isOther) {
      return errors.getFirst();
    }
    var message =
        errors.size() == 1
            ? errors.getFirst().message()
            : errors.size() + " errors: " + errors.getFirst().message();
    return Diagnostic.of(Kind.CHECK_CHECK_ERRORS, null, message, errors);
  }

  /// A raise left main, or a constant.
  public static String raised(Raise raise) {
    var diagnostic = raise.diagnostic();
    var causes = Deaths.causes(raise.reported());
    return raise.isPanic()
        ? of("Panic", string(diagnostic.message()) + " " + some(failure(diagnostic)), causes)
        : of("RuntimeError", DiagnosticText.edn(diagnostic), causes);
  }

  private static String failure(Diagnostic diagnostic) {
    return "#wat.kernel/Failure {:message "
        + string(diagnostic.message())
        + " :location "
        + location(diagnostic.span())
        + " :frames [] :actual "
        + text(diagnostic.field("actual"))
        + " :expected "
        + text(diagnostic.field("expected"))
        + "}";
  }

  private static String text(Object field) {
    var text = (String) field;
    return text.isEmpty() ? "#wat.core.Option/None []" : some(string(text));
  }

  private static String location(@Nullable Span span) {
    return span == null ? "#wat.core.Option/None []" : some(DiagnosticText.edn(span));
  }

  private static String some(String edn) {
    return "#wat.core.Option/Some [" + edn + "]";
  }

  /// Main is missing or of another signature.
  static String mainSignature(String message) {
    return of("MainSignature", string(message));
  }

  /// Main returned `Err`.
  static String badReturn(Object error) {
    return of("BadReturn", string(EdnWriter.write(error)), Deaths.causes(error));
  }

  private static String string(String text) {
    return EdnWriter.write(text);
  }

  private static String of(String variant, String fields) {
    return of(variant, fields, Vector.EMPTY);
  }

  private static String of(String variant, String fields, Vector causes) {
    var chain = new StringJoiner(" ", "[", "]");
    chain.add("#wat.kernel.PeerDiedError/" + variant + " [" + fields + "]");
    causes.forEach(cause -> chain.add(EdnWriter.write(cause)));
    return chain.toString();
  }
}

package dev.perdure.cli;

import dev.perdure.server.json.Data;
import dev.perdure.server.view.Nearest;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "explain",
    description = "Explains the code of a problem: what happened, the usual cause, what to do.",
    footer = {"", "Example:", "  perdure explain LOG_LOCKED"})
final class Explain extends Command {
  @Parameters(
      paramLabel = "CODE",
      description = "The code, such as LOG_LOCKED or wat.check/TypeMismatch.")
  String code = "";

  Explain(Terminal terminal) {
    super(terminal);
  }

  /// Codes of wat are written as in reports, `wat.check/TypeMismatch`, perhaps with the `#` of
  /// their tag, or without what stands before the stroke if only one ends so; all others in upper
  /// case.
  private String wanted() {
    var plain = code.startsWith("#") ? code.substring(1) : code;
    if (plain.startsWith("wat.")) {
      return plain;
    }
    var ending = ending(plain);
    return ending.size() == 1
        ? ending.getFirst()
        : plain.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static List<String> ending(String kind) {
    return Pages.codes().stream().filter(other -> other.endsWith("/" + kind)).toList();
  }

  private List<String> meant(String wanted) {
    var ending = ending(code);
    return ending.isEmpty() ? Nearest.to(wanted, Pages.codes()) : ending;
  }

  @Override
  Answer run() {
    var wanted = wanted();
    var page = wanted.matches("[A-Z0-9_]+|wat\\.[A-Za-z.]+/[A-Za-z]+") ? Pages.page(wanted) : null;
    if (page == null) {
      throw problem(
              CliCode.UNKNOWN_CODE,
              "no page explains the code " + code,
              "Perhaps you mean " + String.join(", ", meant(wanted)))
          .exception();
    }
    return Answer.done(Data.of("code", wanted).with("page", page), page.strip().split("\n"));
  }
}

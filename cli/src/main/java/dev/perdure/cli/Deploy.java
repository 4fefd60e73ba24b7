package dev.perdure.cli;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.UniverseInfo;
import dev.perdure.engine.Version;
import dev.perdure.java.ClassSource;
import dev.perdure.java.FreezeResult;
import dev.perdure.java.Freezer;
import dev.perdure.java.JavaCode;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.value.PerdureException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "deploy",
    description = {
      "Checks the functions of a jar file and lets them in as a version.",
      "A function that is new gets a route; for the others the routes stay as they are.",
      "With --check nothing is deployed: live tasks and the newest that have ended are replayed",
      "with the functions of the jar. Exit code 1 if any would do something else."
    },
    footer = {"", "Example:", "  perdure deploy shop.jar --as v2 --check"})
final class Deploy extends DataCommand {
  @Parameters(paramLabel = "JAR", description = "The classes, with the libraries they use.")
  Path jar = Path.of("");

  @Option(names = "--as", required = true, paramLabel = "VERSION", description = "Its version.")
  String version = "";

  @Option(
      names = "--roots",
      split = ",",
      paramLabel = "CLASS",
      description = "Classes of functions. Default: all that have routed methods.")
  List<String> roots = List.of();

  @Option(
      names = "--trust",
      split = ",",
      paramLabel = "PACKAGE",
      description = "Take the code of this package as deterministic without a look.")
  List<String> trusted = List.of();

  @Option(
      names = "--check",
      description = "Replay tasks with its functions and tell the differences; deploy nothing.")
  boolean check;

  @Option(
      names = "--ended",
      paramLabel = "N",
      description =
          "With --check: so many of the tasks that have ended. Default: ${DEFAULT-VALUE}.")
  int ended = 1_000;

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  Deploy(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var as = new Version(version);
    var source = ClassSource.jar(terminal.resolve(jar));
    var directory = check ? existing() : directory();
    try (var node = Node.open(standingStill(directory).withTrusted(trusted))) {
      if (check) {
        return new GateText(terminal, node.check(as, source, roots, ended)).answer();
      }
      var before = node.read(state -> Map.copyOf(state.universes()));
      var info = node.deploy(as, source, roots, change(why));
      return answer(as, info, before, node.read(state -> routed(state, info)));
    } catch (PerdureException e) {
      return refused(source, e);
    }
  }

  private static List<FunctionName> routed(EngineState state, UniverseInfo info) {
    return info.functions().keySet().stream()
        .filter(f -> state.routes().policy(f) != null)
        .toList();
  }

  /// A jar that does not pass has its problems told all at once.
  private Answer refused(ClassSource source, PerdureException first) {
    if (first.code() instanceof JavaCode
        && Freezer.strict().trusting(trusted).freeze(source, roots)
            instanceof FreezeResult.Refused refused) {
      new Problems(terminal).print(refused.problems(), json);
      return Answer.failed(null, List.of());
    }
    throw first;
  }

  private Answer answer(
      Version as, UniverseInfo info, Map<Version, UniverseInfo> before, List<FunctionName> routed) {
    var table = new Table(terminal, "FUNCTION", "CONTENT");
    var functions = new ArrayList<Data>();
    info.functions()
        .forEach((name, function) -> {
          var same = sameAs(as, name, function, before);
          table.row(name.text(), content(as, name, same, before));
          functions.add(
              Data.of("name", name)
                  .with("signature", function.signature())
                  .with("hash", function.hash())
                  .withAny("sameAs", same == null ? null : same.text())
                  .with("routed", routed.contains(name)));
        });
    var known = before.containsKey(as);
    var lines = new ArrayList<String>();
    lines.add(
        (known ? "already deployed " : "deployed ")
            + terminal.good(as.text())
            + " = "
            + info.hash().shortText());
    lines.addAll(table.lines());
    return Answer.done(
        Data.of("version", as)
            .with("hash", info.hash())
            .with("new", !known)
            .with("functions", functions),
        lines);
  }

  private static String content(
      Version as, FunctionName name, @Nullable Version same, Map<Version, UniverseInfo> before) {
    if (same != null) {
      return "same as " + same;
    }
    var known =
        before.entrySet().stream()
            .anyMatch(e -> !e.getKey().equals(as) && e.getValue().functions().containsKey(name));
    return known ? "changed" : "new";
  }

  /// The first other version that has the same function under the same name.
  private static @Nullable Version sameAs(
      Version as,
      FunctionName name,
      UniverseInfo.FunctionInfo function,
      Map<Version, UniverseInfo> universes) {
    for (var other : new TreeMap<>(universes).entrySet()) {
      var its = other.getValue().functions().get(name);
      if (!other.getKey().equals(as) && its != null && its.hash().equals(function.hash())) {
        return other.getKey();
      }
    }
    return null;
  }
}

package dev.perdure.cli;

import dev.perdure.engine.Describe;
import dev.perdure.engine.EngineCode;
import dev.perdure.engine.EngineState;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Policy;
import dev.perdure.engine.Version;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.Doc;
import dev.perdure.server.view.Policies;
import dev.perdure.server.view.RouteFile;
import dev.perdure.value.Problem;
import java.io.IOException;
import java.nio.file.Files;
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
    name = "apply",
    description = {
      "Makes the routes of the functions in a file, EDN or YAML, as the file says, all at once.",
      "What is so already is left alone: applying a file twice changes nothing."
    },
    footer = {
      "",
      "The file:",
      "  functions:",
      "    lookupUser:",
      "      routing: {mode: shadow, primary: v1, shadow: v2}",
      "",
      "Example:",
      "  perdure route apply routes.yaml --check"
    })
final class RouteApply extends DataCommand {
  @Parameters(paramLabel = "FILE", description = "EDN if its name ends with .edn, else YAML.")
  Path file = Path.of("");

  @Option(names = "--check", description = "Only say what would change.")
  boolean check;

  @Option(names = "--running", description = "Bind the tasks that run already, too.")
  boolean running;

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  RouteApply(Terminal terminal) {
    super(terminal);
  }

  /// One function's change.
  private record Step(FunctionName function, @Nullable Policy from, Policy to) {}

  @Override
  Answer run() {
    var wanted = RouteFile.read(doc(content(), file.toString()));
    try (var node = open()) {
      var before = node.read(state -> state.routes().policies());
      if (check) {
        node.read(state -> checkServed(state, wanted));
      } else {
        node.route(wanted, running, change(why));
      }
      return answer(steps(before, wanted));
    }
  }

  private static Doc doc(String text, String name) {
    return name.endsWith(".edn") ? EdnDoc.read(text, name) : YamlDoc.read(text, name);
  }

  private String content() {
    try {
      return Files.readString(terminal.resolve(file));
    } catch (IOException e) {
      throw problem(
              CliCode.FILE_UNUSABLE, "the file " + file + " cannot be read: " + e, "Check its path")
          .exception(e);
    }
  }

  /// What the engine would refuse.
  private boolean checkServed(EngineState state, Map<FunctionName, Policy> wanted) {
    wanted.forEach((function, policy) ->
        policy.versions().forEach(version -> checkServed(state, function, version)));
    return true;
  }

  private void checkServed(EngineState state, FunctionName function, Version version) {
    var universe = state.universes().get(version);
    if (universe == null) {
      throw refused(
          EngineCode.UNKNOWN_VERSION,
          "no universe is deployed as " + version,
          "Deploy it first, or name one of " + state.universes().keySet());
    }
    if (!universe.functions().containsKey(function)) {
      throw refused(
          EngineCode.UNKNOWN_FUNCTION,
          "version " + version + " has no function " + function,
          "Name one of its functions " + universe.functions().keySet());
    }
  }

  private RuntimeException refused(EngineCode code, String what, String remedy) {
    return new Problem(code, what, file.toString(), remedy).exception();
  }

  private static List<Step> steps(
      Map<FunctionName, Policy> before, Map<FunctionName, Policy> wanted) {
    var steps = new ArrayList<Step>();
    new TreeMap<>(wanted)
        .forEach((function, to) -> {
          var from = before.get(function);
          if (!to.equals(from)) {
            steps.add(new Step(function, from, to));
          }
        });
    return steps;
  }

  private Answer answer(List<Step> steps) {
    var lines = new ArrayList<String>();
    for (var step : steps) {
      var from = step.from() == null ? "no route" : Describe.policy(step.from());
      lines.add(step.function() + ": " + from + " -> " + Describe.policy(step.to()));
    }
    if (steps.isEmpty()) {
      lines.add("Nothing to change.");
    } else if (check) {
      lines.add(terminal.dim("Nothing was changed: --check."));
    }
    return Answer.done(
        Data.of("changed", !check && !steps.isEmpty())
            .with("changes", steps.stream().map(RouteApply::data).toList()),
        lines);
  }

  private static Data data(Step step) {
    return Data.of("function", step.function())
        .with("from", step.from() == null ? null : Policies.data(step.from()))
        .with("to", Policies.data(step.to()));
  }
}

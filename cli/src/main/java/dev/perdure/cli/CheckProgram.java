package dev.perdure.cli;

import dev.perdure.server.json.Data;
import dev.perdure.server.json.Json;
import dev.perdure.value.Edn;
import dev.perdure.value.Keyword;
import dev.perdure.value.MapValue;
import dev.perdure.value.Str;
import dev.perdure.value.Vec;
import dev.perdure.wat.check.Checked;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.DiagnosticText;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.freeze.Universe;
import dev.perdure.wat.type.EffectName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "check",
    description = "Checks a program of wat and tells all that is wrong with it.",
    footer = {"", "Example:", "  perdure check shop.wat"})
final class CheckProgram extends Command {
  @Parameters(paramLabel = "FILE", description = "The program.")
  String file = "";

  @Option(names = "--edn", description = "One record of EDN a line, for programs.")
  boolean edn;

  @Option(names = "--strict", description = "Warnings are errors.")
  boolean strict;

  @Option(names = "--effects", description = "Show the type and the effects of each function.")
  boolean effects;

  @Option(
      names = "--hashes",
      description = "Show the content hash of the program and of all that it declares.")
  boolean hashes;

  CheckProgram(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    if (edn && json) {
      throw usage("--edn and --json cannot be given together");
    }
    var program = Programs.check(Programs.path(terminal, file));
    var found = Stream.concat(program.errors().stream(), program.warnings().stream()).toList();
    found.forEach(this::print);
    boolean failed = !program.isSound() || (strict && !program.warnings().isEmpty());
    if (!failed && effects) {
      effects(program).forEach(does -> terminal.out().println(shown(does)));
    }
    if (!failed && hashes) {
      hashes(Universe.of(program)).forEach(terminal.out()::println);
    }
    if (found.isEmpty() && !edn && !json && !effects && !hashes) {
      terminal.out().println("no errors");
    }
    return new Answer(null, List.of(), failed ? Exit.FAILED : Exit.DONE);
  }

  private void print(Diagnostic diagnostic) {
    if (edn) {
      terminal.out().println(DiagnosticText.edn(diagnostic));
    } else if (json) {
      terminal.out().println(DiagnosticText.json(diagnostic));
    } else {
      terminal.out().print(Programs.people(diagnostic));
    }
  }

  /// What a function does.
  ///
  /// @param name its path with a colon
  /// @param type as tools show it
  /// @param effects sorted
  private record Does(String name, String type, List<String> effects) {
    String line() {
      return "%s : %s ! {%s}".formatted(name, type, String.join(" ", effects));
    }
  }

  private String shown(Does does) {
    if (json) {
      return Json.write(
          Data.of("function", does.name())
              .with("type", does.type())
              .with("effects", does.effects()));
    }
    return edn
        ? Edn.print(
            MapValue.of(
                Keyword.of("function"),
                new Str(does.name()),
                Keyword.of("type"),
                new Str(does.type()),
                Keyword.of("effects"),
                Vec.of(does.effects().stream().map(Str::new).toList())))
        : does.line();
  }

  private static List<Does> effects(Program program) {
    var lines = new ArrayList<Does>();
    var checked = Objects.requireNonNull(program.checked());
    for (var definition : checked.declarations().definitions()) {
      int clauses = definition instanceof Definition.Clauses several ? several.clauses().size() : 0;
      lines.addAll(
          clauses == 0
              ? effects(checked, definition.name(), definition.name())
              : IntStream.rangeClosed(1, clauses)
                  .mapToObj(i -> effects(checked, definition.name(), definition.name() + "#" + i))
                  .flatMap(List::stream)
                  .toList());
    }
    lines.sort(Comparator.comparing(Does::line));
    return lines;
  }

  /// @param code the name of the function, or of one of its clauses
  private static List<Does> effects(Checked checked, String name, String code) {
    var scheme = checked.schemes().get(code);
    if (scheme == null) {
      return List.of();
    }
    var own = EffectName.shown(checked.effects().getOrDefault(code, Set.of()));
    return List.of(new Does(":" + name, scheme.shown(), own));
  }

  private static List<String> hashes(Universe universe) {
    var lines = new ArrayList<String>();
    Stream.of(universe.definitions(), universe.types(), universe.macros())
        .forEach(all -> all.forEach((name, hash) -> lines.add(":" + name + " " + hash)));
    lines.sort(null);
    lines.addFirst("universe " + universe.hash());
    return lines;
  }
}

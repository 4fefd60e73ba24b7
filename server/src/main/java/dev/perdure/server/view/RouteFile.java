package dev.perdure.server.view;

import dev.perdure.engine.EngineCode;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Policy;
import dev.perdure.engine.Threshold;
import dev.perdure.engine.Version;
import dev.perdure.server.json.JsonTree;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads policies from a file of the form
///
/// ```
/// functions:
///   lookupUser:
///     routing: {mode: shadow, primary: v1, shadow: v2, sample: 10}
/// ```
///
/// | mode | fields |
/// |---|---|
/// | `primary` | `primary` |
/// | `shadow` | `primary`, `shadow`, and `sample`, a percentage, which is 100 if left out |
/// | `percent` | `primary`, `candidate`, `percent` |
/// | `attribute` | `primary`, `attribute`, and `versions`, by the attribute's value |
///
/// Shadow and percent take `stop: {percent: 2, atLeast: 50}` too, a [Threshold] whose `atLeast` is
/// 20 if left out.
public final class RouteFile {
  private static final String ALL = "100";
  private static final String STOP = "stop";
  private static final List<String> MODES = List.of("primary", "shadow", "percent", "attribute");

  private RouteFile() {}

  /// @throws PerdureException `ROUTE_FILE`, located
  public static Map<FunctionName, Policy> read(Doc doc) {
    var policies = new TreeMap<FunctionName, Policy>();
    var functions = section(only(section(doc, "the file"), "functions"), "functions");
    functions
        .entries()
        .forEach((name, function) -> {
          var routing = only(section(function, "function " + name), "routing");
          located(
              routing,
              () ->
                  policies.put(
                      new FunctionName(name), sensible(policy(section(routing, "routing")))));
        });
    return policies;
  }

  /// A shadow of itself would be compared with itself.
  private static Policy sensible(Policy policy) {
    if (policy instanceof Policy.Shadow s && s.primary().equals(s.candidate())) {
      throw Problem.of(
              EngineCode.BAD_ROUTE,
              "version " + s.primary() + " cannot be the shadow of itself",
              "Name another version as the candidate")
          .exception();
    }
    return policy;
  }

  /// A policy as [Policies] writes it.
  ///
  /// @throws PerdureException `ROUTE_FILE`, located
  public static Policy policy(JsonTree json) {
    return policy(section(JsonDoc.of(json, "routing"), "routing"));
  }

  private static Policy policy(Doc.Section routing) {
    var mode = field(routing, "mode", null);
    return switch (mode.text()) {
      case "primary" -> {
        checkFields(routing, List.of("mode", "primary"));
        yield new Policy.Primary(version(routing, "primary"));
      }
      case "shadow" -> {
        checkFields(routing, List.of("mode", "primary", "shadow", "sample", STOP));
        yield new Policy.Shadow(
            version(routing, "primary"),
            version(routing, "shadow"),
            number(field(routing, "sample", ALL)),
            threshold(routing));
      }
      case "percent" -> {
        checkFields(routing, List.of("mode", "primary", "candidate", "percent", STOP));
        yield new Policy.Percent(
            version(routing, "primary"),
            version(routing, "candidate"),
            number(field(routing, "percent", null)),
            threshold(routing));
      }
      case "attribute" -> {
        checkFields(routing, List.of("mode", "primary", "attribute", "versions"));
        yield new Policy.Attribute(
            field(routing, "attribute", null).text(), cases(routing), version(routing, "primary"));
      }
      default ->
          throw bad(
              mode,
              "there is no mode " + mode.text(),
              "Perhaps you mean " + nearest(mode.text(), MODES));
    };
  }

  private static @Nullable Threshold threshold(Doc.Section routing) {
    var stop = routing.entries().get(STOP);
    if (stop == null) {
      return null;
    }
    var section = section(stop, STOP);
    checkFields(section, List.of("percent", "atLeast"));
    return new Threshold(
        number(field(section, "percent", null)),
        whole(field(section, "atLeast", String.valueOf(Threshold.AT_LEAST))));
  }

  private static Map<String, Version> cases(Doc.Section routing) {
    var found = routing.entries().get("versions");
    if (found == null) {
      throw missing(routing, "versions");
    }
    var section = section(found, "versions");
    var versions = new TreeMap<String, Version>();
    section.entries().keySet().forEach(value -> versions.put(value, version(section, value)));
    return versions;
  }

  private static Doc.Section section(Doc doc, String what) {
    if (doc instanceof Doc.Section section) {
      return section;
    }
    throw bad(
        doc, what + " is a word, not names and their meaning", "Write names and colons below it");
  }

  /// The one thing that a section may hold.
  private static Doc only(Doc.Section section, String name) {
    checkFields(section, List.of(name));
    var found = section.entries().get(name);
    if (found == null) {
      throw missing(section, name);
    }
    return found;
  }

  private static void checkFields(Doc.Section section, List<String> known) {
    section
        .entries()
        .forEach((name, doc) -> {
          if (!known.contains(name)) {
            throw bad(
                doc,
                "the name " + name + " means nothing here",
                "Perhaps you mean " + nearest(name, known));
          }
        });
  }

  private static String nearest(String name, List<String> known) {
    return Nearest.to(name, known).getFirst();
  }

  private static Version version(Doc.Section routing, String name) {
    return new Version(field(routing, name, null).text());
  }

  private static Doc.Text field(Doc.Section routing, String name, @Nullable String otherwise) {
    return switch (routing.entries().get(name)) {
      case Doc.Text text -> text;
      case Doc.Section section -> throw bad(section, name + " is a word", "Write one word");
      case null -> {
        if (otherwise == null) {
          throw missing(routing, name);
        }
        yield new Doc.Text(otherwise, routing.where());
      }
    };
  }

  private static double number(Doc.Text text) {
    try {
      return Double.parseDouble(text.text());
    } catch (NumberFormatException _) {
      throw bad(text, text.text() + " is no number", "Write a percentage, such as 5 or 0.5");
    }
  }

  private static int whole(Doc.Text text) {
    try {
      return Integer.parseInt(text.text());
    } catch (NumberFormatException _) {
      throw bad(text, text.text() + " is no whole number", "Write one, such as 50");
    }
  }

  private static PerdureException missing(Doc.Section section, String name) {
    return bad(section, name + " is missing", "Write " + name + " there");
  }

  private static PerdureException bad(Doc doc, String what, String remedy) {
    return new Problem(ViewCode.ROUTE_FILE, what, doc.where(), remedy).exception();
  }

  /// Says where a name stands that the engine refuses.
  private static void located(Doc doc, Runnable reading) {
    try {
      reading.run();
    } catch (PerdureException e) {
      var problem = e.problem();
      throw problem.where().isEmpty()
          ? new Problem(problem.code(), problem.what(), doc.where(), problem.remedy()).exception(e)
          : e;
    }
  }
}

package dev.perdure.cli;

import dev.perdure.engine.Describe;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Policy;
import dev.perdure.engine.Threshold;
import dev.perdure.engine.Version;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.Policies;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "set",
    description = {
      "Sets the route of a function for tasks that start from now on.",
      "With --running: for those that run, too. With --task: the version that serves the",
      "function for that task and its replays."
    },
    footer = {
      "",
      "Example:",
      "  perdure route set lookupUser --shadow v1:v2",
      "  perdure route set lookupUser --percent v1:v2=5",
      "  perdure route set lookupUser --percent v1:v2=5 --stop 2/50",
      "  perdure route set lookupUser --primary v1 --attribute tenant:acme=v2",
      "  perdure route set lookupUser --primary v2",
      "  perdure route set lookupUser --task 0198c0e2 --version debug"
    })
final class RouteSet extends EngineCommand {
  private static final double ALL = 100;

  @Parameters(paramLabel = "FUNCTION", description = "The function.")
  String function = "";

  @Option(names = "--primary", paramLabel = "VERSION", description = "Every call goes there.")
  @Nullable String primary;

  @Option(
      names = "--shadow",
      paramLabel = "PRIMARY:CANDIDATE[=PERCENT]",
      description = "The candidate runs inertly beside this share of the tasks, by default all.")
  @Nullable String shadow;

  @Option(
      names = "--percent",
      paramLabel = "PRIMARY:CANDIDATE=PERCENT",
      description = "This share of the tasks goes to the candidate.")
  @Nullable String percent;

  @Option(
      names = "--attribute",
      paramLabel = "NAME:VALUE=VERSION",
      description = {
        "With --primary: tasks whose attribute has the value go to this version.",
        "Once for each value; all of one attribute."
      })
  List<String> attributes = List.of();

  @Option(
      names = "--stop",
      paramLabel = "PERCENT[/COUNT]",
      description = {
        "With --percent or --shadow: back to the primary as soon as more than this",
        "share of at least so many tasks failed, or calls differed. COUNT: 20."
      })
  @Nullable String stop;

  @Option(names = "--task", paramLabel = "ID", description = "Only for this task.")
  @Nullable String task;

  @Option(names = "--version", paramLabel = "VERSION", description = "With --task.")
  @Nullable String version;

  @Option(names = "--running", description = "Bind the tasks that run already, too.")
  boolean running;

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the log.")
  String why = "";

  RouteSet(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    var name = new FunctionName(function);
    if (task != null) {
      return forTask(name, task);
    }
    if (version != null) {
      throw usage("--version goes with --task; the version of all tasks is --primary " + version);
    }
    var policy = policy();
    try (var engine = engine()) {
      return route(engine, name, policy);
    }
  }

  private Answer route(Source engine, FunctionName name, Policy policy) {
    var routing = Policies.data(policy);
    var done =
        engine
            .ask(
                Ask.post("routes")
                    .with("running", running)
                    .with("why", why)
                    .withJson(
                        Data.of("functions", Data.of(name.text(), Data.of("routing", routing)))))
            .fields();
    boolean changed = done.truth("changed");
    return Answer.done(
        Data.of("function", name)
            .with("routing", routing)
            .with("changed", changed)
            .with("revision", done.number("revision")),
        name
            + ": "
            + Describe.policy(policy)
            + (changed ? " (revision r" + done.text("revision") + ")" : " already"));
  }

  private Answer forTask(FunctionName name, String id) {
    if (version == null
        || primary != null
        || shadow != null
        || percent != null
        || stop != null
        || !attributes.isEmpty()
        || running) {
      throw usage("--task takes --version VERSION, and no route");
    }
    try (var engine = engine()) {
      var ask =
          Ask.post("tasks", id, "switch")
              .with("function", name)
              .with("version", version)
              .with("why", why);
      var found = engine.ask(ask).fields().text("id");
      return Answer.done(
          Data.of("task", found).with("function", name).with("version", version),
          name + " of task " + found + ": " + version);
    }
  }

  private Policy policy() {
    if (primary == null && !attributes.isEmpty()) {
      throw usage("--attribute goes with --primary, where all other tasks go");
    }
    int given = (primary == null ? 0 : 1) + (shadow == null ? 0 : 1) + (percent == null ? 0 : 1);
    if (given != 1) {
      throw usage("give one of --primary, --shadow and --percent, or --task with --version");
    }
    if (primary != null) {
      if (stop != null) {
        throw usage("--stop goes with --percent or --shadow");
      }
      return attributes.isEmpty()
          ? new Policy.Primary(new Version(primary))
          : byAttribute(new Version(primary));
    }
    return shadow != null ? shadow(shadow) : percent(Objects.requireNonNull(percent));
  }

  private Policy byAttribute(Version otherwise) {
    String name = null;
    var versions = new TreeMap<String, Version>();
    for (var text : attributes) {
      int equals = text.lastIndexOf('=');
      int colon = text.indexOf(':');
      if (colon < 0 || equals < colon) {
        throw usage("--attribute takes a form such as tenant:acme=v2, not " + text);
      }
      var attribute = text.substring(0, colon);
      if (name != null && !name.equals(attribute)) {
        throw usage("a route goes by one attribute, not by " + name + " and " + attribute);
      }
      name = attribute;
      var value = text.substring(colon + 1, equals);
      if (versions.put(value, new Version(text.substring(equals + 1))) != null) {
        throw usage("--attribute names the value " + value + " twice");
      }
    }
    return new Policy.Attribute(Objects.requireNonNull(name), versions, otherwise);
  }

  private @Nullable Threshold threshold() {
    if (stop == null) {
      return null;
    }
    int slash = stop.indexOf('/');
    double share = number(slash < 0 ? stop : stop.substring(0, slash), stop);
    return new Threshold(share, slash < 0 ? Threshold.AT_LEAST : count(stop.substring(slash + 1)));
  }

  private int count(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw usage("--stop takes a form such as 2/50, not " + stop);
    }
  }

  private Policy shadow(String text) {
    int equals = text.lastIndexOf('=');
    var versions = equals < 0 ? text : text.substring(0, equals);
    double share = equals < 0 ? ALL : number(text.substring(equals + 1), text);
    int colon = colon(versions, "--shadow", "v1:v2");
    return new Policy.Shadow(
        new Version(versions.substring(0, colon)),
        new Version(versions.substring(colon + 1)),
        share,
        threshold());
  }

  private Policy percent(String text) {
    int equals = text.lastIndexOf('=');
    if (equals < 0) {
      throw usage("--percent takes a form such as v1:v2=5, not " + text);
    }
    int colon = colon(text.substring(0, equals), "--percent", "v1:v2=5");
    return new Policy.Percent(
        new Version(text.substring(0, colon)),
        new Version(text.substring(colon + 1, equals)),
        number(text.substring(equals + 1), text),
        threshold());
  }

  private int colon(String versions, String option, String form) {
    int colon = versions.indexOf(':');
    if (colon < 0) {
      throw usage(option + " takes a form such as " + form + ", not " + versions);
    }
    return colon;
  }

  private double number(String number, String text) {
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException _) {
      throw usage("the percentage in " + text + " is no number");
    }
  }
}

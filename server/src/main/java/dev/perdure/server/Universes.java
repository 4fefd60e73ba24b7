package dev.perdure.server;

import dev.perdure.engine.Version;
import dev.perdure.index.IndexReader;
import dev.perdure.java.JavaCode;
import dev.perdure.node.IndexAnswer;
import dev.perdure.node.Node;
import dev.perdure.node.NodeCode;
import dev.perdure.node.UniverseSource;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.DeployView;
import dev.perdure.server.view.GateView;
import dev.perdure.server.view.TaskView;
import dev.perdure.server.view.UniverseView;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Looks at universes, lets them in and lets them go.
final class Universes {
  private static final Param WHY = Param.query("why", Schema.text(), "The reason, for the log.");
  private static final int PIECE_BYTES = 64 << 10;

  private static final int ENDED = 1_000;
  private static final Body JAR =
      Body.jar("A jar: the classes, with the libraries they use; or a bundle of a wat program.");
  private static final Param ROOTS =
      Param.query(
          "roots",
          Schema.text(),
          "Classes of functions, separated by commas. Default: all with routed methods.");

  private final Node node;
  private final int jarMax;
  private final boolean counting;

  /// @param counting whether live tasks may be counted by the engine if there is no index
  Universes(Node node, int jarMax, boolean counting) {
    this.node = node;
    this.jarMax = jarMax;
    this.counting = counting;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/v1/universes", "Lists the deployed universes and who uses them.", this::list)
            .taking(TaskLists.FRESH)
            .giving(
                Reply.json(
                    HttpStatus.OK,
                    Schema.object()
                        .with(
                            "universes",
                            Schema.array(
                                Schema.object()
                                    .with("version", Schema.text())
                                    .with("hash", Schema.text())
                                    .with("routes", Schema.integer())
                                    .withAny("liveTasks", Schema.integer())
                                    .with("functions", Schema.array(Schema.text()))))
                        .withAny("lag", TaskLists.lag()),
                    "By version; `liveTasks` is counted by the index.")),
        Endpoint.post(
                "/v1/universes/{version}",
                Role.DEPLOY,
                "Checks the functions of a jar and lets them in; twice is no change.",
                this::deploy)
            .weighing(Load.DEPLOY)
            .taking(ROOTS, WHY)
            .reading(JAR)
            .giving(
                Reply.json(
                    HttpStatus.OK,
                    Schema.object()
                        .with("version", Schema.text())
                        .with("hash", Schema.text())
                        .with("new", Schema.truth())
                        .with(
                            "functions",
                            Schema.array(
                                Schema.object()
                                    .with("name", Schema.text())
                                    .with("signature", Schema.text())
                                    .with("hash", Schema.text())
                                    .with(
                                        "content",
                                        Schema.words(
                                            List.of("new", "changed", "same", "unchanged")))
                                    .withAny("sameAs", Schema.text())
                                    .with("routed", Schema.truth()))),
                    "What was let in, and each function beside those of the other versions.")),
        Endpoint.post(
                "/v1/universes/{version}/check",
                Role.DEPLOY,
                "Replays tasks with the functions of a jar and tells the differences; deploys"
                    + " nothing.",
                this::check)
            .weighing(Load.DEPLOY)
            .taking(
                ROOTS,
                Param.query(
                    "ended",
                    Schema.integer(),
                    "So many of the tasks that have ended. Default: " + ENDED + "."))
            .reading(JAR)
            .giving(
                Reply.json(
                    HttpStatus.OK,
                    Schema.object()
                        .with("version", Schema.text())
                        .with("passed", Schema.truth())
                        .with("live", Schema.integer())
                        .with("ended", Schema.integer())
                        .with("calling", Schema.integer())
                        .with("clean", Schema.integer())
                        .with("diverging", Schema.integer())
                        .with("unreplayable", Schema.integer())
                        .with("divergences", Schema.array(Schema.object()))
                        .with("problems", Schema.array(Schema.object())),
                    "How many would diverge, and the first of them.")),
        Endpoint.delete(
                "/v1/universes/{version}",
                Role.DEPLOY,
                "Lets a version go that serves no route and no live task.",
                this::remove)
            .taking(WHY)
            .giving(
                Reply.json(
                    HttpStatus.OK, Schema.object().with("done", Schema.text()), "It is gone.")));
  }

  private Answer list(Request request) {
    var counted =
        node.index()
            .map(index ->
                request.truth("fresh")
                    ? index.askFresh(IndexReader::liveTasks)
                    : index.ask(IndexReader::liveTasks));
    var live = counted.map(IndexAnswer::answer).orElse(null);
    var all =
        node.read(state ->
            live == null && counting ? UniverseView.counted(state) : UniverseView.all(state, live));
    return Answer.ok(
        Data.of("universes", all.stream().map(UniverseView::data).toList())
            .withAny("lag", counted.map(answer -> TaskView.lag(answer.lag())).orElse(null)));
  }

  private Answer remove(Request request) {
    var version = new Version(request.variable("version"));
    node.remove(version, request.change());
    return Answer.done("removed " + version);
  }

  private Answer deploy(Request request) {
    var version = new Version(request.variable("version"));
    return withJar(
        request,
        source -> {
          var before = node.read(state -> Map.copyOf(state.universes()));
          var info = explained(source, () -> node.deploy(version, source, request.change()));
          var routed = node.read(state -> Set.copyOf(state.routes().policies().keySet()));
          return Answer.ok(DeployView.data(version, info, before, routed));
        });
  }

  private Answer check(Request request) {
    var version = new Version(request.variable("version"));
    int ended = (int) request.integer("ended", ENDED, 0, Integer.MAX_VALUE);
    return withJar(
        request,
        source ->
            Answer.ok(GateView.data(explained(source, () -> node.check(version, source, ended)))));
  }

  private static List<String> roots(Request request) {
    var roots = request.query("roots");
    return roots == null ? List.of() : List.of(roots.split(","));
  }

  private Answer withJar(Request request, Function<UniverseSource, Answer> use) {
    try {
      var jar = Files.createTempFile("perdure", ".jar");
      try {
        receive(request, jar);
        return use.apply(UniverseSource.file(jar, roots(request)));
      } finally {
        Files.delete(jar);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receive(Request request, Path jar) throws IOException {
    long size = 0;
    var piece = new byte[PIECE_BYTES];
    var in = request.stream();
    try (var out = Files.newOutputStream(jar)) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        size += n;
        if (size > jarMax) {
          throw Bodies.tooLarge("the jar", jarMax);
        }
        out.write(piece, 0, n);
      }
    }
  }

  /// Code that does not pass has its problems told all at once.
  private <T> T explained(UniverseSource source, Supplier<T> using) {
    try {
      return using.get();
    } catch (PerdureException e) {
      boolean isOfCode = e.code() instanceof JavaCode || e.code() == NodeCode.WAT_REFUSED;
      var all = isOfCode ? node.problems(source) : List.<Problem>of();
      if (all.isEmpty()) {
        throw e;
      }
      throw new Refused(
          e.problem(), Data.of("problems", all.stream().map(ProblemAnswer::fields).toList()));
    }
  }
}

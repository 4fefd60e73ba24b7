package dev.perdure.server;

import dev.perdure.engine.Change;
import dev.perdure.engine.UniverseInfo;
import dev.perdure.engine.Version;
import dev.perdure.index.IndexReader;
import dev.perdure.java.ClassSource;
import dev.perdure.java.JavaCode;
import dev.perdure.node.IndexAnswer;
import dev.perdure.node.Node;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.TaskView;
import dev.perdure.server.view.UniverseView;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Looks at universes, lets them in and lets them go.
final class Universes {
  private static final Param WHY = Param.query("why", Schema.text(), "The reason, for the log.");
  private static final int PIECE_BYTES = 64 << 10;

  private final Node node;
  private final int jarMax;

  Universes(Node node, int jarMax) {
    this.node = node;
    this.jarMax = jarMax;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/v1/universes", "Lists the deployed universes and who uses them.", this::list)
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
            .taking(
                Param.query(
                    "roots",
                    Schema.text(),
                    "Classes of functions, separated by commas. Default: all with routed methods."),
                WHY)
            .reading(Body.jar("A jar: the classes, with the libraries they use."))
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
                                    .with("hash", Schema.text()))),
                    "What was let in.")),
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
    var counted = node.index().map(index -> index.ask(IndexReader::liveTasks));
    var live = counted.map(IndexAnswer::answer).orElse(null);
    var all = node.read(state -> UniverseView.all(state, live));
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
    var roots = request.query("roots");
    var known = node.read(state -> state.universes().containsKey(version));
    try {
      var jar = Files.createTempFile("perdure", ".jar");
      try {
        receive(request, jar);
        var info =
            deploy(
                version,
                ClassSource.jar(jar),
                roots == null ? List.of() : List.of(roots.split(",")),
                request.change());
        return Answer.ok(data(version, info).with("new", !known));
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

  /// A jar that does not pass has its problems told all at once.
  private UniverseInfo deploy(
      Version version, ClassSource source, List<String> roots, Change change) {
    try {
      return node.deploy(version, source, roots, change);
    } catch (PerdureException e) {
      var all = e.code() instanceof JavaCode ? node.problems(source, roots) : List.<Problem>of();
      if (all.isEmpty()) {
        throw e;
      }
      throw new Refused(
          e.problem(), Data.of("problems", all.stream().map(ProblemAnswer::fields).toList()));
    }
  }

  private static Data data(Version version, UniverseInfo info) {
    var functions = new ArrayList<Data>();
    info.functions()
        .forEach((name, function) ->
            functions.add(
                Data.of("name", name)
                    .with("signature", function.signature())
                    .with("hash", function.hash())));
    return Data.of("version", version).with("hash", info.hash()).with("functions", functions);
  }
}

package dev.perdure.server;

import dev.perdure.engine.EngineCode;
import dev.perdure.engine.TaskId;
import dev.perdure.node.Exported;
import dev.perdure.node.Node;
import dev.perdure.node.NodeCode;
import dev.perdure.server.json.Data;
import dev.perdure.server.view.TaskIds;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.io.IOException;
import java.util.List;

/// Tasks as files: taken away, to be looked at and replayed elsewhere.
final class TaskFiles {
  private static final String FILE = "application/octet-stream";
  private final Node node;
  private final int fileMax;

  TaskFiles(Node node, int fileMax) {
    this.node = node;
    this.fileMax = fileMax;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(
                "/v1/tasks/{id}/export",
                "Writes a task into one file: its history, its routes and the code it used.",
                this::exported)
            .weighing(Load.DEPLOY)
            .taking(
                Param.query(
                    "inClear",
                    Schema.truth(),
                    "Whether the file may hold what the data directory holds encrypted: it does not"
                        + " go without saying."))
            .giving(new Reply(HttpStatus.OK, FILE, Schema.bytes(), "The file.")),
        Endpoint.post(
                "/v1/tasks/import",
                Role.DEPLOY,
                "Takes in an exported task, to be looked at and replayed, never to run.",
                this::imported)
            .weighing(Load.DEPLOY)
            .taking(Param.query("why", Schema.text(), "The reason, for the log."))
            .reading(Body.bytes(FILE, "The file."))
            .giving(
                Reply.json(
                    HttpStatus.OK,
                    Schema.object()
                        .with("id", Schema.id())
                        .with("events", Schema.integer())
                        .with("versions", Schema.array(Schema.text())),
                    "What was taken in.")));
  }

  private Answer exported(Request request) {
    var task = TaskIds.find(node, request.variable("id"));
    if (node.log().seals() && !request.truth("inClear")) {
      throw inClear(task);
    }
    var file = node.exportTask(task).toBytes();
    if (file.length > fileMax) {
      throw tooLarge(task, file.length);
    }
    return new Answer.Stream(FILE, out -> out.write(file));
  }

  /// Nobody would take it in.
  private PerdureException tooLarge(TaskId task, int bytes) {
    return Problem.of(
            EngineCode.VALUE_TOO_LARGE,
            "the file of task " + task + " would have " + bytes + " bytes, more than " + fileMax,
            "Replay it where it is: such a task cannot be exported")
        .exception();
  }

  private static PerdureException inClear(TaskId task) {
    return Problem.of(
            NodeCode.EXPORT_IN_CLEAR,
            "the file of task " + task + " would hold in clear what the data directory encrypts",
            "Say that it may, with `perdure task export --in-clear`, and keep the file accordingly")
        .exception();
  }

  private Answer imported(Request request) {
    var exported = Exported.fromBytes(file(request));
    node.importTask(exported, request.change());
    return Answer.ok(
        Data.of("id", exported.task())
            .with("events", exported.history().size())
            .with("versions", exported.origin().universes().keySet()));
  }

  private byte[] file(Request request) {
    try {
      var file = request.stream().readNBytes(fileMax + 1);
      if (file.length > fileMax) {
        throw Bodies.tooLarge("the file", fileMax);
      }
      return file;
    } catch (IOException e) {
      throw Request.bad("the body broke off: " + e.getMessage(), "body");
    }
  }
}

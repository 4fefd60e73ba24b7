package dev.perdure.server;

import dev.perdure.engine.TaskId;
import dev.perdure.index.TaskFilter;
import dev.perdure.node.Bulk;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Changes many tasks in one request, whose answer says of each what came of it. Who reads no more
/// of the answer stops it.
final class Bulks {
  private final Served served;

  Bulks(Served served) {
    this.served = served;
  }

  List<Endpoint> endpoints() {
    return Arrays.stream(Bulk.Verb.values()).map(this::endpoint).toList();
  }

  private Endpoint endpoint(Bulk.Verb verb) {
    var word = verb.name().toLowerCase(Locale.ROOT);
    return Endpoint.post(
            "/v1/bulk/" + word,
            Role.OPERATE,
            "Does " + word + " to all tasks that match, one after the other, newest first.",
            request -> run(verb, request))
        .weighing(Load.STREAM)
        .taking(TaskFilters.params())
        .taking(
            Param.query("dryRun", Schema.truth(), "Only say which tasks match."),
            Param.query(
                "rate",
                Schema.integer(),
                "So many in a second at most. Default: " + Bulk.PER_SECOND_DEFAULT + "."),
            Param.query("why", Schema.text(), "The reason, for the log."))
        .giving(
            new Reply(
                HttpStatus.OK,
                LogRecords.LINES,
                Schema.object()
                    .withAny("task", Schema.id())
                    .withAny("result", Schema.words(List.of("done", "ended", "refused", "matches")))
                    .withAny("code", Schema.text())
                    .withAny("what", Schema.text())
                    .withAny("complete", Schema.truth()),
                "A line for each task; the last one, with `complete`, says whether that is all of"
                    + " them. Without it the answer has broken off."));
  }

  private Answer run(Bulk.Verb verb, Request request) {
    var filter = TaskFilters.of(request, null);
    if (filter.equals(TaskFilter.ALL)) {
      throw Request.bad("no condition says which tasks are meant", "query");
    }
    int rate = (int) request.integer("rate", Bulk.PER_SECOND_DEFAULT, 1, Bulk.PER_SECOND_MAX);
    var bulk = new Bulk(verb, filter, rate, request.change());
    boolean dry = request.truth("dryRun");
    return new Answer.Stream(
        LogRecords.LINES,
        out -> {
          try {
            line(Data.of("complete", dry ? preview(bulk, out) : run(bulk, out)), out);
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
  }

  private boolean preview(Bulk bulk, OutputStream out) {
    bulk.preview(served.node(), task -> line(data(task, "matches"), out));
    return true;
  }

  private boolean run(Bulk bulk, OutputStream out) {
    return bulk.run(
        served.node(), () -> !served.flights().stopping(), result -> line(data(result), out));
  }

  private static Data data(Bulk.Result result) {
    return switch (result) {
      case Bulk.Result.Done d -> data(d.task(), "done");
      case Bulk.Result.Ended e -> data(e.task(), "ended");
      case Bulk.Result.Refused r ->
          data(r.task(), "refused").with("code", r.why().code()).with("what", r.why().what());
    };
  }

  private static Data data(TaskId task, String result) {
    return Data.of("task", task).with("result", result);
  }

  private static void line(Data data, OutputStream out) {
    try {
      out.write((Json.write(data) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

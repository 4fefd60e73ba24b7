package dev.perdure.server;

import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Version;
import dev.perdure.node.Node;
import dev.perdure.server.json.JsonReader;
import dev.perdure.server.json.JsonTree;
import dev.perdure.server.json.JsonValues;
import dev.perdure.value.Vec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the arguments of a function from the body of a request.
final class Arguments {
  static final Body BODY =
      Body.values(
          Schema.array(Schema.any()),
          "The arguments, one for each parameter, each as its type is written in JSON.");

  private Arguments() {}

  /// Reads them by the types of a version; by those of the version that serves the function unless
  /// something else decides, if none is given: all its versions can read what that one takes.
  static Payload read(Node node, Request request, FunctionName name, @Nullable Version version) {
    if (request.isEdn()) {
      return edn(request);
    }
    var body = request.body();
    var json = body.length == 0 ? new JsonTree.Array(List.of()) : JsonReader.read(body);
    return Payload.of(
        node.types(name, version)
            .map(t -> new JsonValues(t.shapes()).arguments(name.text(), t.signature(), json))
            .orElse(Vec.EMPTY));
  }

  private static Payload edn(Request request) {
    if (request.edn() instanceof Vec arguments) {
      return Payload.of(arguments);
    }
    throw Request.bad("the arguments are a vector, one element for each parameter", "body");
  }
}

package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.node.Perdure;
import dev.perdure.server.json.Json;
import dev.perdure.server.json.JsonReader;
import dev.perdure.server.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The description of the API against the table of its endpoints.
class OpenApiTest {
  private static final Pattern REFERENCE =
      Pattern.compile("\"\\$ref\":\"#/components/schemas/(\\w+)\"");

  private final List<Endpoint> table = table();
  private final String text = text();
  private final JsonTree.Fields document =
      (JsonTree.Fields) JsonReader.read(text.getBytes(StandardCharsets.UTF_8));

  private static List<Endpoint> table() {
    try (var perdure = Perdure.inMemory()) {
      return Endpoints.of(perdure.node(), ServerLimits.defaults(), new Flights());
    }
  }

  private String text() {
    for (var endpoint : table) {
      if (endpoint.target().path().toString().equals("/v1/openapi.json")) {
        return Json.write(((Answer.Whole) endpoint.operation().run(null)).body());
      }
    }
    throw new AssertionError("the description is not described");
  }

  private JsonTree.Fields fields(JsonTree.Fields of, String name) {
    return (JsonTree.Fields) of.get(name);
  }

  @Test
  void everyEndpointIsDescribedAndNoOther() {
    var described = new ArrayList<String>();
    fields(document, "paths")
        .entries()
        .forEach((path, verbs) ->
            ((JsonTree.Fields) verbs)
                .entries()
                .keySet()
                .forEach(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path)));
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            table.stream().map(e -> e.target().verb() + " " + e.target().path()).toList());
  }

  @Test
  void everyEndpointSaysWhatItDoesTakesAndAnswers() {
    var ids = new HashSet<String>();
    for (var endpoint : table) {
      var operation =
          fields(
              fields(fields(document, "paths"), endpoint.target().path().toString()),
              endpoint.target().verb().name().toLowerCase(Locale.ROOT));
      var shown = operation.shown();
      assertThat(operation.get("summary")).as(shown).isNotNull();
      assertThat(ids.add(((JsonTree.Text) operation.get("operationId")).value()))
          .as(shown)
          .isTrue();
      assertThat(fields(operation, "responses").entries().keySet()).as(shown).contains("default");
      assertThat(endpoint.shape().replies()).as(shown).isNotEmpty();
      assertThat(endpoint.shape().summary()).endsWith(".");
      assertThat(((JsonTree.Array) operation.get("parameters")).elements())
          .hasSize(endpoint.target().path().variables().size() + endpoint.shape().params().size());
    }
  }

  @Test
  void everyFormThatIsNamedIsThere() {
    var there = fields(fields(document, "components"), "schemas").entries().keySet();
    assertThat(REFERENCE.matcher(text).results().map(r -> r.group(1)))
        .isNotEmpty()
        .isSubsetOf(there);
  }

  @Test
  void twoRowsNeverMeanTheSameRequest() {
    var seen = new HashSet<String>();
    for (var endpoint : table) {
      var form = endpoint.target().path().toString().replaceAll("\\{\\w+\\}", "{}");
      assertThat(seen.add(endpoint.target().verb() + " " + form)).as(form).isTrue();
    }
  }
}

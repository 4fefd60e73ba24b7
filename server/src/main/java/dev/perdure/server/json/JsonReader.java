package dev.perdure.server.json;

import dev.perdure.value.Limits;
import dev.perdure.value.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON texts: those from outside within limits, and answers of a server as long as they are.
public final class JsonReader {
  private static final Limits LIMITS = Limits.OUTSIDE;

  /// Reading recurs once a level, and so does whatever the text is turned into: a little less than
  /// values may be nested, for a tag adds a level.
  private static final int DEPTH_MAX = 256;

  private static final JsonFactory OUTSIDE =
      factory(
          StreamReadConstraints.builder()
              .maxNestingDepth(DEPTH_MAX)
              .maxDocumentLength(LIMITS.bytesMax())
              .maxTokenCount(2L * LIMITS.elementsMax())
              .maxStringLength(LIMITS.bytesMax())
              .maxNameLength(LIMITS.tokenMax())
              .maxNumberLength(LIMITS.digitsMax()));

  private static final JsonFactory ANSWERS =
      factory(
          StreamReadConstraints.builder()
              .maxNestingDepth(DEPTH_MAX)
              .maxStringLength(Integer.MAX_VALUE)
              .maxNumberLength(Integer.MAX_VALUE));

  private static JsonFactory factory(StreamReadConstraints.Builder constraints) {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(constraints.build())
        .build();
  }

  /// Where what is not closed begins, which the parser does not know of bytes.
  private static final Pattern BEGINNING =
      Pattern.compile(" \\(start marker at \\[Source: [^\\]]*]\\)");

  private JsonReader() {}

  /// Reads a whole text.
  ///
  /// @throws dev.perdure.value.PerdureException `JSON_SYNTAX`, `JSON_LIMIT`, located
  public static JsonTree read(byte[] text) {
    return read(OUTSIDE, text);
  }

  /// Reads an answer of an engine, which is as long as the values in it are.
  ///
  /// @throws dev.perdure.value.PerdureException `JSON_SYNTAX`, located
  public static JsonTree readAnswer(byte[] text) {
    return read(ANSWERS, text);
  }

  private static JsonTree read(JsonFactory factory, byte[] text) {
    try (var parser = factory.createParser(ObjectReadContext.empty(), text)) {
      var first = parser.nextToken();
      if (first == null) {
        throw bad(JsonCode.JSON_SYNTAX, "the text is empty", "");
      }
      var tree = tree(parser, first);
      if (parser.nextToken() != null) {
        throw bad(JsonCode.JSON_SYNTAX, "something follows the value", where(parser));
      }
      return tree;
    } catch (StreamConstraintsException e) {
      throw bad(JsonCode.JSON_LIMIT, e.getOriginalMessage(), "");
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw bad(
          JsonCode.JSON_SYNTAX,
          BEGINNING.matcher(e.getOriginalMessage()).replaceAll(""),
          at == null ? "" : place(at.getLineNr(), at.getColumnNr()));
    }
  }

  private static JsonTree tree(JsonParser parser, JsonToken token) {
    return switch (token) {
      case VALUE_NULL -> new JsonTree.Null();
      case VALUE_TRUE -> new JsonTree.Truth(true);
      case VALUE_FALSE -> new JsonTree.Truth(false);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonTree.Numeral(parser.getString());
      case VALUE_STRING -> new JsonTree.Text(parser.getString());
      case START_ARRAY -> array(parser);
      case START_OBJECT -> fields(parser);
      case END_ARRAY, END_OBJECT, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new AssertionError("a value begins otherwise: " + token);
    };
  }

  private static JsonTree array(JsonParser parser) {
    var elements = new ArrayList<JsonTree>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      elements.add(tree(parser, token));
    }
    return new JsonTree.Array(elements);
  }

  private static JsonTree fields(JsonParser parser) {
    var entries = new LinkedHashMap<String, JsonTree>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      entries.put(name, tree(parser, parser.nextToken()));
    }
    return new JsonTree.Fields(entries);
  }

  private static String where(JsonParser parser) {
    var at = parser.currentTokenLocation();
    return place(at.getLineNr(), at.getColumnNr());
  }

  private static String place(int line, int column) {
    return "line " + line + ", column " + column;
  }

  private static RuntimeException bad(JsonCode code, String what, String where) {
    var remedy =
        code == JsonCode.JSON_LIMIT
            ? "Send less at once"
            : "Send one JSON value (RFC 8259), encoded as UTF-8";
    return new Problem(code, "the text is not JSON that can be read: " + what, where, remedy)
        .exception();
  }
}

package dev.perdure.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A path in which some segments are variables: `/v1/tasks/{id}/history`.
///
/// @param segments without the slashes
record Template(List<String> segments) {
  Template {
    segments = List.copyOf(segments);
  }

  static Template of(String text) {
    return new Template(split(text));
  }

  private static List<String> split(String path) {
    return Arrays.asList(path.substring(1).split("/", -1));
  }

  /// The segments of a path, decoded.
  ///
  /// @param path as it was sent, so that an encoded slash stays part of its segment
  /// @throws IllegalArgumentException if it is not encoded as it should be
  static List<String> segments(String path) {
    if (!path.startsWith("/")) {
      return List.of();
    }
    var segments = split(path);
    if (path.indexOf('%') >= 0) {
      segments.replaceAll(Template::decoded);
    }
    return segments;
  }

  /// In a path a plus is a plus.
  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /// The variables of a path that has this form; null if it has not.
  @Nullable Map<String, String> match(List<String> path) {
    if (!fits(path)) {
      return null;
    }
    var variables = new LinkedHashMap<String, String>();
    for (int i = 0; i < segments.size(); i++) {
      var segment = segments.get(i);
      if (isVariable(segment)) {
        variables.put(name(segment), path.get(i));
      }
    }
    return variables;
  }

  private boolean fits(List<String> path) {
    if (path.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      var segment = segments.get(i);
      if (!isVariable(segment) && !segment.equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// The names of its variables, in order.
  List<String> variables() {
    return segments.stream().filter(Template::isVariable).map(Template::name).toList();
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }

  private static String name(String segment) {
    return segment.substring(1, segment.length() - 1);
  }

  @Override
  public String toString() {
    return "/" + String.join("/", segments);
  }
}

package dev.perdure.server;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of the API: from it a request finds its operation, and its role; from it the description
/// is written.
///
/// @param target what is done where
/// @param access who may do it, and how it weighs
/// @param shape what it reads and answers
record Endpoint(Target target, Access access, Shape shape, Operation operation) {

  /// What is done where.
  record Target(Verb verb, Template path) {}

  /// Who may do it.
  ///
  /// @param role that is needed; null: none, anybody may
  record Access(@Nullable Role role, Load load) {}

  /// What it reads and answers.
  ///
  /// @param summary what it does, in a sentence
  record Shape(String summary, List<Param> params, Body body, List<Reply> replies) {
    Shape {
      params = List.copyOf(params);
      replies = List.copyOf(replies);
    }
  }

  static Endpoint get(String path, String summary, Operation operation) {
    return of(Verb.GET, path, new Access(Role.READ, Load.QUICK), summary, operation);
  }

  static Endpoint post(String path, Role role, String summary, Operation operation) {
    return of(Verb.POST, path, new Access(role, Load.QUICK), summary, operation);
  }

  static Endpoint delete(String path, Role role, String summary, Operation operation) {
    return of(Verb.DELETE, path, new Access(role, Load.QUICK), summary, operation);
  }

  private static Endpoint of(
      Verb verb, String path, Access access, String summary, Operation operation) {
    return new Endpoint(
        new Target(verb, Template.of(path)),
        access,
        new Shape(summary, List.of(), Body.NONE, List.of()),
        operation);
  }

  /// The same, for anybody.
  Endpoint forAnybody() {
    return new Endpoint(target, new Access(null, access.load()), shape, operation);
  }

  /// The same with another weight.
  Endpoint weighing(Load load) {
    return new Endpoint(target, new Access(access.role(), load), shape, operation);
  }

  /// The same with parameters.
  Endpoint taking(Param... params) {
    var all = new ArrayList<>(shape.params());
    all.addAll(List.of(params));
    return with(new Shape(shape.summary(), all, shape.body(), shape.replies()));
  }

  /// The same with a body.
  Endpoint reading(Body body) {
    return with(new Shape(shape.summary(), shape.params(), body, shape.replies()));
  }

  /// The same with what it answers.
  Endpoint giving(Reply... replies) {
    return with(new Shape(shape.summary(), shape.params(), shape.body(), List.of(replies)));
  }

  private Endpoint with(Shape newShape) {
    return new Endpoint(target, access, newShape, operation);
  }
}

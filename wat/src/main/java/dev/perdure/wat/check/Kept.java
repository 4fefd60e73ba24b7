package dev.perdure.wat.check;

import dev.perdure.wat.core.Code;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a check found out about functions, for the next check of nearly the same program. Threads
/// may share it.
public final class Kept {
  private final Map<String, Function> functions;
  private final Map<String, String> texts;

  /// @param functions by name
  /// @param texts those that the program was read from, by their names
  Kept(Map<String, Function> functions, Map<String, String> texts) {
    this.functions = Map.copyOf(functions);
    this.texts = Map.copyOf(texts);
  }

  /// The texts that the program was read from, by their names.
  Map<String, String> texts() {
    return texts;
  }

  /// The functions, by name.
  Map<String, Function> functions() {
    return functions;
  }

  /// A function that was found right.
  ///
  /// @param written its code, with the places where it stood when it was checked
  /// @param used what its body uses
  /// @param moved how far it stands from there
  record Function(Scheme scheme, Code written, Used used, Move moved) {

    /// The same, moved further.
    Function at(Move move) {
      return move.isNone() ? this : new Function(scheme, written, used.at(move), moved.then(move));
    }

    /// Its code where it stands now.
    Code code() {
      return moved.isNone() ? written : moved.code().of(written);
    }
  }

  /// What a body uses.
  ///
  /// @param library the definitions of the library, by name
  /// @param dispatchers the functions that choose among clauses: the name of what has the clauses,
  ///   and a number of arguments
  /// @param methods the methods of surfaces, by the names of both
  /// @param bounds what its closures say that they do at most
  record Used(
      Set<String> library,
      Set<Chosen> dispatchers,
      Set<Asked> methods,
      List<Checking.Bound> bounds) {
    Used {
      library = Set.copyOf(library);
      dispatchers = Set.copyOf(dispatchers);
      methods = Set.copyOf(methods);
      bounds = List.copyOf(bounds);
    }

    Used at(Move move) {
      return bounds.isEmpty()
          ? this
          : new Used(
              library,
              dispatchers,
              methods,
              bounds.stream()
                  .map(bound ->
                      new Checking.Bound(
                          bound.name(),
                          bound.function(),
                          bound.effects(),
                          bound.allowed(),
                          move.of(bound.span())))
                  .toList());
    }
  }

  /// @param clauses the name of a function of several clauses
  record Chosen(String clauses, int arity) {}

  /// A method that is found by the class of its receiver.
  record Asked(String surface, String method) {}
}

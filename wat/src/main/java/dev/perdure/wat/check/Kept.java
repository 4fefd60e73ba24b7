package dev.perdure.wat.check;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.syntax.Move;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a check found out about functions, for the next check of nearly the same program. Threads
/// may share it.
///
/// @param functions by name
public record Kept(Map<String, Function> functions) {
  public Kept {
    functions = Map.copyOf(functions);
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

    /// Whether it means the same at another place.
    boolean mayMove(Move move) {
      return move.lines() == 0 || !used.saysWhere();
    }

    /// Its code where it stands now.
    Code code() {
      return moved.isNone() ? written : new MovedCode(moved).of(written);
    }
  }

  /// What a body uses.
  ///
  /// @param library the definitions of the library, by name
  /// @param dispatchers the functions that choose among clauses: the name of what has the clauses,
  ///   and a number of arguments
  /// @param methods the methods of surfaces, by the names of both
  /// @param bounds what its closures say that they do at most
  /// @param saysWhere whether its code says where it is written
  record Used(
      Set<String> library,
      Set<Chosen> dispatchers,
      Set<Asked> methods,
      List<Checking.Bound> bounds,
      boolean saysWhere) {
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
                  .toList(),
              saysWhere);
    }
  }

  /// @param clauses the name of a function of several clauses
  record Chosen(String clauses, int arity) {}

  /// A method that is found by the class of its receiver.
  record Asked(String surface, String method) {}
}

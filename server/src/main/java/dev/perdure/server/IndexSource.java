package dev.perdure.server;

import dev.perdure.index.IndexReader;
import dev.perdure.node.IndexAnswer;
import java.util.function.Function;

/// The tables that lists and queries are answered from.
public interface IndexSource {
  /// Asks.
  ///
  /// @param fresh whether the answer must hold all that is durable now
  /// @throws dev.perdure.value.PerdureException `INDEX_MISSING`, `INDEX_BEHIND`, `INDEX_UNUSABLE`,
  ///   `INDEX_DAMAGED`, and what the question throws
  <T> IndexAnswer<T> ask(boolean fresh, Function<IndexReader, T> question);
}

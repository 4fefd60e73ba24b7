package dev.perdure.examples.workflows;

import dev.perdure.api.Effect;
import dev.perdure.api.Routed;

/// Tells a search engine of products that change often, once each has come to rest.
public final class Indexing {
  private final SearchEngine searchEngine;

  public Indexing(SearchEngine searchEngine) {
    this.searchEngine = searchEngine;
  }

  /// What is found by customers.
  @Effect
  public interface SearchEngine {
    /// Takes the newest text of a product.
    void put(String product, String text);
  }

  @Routed
  public void index(String product, String text) {
    searchEngine.put(product, text);
  }
}

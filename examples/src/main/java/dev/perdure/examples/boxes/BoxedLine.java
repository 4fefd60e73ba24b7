package dev.perdure.examples.boxes;

import dev.perdure.api.Migrates;

/// So many boxes of one thing. It was a number of things.
public record BoxedLine(String sku, int boxes, int perBox) {
  record V1(String sku, int quantity) {}

  @Migrates
  static BoxedLine of(V1 old) {
    return new BoxedLine(old.sku(), old.quantity(), 1);
  }
}

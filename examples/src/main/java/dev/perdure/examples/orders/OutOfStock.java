package dev.perdure.examples.orders;

import java.io.Serial;

/// There is less in stock than was asked for.
public final class OutOfStock extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;
  private final String sku;
  private final int left;

  public OutOfStock(String sku, int left) {
    super("only " + left + " of " + sku + " left");
    this.sku = sku;
    this.left = left;
  }

  public String sku() {
    return sku;
  }

  public int left() {
    return left;
  }
}

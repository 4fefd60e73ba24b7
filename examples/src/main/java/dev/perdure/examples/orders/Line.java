package dev.perdure.examples.orders;

/// So many of one thing.
public record Line(String sku, int quantity) {}

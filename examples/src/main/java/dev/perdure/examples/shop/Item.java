package dev.perdure.examples.shop;

/// Something on a customer's list.
public record Item(String sku, int quantity) {}

package dev.perdure.examples.shop;

/// A customer wants to see the shop.
public record Request(String userId) {}

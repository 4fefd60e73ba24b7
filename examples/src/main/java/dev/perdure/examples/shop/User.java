package dev.perdure.examples.shop;

/// A customer.
public record User(String id, String name) {}

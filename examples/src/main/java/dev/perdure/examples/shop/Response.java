package dev.perdure.examples.shop;

import java.util.List;

/// What the customer sees.
public record Response(String greeting, List<Item> items, String receipt) {}

package dev.perdure.examples.orders;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a customer asks for.
public record Order(String id, String customer, List<Line> lines, Optional<LocalDate> wanted) {}

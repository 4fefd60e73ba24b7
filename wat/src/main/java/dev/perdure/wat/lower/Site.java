package dev.perdure.wat.lower;

import dev.perdure.value.Span;
import java.util.List;

/// Where a step stands in the core form of its function.
///
/// @param path the way there: the numbers of the parts, from the body on, such as `1.0.2`
/// @param isLibrary whether that is code of the library
/// @param live the slots that are read behind it, or to ask again what it asks
public record Site(String path, Span span, boolean isLibrary, List<Integer> live) {}

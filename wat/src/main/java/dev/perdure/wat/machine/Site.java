package dev.perdure.wat.machine;

import dev.perdure.value.Span;
import java.util.List;

/// Where a step stands in the core form of its function.
///
/// @param path the way there: the numbers of the parts, from the body on, such as `1.0.2`
/// @param live the slots that are read behind it
record Site(String path, Span span, List<Integer> live) {}

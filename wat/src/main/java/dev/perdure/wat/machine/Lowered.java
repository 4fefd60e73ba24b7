package dev.perdure.wat.machine;

import dev.perdure.wat.core.Code;
import java.util.List;
import java.util.Map;

/// A function as steps.
///
/// @param code what it was made of
/// @param slots how many a frame has: those of the code, then what is kept between steps
/// @param paths what each slot behind those of the code is kept of, in their order
/// @param sites the steps that may wait, by their paths
record Lowered(
    Code code, List<Step> steps, int slots, List<String> paths, Map<String, Integer> sites) {
  Lowered {
    steps = List.copyOf(steps);
    paths = List.copyOf(paths);
  }
}

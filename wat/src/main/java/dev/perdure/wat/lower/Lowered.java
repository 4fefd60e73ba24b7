package dev.perdure.wat.lower;

import dev.perdure.wat.core.Code;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A function as steps. Never changes.
public final class Lowered {
  /// The number of the form that steps and slots have: another one if slots that are read behind a
  /// step that may wait are numbered in another way, for checkpoints name them by their numbers.
  public static final int FORM = 1;

  private final int number;
  private final Code code;
  private final Step[] steps;
  private final int slots;
  private final List<Code> parts;
  private final Map<String, Place> places;

  /// Where a step that may wait stands among all.
  ///
  /// @param begin the first step that computes what it is given; itself if none does
  /// @param at its own number
  public record Place(int begin, int at) {}

  /// @param number among the functions of the program that are lowered
  /// @param code what it was made of
  /// @param slots how many a frame has: those of the code, then what is kept between steps
  /// @param parts the pure code in its steps
  /// @param places of the steps that may wait, by the paths of their sites
  Lowered(
      int number,
      Code code,
      List<Step> steps,
      int slots,
      List<Code> parts,
      Map<String, Place> places) {
    this.number = number;
    this.code = code;
    this.steps = steps.toArray(Step[]::new);
    this.slots = slots;
    this.parts = List.copyOf(parts);
    this.places = Map.copyOf(places);
  }

  /// Among the functions of the program that are lowered.
  public int number() {
    return number;
  }

  /// What it was made of.
  public Code code() {
    return code;
  }

  /// The step with a number, from 0 on.
  public Step step(int at) {
    return steps[at];
  }

  /// All steps in their order.
  public List<Step> steps() {
    return List.of(steps);
  }

  /// How many slots a frame has.
  public int slots() {
    return slots;
  }

  /// The pure code in its steps.
  public List<Code> parts() {
    return parts;
  }

  /// Where the step stands that waits at a path; null if none does.
  public @Nullable Place place(String path) {
    return places.get(path);
  }

  /// The places of all steps that may wait.
  public List<Place> places() {
    return List.copyOf(places.values());
  }
}

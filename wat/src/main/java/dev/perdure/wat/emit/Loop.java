package dev.perdure.wat.emit;

import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A call that walks a sequence to its end, as a loop: the streams between the source and the end
/// are made for it alone, so they are not made at all.
///
/// ```
/// (foldl + 0 (map f (filter p numbers)))     numbers ──▶ filter p ──▶ map f ──▶ fold + from 0
/// ```
///
/// @param source what is walked
/// @param stages what each element goes through, the one next to the source first
/// @param end what becomes of the elements
/// @param type what the call gives
record Loop(Source source, List<Stage> stages, End end, Type type) {
  private static final String CORE = "wat::core::";

  private static final Map<String, Integer> STAGES =
      Map.of(
          CORE + "map", 1,
          CORE + "filter", 1,
          CORE + "remove", 1,
          CORE + "keep", 1,
          CORE + "take-while", 1,
          CORE + "drop-while", 1,
          CORE + "map-indexed", 1,
          CORE + "take", 0,
          CORE + "drop", 0);

  Loop {
    stages = List.copyOf(stages);
  }

  /// What is walked.
  sealed interface Source {
    /// The numbers from one up to another, which are never made.
    record Range(Core from, Core to) implements Source {}

    /// The elements of a collection or of a stream.
    record Elements(Core seqable) implements Source {}
  }

  /// What an element goes through.
  sealed interface Stage {
    /// It becomes what the function gives for it.
    record Mapped(Core function) implements Stage {}

    /// It becomes what the function gives for its place, from 0 on, and itself.
    record Indexed(Core function) implements Stage {}

    /// It goes on if the function gives `wanted`.
    record Filtered(Core function, boolean wanted) implements Stage {}

    /// It becomes the content of what the function gives, or ends here if that is None.
    record Kept(Core function) implements Stage {}

    /// All ends before the first for which the function gives false.
    record TakenWhile(Core function) implements Stage {}

    /// It ends here unless the function gave false, once.
    record DroppedWhile(Core function) implements Stage {}

    /// All ends behind so many.
    record Taken(Core count) implements Stage {}

    /// So many end here.
    record Dropped(Core count) implements Stage {}
  }

  /// What becomes of the elements.
  sealed interface End {
    /// What a function makes of what it made before and each element.
    ///
    /// @param first what it begins with; null: with the first element
    record Folded(Core function, @Nullable Core first) implements End {}

    /// A vector with them behind those of another one.
    ///
    /// @param first null: of none
    record Collected(@Nullable Core first) implements End {}
  }

  /// The call as a loop; null if it is none.
  static @Nullable Loop of(Core call, Forwarding forwarding) {
    return switch (forwarding.direct(call)) {
      case Core.Call(var name, var args, _, var type, _) -> ofCall(name, args, type, forwarding);
      case Core.Apply(Operation.Java java, var args, var type, _)
          when java.member().equals("Vectors.concat") -> {
        var loop =
            walked(args.get(1), new End.Collected(args.getFirst()), List.of(), type, forwarding);
        yield loop.stages().isEmpty() ? null : loop;
      }
      default -> null;
    };
  }

  private static @Nullable Loop ofCall(
      String name, List<Core> args, Type type, Forwarding forwarding) {
    return switch (name) {
      case "wat::std::fold" ->
          walked(
              args.get(2),
              new End.Folded(args.getFirst(), args.get(1)),
              List.of(),
              type,
              forwarding);
      case CORE + "reduce#2" ->
          walked(args.get(1), new End.Folded(args.getFirst(), null), List.of(), type, forwarding);
      case CORE + "mapv" ->
          walked(
              args.get(1),
              new End.Collected(null),
              List.of(new Stage.Mapped(args.getFirst())),
              type,
              forwarding);
      case CORE + "filterv" ->
          walked(
              args.get(1),
              new End.Collected(null),
              List.of(new Stage.Filtered(args.getFirst(), true)),
              type,
              forwarding);
      default -> null;
    };
  }

  private static Loop walked(
      Core seqable, End end, List<Stage> last, Type type, Forwarding forwarding) {
    var stages = new ArrayList<>(last);
    var source = forwarding.direct(seqable);
    while (true) {
      if (source instanceof Core.Call(var name, var args, _, _, _) && STAGES.containsKey(name)) {
        int sequence = STAGES.get(name);
        stages.addFirst(stage(name, args.get(1 - sequence)));
        source = forwarding.direct(args.get(sequence));
      } else if (source instanceof Core.Apply(Operation.Java java, var args, _, _)
          && java.member().equals("Streams.of")) {
        source = forwarding.direct(args.getFirst());
      } else {
        return new Loop(source(source), stages, end, type);
      }
    }
  }

  private static Source source(Core core) {
    return core instanceof Core.Apply(Operation.Java java, var args, _, _)
            && java.member().equals("Vectors.range")
        ? new Source.Range(args.getFirst(), args.get(1))
        : new Source.Elements(core);
  }

  private static Stage stage(String name, Core given) {
    return switch (name.substring(CORE.length())) {
      case "map" -> new Stage.Mapped(given);
      case "filter" -> new Stage.Filtered(given, true);
      case "remove" -> new Stage.Filtered(given, false);
      case "keep" -> new Stage.Kept(given);
      case "take-while" -> new Stage.TakenWhile(given);
      case "drop-while" -> new Stage.DroppedWhile(given);
      case "map-indexed" -> new Stage.Indexed(given);
      case "take" -> new Stage.Taken(given);
      case "drop" -> new Stage.Dropped(given);
      default -> throw new IllegalArgumentException(name);
    };
  }
}

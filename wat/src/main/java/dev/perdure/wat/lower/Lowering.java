package dev.perdure.wat.lower;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.core.Slots;
import dev.perdure.wat.library.Library;
import dev.perdure.wat.run.Trees;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/// Makes steps of the core form of a function. What is pure in it becomes parts, each computed at
/// once; only what may touch the world, or calls what may, becomes steps of its own. Evaluation
/// stays from left to right: what stands before a step is computed before it, and kept. What a step
/// that may wait is given is computed by steps before it, too, so that these can be compiled
/// together; to ask again is to begin with those.
final class Lowering {
  private static final String UNCONS = "Streams.uncons";

  private final Lowerings lowerings;
  private final Purity purity;
  private final Code code;
  private final List<Step> steps = new ArrayList<>();
  private final List<Type> slots;
  private final List<Code> parts = new ArrayList<>();
  private final Map<String, Lowered.Place> places = new HashMap<>();

  /// Where the first, the second… of what the next step is given is left: nothing else reads it.
  private final List<Integer> given = new ArrayList<>();

  /// The slots that are read behind what is lowered now.
  private final Deque<Integer> live = new ArrayDeque<>();

  private Lowering(Lowerings lowerings, Code code) {
    this.lowerings = lowerings;
    this.purity = new Purity(lowerings.effects());
    this.code = code;
    this.slots = new ArrayList<>(code.slots());
    for (int i = 0; i < code.params(); i++) {
      live.addLast(i);
    }
    live.addAll(code.captured());
  }

  /// @param number among the functions that are lowered
  static Lowered of(Lowerings lowerings, Code code, int number) {
    var lowering = new Lowering(lowerings, code);
    lowering.tail(code.body(), "");
    return new Lowered(
        number, code, lowering.steps, lowering.slots.size(), lowering.parts, lowering.places);
  }

  /// What gives the value of the function.
  private void tail(Core core, String path) {
    switch (core) {
      case Core _ when purity.isPart(core) -> gives(part(core));
      case Core.If choice -> {
        var otherwise = new Step.Label();
        steps.add(new Step.Unless(value(choice.condition(), path + ".0"), otherwise));
        tail(choice.then(), path + ".1");
        bind(otherwise);
        tail(choice.otherwise(), path + ".2");
      }
      case Core.Let let -> {
        into(let.value(), let.slot(), path + ".0");
        live.addLast(let.slot());
        tail(let.body(), path + ".1");
        live.removeLast();
      }
      case Core.Do(List<Core> all, _, _) -> {
        leading(all, path);
        tail(all.getLast(), path + "." + (all.size() - 1));
      }
      case Core.Cases cases -> cases(cases, path, (body, at) -> tail(body, at));
      case Core.Return(var value, _, _) -> tail(value, path + ".0");
      case Core _ when purity.touches(core) -> call(core, path, true, -1);
      default -> gives(value(core, path));
    }
  }

  private void gives(Part part) {
    steps.add(new Step.Give(ready(part, 0)));
  }

  private void leading(List<Core> all, String path) {
    for (int i = 0; i < all.size() - 1; i++) {
      into(all.get(i), kept(all.get(i).type()), path + "." + i);
    }
  }

  /// What goes on with a body of a case.
  @FunctionalInterface
  private interface Then {
    void lower(Core body, String path);
  }

  private void cases(Core.Cases cases, String path, Then then) {
    for (int i = 0; i < cases.cases().size(); i++) {
      var one = cases.cases().get(i);
      var next = new Step.Label();
      int bound = 0;
      for (int j = 0; j < one.steps().size(); j++) {
        var at = path + "." + i + "." + j;
        switch (one.steps().get(j)) {
          case Core.Step.Test(var condition) ->
              steps.add(new Step.Unless(value(condition, at), next));
          case Core.Step.Bind(int slot, var value) -> {
            into(value, slot, at);
            live.addLast(slot);
            bound++;
          }
        }
      }
      then.lower(one.body(), path + "." + i + "." + one.steps().size());
      for (; bound > 0; bound--) {
        live.removeLast();
      }
      bind(next);
    }
    var at = path + "." + cases.cases().size();
    var subject = ready(value(cases.subject(), at), 0);
    steps.add(new Step.NoMatch(subject, site(at, cases)));
  }

  /// What leaves its value in a slot.
  private void into(Core core, int slot, String path) {
    switch (core) {
      case Core _ when purity.isPart(core) -> steps.add(new Step.Compute(slot, part(core)));
      case Core.If choice -> {
        var otherwise = new Step.Label();
        var end = new Step.Label();
        steps.add(new Step.Unless(value(choice.condition(), path + ".0"), otherwise));
        into(choice.then(), slot, path + ".1");
        steps.add(new Step.Jump(end));
        bind(otherwise);
        into(choice.otherwise(), slot, path + ".2");
        bind(end);
      }
      case Core.Let let -> {
        into(let.value(), let.slot(), path + ".0");
        live.addLast(let.slot());
        into(let.body(), slot, path + ".1");
        live.removeLast();
      }
      case Core.Do(List<Core> all, _, _) -> {
        leading(all, path);
        into(all.getLast(), slot, path + "." + (all.size() - 1));
      }
      case Core.Cases cases -> {
        var end = new Step.Label();
        cases(
            cases,
            path,
            (body, at) -> {
              into(body, slot, at);
              steps.add(new Step.Jump(end));
            });
        bind(end);
      }
      case Core.Return(var value, _, _) -> tail(value, path + ".0");
      case Core _ when purity.touches(core) -> call(core, path, false, slot);
      case Core.Call _, Core.Invoke _ -> computed(core, slot, path);
      case Core.Apply apply -> apply(apply, slot, path);
      case Core.Literal _,
          Core.Quoted _,
          Core.Local _,
          Core.Constant _,
          Core.Named _,
          Core.Lambda _,
          Core.Delay _,
          Core.Later _ ->
          throw new IllegalStateException("it is a part: " + core);
    }
  }

  private void apply(Core.Apply apply, int slot, String path) {
    switch (apply.operation()) {
      case Operation.Perform perform -> {
        var args = operands(apply.args(), path);
        waits(
            args.parts,
            ready -> new Step.Perform(perform, new Given(ready), slot, site(path, apply)));
        args.drop();
      }
      case Operation.Java java when java.member().equals(UNCONS) -> {
        var args = operands(apply.args(), path);
        waits(args.parts, ready -> new Step.Force(ready.getFirst(), slot, site(path, apply)));
        args.drop();
      }
      case Operation _ -> computed(apply, slot, path);
    }
  }

  /// What is pure itself, of values some of which are not computed at once.
  private void computed(Core core, int slot, String path) {
    var kepts = new Operands(live.size());
    var args = new ArrayList<Core>();
    for (var arg : CallParts.of(core)) {
      var at = path + "." + args.size();
      int kept = kept(arg.type());
      into(arg, kept, at);
      live.addLast(kept);
      if (Purity.forces(core) && purity.mayTouch(arg.type())) {
        waits(
            List.of(new Part.Slot(kept)),
            ready -> new Step.Drain(ready.getFirst(), kept, site(at, arg)));
      }
      args.add(new Core.Local(kept, arg.type(), arg.span()));
    }
    steps.add(new Step.Compute(slot, computed(CallParts.with(core, args))));
    kepts.drop();
  }

  private void call(Core core, String path, boolean isTail, int slot) {
    var args = operands(CallParts.of(core), path);
    waits(
        args.parts,
        ready -> {
          var site = site(path, core);
          return switch (core) {
            case Core.Call call -> {
              boolean mayLeadBack = lowerings.mayLeadBack(code.name(), call.function());
              var callee = lowerings.callee(call.function());
              yield new Step.Call(callee, new Given(ready), mayLeadBack, isTail, slot, site);
            }
            case Core.Invoke _ -> invoke(ready, false, -1, isTail, slot, site);
            case Core.Apply(Operation.Spread(int fixed), _, _, _) ->
                invoke(ready, true, fixed, isTail, slot, site);
            default -> throw new IllegalArgumentException(core.toString());
          };
        });
    args.drop();
  }

  private static Step.Invoke invoke(
      List<Part.Ready> parts, boolean spreads, int fixed, boolean isTail, int slot, Site site) {
    var args = new Given(parts.subList(1, parts.size()));
    return new Step.Invoke(parts.getFirst(), args, spreads, fixed, isTail, slot, site);
  }

  /// A step that may wait, behind those that compute what it is given.
  private void waits(List<Part> args, Function<List<Part.Ready>, Step.Waiting> made) {
    int begin = steps.size();
    var ready = new ArrayList<Part.Ready>();
    int computed = 0;
    for (var arg : args) {
      ready.add(ready(arg, computed));
      computed += arg instanceof Part.Computed ? 1 : 0;
    }
    var step = made.apply(List.copyOf(ready));
    places.put(step.site().path(), new Lowered.Place(begin, steps.size()));
    steps.add(step);
  }

  /// A part, computed before the step that it is given to.
  ///
  /// @param index among those that are computed for the step
  private Part.Ready ready(Part part, int index) {
    return switch (part) {
      case Part.Ready ready -> ready;
      case Part.Computed computed -> {
        if (index == given.size()) {
          slots.add(computed.code().result());
          given.add(slots.size() - 1);
        }
        steps.add(new Step.Compute(given.get(index), computed));
        yield new Part.Slot(given.get(index));
      }
    };
  }

  private Site site(String path, Core core) {
    return new Site(
        path.isEmpty() ? "." : path,
        core.span(),
        core.span().source().startsWith(Library.SOURCES),
        live.stream().sorted().distinct().toList());
  }

  /// What a step is given; what was kept for it is live until it is dropped.
  private final class Operands {
    private final int before;
    private final List<Part> parts = new ArrayList<>();

    Operands(int before) {
      this.before = before;
    }

    void drop() {
      while (live.size() > before) {
        live.removeLast();
      }
    }
  }

  private Operands operands(List<Core> cores, String path) {
    int last = cores.size() - 1;
    while (last >= 0 && purity.isPart(cores.get(last))) {
      last--;
    }
    var operands = new Operands(live.size());
    for (int i = 0; i < cores.size(); i++) {
      var core = cores.get(i);
      var at = path + "." + i;
      if (i > last || isFixed(core)) {
        operands.parts.add(part(core));
      } else {
        int kept = kept(core.type());
        into(core, kept, at);
        live.addLast(kept);
        operands.parts.add(new Part.Slot(kept));
      }
    }
    return operands;
  }

  /// The part that an expression is, or a slot that steps leave its value in.
  private Part value(Core core, String path) {
    if (purity.isPart(core)) {
      return part(core);
    }
    int kept = kept(core.type());
    into(core, kept, path);
    return new Part.Slot(kept);
  }

  private int kept(Type type) {
    slots.add(type);
    return slots.size() - 1;
  }

  private void bind(Step.Label label) {
    label.bind(steps.size());
  }

  /// Whether it has the same value whenever it is looked at, and no way to fail.
  private static boolean isFixed(Core core) {
    return core instanceof Core.Local
        || core instanceof Core.Literal
        || core instanceof Core.Quoted;
  }

  private Part part(Core core) {
    return switch (core) {
      case Core.Local(int slot, _, _) -> new Part.Slot(slot);
      case Core.Literal(var form, _, _) -> new Part.Value(Trees.literal(form));
      case Core.Quoted(var ast, _, _) -> new Part.Value(ast);
      default -> computed(core);
    };
  }

  private Part computed(Core core) {
    var used = new TreeSet<Integer>();
    Slots.read(core, used);
    var captured = List.copyOf(used);
    var part =
        new Code(
            code.name() + "/part" + parts.size(),
            0,
            captured,
            slots,
            Collections.nCopies(slots.size(), ""),
            new EffectVar(),
            core.type(),
            core,
            core.span());
    parts.add(part);
    return new Part.Computed(part);
  }
}

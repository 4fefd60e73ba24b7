package dev.perdure.wat.identity;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import java.util.List;

/// Writes code: each node with its tag and its type, then what is in it. Places and names of
/// closures are left out, and so are effects, which follow from the rest.
final class CoreWriter {
  private final NormalForm out;
  private final TypeWriter types;
  private final Names names;

  CoreWriter(NormalForm out, TypeWriter types, Names names) {
    this.out = out;
    this.types = types;
    this.names = names;
  }

  void write(Code code) {
    out.count(code.params());
    slots(code.captured());
    types.writeAll(code.slots());
    types.write(code.result());
    write(code.body());
  }

  private void slots(List<Integer> slots) {
    out.count(slots.size());
    slots.forEach(out::count);
  }

  private void write(Core core) {
    switch (core) {
      case Core.Literal literal -> node(Tags.LITERAL, core).tree(literal.value());
      case Core.Quoted quoted -> node(Tags.QUOTED, core).tree(quoted.ast().form());
      case Core.Local local -> node(Tags.LOCAL, core).count(local.slot());
      case Core.Constant constant -> names.write(constant.name(), node(Tags.CONSTANT, core));
      case Core.Named named -> names.write(named.name(), node(Tags.NAMED, core));
      case Core.Call call -> {
        names.write(call.function(), node(Tags.CALL, core));
        all(call.args());
      }
      case Core.Invoke invoke -> {
        node(Tags.INVOKE, core);
        write(invoke.function());
        all(invoke.args());
      }
      case Core.Apply apply -> {
        node(Tags.APPLY, core);
        operation(apply.operation());
        all(apply.args());
      }
      case Core.If choice -> {
        node(Tags.IF, core);
        write(choice.condition());
        write(choice.then());
        write(choice.otherwise());
      }
      case Core.Let let -> {
        node(Tags.LET, core).count(let.slot());
        write(let.value());
        write(let.body());
      }
      case Core.Do sequence -> {
        node(Tags.DO, core);
        all(sequence.steps());
      }
      case Core.Lambda lambda -> closure(Tags.LAMBDA, core, lambda.code(), lambda.captures());
      case Core.Delay delay -> closure(Tags.DELAY, core, delay.code(), delay.captures());
      case Core.Cases cases -> {
        node(Tags.CASES, core);
        write(cases.subject());
        out.count(cases.cases().size());
        cases.cases().forEach(this::oneCase);
      }
      case Core.Return returned -> {
        node(Tags.RETURN, core);
        write(returned.value());
      }
      case Core.Later later -> write(later.decided());
    }
  }

  private NormalForm node(int tag, Core core) {
    out.tag(tag);
    types.write(core.type());
    return out;
  }

  private void all(List<Core> cores) {
    out.count(cores.size());
    cores.forEach(this::write);
  }

  private void closure(int tag, Core core, Code code, List<Integer> captures) {
    node(tag, core);
    slots(captures);
    write(code);
  }

  private void oneCase(Core.Case one) {
    out.count(one.steps().size());
    for (var step : one.steps()) {
      switch (step) {
        case Core.Step.Test test -> {
          out.tag(Tags.TEST);
          write(test.condition());
        }
        case Core.Step.Bind bind -> {
          out.tag(Tags.BIND).count(bind.slot());
          write(bind.value());
        }
      }
    }
    write(one.body());
  }

  private void operation(Operation operation) {
    switch (operation) {
      case Operation.Java java -> names.write(java.name(), out.tag(Tags.JAVA));
      case Operation.Perform perform -> names.write(perform.name(), out.tag(Tags.PERFORM));
      case Operation.Construct construct -> type(Tags.CONSTRUCT, construct.type());
      case Operation.MakeVariant made -> type(Tags.MAKE_VARIANT, made.type()).text(made.variant());
      case Operation.Wrap wrap -> type(Tags.WRAP, wrap.type());
      case Operation.Unwrap unwrap -> type(Tags.UNWRAP, unwrap.type());
      case Operation.MakeTuple _ -> out.tag(Tags.MAKE_TUPLE);
      case Operation.MakeCollection made -> type(Tags.MAKE_COLLECTION, made.type());
      case Operation.Field field -> type(Tags.FIELD, field.type()).count(field.index());
      case Operation.FieldByName field -> {
        out.tag(Tags.FIELD_BY_NAME).text(field.field());
        types.tested(field.wanted());
      }
      case Operation.With with -> out.tag(Tags.WITH).text(with.field());
      case Operation.Item item -> out.tag(Tags.ITEM).count(item.index());
      case Operation.IsVariant is -> type(Tags.IS_VARIANT, is.type()).text(is.variant());
      case Operation.Payload payload -> out.tag(Tags.PAYLOAD).count(payload.index());
      case Operation.Is is -> {
        out.tag(Tags.IS);
        types.tested(is.of());
      }
      case Operation.HasField has -> out.tag(Tags.HAS_FIELD).text(has.field());
      case Operation.Same _ -> out.tag(Tags.SAME);
      case Operation.Template template -> out.tag(Tags.TEMPLATE).tree(template.ast().form());
      case Operation.Spread(int fixed) -> out.tag(Tags.SPREAD).count(fixed + 1);
      case Operation.Misplaced misplaced -> out.tag(Tags.MISPLACED).text(misplaced.head());
      case Operation.NoMatch _ -> out.tag(Tags.NO_MATCH);
      // these two name the function that they stand in
      case Operation.NoClause _ -> out.tag(Tags.NO_CLAUSE);
      case Operation.Broken _ -> out.tag(Tags.BROKEN);
      case Operation.HashOf hash -> hashOf(hash.name());
      case Operation.CallSite _ -> out.tag(Tags.CALL_SITE);
      case Operation.Context context -> {
        out.tag(Tags.CONTEXT);
        types.write(context.wanted());
      }
    }
  }

  /// What is asked for is used, as what is given changes with it.
  private void hashOf(String path) {
    out.tag(Tags.HASH_OF);
    if (types.isDeclared(path) && !names.isDeclared(path)) {
      types.path(path);
    } else {
      names.write(path, out);
    }
  }

  private NormalForm type(int tag, String path) {
    out.tag(tag);
    types.path(path);
    return out;
  }
}

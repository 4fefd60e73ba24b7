package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Printer;
import dev.perdure.wat.syntax.Scopes;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.EffectVar;
import dev.perdure.wat.type.Type;
import java.util.ArrayList;
import java.util.List;

/// The forms that make channels and threads (W12): the types of messages are portable, those of
/// servers may differ, and what is wrong with a server is reported where it is written.
final class Servers {
  private static final String CHANNEL = "wat::kernel::make-bounded-channel";
  private static final String SPAWN = "wat::kernel::spawn-thread";
  private static final String RUN = "wat::kernel::run-threads";
  private static final String RECEIVER = "wat::kernel::Receiver";
  private static final String SENDER = "wat::kernel::Sender";
  private static final String SERVER = ":wat::core::Fn(wat::kernel::Peer<I,O>)->wat::core::nil";

  private final Checking cx;
  private final Body body;
  private final Calls calls;

  Servers(Checking cx, Body body, Calls calls) {
    this.cx = cx;
    this.body = body;
    this.calls = calls;
  }

  /// `(make-bounded-channel :T n)`.
  Core channel(Ast ast, List<Ast> items, At at) {
    var span = ast.span();
    if (items.size() != 3) {
      throw Faults.arity(CHANNEL, 2, items.size() - 1, span).refused();
    }
    var written = items.get(1);
    if (written.keyword() == null) {
      throw Faults.form(CHANNEL, Printer.shown(written) + " is no type", written.span()).refused();
    }
    var type = body.type(written, at);
    var slots = body.infer(items.get(2), at);
    calls.assign(CHANNEL, List.of(slots), List.of(Basic.I64));
    calls.crossing().leaves(CHANNEL, type, written.span());
    Body.effect("spawn", span, at);
    return new Core.Apply(
        new Operation.Perform("spawn", CHANNEL),
        List.of(slots),
        Type.tuple(List.of(Type.named(SENDER, type), Type.named(RECEIVER, type))),
        span);
  }

  /// `(spawn-thread f)`.
  Core spawn(Ast ast, List<Ast> items, At at) {
    if (items.size() != 2) {
      throw Faults.arity(SPAWN, 1, items.size() - 1, ast.span()).refused();
    }
    var function = body.infer(items.get(1), at);
    return spawned(function, handle(SPAWN, "#1", function, at), ast.span(), at);
  }

  private static Core spawned(Core function, Type handle, Span span, At at) {
    Body.effect("spawn", span, at);
    return new Core.Apply(new Operation.Perform("spawn", SPAWN), List.of(function), handle, span);
  }

  /// The client's handle of a server.
  private Type handle(String callee, String param, Core server, At at) {
    var in = cx.fresh();
    var out = cx.fresh();
    var handle = Type.named("wat::kernel::Thread", in, out);
    if (Type.isUnknown(server.type())) {
      return handle;
    }
    if (!(Type.head(server.type()) instanceof Type.Fn fn
        && cx.unifier().attempt(() -> serves(fn, in, out)))) {
      cx.error(Faults.mismatch(callee, param, SERVER, server.type(), server.span()));
      return Type.named("wat::kernel::Thread", cx.unknown(), cx.unknown());
    }
    Body.effects(fn.latent(), at);
    calls.crossing().leaves(callee, in, server.span());
    calls.crossing().leaves(callee, out, server.span());
    if (Type.head(fn.result()) instanceof Type.Named result && result.name().equals(Basic.RESULT)) {
      calls.crossing().leaves(callee, result.args().get(1), server.span());
    }
    return handle;
  }

  /// Whether a function serves who sends the one type and gets the other: of a peer, or of the ends
  /// of two channels.
  private boolean serves(Type.Fn fn, Type in, Type out) {
    var params = fn.params();
    boolean takes =
        switch (params.size()) {
          case 1 -> cx.unifier().unify(params.getFirst(), Type.named("wat::kernel::Peer", in, out));
          case 2 ->
              cx.unifier().unify(params.getFirst(), Type.named(RECEIVER, in))
                  && cx.unifier().unify(params.getLast(), Type.named(SENDER, out));
          default -> false;
        };
    return takes && ends(fn.result());
  }

  /// Whether it is what servers give: `nil`, or a Result of it.
  private boolean ends(Type result) {
    if (Type.is(result, Basic.RESULT)) {
      return cx.unifier().unify(((Type.Named) Type.head(result)).args().getFirst(), Basic.NIL);
    }
    return cx.unifier().assign(result, Basic.NIL);
  }

  /// `(run-threads (Tuple s1 … sn) client)`: all servers are started, then the client is called
  /// with their handles.
  Core bracket(Ast ast, List<Ast> items, At at) {
    if (items.size() != 3) {
      throw Faults.arity(RUN, 2, items.size() - 1, ast.span()).refused();
    }
    var span = ast.span();
    var lets = new ArrayList<Let>();
    var functions = new ArrayList<Env>();
    var types = new ArrayList<Type>();
    for (var server : servers(items.get(1))) {
      var function = body.infer(server, at);
      types.add(
          isProgram(function)
              ? client(function)
              : handle(RUN, "server #" + (types.size() + 1), function, at));
      functions.add(local(function, lets, at));
    }
    var client = body.infer(items.get(2), at);
    var fn = client(client, types);
    var called = local(client, lets, at);
    var handles = new ArrayList<Env>();
    for (int i = 0; i < types.size(); i++) {
      var function = at.function().read(functions.get(i), lets.get(i).value().span());
      var started =
          isProgram(function)
              ? started(function, types.get(i), at)
              : spawned(function, types.get(i), function.span(), at);
      handles.add(local(started, lets, at));
    }
    var any = Type.named("wat::kernel::Thread", Basic.VALUE, Basic.VALUE);
    var all =
        new Core.Apply(
            new Operation.MakeCollection(Basic.VECTOR),
            handles.stream().map(handle -> at.function().read(handle, span)).toList(),
            Basic.vector(any),
            span);
    Core run =
        calls.call(
            "wat::kernel::run-servers",
            List.of(all, call(called, handles, fn, span, at)),
            span,
            at);
    for (var let : lets.reversed()) {
      run = new Core.Let(let.slot(), let.value(), run, run.type(), span);
    }
    return run;
  }

  /// Whether a server is a program: checked when it is started, its frames when they are read.
  private static boolean isProgram(Core server) {
    return Type.is(server.type(), "wat::kernel::Program")
        || (Type.head(server.type()) instanceof Type.Named named
            && named.name().equals(Basic.VECTOR)
            && Type.is(named.args().getFirst(), Basic.AST.name()));
  }

  /// The client's handle of a program: the client says of which type.
  private Type client(Core program) {
    var in = cx.fresh();
    var out = cx.fresh();
    calls.crossing().leaves(RUN, in, program.span());
    calls.crossing().leaves(RUN, out, program.span());
    return Type.named("wat::kernel::Thread", in, out);
  }

  private static Core started(Core program, Type handle, At at) {
    Body.effect("spawn", program.span(), at);
    var out = ((Type.Named) handle).args().getLast();
    return new Core.Apply(
        new Operation.Perform("spawn", "wat::kernel::start-program"),
        List.of(program, Told.context(out, program.span())),
        handle,
        program.span());
  }

  private static List<Ast> servers(Ast tuple) {
    var items = tuple.list();
    if (items == null || items.size() < 2 || !items.getFirst().isKeyword("wat::core::Tuple")) {
      throw Faults.form(
              RUN, "the servers stand in a tuple, (:wat::core::Tuple :acme::double)", tuple.span())
          .refused();
    }
    return items.subList(1, items.size());
  }

  /// A value that is computed before what follows.
  private record Let(int slot, Core value) {}

  private static Env local(Core value, List<Let> lets, At at) {
    int slot = at.function().slot(value.type());
    lets.add(new Let(slot, value));
    return new Env(null, new Form.Symbol("", Scopes.NONE), slot, value.type(), at.function());
  }

  /// The type of the client, which takes the handles in their order.
  ///
  /// @throws Refused if it does not
  private Type.Fn client(Core client, List<Type> handles) {
    var expected = new Type.Fn(handles, cx.fresh(), new EffectVar());
    if (Type.head(client.type()) instanceof Type.Var) {
      cx.unifier().unify(client.type(), expected);
      return expected;
    }
    if (Type.head(client.type()) instanceof Type.Fn fn
        && fn.params().size() == handles.size()
        && cx.unifier().attempt(() -> takes(fn.params(), handles))) {
      return fn;
    }
    throw Faults.mismatch(RUN, "client", expected, client.type(), client.span(), List.of())
        .refused();
  }

  private boolean takes(List<Type> params, List<Type> handles) {
    for (int i = 0; i < params.size(); i++) {
      if (!cx.unifier().assign(handles.get(i), params.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// The call of the client, as a function without parameters.
  private static Core call(Env client, List<Env> handles, Type.Fn fn, Span span, At at) {
    var latent = new EffectVar();
    latent.include(fn.latent());
    var scope = new FunctionScope(at.function(), at.function().closure(), fn.result(), latent);
    var core =
        new Core.Invoke(
            scope.read(client, span),
            handles.stream().map(handle -> scope.read(handle, span)).toList(),
            fn.latent(),
            fn.result(),
            span);
    var code = scope.code(0, fn.result(), core, span);
    return new Core.Lambda(
        code, scope.captures(), new Type.Fn(List.of(), fn.result(), latent), span);
  }
}

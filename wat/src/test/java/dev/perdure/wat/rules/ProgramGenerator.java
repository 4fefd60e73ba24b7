package dev.perdure.wat.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes programs that are well typed and end: functions call those before them, and loops count
/// down. Those of odd seeds print and draw random numbers anywhere. The same seed makes the same
/// program.
final class ProgramGenerator {
  private static final String VECTOR = "Vector<wat::core::i64>";
  private static final String MAP = "HashMap<wat::core::i64,wat::core::i64>";
  private static final String SET = "HashSet<wat::core::i64>";

  private static final List<String> TYPES =
      List.of(
          "i64",
          "f64",
          "bool",
          "String",
          "Option<wat::core::i64>",
          VECTOR,
          MAP,
          SET,
          "Result<wat::core::i64,wat::core::String>",
          "rec",
          "enum",
          "fn");

  private static final String DECLARATIONS =
      """
      (:wat::core::defrecord :t::R [n <- :wat::core::i64  s <- :wat::core::String  x <- :wat::core::f64])
      (:wat::core::defenum :t::E :wat::enum::Pure :A :B [n <- :wat::core::i64] :C [x <- :wat::core::f64  b <- :wat::core::bool])
      (:wat::core::defn :t::weight [r <- :t::R] -> :wat::core::i64
        (:wat::core::+ (:t::R/n r) (:wat::core::string::length (:t::R/s r))))
      (:wat::core::defn :t::turned [r <- :t::R  n <- :wat::core::i64] -> :t::R
        (:wat::core::if (:wat::core::= n 0) r (:t::R' (:wat::core::+ n (:t::R/n r)) (:t::R/s r) (:t::R/x r))))
      (:wat::core::defn :t::made [r <- :t::R  n <- :wat::core::i64] -> :t::R
        (:wat::core::let [w (:t::weight r)]
          (:wat::core::if (:wat::core::< n 3)
            (:t::R' (:wat::core::+ n w) (:wat::core::str n) (:t::R/x r))
            (:t::R' n (:t::R/s r) 0.5))))
      """;

  private final Random random;
  private final boolean hasEffects;
  private final List<Function> functions = new ArrayList<>();
  private int names;

  private record Function(String name, List<String> params, String result) {}

  private record Local(String name, String type) {}

  ProgramGenerator(long seed) {
    this.random = new Random(seed);
    this.hasEffects = seed % 2 == 1;
  }

  /// The text of a program; `:t::main` takes nothing and gives a text.
  String program() {
    var text = new StringBuilder(DECLARATIONS);
    int count = 2 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      text.append(function("f" + i));
    }
    text.append(
        "(:wat::core::defn :t::main [] -> :wat::core::String\n"
            + "  (:wat::core::str (:wat::core::Tuple");
    for (var function : List.copyOf(functions)) {
      if (!function.result().equals("fn")) {
        text.append(' ').append(call(function, List.of(), 2));
      }
    }
    return text.append(" 0)))\n").toString();
  }

  private String function(String name) {
    boolean loops = random.nextInt(3) == 0;
    var params = new ArrayList<Local>();
    if (loops) {
      params.add(new Local("count", "i64"));
    }
    for (int i = random.nextInt(3); i >= 0; i--) {
      params.add(new Local("p" + i, type()));
    }
    var result = type();
    var text = new StringBuilder("(:wat::core::defn :t::" + name + " [");
    params.forEach(
        p -> text.append(p.name()).append(" <- ").append(written(p.type())).append("  "));
    text.append("] -> ").append(written(result)).append("\n  ");
    var made = new Function(name, params.stream().map(Local::type).toList(), result);
    text.append(loops ? loop(made, params, result) : expression(result, params, 4));
    functions.add(made);
    return text.append(")\n").toString();
  }

  private String loop(Function own, List<Local> params, String result) {
    var again = new StringBuilder("(:t::" + own.name() + " (:wat::core::- count 1)");
    params
        .subList(1, params.size())
        .forEach(p ->
            again
                .append(' ')
                .append(
                    random.nextBoolean() ? step(p, params, 3) : expression(p.type(), params, 2)));
    var called = again.append(')').toString();
    boolean isTail = random.nextBoolean() || !result.equals("i64");
    return "(:wat::core::if (:wat::core::<= count 0) %s %s)"
        .formatted(
            expression(result, params, 3), isTail ? called : "(:wat::core::- 1 " + called + ")");
  }

  private String type() {
    return TYPES.get(random.nextInt(TYPES.size()));
  }

  private static String written(String type) {
    return switch (type) {
      case "rec" -> ":t::R";
      case "enum" -> ":t::E";
      case "fn" -> ":wat::core::Fn(wat::core::i64)->wat::core::i64";
      default -> ":wat::core::" + type;
    };
  }

  private String call(Function function, List<Local> locals, int depth) {
    var text = new StringBuilder("(:t::" + function.name());
    for (int i = 0; i < function.params().size(); i++) {
      boolean isCount = i == 0 && function.params().getFirst().equals("i64");
      text.append(' ')
          .append(
              isCount
                  ? String.valueOf(random.nextInt(6))
                  : expression(function.params().get(i), locals, depth - 1));
    }
    return text.append(')').toString();
  }

  private String expression(String type, List<Local> locals, int depth) {
    var fitting = locals.stream().filter(local -> local.type().equals(type)).toList();
    if (!fitting.isEmpty() && (depth <= 0 || random.nextInt(4) == 0)) {
      return fitting.get(random.nextInt(fitting.size())).name();
    }
    if (depth <= 0) {
      return literal(type);
    }
    if (hasEffects && random.nextInt(6) == 0) {
      return "(:wat::core::do (:wat::kernel::println %s) %s)"
          .formatted(
              expression(type(false), locals, depth - 1), expression(type, locals, depth - 1));
    }
    return switch (random.nextInt(8)) {
      case 0 ->
          "(:wat::core::if %s %s %s)"
              .formatted(
                  expression("bool", locals, depth - 1),
                  expression(type, locals, depth - 1),
                  expression(type, locals, depth - 1));
      case 1 -> let(type, locals, depth);
      case 2 -> match(type, locals, depth);
      case 3 -> {
        var callable = functions.stream().filter(f -> f.result().equals(type)).toList();
        yield callable.isEmpty()
            ? operation(type, locals, depth)
            : call(callable.get(random.nextInt(callable.size())), locals, depth);
      }
      default -> operation(type, locals, depth);
    };
  }

  private String let(String type, List<Local> locals, int depth) {
    var bound = new Local("v" + names++, type());
    var inner = new ArrayList<>(locals);
    inner.add(bound);
    return "(:wat::core::let [%s %s] %s)"
        .formatted(
            bound.name(),
            expression(bound.type(), locals, depth - 1),
            expression(type, inner, depth - 1));
  }

  private String match(String type, List<Local> locals, int depth) {
    var name = "m" + names++;
    var inner = new ArrayList<>(locals);
    inner.add(new Local(name, "i64"));
    if (random.nextBoolean()) {
      return "(:wat::core::match %s ((Some %s) %s) (:None %s))"
          .formatted(
              expression("Option<wat::core::i64>", locals, depth - 1),
              name,
              expression(type, inner, depth - 1),
              expression(type, locals, depth - 1));
    }
    return "(:wat::core::match %s (:t::E::A %s) ((:t::E::B %s) %s) ((:t::E::C _ _) %s))"
        .formatted(
            expression("enum", locals, depth - 1),
            expression(type, locals, depth - 1),
            name,
            expression(type, inner, depth - 1),
            expression(type, locals, depth - 1));
  }

  private String literal(String type) {
    return switch (type) {
      case "i64" ->
          String.valueOf(random.nextInt(20) == 0 ? random.nextLong() : random.nextInt(-9, 10));
      case "f64" -> List.of("0.0", "-0.0", "1.5", "-2.25", "1e10").get(random.nextInt(5));
      case "bool" -> String.valueOf(random.nextBoolean());
      case "String" -> List.of("\"\"", "\"a\"", "\"12\"", "\"\u00e9\"").get(random.nextInt(4));
      case "Option<wat::core::i64>" ->
          random.nextBoolean()
              ? "(:wat::core::ann-form :wat::core::None :wat::core::Option<wat::core::i64>)"
              : "(:wat::core::Some 3)";
      case VECTOR -> "(:wat::core::Vector :wat::core::i64 1 -2 3)";
      case MAP -> "(:wat::core::HashMap :wat::core::i64 :wat::core::i64 1 -2 3 4)";
      case SET -> "(:wat::core::HashSet :wat::core::i64 2 3)";
      case "rec" -> "(:t::R :x 0.5 :n 4 :s \"r\")";
      case "enum" ->
          List.of(":t::E::A", "(:t::E::B 7)", "(:t::E::C 2.0 true)").get(random.nextInt(3));
      case "fn" -> "(:wat::core::fn [q <- :wat::core::i64] -> :wat::core::i64 (:wat::core::* q 2))";
      default -> "(:wat::core::Ok 5)";
    };
  }

  private String operation(String type, List<Local> locals, int depth) {
    int d = depth - 1;
    if (depth > 1 && random.nextInt(6) == 0) {
      return fold(type, locals, d);
    }
    return switch (type) {
      case "i64" ->
          switch (random.nextInt(hasEffects ? 13 : 12)) {
            case 9 -> "(:wat::core::reduce :wat::core::i64::- " + walked(locals, d) + ")";
            case 10 -> "(:wat::core::length " + expression(MAP, locals, d) + ")";
            case 11 -> "(:wat::core::nth " + walkable(locals, d) + ")";
            case 12 -> "(:wat::random::i64 -5 6)";
            case 0 -> "(:wat::core::+ " + two("i64", locals, d) + ")";
            case 1 -> "(:wat::core::- " + two("i64", locals, d) + ")";
            case 2 -> "(:wat::core::* " + two("i64", locals, d) + ")";
            case 3 -> "(:wat::core::quot " + two("i64", locals, d) + ")";
            case 4 -> "(:wat::core::length " + expression(VECTOR, locals, d) + ")";
            case 5 -> "(" + expression("fn", locals, d) + " " + expression("i64", locals, d) + ")";
            case 6 -> "(:t::R/n " + expression("rec", locals, d) + ")";
            case 7 ->
                "(:wat::core::foldl :wat::core::i64::+ %s %s)"
                    .formatted(expression("i64", locals, d), walked(locals, d));
            default -> "(:wat::core::string::length " + expression("String", locals, d) + ")";
          };
      case "f64" ->
          switch (random.nextInt(3)) {
            case 0 -> "(:wat::core::+ " + two("f64", locals, d) + ")";
            case 1 -> "(:wat::core::/ " + two("f64", locals, d) + ")";
            default -> "(:wat::core::i64::to-f64 " + expression("i64", locals, d) + ")";
          };
      case "bool" ->
          switch (random.nextInt(5)) {
            case 0 -> "(:wat::core::< " + two("i64", locals, d) + ")";
            case 1 -> "(:wat::core::= " + two(type(false), locals, d) + ")";
            case 2 -> "(:wat::core::and " + two("bool", locals, d) + ")";
            case 3 -> "(:wat::core::not " + expression("bool", locals, d) + ")";
            default -> "(:wat::core::< " + two("f64", locals, d) + ")";
          };
      case "String" ->
          switch (random.nextInt(3)) {
            case 0 -> "(:wat::core::string::concat " + two("String", locals, d) + ")";
            case 1 -> "(:wat::core::str " + expression(type(false), locals, d) + ")";
            default -> "(:t::R/s " + expression("rec", locals, d) + ")";
          };
      case "Option<wat::core::i64>" ->
          random.nextBoolean()
              ? "(:wat::core::Some " + expression("i64", locals, d) + ")"
              : "(:wat::core::get %s %s)"
                  .formatted(expression(VECTOR, locals, d), expression("i64", locals, d));
      case VECTOR ->
          switch (random.nextInt(9)) {
            case 4, 5 -> stream(locals, d);
            case 6 -> sorted(locals, d);
            case 7 -> "(:wat::core::filterv " + test(locals, d) + " " + walked(locals, d) + ")";
            case 8 -> "(:wat::core::assoc " + walkable(locals, d) + " 5)";
            case 0 -> "[" + two("i64", locals, d) + "]";
            case 1 ->
                "(:wat::core::mapv %s %s)"
                    .formatted(expression("fn", locals, d), walked(locals, d));
            case 2 -> "(:wat::core::sort " + expression(VECTOR, locals, d) + ")";
            default ->
                "(:wat::core::conj %s %s)"
                    .formatted(expression(VECTOR, locals, d), expression("i64", locals, d));
          };
      case MAP ->
          random.nextBoolean()
              ? "(:wat::core::assoc %s %s)"
                  .formatted(expression(MAP, locals, d), two("i64", locals, d))
              : "(:wat::core::dissoc %s %s)"
                  .formatted(expression(MAP, locals, d), expression("i64", locals, d));
      case SET ->
          "(:wat::core::conj %s %s)"
              .formatted(expression(SET, locals, d), expression("i64", locals, d));
      case "rec" ->
          "(:t::R :s %s :n %s :x %s)"
              .formatted(
                  expression("String", locals, d),
                  expression("i64", locals, d),
                  expression("f64", locals, d));
      case "enum" -> "(:t::E::B " + expression("i64", locals, d) + ")";
      case "fn" -> closure(locals, d);
      default -> "(:wat::core::Err " + expression("String", locals, d) + ")";
    };
  }

  /// A type whose values can be compared and printed.
  private String type(boolean withFunctions) {
    while (true) {
      var type = type();
      if (withFunctions || !type.equals("fn")) {
        return type;
      }
    }
  }

  /// A vector and a place that it may have.
  private String walkable(List<Local> locals, int depth) {
    return expression(VECTOR, locals, depth) + " " + random.nextInt(3);
  }

  private String test(List<Local> locals, int depth) {
    return "(:wat::core::fn [e <- :wat::core::i64] -> :wat::core::bool %s)"
        .formatted(expression("bool", with("e", "i64", locals), depth));
  }

  /// What can be walked: a vector, numbers, or a stream of such.
  private String walked(List<Local> locals, int depth) {
    if (depth <= 0 || random.nextInt(3) == 0) {
      return random.nextBoolean()
          ? expression(VECTOR, locals, depth)
          : "(:wat::core::range %d %d)".formatted(random.nextInt(3), random.nextInt(6));
    }
    int d = depth - 1;
    return switch (random.nextInt(9)) {
      case 0 -> "(:wat::core::take %s %d)".formatted(walked(locals, d), random.nextInt(4));
      case 1 -> "(:wat::core::drop %s %d)".formatted(walked(locals, d), random.nextInt(3));
      case 2 -> "(:wat::core::filter %s %s)".formatted(test(locals, d), walked(locals, d));
      case 3 -> "(:wat::core::remove %s %s)".formatted(test(locals, d), walked(locals, d));
      case 4 -> "(:wat::core::take-while %s %s)".formatted(test(locals, d), walked(locals, d));
      case 5 -> "(:wat::core::drop-while %s %s)".formatted(test(locals, d), walked(locals, d));
      case 6 ->
          "(:wat::core::keep (:wat::core::fn [e <- :wat::core::i64] -> :wat::core::Option<wat::core::i64> %s) %s)"
              .formatted(
                  expression("Option<wat::core::i64>", with("e", "i64", locals), d),
                  walked(locals, d));
      case 7 -> "(:wat::core::map-indexed :wat::core::i64::+ %s)".formatted(walked(locals, d));
      default ->
          "(:wat::core::map %s %s)".formatted(expression("fn", locals, d), walked(locals, d));
    };
  }

  private String fold(String type, List<Local> locals, int depth) {
    var all = new Local("a" + names++, type);
    var inner = with("e", "i64", locals);
    inner.add(all);
    return "(:wat::core::foldl (:wat::core::fn [%s <- %s  e <- :wat::core::i64] -> %s %s) %s %s)"
        .formatted(
            all.name(),
            written(type),
            written(type),
            step(all, inner, depth),
            expression(type, locals, depth),
            walked(locals, depth));
  }

  /// What a loop makes of a local at its next step: mostly it with some more.
  private String step(Local local, List<Local> locals, int depth) {
    int d = depth - 1;
    if (d <= 0 || random.nextInt(6) == 0) {
      return local.name();
    }
    return switch (random.nextInt(5)) {
      case 0 ->
          "(:wat::core::if %s %s %s)"
              .formatted(
                  expression("bool", locals, d), step(local, locals, d), step(local, locals, d));
      case 1 -> {
        var bound = new Local("b" + names++, local.type());
        yield "(:wat::core::let [%s %s] %s)"
            .formatted(
                bound.name(),
                step(local, locals, d),
                step(bound, with(bound.name(), bound.type(), locals), d));
      }
      case 2 -> expression(local.type(), locals, d);
      default -> grown(local.type(), step(local, locals, d), local, locals, d);
    };
  }

  private String grown(String type, String of, Local local, List<Local> locals, int depth) {
    var number = read(local, locals, depth);
    return switch (type) {
      case VECTOR ->
          random.nextInt(4) == 0
              ? "(:wat::core::assoc %s 0 %s)".formatted(of, number)
              : "(:wat::core::conj %s %s)".formatted(of, number);
      case MAP ->
          random.nextInt(4) == 0
              ? "(:wat::core::dissoc %s %s)".formatted(of, number)
              : "(:wat::core::assoc %s %s %s)"
                  .formatted(of, number, expression("i64", locals, depth));
      case SET -> "(:wat::core::conj %s %s)".formatted(of, number);
      case "i64" -> "(:wat::core::+ %s %s)".formatted(of, number);
      case "String" -> "(:wat::core::string::concat %s (:wat::core::str %s))".formatted(of, number);
      case "rec" ->
          switch (random.nextInt(4)) {
            case 0 -> "(:t::made %s %s)".formatted(of, number);
            case 1 -> "(:t::turned %s %s)".formatted(of, number);
            default ->
                "(:t::R' (:wat::core::+ (:t::R/n %s) %s) (:t::R/s %s) %s)"
                    .formatted(of, number, local.name(), expression("f64", locals, depth));
          };
      default -> of;
    };
  }

  /// A number that may be read of what a loop grows.
  private String read(Local local, List<Local> locals, int depth) {
    if (random.nextBoolean()) {
      return expression("i64", locals, depth);
    }
    return switch (local.type()) {
      case VECTOR, MAP, SET -> "(:wat::core::length " + local.name() + ")";
      case "rec" -> (random.nextBoolean() ? "(:t::R/n " : "(:t::weight ") + local.name() + ")";
      default -> expression("i64", locals, depth);
    };
  }

  private String stream(List<Local> locals, int depth) {
    return random.nextBoolean()
        ? "(:wat::core::into [] " + walked(locals, depth) + ")"
        : "(:wat::core::concat %s %s)"
            .formatted(expression(VECTOR, locals, depth), walked(locals, depth));
  }

  private String sorted(List<Local> locals, int depth) {
    return "(:wat::core::sort-by %s %s)"
        .formatted(expression("fn", locals, depth), expression(VECTOR, locals, depth));
  }

  private static List<Local> with(String name, String type, List<Local> locals) {
    var inner = new ArrayList<>(locals);
    inner.add(new Local(name, type));
    return inner;
  }

  private String closure(List<Local> locals, int depth) {
    var name = "c" + names++;
    return "(:wat::core::fn [%s <- :wat::core::i64] -> :wat::core::i64 %s)"
        .formatted(name, expression("i64", with(name, "i64", locals), depth));
  }

  private String two(String type, List<Local> locals, int depth) {
    return expression(type, locals, depth) + " " + expression(type, locals, depth);
  }
}

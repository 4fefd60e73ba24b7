package dev.perdure.wat.run;

import dev.perdure.value.Hash;
import dev.perdure.wat.check.Checked;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.HashMap;
import dev.perdure.wat.data.HashSet;
import dev.perdure.wat.data.Keyword;
import dev.perdure.wat.data.NotComparable;
import dev.perdure.wat.data.Order;
import dev.perdure.wat.data.PersistentMap;
import dev.perdure.wat.data.PersistentVector;
import dev.perdure.wat.data.Shapes;
import dev.perdure.wat.data.Show;
import dev.perdure.wat.data.Tuple;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.data.Wrapped;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.identity.ContentHashes;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What operations do with boxed values; the same for all who run the core form. Those that call
/// functions or ask for effects are not among them. Threads may share one.
public final class Operations {
  private final Checked program;
  private final Shapes shapes;
  private final TypeTests tests;
  private final UnaryOperator<Form.Symbol> made;
  private @Nullable ContentHashes hashes;

  /// @param program what is run
  /// @param shapes those of the program
  /// @param made what becomes of each symbol that a template brings along
  public Operations(Checked program, Shapes shapes, UnaryOperator<Form.Symbol> made) {
    this.program = program;
    this.shapes = shapes;
    this.tests = new TypeTests(shapes.table());
    this.made = made;
  }

  /// The value of an operation.
  ///
  /// @throws Raise without a place
  public Object apply(Operation operation, Object[] args) {
    try {
      return applied(operation, args);
    } catch (NotComparable e) {
      throw Raise.mismatch(
          ":wat::core::compare", "values that can be compared", Show.of(e.value()));
    }
  }

  private Object applied(Operation operation, Object[] args) {
    return switch (operation) {
      case Operation.Java java -> Primitives.call(java, args);
      case Operation.Construct(String type) -> Aggregate.of(shapes.of(aggregate(type)), args);
      case Operation.MakeVariant(String type, String variant) -> variant(type, variant, args);
      case Operation.Wrap(String type) -> new Wrapped(type, args[0]);
      case Operation.Unwrap _ -> ((Wrapped) args[0]).content();
      case Operation.MakeTuple _ -> Tuple.of(args);
      case Operation.MakeCollection(String type) -> collection(type, args);
      case Operation.Field field -> field(field, args[0]);
      case Operation.FieldByName(String field, var wanted) -> fieldByName(field, wanted, args[0]);
      case Operation.With(String field) -> with(field, args[0], args[1]);
      case Operation.Item(int index) -> ((Tuple) args[0]).item(index);
      case Operation.IsVariant(String type, String variant) -> isVariant(type, variant, args[0]);
      case Operation.Payload(int index) -> ((Variant) args[0]).field(index);
      case Operation.Is(var type, boolean isDeep) ->
          isDeep ? tests.isDeep(args[0], type) : tests.is(args[0], type);
      case Operation.HasField(String field) -> hasField(field, args[0]);
      case Operation.Same _ -> Order.equal(args[0], args[1]);
      case Operation.Context(var wanted) -> new Context(wanted, program, shapes);
      case Operation.Template(var ast) -> Trees.fill(ast, args, made);
      case Operation.Misplaced(String head) ->
          throw Raise.of(
              Kind.RUNTIME_DECLARATION_IN_EXPRESSION_POSITION,
              ":" + head + " declares nothing here",
              ":" + head);
      case Operation.NoMatch _ ->
          throw Raise.of(
              Kind.RUNTIME_PATTERN_MATCH_FAILED, "no arm takes the value", Show.of(args[0]));
      case Operation.NoClause(String function) -> throw noClause(function, args);
      case Operation.Broken(String function) ->
          throw Raise.of(
              Kind.RUNTIME_POSTCONDITION_FAILED,
              ":" + function + " gave what it ensures not to give",
              ":" + function,
              Show.of(args[0]));
      case Operation.HashOf(String name) -> hashOf(name);
      case Operation.Spread _, Operation.Perform _, Operation.CallSite _ ->
          throw new IllegalArgumentException(operation + " is done by who runs the program");
    };
  }

  private Object hashOf(String name) {
    var hash = hash(name);
    return Variant.option(hash == null ? null : hash.toString());
  }

  /// The content hash of the definition or the type of a path; null if there is neither. The first
  /// call hashes the whole program.
  public @Nullable Hash hash(String path) {
    return hashes().find(path);
  }

  private synchronized ContentHashes hashes() {
    if (hashes == null) {
      hashes = BigStack.call("wat-hash", () -> ContentHashes.of(program));
    }
    return hashes;
  }

  private static Raise noClause(String function, Object[] args) {
    return Raise.of(
        Kind.RUNTIME_NO_MATCHING_CLAUSE,
        "no clause of :" + function + " takes the values",
        ":" + function,
        (long) args.length,
        Arrays.stream(args).map(Show::of).toList(),
        List.of());
  }

  private TypeDecl.Aggregate aggregate(String type) {
    if (shapes.table().find(type) instanceof TypeDecl.Aggregate aggregate) {
      return aggregate;
    }
    throw new IllegalStateException(type + " is no record and no struct");
  }

  private Object variant(String type, String variant, Object[] args) {
    return switch (type) {
      case Basic.OPTION -> variant.equals("None") ? Variant.NONE : Variant.some(args[0]);
      case Basic.RESULT -> variant.equals("Ok") ? Variant.ok(args[0]) : Variant.err(args[0]);
      default -> declared(type, variant, args);
    };
  }

  private Object declared(String type, String variant, Object[] args) {
    if (!(shapes.table().find(type) instanceof TypeDecl.Enumeration enumeration)) {
      throw new IllegalStateException(type + " is no enum");
    }
    for (var shape : shapes.of(enumeration)) {
      if (shape.name().equals(variant)) {
        return Variant.of(shape, args);
      }
    }
    throw new IllegalStateException(type + " has no variant " + variant);
  }

  private static Object collection(String type, Object[] args) {
    return switch (type) {
      case Basic.VECTOR -> Vector.of(args);
      case Basic.LIST -> dev.perdure.wat.data.List.of(args);
      case Basic.PERSISTENT_VECTOR -> new PersistentVector(Vector.of(args));
      case Basic.HASH_SET -> HashSet.of(args);
      case Basic.HASH_MAP -> HashMap.of(args);
      case Basic.PERSISTENT_MAP -> new PersistentMap(HashMap.of(args));
      default -> throw new IllegalStateException(type + " is no collection");
    };
  }

  private static Object field(Operation.Field field, Object subject) {
    if (subject instanceof Aggregate aggregate && aggregate.shape().path().equals(field.type())) {
      return aggregate.field(field.index());
    }
    var got = subject instanceof Aggregate other ? ":" + other.shape().path() : Show.of(subject);
    var op = ":" + field.type() + "/" + field.field();
    var expected = ":" + field.type();
    throw Raise.of(
        Kind.RUNTIME_TYPE_MISMATCH,
        op + ": expected receiver of class " + expected + ", got class " + got,
        op,
        expected,
        got);
  }

  private Object fieldByName(String field, Type wanted, Object subject) {
    var value = fieldByName(field, subject);
    if (!tests.is(value, wanted)) {
      throw Raise.mismatch(":" + field, wanted.toString(), Show.of(value));
    }
    return value;
  }

  private static Object fieldByName(String field, Object subject) {
    return switch (subject) {
      case Aggregate aggregate -> {
        var value = aggregate.field(field);
        if (value == null) {
          throw unknown(aggregate, field);
        }
        yield value;
      }
      case HashMap map -> Variant.option(map.get(new Keyword(field)));
      default -> throw Raise.mismatch(":" + field, "a record, a struct or a map", Show.of(subject));
    };
  }

  private static Raise unknown(Aggregate aggregate, String field) {
    var type = ":" + aggregate.shape().path();
    return Raise.of(Kind.RUNTIME_UNKNOWN_FIELD, type + " has no field " + field, type, ":" + field);
  }

  private Object with(String field, Object subject, Object value) {
    if (!(subject instanceof Aggregate aggregate)) {
      throw Raise.mismatch(":wat::core::assoc", ":wat::core::Record", Show.of(subject));
    }
    var decl = aggregate(aggregate.shape().path());
    int index = decl.index(field);
    if (index < 0) {
      throw unknown(aggregate, field);
    }
    var type = decl.fields().get(index).type();
    if (!tests.is(value, shapes.table().expand(type))) {
      throw Raise.mismatch(":wat::core::assoc", type.toString(), Show.of(value));
    }
    return aggregate.with(index, value);
  }

  private static boolean isVariant(String type, String name, Object value) {
    return value instanceof Variant variant
        && variant.shape().name().equals(name)
        && variant.shape().path().equals(type);
  }

  private static boolean hasField(String field, Object value) {
    return switch (value) {
      case Aggregate aggregate -> aggregate.field(field) != null;
      case HashMap map -> map.contains(new Keyword(field));
      default -> false;
    };
  }
}

package dev.perdure.wat.data;

import dev.perdure.value.Limits;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import dev.perdure.wat.type.TypeTable;
import java.util.ArrayList;
import java.util.List;

/// Makes values of EDN: the table of W10, in the direction of reading. The expected type decides
/// what each part is; where none is known, the text does. One is for one value.
final class Coercion {
  private static final int GOT_MAX = 40;

  final TypeTable table;
  final Source source;
  private final Places places;
  private final Declared declared;
  private final Attempts attempts = new Attempts();

  /// @param places of the text that the EDN was read from
  Coercion(Shapes shapes, Source source, Places places) {
    this.table = shapes.table();
    this.source = source;
    this.places = places;
    this.declared = new Declared(shapes, this);
  }

  /// @throws EdnFault if it is no value of the type
  Object read(Edn edn, Type type) {
    return switch (head(type)) {
      case Type.Named named -> named(edn, named);
      case Type.Tuple(List<Type> items) -> tuple(edn, type, items);
      case Type.Fn _ -> throw mismatch(type, edn);
      case Type.Param _, Type.Var _ -> dynamic(edn);
    };
  }

  /// The type, of which at least the outermost constructor is no alias.
  private Type head(Type type) {
    var head = Type.head(type);
    while (head instanceof Type.Named(String name, List<Type> args, _)
        && !Scalars.isScalar(name)
        && table.find(name) instanceof TypeDecl.Alias alias
        && alias.params().size() == args.size()) {
      head = Type.head(TypeTable.replace(alias.of(), TypeTable.bindings(alias.params(), args)));
    }
    return head;
  }

  private Object named(Edn edn, Type.Named type) {
    if (Scalars.isScalar(type.name())) {
      return scalar(edn, type);
    }
    var args = type.args();
    return switch (type.name()) {
      case "wat::core::Value" -> dynamic(edn);
      case "wat::WatAST" -> ast(edn);
      case "wat::core::Record", "wat::core::Struct", "wat::core::Error" -> declared.root(edn, type);
      case Basic.OPTION -> option(edn, type, args.get(0));
      case Basic.RESULT -> result(edn, type, args.get(0), args.get(1));
      case Basic.VECTOR -> vector(edn, type, args.get(0));
      case Basic.LIST -> list(edn, type, args.get(0));
      case Basic.SEQABLE -> seqable(edn, type, args.get(0));
      case Basic.HASH_MAP -> map(edn, type, args.get(0), args.get(1));
      case Basic.HASH_SET -> set(edn, type, args.get(0));
      case Basic.PERSISTENT_VECTOR ->
          new PersistentVector(
              vector(content(edn, Tags.PERSISTENT_VECTOR, type), type, args.get(0)));
      case Basic.PERSISTENT_MAP ->
          new PersistentMap(
              map(content(edn, Tags.PERSISTENT_MAP, type), type, args.get(0), args.get(1)));
      default -> declared.read(edn, type);
    };
  }

  private Object scalar(Edn edn, Type.Named type) {
    var value = Scalars.read(edn.body(), type.name(), source);
    if (value == null) {
      throw mismatch(type, edn);
    }
    return value;
  }

  private Ast ast(Edn edn) {
    if (edn.body() instanceof Edn.Tagged(String tag, Edn(Edn.Str(String text), _, _))
        && tag.equals(Tags.AST)) {
      return AstReader.read(EdnParser.parse(text, Limits.OUTSIDE), new Places(text, "text"));
    }
    return AstReader.read(edn, places);
  }

  /// What stands under the tag.
  private static Edn content(Edn edn, String tag, Type type) {
    if (edn.body() instanceof Edn.Tagged tagged && tagged.tag().equals(tag)) {
      return tagged.value();
    }
    throw mismatch(type, edn);
  }

  private Variant option(Edn edn, Type type, Type of) {
    var items = variantItems(edn, type);
    var tag = ((Edn.Tagged) edn.body()).tag();
    if (tag.equals(Tags.SOME) && items.size() == 1) {
      return Variant.some(at(items, 0, of));
    }
    if (tag.equals(Tags.NONE) && items.isEmpty()) {
      return Variant.NONE;
    }
    throw mismatch(type, edn);
  }

  private Variant result(Edn edn, Type type, Type ok, Type err) {
    var items = variantItems(edn, type);
    var tag = ((Edn.Tagged) edn.body()).tag();
    if (tag.equals(Tags.OK) && items.size() == 1) {
      return Variant.ok(at(items, 0, ok));
    }
    if (tag.equals(Tags.ERR) && items.size() == 1) {
      return Variant.err(at(items, 0, err));
    }
    throw mismatch(type, edn);
  }

  /// The items of a tagged vector.
  private static List<Edn> variantItems(Edn edn, Type type) {
    if (edn.body() instanceof Edn.Tagged(_, Edn(Edn.Vec(var items), _, _))) {
      return items;
    }
    throw mismatch(type, edn);
  }

  private Tuple tuple(Edn edn, Type type, List<Type> types) {
    if (!(edn.body() instanceof Edn.Vec(var items)) || items.size() != types.size()) {
      throw mismatch(type, edn);
    }
    var values = new Object[types.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = at(items, i, types.get(i));
    }
    return Tuple.of(values);
  }

  private Vector vector(Edn edn, Type type, Type of) {
    if (!(edn.body() instanceof Edn.Vec(var items))) {
      throw mismatch(type, edn);
    }
    var vector = new VectorBuilder();
    for (int i = 0; i < items.size(); i++) {
      vector.add(at(items, i, of));
    }
    return vector.build();
  }

  private dev.perdure.wat.data.List list(Edn edn, Type type, Type of) {
    var items =
        switch (edn.body()) {
          case Edn.Sequence(var elements) -> elements;
          case Edn.Vec(var elements) when source == Source.JSON -> elements;
          default -> throw mismatch(type, edn);
        };
    var values = new ArrayList<Object>(items.size());
    for (int i = 0; i < items.size(); i++) {
      values.add(at(items, i, of));
    }
    return dev.perdure.wat.data.List.ofAll(values);
  }

  private Object seqable(Edn edn, Type type, Type of) {
    return switch (edn.body()) {
      case Edn.Vec _ -> vector(edn, type, of);
      case Edn.Tagged _ -> read(edn, Type.named(Basic.PERSISTENT_VECTOR, of));
      default -> list(edn, type, of);
    };
  }

  private HashSet set(Edn edn, Type type, Type of) {
    var items =
        switch (edn.body()) {
          case Edn.Set(var elements, _) -> elements;
          case Edn.Vec(var elements) when source == Source.JSON -> elements;
          default -> throw mismatch(type, edn);
        };
    var set = new HashSetBuilder();
    for (int i = 0; i < items.size(); i++) {
      set.add(under("#{}", items.get(i), of));
      requireNew(set.size(), items.get(i), i);
    }
    return set.build();
  }

  private HashMap map(Edn edn, Type type, Type key, Type value) {
    if (!(edn.body() instanceof Edn.Braces(var items, _))) {
      throw mismatch(type, edn);
    }
    var map = new HashMapBuilder();
    for (int i = 0; i < items.size(); i += 2) {
      var at = items.get(i);
      var read = under("{key}", at, key);
      map.put(read, under("{" + got(at) + "}", items.get(i + 1), value));
      requireNew(map.size(), at, i / 2);
    }
    return map.build();
  }

  /// Refuses an element or key that was there before.
  private static void requireNew(int size, Edn edn, int before) {
    if (size == before) {
      throw EdnFault.malformed(got(edn) + " occurs twice", edn.from());
    }
  }

  private Object at(List<Edn> items, int index, Type type) {
    try {
      return read(items.get(index), type);
    } catch (EdnFault fault) {
      throw fault.under("[" + index + "]");
    }
  }

  /// Reads a part; a mismatch in it is told with the step that leads there.
  Object under(String step, Edn edn, Type type) {
    try {
      return read(edn, type);
    } catch (EdnFault fault) {
      throw fault.under(step);
    }
  }

  /// As [#read], at most once for the same part and type: the members of unions may be tried often.
  Object attempt(Edn edn, Type type) {
    return attempts.of(edn, type, () -> read(edn, type));
  }

  /// What the text alone says it is.
  Object dynamic(Edn edn) {
    return switch (edn.body()) {
      case Edn.Nil _ -> Nothing.NIL;
      case Edn.Bool(boolean b) -> b;
      case Edn.Int(long n) -> n;
      case Edn.BigInt(var n) -> n;
      case Edn.Rational(var r) -> r;
      case Edn.Real(double d) -> d;
      case Edn.Str(String s) -> s;
      case Edn.Char(char c) -> c;
      case Edn.Key(String text) -> new Keyword(Names.path(text));
      case Edn.Symbol _ -> ast(edn);
      case Edn.Sequence _ -> list(edn, Basic.VALUE, Basic.VALUE);
      case Edn.Vec _ -> vector(edn, Basic.VALUE, Basic.VALUE);
      case Edn.Braces _ -> map(edn, Basic.VALUE, Basic.VALUE, Basic.VALUE);
      case Edn.Set _ -> set(edn, Basic.VALUE, Basic.VALUE);
      case Edn.Tagged tagged -> tagged(edn, tagged);
    };
  }

  private Object tagged(Edn edn, Edn.Tagged tagged) {
    var tag = tagged.tag();
    var scalar = Scalars.typeOfTag(tag);
    if (scalar != null) {
      return scalar(edn, Type.named(scalar));
    }
    if (tag.equals(Tags.AST)) {
      return ast(edn);
    }
    if (tag.equals(Tags.PERSISTENT_VECTOR)) {
      return read(edn, Type.named(Basic.PERSISTENT_VECTOR, Basic.VALUE));
    }
    if (tag.equals(Tags.PERSISTENT_MAP)) {
      return read(edn, Type.named(Basic.PERSISTENT_MAP, Basic.VALUE, Basic.VALUE));
    }
    if (tag.startsWith(Tags.OPTION)) {
      return read(edn, Basic.option(Basic.VALUE));
    }
    if (tag.startsWith(Tags.RESULT)) {
      return read(edn, Basic.result(Basic.VALUE, Basic.VALUE));
    }
    var type = declared.typeOfTag(tag);
    if (type != null) {
      return declared.read(edn, type);
    }
    if (source == Source.FOREIGN) {
      return new Foreign(tag, dynamic(tagged.value()));
    }
    throw EdnFault.mismatch("a tag that the program knows", got(edn));
  }

  static EdnFault mismatch(Type type, Edn edn) {
    return EdnFault.mismatch(type.toString(), got(edn));
  }

  /// What is there, shortened: for people.
  static String got(Edn edn) {
    return EdnPrinter.start(edn, GOT_MAX);
  }
}

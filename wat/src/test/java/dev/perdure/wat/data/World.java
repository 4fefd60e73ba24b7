package dev.perdure.wat.data;

import dev.perdure.value.Position;
import dev.perdure.value.Span;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import dev.perdure.wat.type.TypeParser;
import dev.perdure.wat.type.TypeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The types that tests know.
final class World {
  static final Span HERE = new Span("test", new Position(1, 1, 0), new Position(1, 1, 0));
  static final TypeTable TABLE = table();
  static final Shapes SHAPES = new Shapes(TABLE);
  static final AggregateShape POINT =
      SHAPES.of((TypeDecl.Aggregate) TABLE.find("acme::geo::Point"));
  static final AggregateShape BOX = SHAPES.of((TypeDecl.Aggregate) TABLE.find("acme::Box"));
  static final AggregateShape NOTE = SHAPES.of((TypeDecl.Aggregate) TABLE.find("acme::Note"));
  static final AggregateShape CONN = SHAPES.of((TypeDecl.Aggregate) TABLE.find("acme::Conn"));
  static final List<VariantShape> SHAPE =
      SHAPES.of((TypeDecl.Enumeration) TABLE.find("acme::geo::Shape"));
  static final List<VariantShape> TREE = SHAPES.of((TypeDecl.Enumeration) TABLE.find("acme::Tree"));

  private World() {}

  static Type type(String text) {
    return TypeParser.parse(text.substring(1), HERE, Set.of());
  }

  static Aggregate point(long x, long y) {
    return Aggregate.of(POINT, x, y);
  }

  private static TypeTable table() {
    var table = new TypeTable(_ -> null);
    aggregate(table, "acme::geo::Point", true, "x", ":wat::core::i64", "y", ":wat::core::i64");
    aggregate(table, "acme::Pixel", true, "at", ":acme::geo::Point");
    aggregate(table, "acme::Conn", false, "f", ":wat::core::Value");
    aggregate(
        table,
        "acme::Note",
        true,
        "id",
        ":wat::core::i64",
        "text",
        ":wat::core::Option<wat::core::String>");
    aggregate(
        table,
        "acme::Oops",
        true,
        "message",
        ":wat::core::String",
        "location",
        ":wat::core::Option<wat::core::i64>",
        "causes",
        ":wat::core::Vector<wat::core::Error>");
    aggregate(table, "acme.v1::Dotted", true, "n", ":wat::core::i64");
    table.add(
        new TypeDecl.Aggregate(
            "acme::Box", List.of("T"), true, fields("value", ":T"), Map.of(), HERE));
    table.add(
        new TypeDecl.Enumeration(
            "acme::geo::Shape",
            List.of(),
            true,
            List.of(
                new TypeDecl.Variant("Dot", true, List.of(), HERE),
                new TypeDecl.Variant("Circle", false, fields("r", ":wat::core::f64"), HERE),
                new TypeDecl.Variant(
                    "Rect", false, fields("w", ":wat::core::i64", "h", ":wat::core::i64"), HERE)),
            Map.of(),
            HERE));
    table.add(
        new TypeDecl.Enumeration(
            "acme::Tree",
            List.of("T"),
            true,
            List.of(
                new TypeDecl.Variant("Leaf", true, List.of(), HERE),
                new TypeDecl.Variant(
                    "Node",
                    false,
                    fields("left", ":acme::Tree<T>", "value", ":T", "right", ":acme::Tree<T>"),
                    HERE)),
            Map.of(),
            HERE));
    newtype(table, "acme::Cents", ":wat::core::i64");
    newtype(table, "acme::Round", ":acme::Round");
    table.add(new TypeDecl.Alias("acme::Row", List.of("T"), Basic.vector(type(":T")), HERE));
    union(table, "acme::Num", ":wat::core::i64", ":wat::core::f64", ":acme::geo::Point");
    union(table, "acme::Deep", ":wat::core::Vector<acme::R>", ":wat::core::Vector<acme::RorInt>");
    union(table, "acme::RorInt", ":acme::R", ":wat::core::i64");
    aggregate(table, "acme::R", true, "u", ":acme::Deep");
    table.add(
        new TypeDecl.Surface(
            "acme::HasX",
            List.of(),
            Basic.RECORD,
            List.of(new TypeDecl.Feature.Has("x", Basic.I64, HERE)),
            HERE));
    table.derive("acme::Note", "acme::geo::Point");
    return table;
  }

  private static void aggregate(TypeTable table, String name, boolean isRecord, String... fields) {
    table.add(new TypeDecl.Aggregate(name, List.of(), isRecord, fields(fields), Map.of(), HERE));
  }

  private static void newtype(TypeTable table, String name, String of) {
    table.add(new TypeDecl.Newtype(name, List.of(), type(of), Map.of(), HERE));
  }

  private static void union(TypeTable table, String name, String... members) {
    table.add(
        new TypeDecl.Union(
            name, List.of(), List.of(members).stream().map(World::type).toList(), HERE));
  }

  private static List<TypeDecl.Field> fields(String... namesAndTypes) {
    var fields = new ArrayList<TypeDecl.Field>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      fields.add(new TypeDecl.Field(namesAndTypes[i], type(namesAndTypes[i + 1]), HERE));
    }
    return fields;
  }
}

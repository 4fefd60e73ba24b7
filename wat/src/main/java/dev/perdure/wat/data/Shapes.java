package dev.perdure.wat.data;

import dev.perdure.wat.type.TypeDecl;
import dev.perdure.wat.type.TypeTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The shapes of the values of declared types, each made once. Threads may share one.
public final class Shapes {
  private final TypeTable table;
  private final Map<String, AggregateShape> aggregates = new ConcurrentHashMap<>();
  private final Map<String, List<VariantShape>> variants = new ConcurrentHashMap<>();

  /// @param table is not changed any more
  public Shapes(TypeTable table) {
    this.table = table;
  }

  /// The types that it knows.
  public TypeTable table() {
    return table;
  }

  /// The shape of a record or struct.
  public AggregateShape of(TypeDecl.Aggregate decl) {
    return aggregates.computeIfAbsent(
        decl.name(), path -> new AggregateShape(path, decl.isRecord(), names(decl.fields())));
  }

  /// The shapes of an enum's variants, in the order of the declaration.
  public List<VariantShape> of(TypeDecl.Enumeration decl) {
    return variants.computeIfAbsent(decl.name(), _ -> variants(decl));
  }

  private static List<VariantShape> variants(TypeDecl.Enumeration decl) {
    var shapes = new VariantShape[decl.variants().size()];
    for (int i = 0; i < shapes.length; i++) {
      var variant = decl.variants().get(i);
      shapes[i] =
          new VariantShape(
              decl.name(), variant.name(), i, names(variant.fields()), variant.isUnit());
    }
    return List.of(shapes);
  }

  private static List<String> names(List<TypeDecl.Field> fields) {
    return fields.stream().map(TypeDecl.Field::name).toList();
  }
}

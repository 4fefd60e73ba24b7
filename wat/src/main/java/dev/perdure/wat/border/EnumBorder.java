package dev.perdure.wat.border;

import dev.perdure.value.Keyword;
import dev.perdure.value.MapValue;
import dev.perdure.value.Symbol;
import dev.perdure.value.Tagged;
import dev.perdure.value.Value;
import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.data.Shapes;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.VariantShape;
import dev.perdure.wat.syntax.Naming;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import dev.perdure.wat.type.TypeTable;
import java.util.List;
import java.util.Map;

/// An enum: a keyword if no variant has fields, as an enum of Java; else the tagged map of the
/// variant's fields, as a sealed interface.
final class EnumBorder implements Border {
  private final TypeDecl.Enumeration declared;
  private final Borders borders;
  private final Shapes shapes;
  private final Map<String, Type> bindings;
  private final boolean isPlain;

  EnumBorder(TypeDecl.Enumeration declared, List<Type> args, Borders borders, Shapes shapes) {
    this.declared = declared;
    this.borders = borders;
    this.shapes = shapes;
    this.bindings = TypeTable.bindings(declared.params(), args);
    this.isPlain = declared.variants().stream().allMatch(TypeDecl.Variant::isUnit);
  }

  private Border field(TypeDecl.Field field) {
    return borders.of(TypeTable.replace(shapes.table().expand(field.type()), bindings));
  }

  @Override
  public Value out(Object value) {
    var variant = (Variant) value;
    var name = variant.shape().name();
    if (isPlain) {
      return Keyword.of(name);
    }
    var fields = declared.variants().get(variant.index()).fields();
    var map = MapValue.builder();
    for (int i = 0; i < fields.size(); i++) {
      var key = Keyword.of(CamelCase.of(fields.get(i).name()));
      map.put(key, field(fields.get(i)).out(variant.field(i)));
    }
    return new Tagged(Symbol.of(Naming.last(declared.name()), name), map.build());
  }

  @Override
  public Object in(Value value) {
    return switch (value) {
      case Keyword keyword when isPlain -> Variant.of(shape(keyword.name(), value));
      case Tagged(Symbol tag, MapValue map) when !isPlain -> tagged(shape(tag.name(), value), map);
      default -> throw EdnFault.mismatch(":" + declared.name(), Borders.got(value));
    };
  }

  private VariantShape shape(String name, Value value) {
    for (var shape : shapes.of(declared)) {
      if (shape.name().equals(name)) {
        return shape;
      }
    }
    throw EdnFault.mismatch(":" + declared.name(), Borders.got(value));
  }

  private Variant tagged(VariantShape shape, MapValue map) {
    var fields = declared.variants().get(shape.index()).fields();
    var values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      var key = Keyword.of(CamelCase.of(fields.get(i).name()));
      var value = map.get(key);
      if (value == null) {
        throw EdnFault.mismatch("a field " + key, Borders.got(map));
      }
      values[i] =
          Borders.inside("(" + shape.name() + ")." + key.name(), field(fields.get(i)), value);
    }
    return Variant.of(shape, values);
  }
}

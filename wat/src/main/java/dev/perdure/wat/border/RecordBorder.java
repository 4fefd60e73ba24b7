package dev.perdure.wat.border;

import dev.perdure.value.Keyword;
import dev.perdure.value.MapValue;
import dev.perdure.value.Tagged;
import dev.perdure.value.Value;
import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.data.Shapes;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.syntax.Naming;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import dev.perdure.wat.type.TypeTable;
import java.util.List;

/// A record: a map by the names of its fields. A field that is an Option and is missing is `None`.
final class RecordBorder implements Border {
  private final TypeDecl.Aggregate declared;
  private final Borders borders;
  private final Shapes shapes;
  private final List<Type> types;
  private final List<Keyword> keys;

  RecordBorder(TypeDecl.Aggregate declared, List<Type> args, Borders borders, Shapes shapes) {
    this.declared = declared;
    this.borders = borders;
    this.shapes = shapes;
    var bindings = TypeTable.bindings(declared.params(), args);
    this.types =
        declared.fields().stream()
            .map(field -> TypeTable.replace(shapes.table().expand(field.type()), bindings))
            .toList();
    this.keys =
        declared.fields().stream().map(field -> Keyword.of(CamelCase.of(field.name()))).toList();
  }

  @Override
  public Value out(Object value) {
    var record = (Aggregate) value;
    var map = MapValue.builder();
    for (int i = 0; i < types.size(); i++) {
      map.put(keys.get(i), borders.of(types.get(i)).out(record.field(i)));
    }
    return map.build();
  }

  @Override
  public Object in(Value value) {
    var content =
        value instanceof Tagged tagged && tagged.tag().name().equals(Naming.last(declared.name()))
            ? tagged.value()
            : value;
    if (!(content instanceof MapValue map)) {
      throw EdnFault.mismatch(":" + declared.name(), Borders.got(value));
    }
    var fields = new Object[types.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = field(map, i);
    }
    return Aggregate.of(shapes.of(declared), fields);
  }

  private Object field(MapValue map, int i) {
    var value = map.get(keys.get(i));
    if (value != null) {
      return Borders.inside("." + declared.fields().get(i).name(), borders.of(types.get(i)), value);
    }
    if (Type.is(types.get(i), Basic.OPTION)) {
      return Variant.NONE;
    }
    throw EdnFault.mismatch("a field " + keys.get(i), Borders.got(map));
  }
}

package dev.perdure.wat.border;

import dev.perdure.value.Keyword;
import dev.perdure.value.MapValue;
import dev.perdure.value.Value;
import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.data.Wrapped;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import dev.perdure.wat.type.TypeTable;
import java.util.List;

/// A newtype: a record of one component, `value`.
final class NewtypeBorder implements Border {
  private static final Keyword VALUE = Keyword.of("value");

  private final TypeDecl.Newtype declared;
  private final Type of;
  private final Borders borders;

  NewtypeBorder(TypeDecl.Newtype declared, List<Type> args, Borders borders) {
    this.declared = declared;
    this.of = TypeTable.replace(declared.of(), TypeTable.bindings(declared.params(), args));
    this.borders = borders;
  }

  @Override
  public Value out(Object value) {
    return MapValue.of(VALUE, borders.of(of).out(((Wrapped) value).content()));
  }

  @Override
  public Object in(Value value) {
    var content = value instanceof MapValue map ? map.get(VALUE) : null;
    if (content == null) {
      throw EdnFault.mismatch(":" + declared.name(), Borders.got(value));
    }
    return new Wrapped(declared.name(), Borders.inside(".value", borders.of(of), content));
  }
}

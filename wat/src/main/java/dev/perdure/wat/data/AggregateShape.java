package dev.perdure.wat.data;

import java.util.List;

/// What the values of a record or struct have in common.
///
/// @param path the type's
/// @param isRecord whether it is a record, so portable
/// @param fields the names of the fields, in the order of the declaration
public record AggregateShape(String path, boolean isRecord, List<String> fields) {
  public AggregateShape {
    fields = List.copyOf(fields);
  }

  /// The number of the field; -1 if there is none of this name.
  public int index(String field) {
    return fields.indexOf(field);
  }
}

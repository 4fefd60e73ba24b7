package dev.perdure.wat.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the values of one variant of an enum have in common. Two are equal if they are of the same
/// enum and name.
public final class VariantShape {
  private final String path;
  private final String name;
  private final int index;
  private final List<String> fields;
  private final boolean isUnit;

  /// @param path the enum's
  /// @param name the variant's, within the enum
  /// @param index its number among the enum's variants, from 0
  /// @param fields the names of its fields, in their order
  /// @param isUnit whether it was declared without a vector of fields
  public VariantShape(String path, String name, int index, List<String> fields, boolean isUnit) {
    if (index < 0 || (isUnit && !fields.isEmpty())) {
      throw new IllegalArgumentException(path + "::" + name);
    }
    this.path = path;
    this.name = name;
    this.index = index;
    this.fields = List.copyOf(fields);
    this.isUnit = isUnit;
  }

  /// The path of the enum.
  public String path() {
    return path;
  }

  /// The variant's name within the enum.
  public String name() {
    return name;
  }

  /// Its number among the enum's variants, from 0.
  public int index() {
    return index;
  }

  /// The names of the fields, in their order.
  public List<String> fields() {
    return fields;
  }

  /// Whether it was declared without a vector of fields.
  public boolean isUnit() {
    return isUnit;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof VariantShape that && name.equals(that.name) && path.equals(that.path));
  }

  @Override
  public int hashCode() {
    return 31 * path.hashCode() + name.hashCode();
  }

  @Override
  public String toString() {
    return ":" + path + "::" + name;
  }
}

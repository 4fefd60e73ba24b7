package dev.perdure.java;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What reading tells types apart by: the kinds of their values, and the keys of records.
final class Shapes {
  private static final String OPTIONAL = "java.util.Optional";

  private final Map<String, TypeShape> shapes;

  Shapes(Map<String, TypeShape> shapes) {
    this.shapes = shapes;
  }

  /// The class of a type, of a primitive its box; what is no class as it is written.
  static String name(TypeRef type) {
    return Evolution.name(type);
  }

  /// What an `Optional` has in it, another type as it is.
  static TypeRef inside(TypeRef type) {
    return type instanceof TypeRef.Named named
            && named.className().equals(OPTIONAL)
            && !named.arguments().isEmpty()
        ? inside(named.arguments().getFirst())
        : type;
  }

  static List<String> parameters(TypeShape shape) {
    return switch (shape) {
      case TypeShape.RecordShape r -> r.parameters();
      case TypeShape.SealedShape s -> s.parameters();
      case TypeShape.EnumShape _ -> List.of();
    };
  }

  /// Whether every value of a type suits another one exactly, without its migrations.
  boolean suits(TypeRef reader, TypeRef writer) {
    var read = shapes.get(name(inside(reader)));
    var written = shapes.get(name(inside(writer)));
    if (read instanceof TypeShape.RecordShape r && written instanceof TypeShape.RecordShape w) {
      return suits(r, w);
    }
    return isOfKind(inside(reader), inside(writer));
  }

  private boolean suits(TypeShape.RecordShape reader, TypeShape.RecordShape writer) {
    var known = new HashSet<TypeShape.Component>();
    for (var part : reader.components()) {
      var source = source(part, writer);
      if (source == null) {
        if (!name(part.type()).equals(OPTIONAL)) {
          return false;
        }
      } else if (!mayRead(part.type(), source.type())) {
        return false;
      } else {
        known.add(source);
      }
    }
    return known.size() == writer.components().size();
  }

  private static TypeShape.@Nullable Component source(
      TypeShape.Component part, TypeShape.RecordShape writer) {
    return writer.components().stream()
        .filter(w -> part.name().equals(w.name()) || part.formerNames().contains(w.name()))
        .findFirst()
        .orElse(null);
  }

  // Whether a value of one type is of a kind that is read as the other, whatever is in it.
  private boolean mayRead(TypeRef reader, TypeRef writer) {
    var read = shapes.get(name(inside(reader)));
    return isOfKind(inside(reader), inside(writer))
        || (read != null
            && read.migrations().stream().anyMatch(each -> mayRead(each.old(), writer)));
  }

  private boolean isOfKind(TypeRef reader, TypeRef writer) {
    if (isOpen(reader) || isOpen(writer)) {
      return true;
    }
    var read = shapes.get(name(reader));
    var written = shapes.get(name(writer));
    if (read == null) {
      return written == null && Evolution.fits(name(reader), name(writer));
    }
    return written != null && sameKind(read, written);
  }

  private static boolean isOpen(TypeRef type) {
    return type instanceof TypeRef.Variable || type instanceof TypeRef.Unknown;
  }

  private boolean sameKind(TypeShape read, TypeShape written) {
    return switch (read) {
      case TypeShape.RecordShape _ -> written instanceof TypeShape.RecordShape;
      case TypeShape.EnumShape r ->
          written instanceof TypeShape.EnumShape w
              && w.constants().stream().allMatch(c -> knows(r, c.name()));
      case TypeShape.SealedShape r ->
          written instanceof TypeShape.SealedShape w
              && Evolution.simple(r.className()).equals(Evolution.simple(w.className()));
    };
  }

  private static boolean knows(TypeShape.EnumShape type, String constant) {
    return type.constants().stream()
        .anyMatch(c -> c.name().equals(constant) || c.formerNames().contains(constant));
  }
}

package dev.perdure.java;

import java.util.List;

/// How a type of a universe is made up, for whoever builds its codec.
public sealed interface TypeShape {
  /// The binary name.
  String className();

  /// Former names of the type, from `@WasNamed`.
  List<String> formerNames();

  /// A record.
  ///
  /// @param parameters its type parameters, in order
  /// @param components in order
  record RecordShape(
      String className,
      List<String> formerNames,
      List<String> parameters,
      List<Component> components)
      implements TypeShape {
    public RecordShape {
      formerNames = List.copyOf(formerNames);
      parameters = List.copyOf(parameters);
      components = List.copyOf(components);
    }
  }

  /// One component of a record.
  record Component(String name, List<String> formerNames, TypeRef type) {
    public Component {
      formerNames = List.copyOf(formerNames);
    }
  }

  /// A sealed interface.
  ///
  /// @param permitted binary names of its direct variants, in the order of the source
  record SealedShape(
      String className, List<String> formerNames, List<String> parameters, List<String> permitted)
      implements TypeShape {
    public SealedShape {
      formerNames = List.copyOf(formerNames);
      parameters = List.copyOf(parameters);
      permitted = List.copyOf(permitted);
    }
  }

  /// An enum.
  ///
  /// @param constants in order
  record EnumShape(String className, List<String> formerNames, List<Constant> constants)
      implements TypeShape {
    public EnumShape {
      formerNames = List.copyOf(formerNames);
      constants = List.copyOf(constants);
    }
  }

  /// One constant of an enum.
  record Constant(String name, List<String> formerNames) {
    public Constant {
      formerNames = List.copyOf(formerNames);
    }
  }
}

package dev.perdure.java;

import java.util.List;

/// How a type of a universe is made up, for whoever builds its codec.
public sealed interface TypeShape {
  /// The binary name.
  String className();

  /// Former names of the type, from `@WasNamed`.
  List<String> formerNames();

  /// What else it is made of when it is read, from `@Migrates`, in the order in which they are
  /// looked at.
  List<Migration> migrations();

  /// A record.
  ///
  /// @param parameters its type parameters, in order
  /// @param components in order
  record RecordShape(
      String className,
      List<String> formerNames,
      List<String> parameters,
      List<Component> components,
      List<Migration> migrations)
      implements TypeShape {
    public RecordShape {
      migrations = List.copyOf(migrations);
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
      String className,
      List<String> formerNames,
      List<String> parameters,
      List<String> permitted,
      List<Migration> migrations)
      implements TypeShape {
    public SealedShape {
      migrations = List.copyOf(migrations);
      formerNames = List.copyOf(formerNames);
      parameters = List.copyOf(parameters);
      permitted = List.copyOf(permitted);
    }
  }

  /// An enum.
  ///
  /// @param constants in order
  record EnumShape(
      String className,
      List<String> formerNames,
      List<Constant> constants,
      List<Migration> migrations)
      implements TypeShape {
    public EnumShape {
      migrations = List.copyOf(migrations);
      formerNames = List.copyOf(formerNames);
      constants = List.copyOf(constants);
    }
  }

  /// A function that makes an object of the type of one of an old shape.
  ///
  /// @param method its name, for people
  /// @param parameters what it calls the type's parameters, in their order
  /// @param old what it takes
  record Migration(String method, List<String> parameters, TypeRef old) {
    public Migration {
      parameters = List.copyOf(parameters);
    }
  }

  /// One constant of an enum.
  record Constant(String name, List<String> formerNames) {
    public Constant {
      formerNames = List.copyOf(formerNames);
    }
  }
}

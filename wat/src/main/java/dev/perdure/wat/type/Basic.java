package dev.perdure.wat.type;

import java.util.List;

/// The types that the language itself knows (W3.2).
public final class Basic {
  public static final Type.Named NIL = core("nil");
  public static final Type.Named NEVER = core("never");
  public static final Type.Named BOOL = core("bool");
  public static final Type.Named I64 = core("i64");
  public static final Type.Named U8 = core("u8");
  public static final Type.Named F64 = core("f64");
  public static final Type.Named STRING = core("String");
  public static final Type.Named KEYWORD = core("keyword");
  public static final Type.Named CHAR = core("char");
  public static final Type.Named BIGINT = core("bigint");
  public static final Type.Named RATIONAL = core("rational");
  public static final Type.Named VALUE = core("Value");
  public static final Type.Named RECORD = core("Record");
  public static final Type.Named STRUCT = core("Struct");
  public static final Type.Named ERROR = core("Error");
  public static final Type.Named AST = Type.named("wat::WatAST");

  public static final String OPTION = "wat::core::Option";
  public static final String RESULT = "wat::core::Result";
  public static final String VECTOR = "wat::core::Vector";
  public static final String LIST = "wat::core::List";
  public static final String HASH_MAP = "wat::core::HashMap";
  public static final String HASH_SET = "wat::core::HashSet";
  public static final String PERSISTENT_VECTOR = "wat::core::PersistentVector";
  public static final String PERSISTENT_MAP = "wat::core::PersistentMap";
  public static final String SEQABLE = "wat::core::Seqable";
  public static final String STREAM = "wat::stream::Stream";

  /// Where it is the argument of a form: the type that is inferred.
  public static final String INFER = "wat::type::Infer";

  public static final String FN = "wat::core::Fn";

  private Basic() {}

  private static Type.Named core(String name) {
    return Type.named("wat::core::" + name);
  }

  /// `Option<T>`.
  public static Type option(Type of) {
    return Type.named(OPTION, of);
  }

  /// `Result<T,E>`.
  public static Type result(Type ok, Type err) {
    return Type.named(RESULT, ok, err);
  }

  /// `Vector<T>`.
  public static Type vector(Type of) {
    return Type.named(VECTOR, of);
  }

  /// `HashMap<K,V>`.
  public static Type hashMap(Type key, Type value) {
    return Type.named(HASH_MAP, key, value);
  }

  /// `Stream<T>`, whose elements cost these effects.
  public static Type stream(Type of, EffectVar latent) {
    return new Type.Named(STREAM, List.of(of), latent);
  }
}

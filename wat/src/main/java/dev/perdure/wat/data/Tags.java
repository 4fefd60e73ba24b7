package dev.perdure.wat.data;

/// The tags that the language itself gives.
final class Tags {
  static final String NAN = "wat.core.f64/NaN";
  static final String INFINITE = "wat.core.f64/+Inf";
  static final String MINUS_INFINITE = "wat.core.f64/-Inf";
  static final String PERSISTENT_VECTOR = "wat.core/PersistentVector";
  static final String PERSISTENT_MAP = "wat.core/PersistentMap";
  static final String OPTION = "wat.core.Option/";
  static final String SOME = OPTION + "Some";
  static final String NONE = OPTION + "None";
  static final String RESULT = "wat.core.Result/";
  static final String OK = RESULT + "Ok";
  static final String ERR = RESULT + "Err";
  static final String INST = "inst";
  static final String UUID = "uuid";

  /// A keyword whose path has no name of its own in EDN, as a string.
  static final String KEYWORD = "wat.core/keyword";

  /// A form as a string of its text, where forms cannot stand as they are.
  static final String AST = "wat/WatAST";

  // Only in JSON, which has fewer kinds of values.
  static final String STRING = "wat.core/String";
  static final String CHAR = "wat.core/char";
  static final String BIGINT = "wat.core/bigint";
  static final String RATIONAL = "wat.core/rational";
  static final String LIST = "wat.core/List";
  static final String HASH_MAP = "wat.core/HashMap";
  static final String HASH_SET = "wat.core/HashSet";

  private Tags() {}
}

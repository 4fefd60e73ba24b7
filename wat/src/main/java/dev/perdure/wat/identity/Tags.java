package dev.perdure.wat.identity;

/// The tags of the byte format, one for each kind of node; docs/internals/wat-identity.md has the
/// whole of it. Trees have the tags 1 to 14 of [dev.perdure.wat.syntax.AstBytes].
final class Tags {
  static final int LITERAL = 32;
  static final int QUOTED = 33;
  static final int LOCAL = 34;
  static final int CONSTANT = 35;
  static final int NAMED = 36;
  static final int CALL = 37;
  static final int INVOKE = 38;
  static final int APPLY = 39;
  static final int IF = 40;
  static final int LET = 41;
  static final int DO = 42;
  static final int LAMBDA = 43;
  static final int CASES = 44;
  static final int TEST = 45;
  static final int BIND = 46;
  static final int RETURN = 47;
  static final int DELAY = 48;

  static final int JAVA = 64;
  static final int PERFORM = 65;
  static final int CONSTRUCT = 66;
  static final int MAKE_VARIANT = 67;
  static final int WRAP = 68;
  static final int UNWRAP = 69;
  static final int MAKE_TUPLE = 70;
  static final int MAKE_COLLECTION = 71;
  static final int FIELD = 72;
  static final int FIELD_BY_NAME = 73;
  static final int WITH = 74;
  static final int ITEM = 75;
  static final int IS_VARIANT = 76;
  static final int PAYLOAD = 77;
  static final int IS = 78;
  static final int HAS_FIELD = 79;
  static final int SAME = 80;
  static final int TEMPLATE = 81;
  static final int SPREAD = 82;
  static final int MISPLACED = 83;
  static final int NO_MATCH = 84;
  static final int NO_CLAUSE = 85;
  static final int BROKEN = 86;
  static final int HASH_OF = 87;
  static final int CONTEXT = 88;
  static final int CALL_SITE = 89;

  static final int TYPE_DECLARED = 96;
  static final int TYPE_BUILT_IN = 97;
  static final int TYPE_OPAQUE = 98;
  static final int TYPE_TUPLE = 99;
  static final int TYPE_FN = 100;
  static final int TYPE_PARAM = 101;
  static final int TYPE_OPEN = 102;

  static final int USED = 112;
  static final int USED_CLAUSE = 113;
  static final int USED_CHOICE = 114;
  static final int BUILT_IN = 115;

  static final int FUNCTION = 128;
  static final int CLAUSES = 129;
  static final int VALUE = 130;
  static final int EXTERN = 131;
  static final int MIGRATION = 132;
  static final int EXTENSION = 133;
  static final int METHOD = 134;
  static final int AGGREGATE = 135;
  static final int ENUMERATION = 136;
  static final int NEWTYPE = 137;
  static final int ALIAS = 138;
  static final int UNION = 139;
  static final int SURFACE = 140;
  static final int FEATURE_METHOD = 141;
  static final int FEATURE_FIELD = 142;
  static final int MACRO = 143;
  static final int GROUP = 144;

  private Tags() {}
}

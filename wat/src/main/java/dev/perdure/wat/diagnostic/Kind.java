package dev.perdure.wat.diagnostic;

import java.util.List;

/// What can be wrong with a program (W5.2). The tag, such as `wat.check/TypeMismatch`, is the
/// stable code; `docs/errors` says of each what happened, the usual cause and what to do.
public enum Kind {
  // wat.parse
  PARSE_LEX("wat.parse", "Lex", "cause"),
  PARSE_UNEXPECTED_R_PAREN("wat.parse", "UnexpectedRParen"),
  PARSE_UNCLOSED_PAREN("wat.parse", "UnclosedParen"),
  PARSE_UNEXPECTED_R_BRACKET("wat.parse", "UnexpectedRBracket"),
  PARSE_UNCLOSED_BRACKET("wat.parse", "UnclosedBracket"),
  PARSE_UNEXPECTED_R_BRACE("wat.parse", "UnexpectedRBrace"),
  PARSE_UNCLOSED_BRACE("wat.parse", "UnclosedBrace"),
  PARSE_MALFORMED_BRACE_LITERAL("wat.parse", "MalformedBraceLiteral", "reason"),
  PARSE_TRAILING_CONTENT("wat.parse", "TrailingContent"),
  PARSE_EMPTY("wat.parse", "Empty"),

  // wat.config
  CONFIG_SETTER_AFTER_NON_SETTER("wat.config", "SetterAfterNonSetter", "setter-head"),
  CONFIG_DUPLICATE_FIELD("wat.config", "DuplicateField", "field"),
  CONFIG_UNKNOWN_SETTER("wat.config", "UnknownSetter", "head"),
  CONFIG_BAD_ARITY("wat.config", "BadArity", "head", "expected", "got"),
  CONFIG_BAD_TYPE("wat.config", "BadType", "field", "expected", "got"),
  CONFIG_BAD_VALUE("wat.config", "BadValue", "field", "reason"),
  CONFIG_MALFORMED_SETTER("wat.config", "MalformedSetter"),

  // wat.load
  LOAD_MALFORMED_LOAD_FORM("wat.load", "MalformedLoadForm", "reason"),
  LOAD_SETTER_IN_LOADED_FILE("wat.load", "SetterInLoadedFile", "loaded-path", "setter-head"),
  LOAD_DUPLICATE_LOAD("wat.load", "DuplicateLoad", "path"),
  LOAD_CYCLE_DETECTED("wat.load", "CycleDetected", "cycle"),
  LOAD_FETCH("wat.load", "Fetch", "cause"),
  LOAD_PARSE("wat.load", "Parse", "path", "cause"),
  LOAD_VERIFICATION_FAILED("wat.load", "VerificationFailed", "path", "cause"),

  // wat.macro
  MACRO_RESERVED_PREFIX("wat.macro", "ReservedPrefix", "name"),
  MACRO_UNNAMESPACED_NAME("wat.macro", "UnnamespacedName", "name"),
  MACRO_DOTTED_NAME("wat.macro", "DottedName", "name"),
  MACRO_DUPLICATE_MACRO("wat.macro", "DuplicateMacro", "name"),
  MACRO_MALFORMED_DEFMACRO("wat.macro", "MalformedDefmacro", "reason"),
  MACRO_ARITY_MISMATCH("wat.macro", "ArityMismatch", "name", "expected", "got"),
  MACRO_ARITY_TOO_FEW("wat.macro", "ArityTooFew", "name", "minimum", "got"),
  MACRO_UNBOUND_MACRO_PARAM("wat.macro", "UnboundMacroParam", "name"),
  MACRO_SPLICE_NOT_SEQUENCE("wat.macro", "SpliceNotSequence", "name", "got"),
  MACRO_EXPANSION_DEPTH_EXCEEDED("wat.macro", "ExpansionDepthExceeded", "limit"),
  MACRO_MALFORMED_TEMPLATE("wat.macro", "MalformedTemplate", "reason"),
  MACRO_REFUSED_IN_MACRO("wat.macro", "RefusedInMacro", "head"),
  MACRO_PROGRAM_BODY_INTRODUCES_NAME(
      "wat.macro", "ProgramBodyIntroducesName", "macro-name", "binder"),
  MACRO_PROGRAM_BODY_EVAL_FAILED("wat.macro", "ProgramBodyEvalFailed", "macro-name", "cause"),
  MACRO_MACRO_EVAL_RUNTIME_FAILED("wat.macro", "MacroEvalRuntimeFailed", "cause"),
  MACRO_MACRO_ABORT("wat.macro", "MacroAbort", "message"),

  // wat.type
  TYPE_RESERVED_PREFIX("wat.type", "ReservedPrefix", "name"),
  TYPE_UNNAMESPACED_NAME("wat.type", "UnnamespacedName", "name"),
  TYPE_DOTTED_NAME("wat.type", "DottedName", "name"),
  TYPE_DUPLICATE_TYPE("wat.type", "DuplicateType", "name"),
  TYPE_MALFORMED_DECL("wat.type", "MalformedDecl", "head", "reason"),
  TYPE_MALFORMED_NAME("wat.type", "MalformedName", "raw", "reason"),
  TYPE_MALFORMED_FIELD("wat.type", "MalformedField", "reason"),
  TYPE_MALFORMED_VARIANT(
      "wat.type", "MalformedVariant", "enum-name", "offending", "reason", "remedies"),
  TYPE_MALFORMED_TYPE_EXPR("wat.type", "MalformedTypeExpr", "raw", "reason"),
  TYPE_ANY_BANNED("wat.type", "AnyBanned", "raw"),
  TYPE_CYCLIC_ALIAS("wat.type", "CyclicAlias", "name"),
  TYPE_ALIAS_ARITY_MISMATCH("wat.type", "AliasArityMismatch", "name", "expected", "got"),
  TYPE_INNER_COLON_IN_COMPOUND_ARG("wat.type", "InnerColonInCompoundArg", "raw", "offending"),
  TYPE_CYCLIC_UNION("wat.type", "CyclicUnion", "name"),
  TYPE_EMPTY_UNION("wat.type", "EmptyUnion", "name"),
  TYPE_SINGLE_MEMBER_UNION("wat.type", "SingleMemberUnion", "name"),
  TYPE_INVALID_UNION_MEMBER("wat.type", "InvalidUnionMember", "name", "member"),
  TYPE_CYCLIC_SUBTYPE("wat.type", "CyclicSubtype", "child", "parent"),
  TYPE_IMPURE_FIELD_IN_PURE_AGGREGATE(
      "wat.type", "ImpureFieldInPureAggregate", "aggregate", "field", "field-ty"),
  TYPE_IMPURE_VARIANT_FIELD_IN_PURE_ENUM(
      "wat.type", "ImpureVariantFieldInPureEnum", "enum-name", "variant", "field", "field-ty"),
  TYPE_UNCONSUMED_TYPE_PARAM("wat.type", "UnconsumedTypeParam", "decl", "param"),

  // wat.resolve
  RESOLVE_UNRESOLVED_REFERENCES("wat.resolve", "UnresolvedReferences", "references"),

  // wat.warn
  WARN_UNKNOWN_TYPE("wat.warn", "UnknownType", "path", "remedies"),
  WARN_UNREACHABLE_ARM("wat.warn", "UnreachableArm", "param"),

  // wat.check
  CHECK_CHECK_ERRORS("wat.check", "CheckErrors", "errors"),
  CHECK_RESERVED_PREFIX("wat.check", "ReservedPrefix", "name"),
  CHECK_UNNAMESPACED_NAME("wat.check", "UnnamespacedName", "name"),
  CHECK_DOTTED_NAME("wat.check", "DottedName", "name"),
  CHECK_ARITY_MISMATCH("wat.check", "ArityMismatch", "callee", "expected", "got"),
  CHECK_TYPE_MISMATCH(
      "wat.check", "TypeMismatch", "callee", "param", "expected", "got", "remedies"),
  CHECK_RETURN_TYPE_MISMATCH(
      "wat.check", "ReturnTypeMismatch", "function", "expected", "got", "remedies"),
  CHECK_UNKNOWN_CALLEE("wat.check", "UnknownCallee", "callee", "remedies"),
  CHECK_MALFORMED_FORM("wat.check", "MalformedForm", "head", "reason", "remedies"),
  CHECK_RETIRED_SPELLING("wat.check", "RetiredSpelling", "form", "remedies"),
  CHECK_DEF_REDEF_FORBIDDEN("wat.check", "DefRedefForbidden", "name", "prior-loc"),
  CHECK_DEF_REDEF_TYPE_CHANGE(
      "wat.check", "DefRedefTypeChange", "name", "prior-type", "new-type", "prior-loc"),
  CHECK_DEF_RESTRICTED_CALLER_NOT_ALLOWED(
      "wat.check", "DefRestrictedCallerNotAllowed", "callee", "enclosing-fn", "prefixes"),
  CHECK_NO_MATCHING_CLAUSE_AT_CALL_SITE(
      "wat.check",
      "NoMatchingClauseAtCallSite",
      "name",
      "called-arity",
      "called-arg-types",
      "attempted-clauses"),
  CHECK_AMBIGUOUS_CLAUSE_RETURN_AT_CALL_SITE(
      "wat.check", "AmbiguousClauseReturnAtCallSite", "name", "called-arg-types", "returns"),
  CHECK_GUARD_EXPR_NOT_BOOLEAN("wat.check", "GuardExprNotBoolean", "name", "got"),
  CHECK_ENSURE_FN_INVALID("wat.check", "EnsureFnInvalid", "name", "reason"),
  CHECK_EFFECT_NOT_ALLOWED("wat.check", "EffectNotAllowed", "context", "allowed", "found", "via"),
  CHECK_IMPURE_MESSAGE("wat.check", "ImpureMessage", "callee", "type"),
  CHECK_CLOSURE_IN_STATE("wat.check", "ClosureInState", "callee", "path"),
  CHECK_UNKNOWN_TYPE("wat.check", "UnknownType", "path", "remedies"),

  // wat.runtime
  RUNTIME_UNBOUND_SYMBOL("wat.runtime", "UnboundSymbol", "name"),
  RUNTIME_UNKNOWN_FUNCTION("wat.runtime", "UnknownFunction", "name"),
  RUNTIME_NOT_CALLABLE("wat.runtime", "NotCallable", "got"),
  RUNTIME_TYPE_MISMATCH("wat.runtime", "TypeMismatch", "op", "expected", "got"),
  RUNTIME_ARITY_MISMATCH("wat.runtime", "ArityMismatch", "op", "expected", "got"),
  RUNTIME_BAD_CONDITION("wat.runtime", "BadCondition", "got"),
  RUNTIME_MALFORMED_FORM("wat.runtime", "MalformedForm", "head", "reason"),
  RUNTIME_DIVISION_BY_ZERO("wat.runtime", "DivisionByZero"),
  RUNTIME_INTEGER_OVERFLOW("wat.runtime", "IntegerOverflow", "op", "a", "b"),
  RUNTIME_DUPLICATE_DEFINE("wat.runtime", "DuplicateDefine", "name"),
  RUNTIME_DECLARATION_IN_EXPRESSION_POSITION(
      "wat.runtime", "DeclarationInExpressionPosition", "head"),
  RUNTIME_EVAL_FORBIDS_MUTATION_FORM("wat.runtime", "EvalForbidsMutationForm", "head"),
  RUNTIME_EVAL_VERIFICATION_FAILED("wat.runtime", "EvalVerificationFailed", "error"),
  RUNTIME_MACRO_EXPANSION_FAILED("wat.runtime", "MacroExpansionFailed", "op", "cause"),
  RUNTIME_PATTERN_MATCH_FAILED("wat.runtime", "PatternMatchFailed", "value-type"),
  RUNTIME_ASSERTION_FAILED("wat.runtime", "AssertionFailed", "message", "actual", "expected"),
  RUNTIME_EDN_COERCE_MISMATCH("wat.runtime", "EdnCoerceMismatch", "op", "expected", "got", "path"),
  RUNTIME_UNKNOWN_FIELD("wat.runtime", "UnknownField", "class", "field"),
  RUNTIME_NO_MATCHING_CLAUSE(
      "wat.runtime",
      "NoMatchingClause",
      "name",
      "called-arity",
      "called-args",
      "attempted-clauses"),
  RUNTIME_POSTCONDITION_FAILED("wat.runtime", "PostconditionFailed", "name", "value"),
  RUNTIME_GRANT_MISSING("wat.runtime", "GrantMissing", "effect", "subject", "flag"),
  RUNTIME_EMPTY_SELECT("wat.runtime", "EmptySelect"),
  RUNTIME_DEADLOCK("wat.runtime", "Deadlock", "waiting"),
  RUNTIME_STACK_EXHAUSTED("wat.runtime", "StackExhausted", "function", "depth"),
  RUNTIME_WRITE_STOPPED("wat.runtime", "WriteStopped"),
  RUNTIME_IO_FAILED("wat.runtime", "IoFailed", "op", "message");

  private final String phase;
  private final String title;

  // made by List.of
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> fields;

  Kind(String phase, String title, String... fields) {
    this.phase = phase;
    this.title = title;
    this.fields = List.of(fields);
  }

  /// The step of the pipeline that finds it, such as `wat.check`.
  public String phase() {
    return phase;
  }

  /// Its name within the phase, such as `TypeMismatch`.
  public String title() {
    return title;
  }

  /// The stable code, such as `wat.check/TypeMismatch`.
  public String tag() {
    return phase + "/" + title;
  }

  /// The names of what it says beside the message and the place, in their order.
  public List<String> fields() {
    return fields;
  }
}

/// The values of running wat programs: what they are, which are equal, which comes first, and their
/// text.
///
/// | type | held as |
/// |---|---|
/// | `nil` | [dev.perdure.wat.data.Nothing#NIL] |
/// | `bool`, `f64`, `String`, `char` | `Boolean`, `Double`, `String`, `Character` |
/// | `i64`, `u8`; `bigint`; `rational` | `Long`; `BigInteger`; [dev.perdure.value.Ratio] |
/// | `keyword` | [dev.perdure.wat.data.Keyword] |
/// | `Uuid`, `Instant`, `Duration` | `java.util.UUID`, those of `java.time` |
/// | `WatAST` | [dev.perdure.wat.syntax.Ast] |
/// | enums, `Option`, `Result` | [dev.perdure.wat.data.Variant] |
/// | records, structs; newtypes; tuples | [dev.perdure.wat.data.Aggregate]; [dev.perdure.wat.data.Wrapped]; [dev.perdure.wat.data.Tuple] |
/// | collections, streams | the classes of their names |
/// | functions, handles | subclasses of [dev.perdure.wat.data.Function] and [dev.perdure.wat.data.Handle] |
///
/// None is ever null. In Java's sense of `equals` two of the classes here are equal if they are the
/// same as keys ([dev.perdure.wat.data.Order#same]); the language's `=` is
/// [dev.perdure.wat.data.Order#equal].
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.data;

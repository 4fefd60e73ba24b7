; The types that all programs have, numbers and comparison.

(:wat::core::defrecord :wat::core::Pos [line <- :wat::core::i64  col <- :wat::core::i64])

(:wat::core::defrecord :wat::core::Span
  [file <- :wat::core::String
   line <- :wat::core::i64
   col <- :wat::core::i64
   end <- :wat::core::Option<wat::core::Pos>])

(:wat::core::typealias :wat::core::Location :wat::core::Span)

(:wat::core::typealias :wat::core::Bytes :wat::core::Vector<wat::core::u8>)

(:wat::core::defrecord :wat::core::Fault
  [message <- :wat::core::String
   location <- :wat::core::Option<wat::core::Span>
   causes <- :wat::core::Vector<wat::core::Error>])

(:wat::core::defn :wat::core::Fault/of
  {:doc "The stock error with a message."}
  [message <- :wat::core::String] -> :wat::core::Fault
  (:wat::core::Fault' message :wat::core::None []))

(:wat::core::primitive :wat::core::not
  {:java "Logic.not"
   :doc "The other bool."}
  [b <- :wat::core::bool] -> :wat::core::bool)

(:wat::core::primitive :wat::core::Option/expect
  {:java "Raises.expectSome"
   :doc "What is in a Some; raises with the message on None."}
  [o <- :wat::core::Option<T>  message <- :wat::core::String] -> :T)

(:wat::core::primitive :wat::core::Result/expect
  {:java "Raises.expectOk"
   :doc "What is in an Ok; raises with the message on an Err."}
  [r <- :wat::core::Result<T,E>  message <- :wat::core::String] -> :T)

(:wat::core::primitive :wat::kernel::assertion-failed!
  {:java "Raises.assertion"
   :doc "Raises AssertionFailed."}
  [message <- :wat::core::String  actual <- :wat::core::Option<wat::core::String>  expected <- :wat::core::Option<wat::core::String>] -> :wat::core::never)

(:wat::core::primitive :wat::kernel::raise!
  {:java "Raises.error"
   :doc "Raises an error record."}
  [error <- :wat::core::Error] -> :wat::core::never)

(:wat::core::primitive :wat::core::=
  {:java "Compare.equal"
   :doc "Whether two values are equal."}
  [a <- :wat::core::Value  b <- :wat::core::Value] -> :wat::core::bool)

(:wat::core::primitive :wat::core::not=
  {:java "Compare.differ"
   :doc "Whether two values differ."}
  [a <- :wat::core::Value  b <- :wat::core::Value] -> :wat::core::bool)

(:wat::core::primitive :wat::core::<
  {:java "Compare.less"
   :doc "Whether one value comes before another."}
  [a <- :wat::core::Value  b <- :wat::core::Value] -> :wat::core::bool)

(:wat::core::primitive :wat::core::>
  {:java "Compare.greater"
   :doc "Whether one value comes behind another."}
  [a <- :wat::core::Value  b <- :wat::core::Value] -> :wat::core::bool)

(:wat::core::primitive :wat::core::<=
  {:java "Compare.atMost"
   :doc "Whether one value does not come behind another."}
  [a <- :wat::core::Value  b <- :wat::core::Value] -> :wat::core::bool)

(:wat::core::primitive :wat::core::>=
  {:java "Compare.atLeast"
   :doc "Whether one value does not come before another."}
  [a <- :wat::core::Value  b <- :wat::core::Value] -> :wat::core::bool)

(:wat::core::primitive :wat::core::i64::+
  {:java "I64.add"
   :doc "Adds two values of i64."}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::i64::-
  {:java "I64.subtract"
   :doc "Subtracts two values of i64."}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::i64::*
  {:java "I64.multiply"
   :doc "Multiplies two values of i64."}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::i64::/
  {:java "I64.divide"
   :doc "Divides two values of i64."}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::f64::+
  {:java "F64.add"
   :doc "Adds two values of f64."}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64::-
  {:java "F64.subtract"
   :doc "Subtracts two values of f64."}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64::*
  {:java "F64.multiply"
   :doc "Multiplies two values of f64."}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64::/
  {:java "F64.divide"
   :doc "Divides two values of f64."}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::bigint::+
  {:java "BigInts.add"
   :doc "Adds two values of bigint."}
  [a <- :wat::core::bigint  b <- :wat::core::bigint] -> :wat::core::bigint)

(:wat::core::primitive :wat::core::bigint::-
  {:java "BigInts.subtract"
   :doc "Subtracts two values of bigint."}
  [a <- :wat::core::bigint  b <- :wat::core::bigint] -> :wat::core::bigint)

(:wat::core::primitive :wat::core::bigint::*
  {:java "BigInts.multiply"
   :doc "Multiplies two values of bigint."}
  [a <- :wat::core::bigint  b <- :wat::core::bigint] -> :wat::core::bigint)

(:wat::core::primitive :wat::core::bigint::/
  {:java "BigInts.divide"
   :doc "Divides two values of bigint."}
  [a <- :wat::core::bigint  b <- :wat::core::bigint] -> :wat::core::rational)

(:wat::core::primitive :wat::core::rational::+
  {:java "Rationals.add"
   :doc "Adds two values of rational."}
  [a <- :wat::core::rational  b <- :wat::core::rational] -> :wat::core::rational)

(:wat::core::primitive :wat::core::rational::-
  {:java "Rationals.subtract"
   :doc "Subtracts two values of rational."}
  [a <- :wat::core::rational  b <- :wat::core::rational] -> :wat::core::rational)

(:wat::core::primitive :wat::core::rational::*
  {:java "Rationals.multiply"
   :doc "Multiplies two values of rational."}
  [a <- :wat::core::rational  b <- :wat::core::rational] -> :wat::core::rational)

(:wat::core::primitive :wat::core::rational::/
  {:java "Rationals.divide"
   :doc "Divides two values of rational."}
  [a <- :wat::core::rational  b <- :wat::core::rational] -> :wat::core::rational)

(:wat::core::primitive :wat::core::i64::=
  {:java "I64.equal"
   :doc "Compares two values of i64."}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::i64::not=
  {:java "I64.differ"
   :doc "Compares two values of i64."}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::i64::<
  {:java "I64.less"
   :doc "Compares two values of i64."}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::i64::>
  {:java "I64.greater"
   :doc "Compares two values of i64."}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::i64::<=
  {:java "I64.atMost"
   :doc "Compares two values of i64."}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::i64::>=
  {:java "I64.atLeast"
   :doc "Compares two values of i64."}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::=
  {:java "F64.equal"
   :doc "Compares two values of f64."}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::not=
  {:java "F64.differ"
   :doc "Compares two values of f64."}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::<
  {:java "F64.less"
   :doc "Compares two values of f64."}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::>
  {:java "F64.greater"
   :doc "Compares two values of f64."}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::<=
  {:java "F64.atMost"
   :doc "Compares two values of f64."}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::>=
  {:java "F64.atLeast"
   :doc "Compares two values of f64."}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::bigint::of
  {:java "BigInts.of"
   :doc "The same number as a bigint."}
  [n <- :wat::core::i64] -> :wat::core::bigint)

(:wat::core::primitive :wat::core::rational::of-i64
  {:java "Rationals.ofI64"
   :doc "The same number as a rational."}
  [n <- :wat::core::i64] -> :wat::core::rational)

(:wat::core::primitive :wat::core::rational::of-bigint
  {:java "Rationals.ofBigInt"
   :doc "The same number as a rational."}
  [n <- :wat::core::bigint] -> :wat::core::rational)

(:wat::core::primitive :wat::core::bigint::to-f64
  {:java "BigInts.toF64"
   :doc "The nearest f64."}
  [n <- :wat::core::bigint] -> :wat::core::f64)

(:wat::core::primitive :wat::core::rational::to-f64
  {:java "Rationals.toF64"
   :doc "The nearest f64."}
  [n <- :wat::core::rational] -> :wat::core::f64)

(:wat::core::primitive :wat::core::i64::to-f64
  {:java "I64.toF64"
   :doc "The nearest f64."}
  [n <- :wat::core::i64] -> :wat::core::f64)

(:wat::core::defclause :wat::core::+
  {:doc "Adds numbers; three or more of one type."}
  ([] -> :wat::core::i64 0)
  ([a <- :wat::core::i64] -> :wat::core::i64 a)
  ([a <- :wat::core::f64] -> :wat::core::f64 a)
  ([a <- :wat::core::bigint] -> :wat::core::bigint a)
  ([a <- :wat::core::rational] -> :wat::core::rational a)
  ([a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64
    (:wat::core::i64::+ a b))
  ([a <- :wat::core::i64  b <- :wat::core::bigint] -> :wat::core::bigint
    (:wat::core::bigint::+ (:wat::core::bigint::of a) b))
  ([a <- :wat::core::i64  b <- :wat::core::rational] -> :wat::core::rational
    (:wat::core::rational::+ (:wat::core::rational::of-i64 a) b))
  ([a <- :wat::core::i64  b <- :wat::core::f64] -> :wat::core::f64
    (:wat::core::f64::+ (:wat::core::i64::to-f64 a) b))
  ([a <- :wat::core::bigint  b <- :wat::core::i64] -> :wat::core::bigint
    (:wat::core::bigint::+ a (:wat::core::bigint::of b)))
  ([a <- :wat::core::bigint  b <- :wat::core::bigint] -> :wat::core::bigint
    (:wat::core::bigint::+ a b))
  ([a <- :wat::core::bigint  b <- :wat::core::rational] -> :wat::core::rational
    (:wat::core::rational::+ (:wat::core::rational::of-bigint a) b))
  ([a <- :wat::core::bigint  b <- :wat::core::f64] -> :wat::core::f64
    (:wat::core::f64::+ (:wat::core::bigint::to-f64 a) b))
  ([a <- :wat::core::rational  b <- :wat::core::i64] -> :wat::core::rational
    (:wat::core::rational::+ a (:wat::core::rational::of-i64 b)))
  ([a <- :wat::core::rational  b <- :wat::core::bigint] -> :wat::core::rational
    (:wat::core::rational::+ a (:wat::core::rational::of-bigint b)))
  ([a <- :wat::core::rational  b <- :wat::core::rational] -> :wat::core::rational
    (:wat::core::rational::+ a b))
  ([a <- :wat::core::rational  b <- :wat::core::f64] -> :wat::core::f64
    (:wat::core::f64::+ (:wat::core::rational::to-f64 a) b))
  ([a <- :wat::core::f64  b <- :wat::core::i64] -> :wat::core::f64
    (:wat::core::f64::+ a (:wat::core::i64::to-f64 b)))
  ([a <- :wat::core::f64  b <- :wat::core::bigint] -> :wat::core::f64
    (:wat::core::f64::+ a (:wat::core::bigint::to-f64 b)))
  ([a <- :wat::core::f64  b <- :wat::core::rational] -> :wat::core::f64
    (:wat::core::f64::+ a (:wat::core::rational::to-f64 b)))
  ([a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64
    (:wat::core::f64::+ a b))
  ([a <- :wat::core::i64  b <- :wat::core::i64 & more <- :wat::core::Vector<wat::core::i64>] -> :wat::core::i64
    (:wat::core::foldl :wat::core::i64::+ (:wat::core::i64::+ a b) more))
  ([a <- :wat::core::f64  b <- :wat::core::f64 & more <- :wat::core::Vector<wat::core::f64>] -> :wat::core::f64
    (:wat::core::foldl :wat::core::f64::+ (:wat::core::f64::+ a b) more))
  ([a <- :wat::core::bigint  b <- :wat::core::bigint & more <- :wat::core::Vector<wat::core::bigint>] -> :wat::core::bigint
    (:wat::core::foldl :wat::core::bigint::+ (:wat::core::bigint::+ a b) more))
  ([a <- :wat::core::rational  b <- :wat::core::rational & more <- :wat::core::Vector<wat::core::rational>] -> :wat::core::rational
    (:wat::core::foldl :wat::core::rational::+ (:wat::core::rational::+ a b) more)))

(:wat::core::defclause :wat::core::-
  {:doc "Subtracts numbers; three or more of one type."}
  ([a <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::- 0 a))
  ([a <- :wat::core::f64] -> :wat::core::f64 (:wat::core::f64::- -0.0 a))
  ([a <- :wat::core::bigint] -> :wat::core::bigint (:wat::core::bigint::- 0N a))
  ([a <- :wat::core::rational] -> :wat::core::rational (:wat::core::rational::- (:wat::core::rational::of-i64 0) a))
  ([a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64
    (:wat::core::i64::- a b))
  ([a <- :wat::core::i64  b <- :wat::core::bigint] -> :wat::core::bigint
    (:wat::core::bigint::- (:wat::core::bigint::of a) b))
  ([a <- :wat::core::i64  b <- :wat::core::rational] -> :wat::core::rational
    (:wat::core::rational::- (:wat::core::rational::of-i64 a) b))
  ([a <- :wat::core::i64  b <- :wat::core::f64] -> :wat::core::f64
    (:wat::core::f64::- (:wat::core::i64::to-f64 a) b))
  ([a <- :wat::core::bigint  b <- :wat::core::i64] -> :wat::core::bigint
    (:wat::core::bigint::- a (:wat::core::bigint::of b)))
  ([a <- :wat::core::bigint  b <- :wat::core::bigint] -> :wat::core::bigint
    (:wat::core::bigint::- a b))
  ([a <- :wat::core::bigint  b <- :wat::core::rational] -> :wat::core::rational
    (:wat::core::rational::- (:wat::core::rational::of-bigint a) b))
  ([a <- :wat::core::bigint  b <- :wat::core::f64] -> :wat::core::f64
    (:wat::core::f64::- (:wat::core::bigint::to-f64 a) b))
  ([a <- :wat::core::rational  b <- :wat::core::i64] -> :wat::core::rational
    (:wat::core::rational::- a (:wat::core::rational::of-i64 b)))
  ([a <- :wat::core::rational  b <- :wat::core::bigint] -> :wat::core::rational
    (:wat::core::rational::- a (:wat::core::rational::of-bigint b)))
  ([a <- :wat::core::rational  b <- :wat::core::rational] -> :wat::core::rational
    (:wat::core::rational::- a b))
  ([a <- :wat::core::rational  b <- :wat::core::f64] -> :wat::core::f64
    (:wat::core::f64::- (:wat::core::rational::to-f64 a) b))
  ([a <- :wat::core::f64  b <- :wat::core::i64] -> :wat::core::f64
    (:wat::core::f64::- a (:wat::core::i64::to-f64 b)))
  ([a <- :wat::core::f64  b <- :wat::core::bigint] -> :wat::core::f64
    (:wat::core::f64::- a (:wat::core::bigint::to-f64 b)))
  ([a <- :wat::core::f64  b <- :wat::core::rational] -> :wat::core::f64
    (:wat::core::f64::- a (:wat::core::rational::to-f64 b)))
  ([a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64
    (:wat::core::f64::- a b))
  ([a <- :wat::core::i64  b <- :wat::core::i64 & more <- :wat::core::Vector<wat::core::i64>] -> :wat::core::i64
    (:wat::core::foldl :wat::core::i64::- (:wat::core::i64::- a b) more))
  ([a <- :wat::core::f64  b <- :wat::core::f64 & more <- :wat::core::Vector<wat::core::f64>] -> :wat::core::f64
    (:wat::core::foldl :wat::core::f64::- (:wat::core::f64::- a b) more))
  ([a <- :wat::core::bigint  b <- :wat::core::bigint & more <- :wat::core::Vector<wat::core::bigint>] -> :wat::core::bigint
    (:wat::core::foldl :wat::core::bigint::- (:wat::core::bigint::- a b) more))
  ([a <- :wat::core::rational  b <- :wat::core::rational & more <- :wat::core::Vector<wat::core::rational>] -> :wat::core::rational
    (:wat::core::foldl :wat::core::rational::- (:wat::core::rational::- a b) more)))

(:wat::core::defclause :wat::core::*
  {:doc "Multiplies numbers; three or more of one type."}
  ([] -> :wat::core::i64 1)
  ([a <- :wat::core::i64] -> :wat::core::i64 a)
  ([a <- :wat::core::f64] -> :wat::core::f64 a)
  ([a <- :wat::core::bigint] -> :wat::core::bigint a)
  ([a <- :wat::core::rational] -> :wat::core::rational a)
  ([a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64
    (:wat::core::i64::* a b))
  ([a <- :wat::core::i64  b <- :wat::core::bigint] -> :wat::core::bigint
    (:wat::core::bigint::* (:wat::core::bigint::of a) b))
  ([a <- :wat::core::i64  b <- :wat::core::rational] -> :wat::core::rational
    (:wat::core::rational::* (:wat::core::rational::of-i64 a) b))
  ([a <- :wat::core::i64  b <- :wat::core::f64] -> :wat::core::f64
    (:wat::core::f64::* (:wat::core::i64::to-f64 a) b))
  ([a <- :wat::core::bigint  b <- :wat::core::i64] -> :wat::core::bigint
    (:wat::core::bigint::* a (:wat::core::bigint::of b)))
  ([a <- :wat::core::bigint  b <- :wat::core::bigint] -> :wat::core::bigint
    (:wat::core::bigint::* a b))
  ([a <- :wat::core::bigint  b <- :wat::core::rational] -> :wat::core::rational
    (:wat::core::rational::* (:wat::core::rational::of-bigint a) b))
  ([a <- :wat::core::bigint  b <- :wat::core::f64] -> :wat::core::f64
    (:wat::core::f64::* (:wat::core::bigint::to-f64 a) b))
  ([a <- :wat::core::rational  b <- :wat::core::i64] -> :wat::core::rational
    (:wat::core::rational::* a (:wat::core::rational::of-i64 b)))
  ([a <- :wat::core::rational  b <- :wat::core::bigint] -> :wat::core::rational
    (:wat::core::rational::* a (:wat::core::rational::of-bigint b)))
  ([a <- :wat::core::rational  b <- :wat::core::rational] -> :wat::core::rational
    (:wat::core::rational::* a b))
  ([a <- :wat::core::rational  b <- :wat::core::f64] -> :wat::core::f64
    (:wat::core::f64::* (:wat::core::rational::to-f64 a) b))
  ([a <- :wat::core::f64  b <- :wat::core::i64] -> :wat::core::f64
    (:wat::core::f64::* a (:wat::core::i64::to-f64 b)))
  ([a <- :wat::core::f64  b <- :wat::core::bigint] -> :wat::core::f64
    (:wat::core::f64::* a (:wat::core::bigint::to-f64 b)))
  ([a <- :wat::core::f64  b <- :wat::core::rational] -> :wat::core::f64
    (:wat::core::f64::* a (:wat::core::rational::to-f64 b)))
  ([a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64
    (:wat::core::f64::* a b))
  ([a <- :wat::core::i64  b <- :wat::core::i64 & more <- :wat::core::Vector<wat::core::i64>] -> :wat::core::i64
    (:wat::core::foldl :wat::core::i64::* (:wat::core::i64::* a b) more))
  ([a <- :wat::core::f64  b <- :wat::core::f64 & more <- :wat::core::Vector<wat::core::f64>] -> :wat::core::f64
    (:wat::core::foldl :wat::core::f64::* (:wat::core::f64::* a b) more))
  ([a <- :wat::core::bigint  b <- :wat::core::bigint & more <- :wat::core::Vector<wat::core::bigint>] -> :wat::core::bigint
    (:wat::core::foldl :wat::core::bigint::* (:wat::core::bigint::* a b) more))
  ([a <- :wat::core::rational  b <- :wat::core::rational & more <- :wat::core::Vector<wat::core::rational>] -> :wat::core::rational
    (:wat::core::foldl :wat::core::rational::* (:wat::core::rational::* a b) more)))

(:wat::core::defclause :wat::core::/
  {:doc "Divides numbers; three or more of one type."}
  ([a <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::/ 1 a))
  ([a <- :wat::core::f64] -> :wat::core::f64 (:wat::core::f64::/ 1.0 a))
  ([a <- :wat::core::bigint] -> :wat::core::rational (:wat::core::bigint::/ 1N a))
  ([a <- :wat::core::rational] -> :wat::core::rational (:wat::core::rational::/ (:wat::core::rational::of-i64 1) a))
  ([a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64
    (:wat::core::i64::/ a b))
  ([a <- :wat::core::i64  b <- :wat::core::bigint] -> :wat::core::rational
    (:wat::core::bigint::/ (:wat::core::bigint::of a) b))
  ([a <- :wat::core::i64  b <- :wat::core::rational] -> :wat::core::rational
    (:wat::core::rational::/ (:wat::core::rational::of-i64 a) b))
  ([a <- :wat::core::i64  b <- :wat::core::f64] -> :wat::core::f64
    (:wat::core::f64::/ (:wat::core::i64::to-f64 a) b))
  ([a <- :wat::core::bigint  b <- :wat::core::i64] -> :wat::core::rational
    (:wat::core::bigint::/ a (:wat::core::bigint::of b)))
  ([a <- :wat::core::bigint  b <- :wat::core::bigint] -> :wat::core::rational
    (:wat::core::bigint::/ a b))
  ([a <- :wat::core::bigint  b <- :wat::core::rational] -> :wat::core::rational
    (:wat::core::rational::/ (:wat::core::rational::of-bigint a) b))
  ([a <- :wat::core::bigint  b <- :wat::core::f64] -> :wat::core::f64
    (:wat::core::f64::/ (:wat::core::bigint::to-f64 a) b))
  ([a <- :wat::core::rational  b <- :wat::core::i64] -> :wat::core::rational
    (:wat::core::rational::/ a (:wat::core::rational::of-i64 b)))
  ([a <- :wat::core::rational  b <- :wat::core::bigint] -> :wat::core::rational
    (:wat::core::rational::/ a (:wat::core::rational::of-bigint b)))
  ([a <- :wat::core::rational  b <- :wat::core::rational] -> :wat::core::rational
    (:wat::core::rational::/ a b))
  ([a <- :wat::core::rational  b <- :wat::core::f64] -> :wat::core::f64
    (:wat::core::f64::/ (:wat::core::rational::to-f64 a) b))
  ([a <- :wat::core::f64  b <- :wat::core::i64] -> :wat::core::f64
    (:wat::core::f64::/ a (:wat::core::i64::to-f64 b)))
  ([a <- :wat::core::f64  b <- :wat::core::bigint] -> :wat::core::f64
    (:wat::core::f64::/ a (:wat::core::bigint::to-f64 b)))
  ([a <- :wat::core::f64  b <- :wat::core::rational] -> :wat::core::f64
    (:wat::core::f64::/ a (:wat::core::rational::to-f64 b)))
  ([a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64
    (:wat::core::f64::/ a b))
  ([a <- :wat::core::i64  b <- :wat::core::i64 & more <- :wat::core::Vector<wat::core::i64>] -> :wat::core::i64
    (:wat::core::foldl :wat::core::i64::/ (:wat::core::i64::/ a b) more))
  ([a <- :wat::core::f64  b <- :wat::core::f64 & more <- :wat::core::Vector<wat::core::f64>] -> :wat::core::f64
    (:wat::core::foldl :wat::core::f64::/ (:wat::core::f64::/ a b) more))
  ([a <- :wat::core::bigint  b <- :wat::core::bigint & more <- :wat::core::Vector<wat::core::bigint>] -> :wat::core::rational
    (:wat::core::foldl (:wat::core::fn [x <- :wat::core::rational  y <- :wat::core::bigint] -> :wat::core::rational
      (:wat::core::rational::/ x (:wat::core::rational::of-bigint y))) (:wat::core::bigint::/ a b) more))
  ([a <- :wat::core::rational  b <- :wat::core::rational & more <- :wat::core::Vector<wat::core::rational>] -> :wat::core::rational
    (:wat::core::foldl :wat::core::rational::/ (:wat::core::rational::/ a b) more)))

(:wat::core::primitive :wat::core::quot
  {:java "I64.quotient"
   :doc "The quotient, truncated toward zero."}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::i64::quot
  {:java "I64.quotient"
   :doc "The quotient, truncated toward zero."}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::rem
  {:java "I64.remainder"
   :doc "The remainder, with the sign of the dividend."}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::i64::rem
  {:java "I64.remainder"
   :doc "The remainder, with the sign of the dividend."}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::mod
  {:java "I64.modulo"
   :doc "The modulo, with the sign of the divisor."}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::i64::mod
  {:java "I64.modulo"
   :doc "The modulo, with the sign of the divisor."}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::u8
  {:java "I64.toU8"
   :doc "The number as a u8; raises outside 0 to 255."}
  [n <- :wat::core::i64] -> :wat::core::u8)

(:wat::core::primitive :wat::core::record?
  {:java "Records.isRecord"
   :doc "Whether a value is a record."}
  [v <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::Record/same-data?
  {:java "Records.sameData"
   :doc "Whether two records have the same fields with the same values, whatever their class."}
  [a <- :wat::core::Record  b <- :wat::core::Record] -> :wat::core::bool)

(:wat::core::primitive :wat::core::record->map
  {:java "Records.toMap"
   :doc "The fields of a record by their names."}
  [r <- :wat::core::Record] -> :wat::core::HashMap<wat::core::keyword,T>)

(:wat::core::primitive :wat::core::struct->form
  {:java "Records.toForm"
   :doc "The form that would make the struct."}
  [s <- :wat::core::Struct] -> :wat::WatAST)

(:wat::core::primitive :wat::core::type
  {:java "Records.type"
   :doc "The type of a value."}
  [v <- :T] -> :wat::core::keyword)

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
  {:doc "The stock error with a message."
   :example
    [[(:message (:wat::core::Fault/of "lost")) "\"lost\""]]}
  [message <- :wat::core::String] -> :wat::core::Fault
  (:wat::core::Fault' message :wat::core::None []))

(:wat::core::primitive :wat::core::not
  {:java "Logic.not"
   :doc "The other bool."
   :example
    [[(:wat::core::not true) "false"]]}
  [b <- :wat::core::bool] -> :wat::core::bool)

(:wat::core::primitive :wat::core::Option/expect
  {:java "Raises.expectSome"
   :doc "What is in a Some; raises with the message on None."
   :example
    [[(:wat::core::Option/expect (:wat::core::Some 1) "none") "1"]
     [(:wat::core::Option/expect (:wat::core::get [1] 5) "none") :raises "AssertionFailed"]]}
  [o <- :wat::core::Option<T>  message <- :wat::core::String] -> :T)

(:wat::core::primitive :wat::core::Result/expect
  {:java "Raises.expectOk"
   :doc "What is in an Ok; raises with the message on an Err."
   :example
    [[(:wat::core::Result/expect (:wat::core::Ok 1) "failed") "1"]
     [(:wat::core::ann-form (:wat::core::Result/expect (:wat::core::Err "no") "failed") :wat::core::i64) :raises "AssertionFailed"]]}
  [r <- :wat::core::Result<T,E>  message <- :wat::core::String] -> :T)

(:wat::core::primitive :wat::kernel::assertion-failed!
  {:java "Raises.assertion"
   :doc "Raises AssertionFailed."
   :example
    [[(:wat::kernel::assertion-failed! "wrong" (:wat::core::Some "1") :wat::core::None) :raises "AssertionFailed"]]}
  [message <- :wat::core::String  actual <- :wat::core::Option<wat::core::String>  expected <- :wat::core::Option<wat::core::String>] -> :wat::core::never)

(:wat::core::primitive :wat::kernel::raise!
  {:java "Raises.error"
   :doc "Raises an error record."
   :example
    [[(:wat::kernel::raise! (:wat::core::Fault/of "lost")) :raises "AssertionFailed"]]}
  [error <- :wat::core::Error] -> :wat::core::never)

(:wat::core::primitive :wat::core::=
  {:java "Compare.equal"
   :doc "Whether two values are equal."
   :example
    [[(:wat::core::= 1 1) "true"]
     [(:wat::core::= 3 3.0) "false"]
     [(:wat::core::= [1 2] [1 2]) "true"]
     [(:wat::core::= {1 "a" 2 "b"} {2 "b" 1 "a"}) "true"]
     [(:wat::core::= (:wat::core::f64::/ 0.0 0.0) (:wat::core::f64::/ 0.0 0.0)) "false"]
     [(:wat::core::= (:user::Point :x 1 :y 2) (:user::Point :x 1 :y 2)) "true"]]}
  [a <- :wat::core::Value  b <- :wat::core::Value] -> :wat::core::bool)

(:wat::core::primitive :wat::core::not=
  {:java "Compare.differ"
   :doc "Whether two values differ."
   :example
    [[(:wat::core::not= 1 2) "true"]
     [(:wat::core::not= "a" "a") "false"]]}
  [a <- :wat::core::Value  b <- :wat::core::Value] -> :wat::core::bool)

(:wat::core::primitive :wat::core::<
  {:java "Compare.less"
   :doc "Whether one value comes before another."
   :example
    [[(:wat::core::< 1 2) "true"]
     [(:wat::core::< 1 1.5) "true"]
     [(:wat::core::< "a" "b") "true"]
     [(:wat::core::< [1] [1 2]) "true"]
     [(:wat::core::< :wat::core::None (:wat::core::Some 1)) "true"]
     [(:wat::core::< (:wat::core::f64::/ 0.0 0.0) 1.0) "false"]
     [(:wat::core::< 9007199254740993 9007199254740992.0) "false"]]}
  [a <- :wat::core::Value  b <- :wat::core::Value] -> :wat::core::bool)

(:wat::core::primitive :wat::core::>
  {:java "Compare.greater"
   :doc "Whether one value comes after another."
   :example
    [[(:wat::core::> 2 1) "true"]
     [(:wat::core::> "😀" "�") "true"]
     [(:wat::core::> 1 1) "false"]]}
  [a <- :wat::core::Value  b <- :wat::core::Value] -> :wat::core::bool)

(:wat::core::primitive :wat::core::<=
  {:java "Compare.atMost"
   :doc "Whether one value comes before another or at the same place."
   :example
    [[(:wat::core::<= 1 1) "true"]
     [(:wat::core::<= 1/2 0.5) "true"]
     [(:wat::core::<= (:wat::core::f64::/ 0.0 0.0) 1.0) "false"]]}
  [a <- :wat::core::Value  b <- :wat::core::Value] -> :wat::core::bool)

(:wat::core::primitive :wat::core::>=
  {:java "Compare.atLeast"
   :doc "Whether one value comes after another or at the same place."
   :example
    [[(:wat::core::>= 1 1) "true"]
     [(:wat::core::>= 1N 2) "false"]]}
  [a <- :wat::core::Value  b <- :wat::core::Value] -> :wat::core::bool)

(:wat::core::primitive :wat::core::i64::+
  {:java "I64.add"
   :doc "Adds two numbers; raises IntegerOverflow."
   :example
    [[(:wat::core::i64::+ 2 3) "5"]
     [(:wat::core::i64::+ 9223372036854775807 1) :raises "IntegerOverflow"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::i64::-
  {:java "I64.subtract"
   :doc "Subtracts the second number from the first; raises IntegerOverflow."
   :example
    [[(:wat::core::i64::- 2 3) "-1"]
     [(:wat::core::i64::- -9223372036854775808 1) :raises "IntegerOverflow"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::i64::*
  {:java "I64.multiply"
   :doc "Multiplies two numbers; raises IntegerOverflow."
   :example
    [[(:wat::core::i64::* 2 3) "6"]
     [(:wat::core::i64::* 9223372036854775807 2) :raises "IntegerOverflow"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::i64::/
  {:java "I64.divide"
   :doc "Divides the first number by the second, truncated toward zero; raises DivisionByZero and IntegerOverflow."
   :example
    [[(:wat::core::i64::/ 7 2) "3"]
     [(:wat::core::i64::/ -7 2) "-3"]
     [(:wat::core::i64::/ 7 0) :raises "DivisionByZero"]
     [(:wat::core::i64::/ -9223372036854775808 -1) :raises "IntegerOverflow"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::f64::+
  {:java "F64.add"
   :doc "Adds two numbers."
   :example
    [[(:wat::core::f64::+ 1.5 2.0) "3.5"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64::-
  {:java "F64.subtract"
   :doc "Subtracts the second number from the first."
   :example
    [[(:wat::core::f64::- 1.5 2.0) "-0.5"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64::*
  {:java "F64.multiply"
   :doc "Multiplies two numbers."
   :example
    [[(:wat::core::f64::* 1.5 2.0) "3.0"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64::/
  {:java "F64.divide"
   :doc "Divides the first number by the second."
   :example
    [[(:wat::core::f64::/ 1.0 4.0) "0.25"]
     [(:wat::core::f64::/ 1.0 0.0) "#wat.core.f64/+Inf []"]
     [(:wat::core::f64::/ 0.0 0.0) "#wat.core.f64/NaN []"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::bigint::+
  {:java "BigInts.add"
   :doc "Adds two numbers."
   :example
    [[(:wat::core::bigint::+ 9223372036854775807N 1N) "9223372036854775808N"]]}
  [a <- :wat::core::bigint  b <- :wat::core::bigint] -> :wat::core::bigint)

(:wat::core::primitive :wat::core::bigint::-
  {:java "BigInts.subtract"
   :doc "Subtracts the second number from the first."
   :example
    [[(:wat::core::bigint::- 1N 2N) "-1N"]]}
  [a <- :wat::core::bigint  b <- :wat::core::bigint] -> :wat::core::bigint)

(:wat::core::primitive :wat::core::bigint::*
  {:java "BigInts.multiply"
   :doc "Multiplies two numbers."
   :example
    [[(:wat::core::bigint::* 10000000000N 10000000000N) "100000000000000000000N"]]}
  [a <- :wat::core::bigint  b <- :wat::core::bigint] -> :wat::core::bigint)

(:wat::core::primitive :wat::core::bigint::/
  {:java "BigInts.divide"
   :doc "Divides the first number by the second; a rational when it is not whole; raises DivisionByZero."
   :example
    [[(:wat::core::bigint::/ 6N 3N) "2N"]
     [(:wat::core::bigint::/ 1N 3N) "1/3"]
     [(:wat::core::bigint::/ 1N 0N) :raises "DivisionByZero"]]}
  [a <- :wat::core::bigint  b <- :wat::core::bigint] -> :wat::core::rational)

(:wat::core::primitive :wat::core::rational::+
  {:java "Rationals.add"
   :doc "Adds two numbers."
   :example
    [[(:wat::core::rational::+ 1/2 1/3) "5/6"]
     [(:wat::core::rational::+ 1/2 1/2) "1N"]]}
  [a <- :wat::core::rational  b <- :wat::core::rational] -> :wat::core::rational)

(:wat::core::primitive :wat::core::rational::-
  {:java "Rationals.subtract"
   :doc "Subtracts the second number from the first."
   :example
    [[(:wat::core::rational::- 1/2 1/3) "1/6"]]}
  [a <- :wat::core::rational  b <- :wat::core::rational] -> :wat::core::rational)

(:wat::core::primitive :wat::core::rational::*
  {:java "Rationals.multiply"
   :doc "Multiplies two numbers."
   :example
    [[(:wat::core::rational::* 1/2 2/3) "1/3"]]}
  [a <- :wat::core::rational  b <- :wat::core::rational] -> :wat::core::rational)

(:wat::core::primitive :wat::core::rational::/
  {:java "Rationals.divide"
   :doc "Divides the first number by the second; raises DivisionByZero."
   :example
    [[(:wat::core::rational::/ 1/2 1/4) "2N"]
     [(:wat::core::rational::/ 1/2 (:wat::core::- 1/2 1/2)) :raises "DivisionByZero"]]}
  [a <- :wat::core::rational  b <- :wat::core::rational] -> :wat::core::rational)

(:wat::core::primitive :wat::core::i64::=
  {:java "I64.equal"
   :doc "Whether two numbers are equal."
   :example
    [[(:wat::core::i64::= 1 1) "true"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::i64::not=
  {:java "I64.differ"
   :doc "Whether two numbers differ."
   :example
    [[(:wat::core::i64::not= 1 1) "false"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::i64::<
  {:java "I64.less"
   :doc "Whether the first number is below the second."
   :example
    [[(:wat::core::i64::< 1 2) "true"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::i64::>
  {:java "I64.greater"
   :doc "Whether the first number is above the second."
   :example
    [[(:wat::core::i64::> 1 2) "false"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::i64::<=
  {:java "I64.atMost"
   :doc "Whether the first number is at most the second."
   :example
    [[(:wat::core::i64::<= 2 2) "true"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::i64::>=
  {:java "I64.atLeast"
   :doc "Whether the first number is at least the second."
   :example
    [[(:wat::core::i64::>= 1 2) "false"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::=
  {:java "F64.equal"
   :doc "Whether two numbers are equal; false of NaN."
   :example
    [[(:wat::core::f64::= 0.0 -0.0) "true"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::not=
  {:java "F64.differ"
   :doc "Whether two numbers differ; true of NaN."
   :example
    [[(:wat::core::f64::not= 1.0 2.0) "true"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::<
  {:java "F64.less"
   :doc "Whether the first number is below the second; false of NaN."
   :example
    [[(:wat::core::f64::< 1.0 2.0) "true"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::>
  {:java "F64.greater"
   :doc "Whether the first number is above the second; false of NaN."
   :example
    [[(:wat::core::f64::> 1.0 2.0) "false"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::<=
  {:java "F64.atMost"
   :doc "Whether the first number is at most the second; false of NaN."
   :example
    [[(:wat::core::f64::<= 2.0 2.0) "true"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::>=
  {:java "F64.atLeast"
   :doc "Whether the first number is at least the second; false of NaN."
   :example
    [[(:wat::core::f64::>= 1.0 2.0) "false"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::bigint::of
  {:java "BigInts.of"
   :doc "The same number as a bigint."
   :example
    [[(:wat::core::bigint::of 5) "5N"]]}
  [n <- :wat::core::i64] -> :wat::core::bigint)

(:wat::core::primitive :wat::core::rational::of-i64
  {:java "Rationals.ofI64"
   :doc "The same number as a rational."
   :example
    [[(:wat::core::rational::of-i64 5) "5N"]]}
  [n <- :wat::core::i64] -> :wat::core::rational)

(:wat::core::primitive :wat::core::rational::of-bigint
  {:java "Rationals.ofBigInt"
   :doc "The same number as a rational."
   :example
    [[(:wat::core::rational::of-bigint 5N) "5N"]]}
  [n <- :wat::core::bigint] -> :wat::core::rational)

(:wat::core::primitive :wat::core::bigint::to-f64
  {:java "BigInts.toF64"
   :doc "The nearest f64."
   :example
    [[(:wat::core::bigint::to-f64 5N) "5.0"]]}
  [n <- :wat::core::bigint] -> :wat::core::f64)

(:wat::core::primitive :wat::core::rational::to-f64
  {:java "Rationals.toF64"
   :doc "The nearest f64."
   :example
    [[(:wat::core::rational::to-f64 1/3) "0.3333333333333333"]]}
  [n <- :wat::core::rational] -> :wat::core::f64)

(:wat::core::primitive :wat::core::i64::to-f64
  {:java "I64.toF64"
   :doc "The nearest f64."
   :example
    [[(:wat::core::i64::to-f64 3) "3.0"]]}
  [n <- :wat::core::i64] -> :wat::core::f64)

(:wat::core::defclause :wat::core::+
  {:doc "Adds numbers; three or more of one type."
   :example
    [[(:wat::core::+) "0"]
     [(:wat::core::+ 1 2 3) "6"]
     [(:wat::core::+ 1 2N) "3N"]
     [(:wat::core::+ 1/2 1) "3/2"]
     [(:wat::core::+ 1 0.5) "1.5"]
     [(:wat::core::+ 9223372036854775807 1) :raises "IntegerOverflow"]]}
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
  {:doc "Subtracts numbers; three or more of one type."
   :example
    [[(:wat::core::- 5) "-5"]
     [(:wat::core::- 10 2 3) "5"]
     [(:wat::core::- 1/2) "-1/2"]
     [(:wat::core::- -9223372036854775808) :raises "IntegerOverflow"]]}
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
  {:doc "Multiplies numbers; three or more of one type."
   :example
    [[(:wat::core::*) "1"]
     [(:wat::core::* 2 3 4) "24"]
     [(:wat::core::* 2 0.5) "1.0"]
     [(:wat::core::* 1/2 2) "1N"]]}
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
  {:doc "Divides numbers; three or more of one type."
   :example
    [[(:wat::core::/ 7 2) "3"]
     [(:wat::core::/ 2.0) "0.5"]
     [(:wat::core::/ 1N 2) "1/2"]
     [(:wat::core::/ 24N 2N 3N) "4N"]
     [(:wat::core::/ 1 0) :raises "DivisionByZero"]
     [(:wat::core::/ 1.0 0.0) "#wat.core.f64/+Inf []"]]}
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

(:wat::core::defalias :wat::core::quot
  {:doc "The quotient, truncated toward zero; raises DivisionByZero and IntegerOverflow."
   :example
    [[(:wat::core::quot -7 2) "-3"]]}
  :wat::core::i64::quot)

(:wat::core::primitive :wat::core::i64::quot
  {:java "I64.quotient"
   :doc "The quotient, truncated toward zero; raises DivisionByZero and IntegerOverflow."
   :example
    [[(:wat::core::i64::quot -7 2) "-3"]
     [(:wat::core::i64::quot -9223372036854775808 -1) :raises "IntegerOverflow"]
     [(:wat::core::i64::quot 1 0) :raises "DivisionByZero"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::defalias :wat::core::rem
  {:doc "The remainder, with the sign of the dividend; raises DivisionByZero."
   :example
    [[(:wat::core::rem -7 2) "-1"]]}
  :wat::core::i64::rem)

(:wat::core::primitive :wat::core::i64::rem
  {:java "I64.remainder"
   :doc "The remainder, with the sign of the dividend; raises DivisionByZero."
   :example
    [[(:wat::core::i64::rem -7 2) "-1"]
     [(:wat::core::i64::rem 7 -2) "1"]
     [(:wat::core::i64::rem -9223372036854775808 -1) "0"]
     [(:wat::core::i64::rem 1 0) :raises "DivisionByZero"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::defalias :wat::core::mod
  {:doc "The modulo, with the sign of the divisor; raises DivisionByZero."
   :example
    [[(:wat::core::mod -7 2) "1"]]}
  :wat::core::i64::mod)

(:wat::core::primitive :wat::core::i64::mod
  {:java "I64.modulo"
   :doc "The modulo, with the sign of the divisor; raises DivisionByZero."
   :example
    [[(:wat::core::i64::mod -7 2) "1"]
     [(:wat::core::i64::mod 7 -2) "-1"]
     [(:wat::core::i64::mod 1 0) :raises "DivisionByZero"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::u8
  {:java "I64.toU8"
   :doc "The number as a u8; raises outside 0 to 255."
   :example
    [[(:wat::core::u8 255) "255"]
     [(:wat::core::u8 256) :raises "AssertionFailed"]
     [(:wat::core::u8 -1) :raises "AssertionFailed"]]}
  [n <- :wat::core::i64] -> :wat::core::u8)

(:wat::core::primitive :wat::core::record?
  {:java "Records.isRecord"
   :doc "Whether a value is a record."
   :example
    [[(:wat::core::record? (:user::Point :x 1 :y 2)) "true"]
     [(:wat::core::record? (:wat::core::struct-new :user::Box 1)) "false"]
     [(:wat::core::record? 1) "false"]]}
  [v <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::Record/same-data?
  {:java "Records.sameData"
   :doc "Whether two records have the same fields with the same values, whatever their class."
   :example
    [[(:wat::core::Record/same-data? (:user::Point :x 1 :y 2) (:user::Spot :x 1 :y 2)) "true"]
     [(:wat::core::Record/same-data? (:user::Point :x 1 :y 2) (:user::Point :x 2 :y 2)) "false"]]}
  [a <- :wat::core::Record  b <- :wat::core::Record] -> :wat::core::bool)

(:wat::core::primitive :wat::core::record->map
  {:java "Records.toMap"
   :doc "The fields of a record by their names."
   :example
    [[(:wat::core::= (:wat::core::record->map (:user::Point :x 1 :y 2)) {:x 1 :y 2}) "true"]]}
  [r <- :wat::core::Record] -> :wat::core::HashMap<wat::core::keyword,T>)

(:wat::core::primitive :wat::core::struct->form
  {:java "Records.toForm"
   :doc "The form that would make the struct; raises TypeMismatch if a field has no form."
   :example
    [[(:wat::core::struct->form (:wat::core::struct-new :user::Box 1)) "(:user::Box' 1)"]]}
  [s <- :wat::core::Struct] -> :wat::WatAST)

(:wat::core::primitive :wat::core::type
  {:java "Records.type"
   :doc "The path of the type of a value, without the arguments of the type."
   :example
    [[(:wat::core::type 1) ":wat.core/i64"]
     [(:wat::core::type [1]) ":wat.core/Vector"]
     [(:wat::core::type (:user::Point :x 1 :y 2)) ":user/Point"]]}
  [v <- :T] -> :wat::core::keyword)

(:wat::core::defalias :wat::core::i64/quot
  {:doc "The quotient, truncated toward zero; raises DivisionByZero and IntegerOverflow."
   :example
    [[(:wat::core::i64/quot -7 2) "-3"]]}
  :wat::core::i64::quot)

(:wat::core::defalias :wat::core::i64/rem
  {:doc "The remainder, with the sign of the dividend; raises DivisionByZero."
   :example
    [[(:wat::core::i64/rem -7 2) "-1"]]}
  :wat::core::i64::rem)

(:wat::core::defalias :wat::core::i64/mod
  {:doc "The modulo, with the sign of the divisor; raises DivisionByZero."
   :example
    [[(:wat::core::i64/mod -7 2) "1"]]}
  :wat::core::i64::mod)

(:wat::core::defalias :wat::core::i64/+
  {:doc "Adds two numbers; raises IntegerOverflow."
   :example
    [[(:wat::core::i64/+ 2 3) "5"]]}
  :wat::core::i64::+)

(:wat::core::defalias :wat::core::i64/-
  {:doc "Subtracts the second number from the first; raises IntegerOverflow."
   :example
    [[(:wat::core::i64/- 2 3) "-1"]]}
  :wat::core::i64::-)

(:wat::core::defalias :wat::core::i64/*
  {:doc "Multiplies two numbers; raises IntegerOverflow."
   :example
    [[(:wat::core::i64/* 2 3) "6"]]}
  :wat::core::i64::*)

(:wat::core::defalias :wat::core::i64//
  {:doc "Divides the first number by the second, truncated toward zero; raises DivisionByZero and IntegerOverflow."
   :example
    [[(:wat::core::i64// 7 2) "3"]]}
  :wat::core::i64::/)

(:wat::core::defalias :wat::core::i64/=
  {:doc "Whether two numbers are equal."
   :example
    [[(:wat::core::i64/= 1 1) "true"]]}
  :wat::core::i64::=)

(:wat::core::defalias :wat::core::i64/not=
  {:doc "Whether two numbers differ."
   :example
    [[(:wat::core::i64/not= 1 1) "false"]]}
  :wat::core::i64::not=)

(:wat::core::defalias :wat::core::i64/<
  {:doc "Whether the first number is below the second."
   :example
    [[(:wat::core::i64/< 1 2) "true"]]}
  :wat::core::i64::<)

(:wat::core::defalias :wat::core::i64/>
  {:doc "Whether the first number is above the second."
   :example
    [[(:wat::core::i64/> 1 2) "false"]]}
  :wat::core::i64::>)

(:wat::core::defalias :wat::core::i64/<=
  {:doc "Whether the first number is at most the second."
   :example
    [[(:wat::core::i64/<= 2 2) "true"]]}
  :wat::core::i64::<=)

(:wat::core::defalias :wat::core::i64/>=
  {:doc "Whether the first number is at least the second."
   :example
    [[(:wat::core::i64/>= 1 2) "false"]]}
  :wat::core::i64::>=)

(:wat::core::defalias :wat::core::f64/+
  {:doc "Adds two numbers."
   :example
    [[(:wat::core::f64/+ 1.5 2.0) "3.5"]]}
  :wat::core::f64::+)

(:wat::core::defalias :wat::core::f64/-
  {:doc "Subtracts the second number from the first."
   :example
    [[(:wat::core::f64/- 1.5 2.0) "-0.5"]]}
  :wat::core::f64::-)

(:wat::core::defalias :wat::core::f64/*
  {:doc "Multiplies two numbers."
   :example
    [[(:wat::core::f64/* 1.5 2.0) "3.0"]]}
  :wat::core::f64::*)

(:wat::core::defalias :wat::core::f64//
  {:doc "Divides the first number by the second."
   :example
    [[(:wat::core::f64// 1.0 4.0) "0.25"]]}
  :wat::core::f64::/)

(:wat::core::defalias :wat::core::f64/=
  {:doc "Whether two numbers are equal; false of NaN."
   :example
    [[(:wat::core::f64/= 0.0 -0.0) "true"]]}
  :wat::core::f64::=)

(:wat::core::defalias :wat::core::f64/not=
  {:doc "Whether two numbers differ; true of NaN."
   :example
    [[(:wat::core::f64/not= 1.0 2.0) "true"]]}
  :wat::core::f64::not=)

(:wat::core::defalias :wat::core::f64/<
  {:doc "Whether the first number is below the second; false of NaN."
   :example
    [[(:wat::core::f64/< 1.0 2.0) "true"]]}
  :wat::core::f64::<)

(:wat::core::defalias :wat::core::f64/>
  {:doc "Whether the first number is above the second; false of NaN."
   :example
    [[(:wat::core::f64/> 1.0 2.0) "false"]]}
  :wat::core::f64::>)

(:wat::core::defalias :wat::core::f64/<=
  {:doc "Whether the first number is at most the second; false of NaN."
   :example
    [[(:wat::core::f64/<= 2.0 2.0) "true"]]}
  :wat::core::f64::<=)

(:wat::core::defalias :wat::core::f64/>=
  {:doc "Whether the first number is at least the second; false of NaN."
   :example
    [[(:wat::core::f64/>= 1.0 2.0) "false"]]}
  :wat::core::f64::>=)

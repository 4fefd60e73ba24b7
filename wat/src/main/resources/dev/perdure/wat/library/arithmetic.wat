; Arithmetic on the types of numbers.

(:wat::core::primitive :wat::core::i64::+
  {:java "I64.add"
   :doc "Adds two numbers; raises IntegerOverflow."
   :example [[(:wat::core::i64::+ 2 3) "5"]
             [(:wat::core::i64::+ 9223372036854775807 1) :raises "IntegerOverflow"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::i64::-
  {:java "I64.subtract"
   :doc "Subtracts the second number from the first; raises IntegerOverflow."
   :example [[(:wat::core::i64::- 2 3) "-1"]
             [(:wat::core::i64::- -9223372036854775808 1) :raises "IntegerOverflow"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::i64::*
  {:java "I64.multiply"
   :doc "Multiplies two numbers; raises IntegerOverflow."
   :example [[(:wat::core::i64::* 2 3) "6"]
             [(:wat::core::i64::* 9223372036854775807 2) :raises "IntegerOverflow"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::i64::/
  {:java "I64.divide"
   :doc
     "Divides the first number by the second, truncated toward zero; raises DivisionByZero and IntegerOverflow."
   :example [[(:wat::core::i64::/ 7 2) "3"]
             [(:wat::core::i64::/ -7 2) "-3"]
             [(:wat::core::i64::/ 7 0) :raises "DivisionByZero"]
             [(:wat::core::i64::/ -9223372036854775808 -1) :raises "IntegerOverflow"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::f64::+
  {:java "F64.add" :doc "Adds two numbers." :example [[(:wat::core::f64::+ 1.5 2.0) "3.5"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64::-
  {:java "F64.subtract"
   :doc "Subtracts the second number from the first."
   :example [[(:wat::core::f64::- 1.5 2.0) "-0.5"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64::*
  {:java "F64.multiply"
   :doc "Multiplies two numbers."
   :example [[(:wat::core::f64::* 1.5 2.0) "3.0"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64::/
  {:java "F64.divide"
   :doc "Divides the first number by the second."
   :example [[(:wat::core::f64::/ 1.0 4.0) "0.25"]
             [(:wat::core::f64::/ 1.0 0.0) "#wat.core.f64/+Inf []"]
             [(:wat::core::f64::/ 0.0 0.0) "#wat.core.f64/NaN []"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::bigint::+
  {:java "BigInts.add"
   :doc "Adds two numbers."
   :example [[(:wat::core::bigint::+ 9223372036854775807N 1N) "9223372036854775808N"]]}
  [a <- :wat::core::bigint  b <- :wat::core::bigint] -> :wat::core::bigint)

(:wat::core::primitive :wat::core::bigint::-
  {:java "BigInts.subtract"
   :doc "Subtracts the second number from the first."
   :example [[(:wat::core::bigint::- 1N 2N) "-1N"]]}
  [a <- :wat::core::bigint  b <- :wat::core::bigint] -> :wat::core::bigint)

(:wat::core::primitive :wat::core::bigint::*
  {:java "BigInts.multiply"
   :doc "Multiplies two numbers."
   :example [[(:wat::core::bigint::* 10000000000N 10000000000N) "100000000000000000000N"]]}
  [a <- :wat::core::bigint  b <- :wat::core::bigint] -> :wat::core::bigint)

(:wat::core::primitive :wat::core::bigint::/
  {:java "BigInts.divide"
   :doc
     "Divides the first number by the second; a rational when it is not whole; raises DivisionByZero."
   :example [[(:wat::core::bigint::/ 6N 3N) "2N"]
             [(:wat::core::bigint::/ 1N 3N) "1/3"]
             [(:wat::core::bigint::/ 1N 0N) :raises "DivisionByZero"]]}
  [a <- :wat::core::bigint  b <- :wat::core::bigint] -> :wat::core::rational)

(:wat::core::primitive :wat::core::rational::+
  {:java "Rationals.add"
   :doc "Adds two numbers."
   :example [[(:wat::core::rational::+ 1/2 1/3) "5/6"] [(:wat::core::rational::+ 1/2 1/2) "1N"]]}
  [a <- :wat::core::rational  b <- :wat::core::rational] -> :wat::core::rational)

(:wat::core::primitive :wat::core::rational::-
  {:java "Rationals.subtract"
   :doc "Subtracts the second number from the first."
   :example [[(:wat::core::rational::- 1/2 1/3) "1/6"]]}
  [a <- :wat::core::rational  b <- :wat::core::rational] -> :wat::core::rational)

(:wat::core::primitive :wat::core::rational::*
  {:java "Rationals.multiply"
   :doc "Multiplies two numbers."
   :example [[(:wat::core::rational::* 1/2 2/3) "1/3"]]}
  [a <- :wat::core::rational  b <- :wat::core::rational] -> :wat::core::rational)

(:wat::core::primitive :wat::core::rational::/
  {:java "Rationals.divide"
   :doc "Divides the first number by the second; raises DivisionByZero."
   :example [[(:wat::core::rational::/ 1/2 1/4) "2N"]
             [(:wat::core::rational::/ 1/2 (:wat::core::- 1/2 1/2)) :raises "DivisionByZero"]]}
  [a <- :wat::core::rational  b <- :wat::core::rational] -> :wat::core::rational)

(:wat::core::primitive :wat::core::i64::=
  {:java "I64.equal"
   :doc "Whether two numbers are equal."
   :example [[(:wat::core::i64::= 1 1) "true"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::i64::not=
  {:java "I64.differ"
   :doc "Whether two numbers differ."
   :example [[(:wat::core::i64::not= 1 1) "false"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::i64::<
  {:java "I64.less"
   :doc "Whether the first number is below the second."
   :example [[(:wat::core::i64::< 1 2) "true"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::i64::>
  {:java "I64.greater"
   :doc "Whether the first number is above the second."
   :example [[(:wat::core::i64::> 1 2) "false"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::i64::<=
  {:java "I64.atMost"
   :doc "Whether the first number is at most the second."
   :example [[(:wat::core::i64::<= 2 2) "true"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::i64::>=
  {:java "I64.atLeast"
   :doc "Whether the first number is at least the second."
   :example [[(:wat::core::i64::>= 1 2) "false"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::=
  {:java "F64.equal"
   :doc "Whether two numbers are equal; false of NaN."
   :example [[(:wat::core::f64::= 0.0 -0.0) "true"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::not=
  {:java "F64.differ"
   :doc "Whether two numbers differ; true of NaN."
   :example [[(:wat::core::f64::not= 1.0 2.0) "true"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::<
  {:java "F64.less"
   :doc "Whether the first number is below the second; false of NaN."
   :example [[(:wat::core::f64::< 1.0 2.0) "true"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::>
  {:java "F64.greater"
   :doc "Whether the first number is above the second; false of NaN."
   :example [[(:wat::core::f64::> 1.0 2.0) "false"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::<=
  {:java "F64.atMost"
   :doc "Whether the first number is at most the second; false of NaN."
   :example [[(:wat::core::f64::<= 2.0 2.0) "true"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::f64::>=
  {:java "F64.atLeast"
   :doc "Whether the first number is at least the second; false of NaN."
   :example [[(:wat::core::f64::>= 1.0 2.0) "false"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::bool)

(:wat::core::primitive :wat::core::bigint::of
  {:java "BigInts.of"
   :doc "The same number as a bigint."
   :example [[(:wat::core::bigint::of 5) "5N"]]}
  [n <- :wat::core::i64] -> :wat::core::bigint)

(:wat::core::primitive :wat::core::rational::of-i64
  {:java "Rationals.ofI64"
   :doc "The same number as a rational."
   :example [[(:wat::core::rational::of-i64 5) "5N"]]}
  [n <- :wat::core::i64] -> :wat::core::rational)

(:wat::core::primitive :wat::core::rational::of-bigint
  {:java "Rationals.ofBigInt"
   :doc "The same number as a rational."
   :example [[(:wat::core::rational::of-bigint 5N) "5N"]]}
  [n <- :wat::core::bigint] -> :wat::core::rational)

(:wat::core::primitive :wat::core::bigint::to-f64
  {:java "BigInts.toF64" :doc "The nearest f64." :example [[(:wat::core::bigint::to-f64 5N) "5.0"]]}
  [n <- :wat::core::bigint] -> :wat::core::f64)

(:wat::core::primitive :wat::core::rational::to-f64
  {:java "Rationals.toF64"
   :doc "The nearest f64."
   :example [[(:wat::core::rational::to-f64 1/3) "0.3333333333333333"]]}
  [n <- :wat::core::rational] -> :wat::core::f64)

(:wat::core::primitive :wat::core::i64::to-f64
  {:java "I64.toF64" :doc "The nearest f64." :example [[(:wat::core::i64::to-f64 3) "3.0"]]}
  [n <- :wat::core::i64] -> :wat::core::f64)

(:wat::core::defclause :wat::core::+
  {:doc "Adds numbers; three or more of one type."
   :example [[(:wat::core::+) "0"]
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
  ([a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::+ a b))
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
  ([a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64 (:wat::core::f64::+ a b))
  ([a <- :wat::core::i64  b <- :wat::core::i64  & more <- :wat::core::Vector<wat::core::i64>]
    -> :wat::core::i64
    (:wat::core::foldl :wat::core::i64::+ (:wat::core::i64::+ a b) more))
  ([a <- :wat::core::f64  b <- :wat::core::f64  & more <- :wat::core::Vector<wat::core::f64>]
    -> :wat::core::f64
    (:wat::core::foldl :wat::core::f64::+ (:wat::core::f64::+ a b) more))
  ([a <- :wat::core::bigint  b <- :wat::core::bigint
    & more <- :wat::core::Vector<wat::core::bigint>] -> :wat::core::bigint
    (:wat::core::foldl :wat::core::bigint::+ (:wat::core::bigint::+ a b) more))
  ([a <- :wat::core::rational  b <- :wat::core::rational
    & more <- :wat::core::Vector<wat::core::rational>] -> :wat::core::rational
    (:wat::core::foldl :wat::core::rational::+ (:wat::core::rational::+ a b) more)))

(:wat::core::defclause :wat::core::-
  {:doc "Subtracts numbers; three or more of one type."
   :example [[(:wat::core::- 5) "-5"]
             [(:wat::core::- 10 2 3) "5"]
             [(:wat::core::- 1/2) "-1/2"]
             [(:wat::core::- -9223372036854775808) :raises "IntegerOverflow"]]}
  ([a <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::- 0 a))
  ([a <- :wat::core::f64] -> :wat::core::f64 (:wat::core::f64::- -0.0 a))
  ([a <- :wat::core::bigint] -> :wat::core::bigint (:wat::core::bigint::- 0N a))
  ([a <- :wat::core::rational] -> :wat::core::rational
    (:wat::core::rational::- (:wat::core::rational::of-i64 0) a))
  ([a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::- a b))
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
  ([a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64 (:wat::core::f64::- a b))
  ([a <- :wat::core::i64  b <- :wat::core::i64  & more <- :wat::core::Vector<wat::core::i64>]
    -> :wat::core::i64
    (:wat::core::foldl :wat::core::i64::- (:wat::core::i64::- a b) more))
  ([a <- :wat::core::f64  b <- :wat::core::f64  & more <- :wat::core::Vector<wat::core::f64>]
    -> :wat::core::f64
    (:wat::core::foldl :wat::core::f64::- (:wat::core::f64::- a b) more))
  ([a <- :wat::core::bigint  b <- :wat::core::bigint
    & more <- :wat::core::Vector<wat::core::bigint>] -> :wat::core::bigint
    (:wat::core::foldl :wat::core::bigint::- (:wat::core::bigint::- a b) more))
  ([a <- :wat::core::rational  b <- :wat::core::rational
    & more <- :wat::core::Vector<wat::core::rational>] -> :wat::core::rational
    (:wat::core::foldl :wat::core::rational::- (:wat::core::rational::- a b) more)))

(:wat::core::defclause :wat::core::*
  {:doc "Multiplies numbers; three or more of one type."
   :example [[(:wat::core::*) "1"]
             [(:wat::core::* 2 3 4) "24"]
             [(:wat::core::* 2 0.5) "1.0"]
             [(:wat::core::* 1/2 2) "1N"]]}
  ([] -> :wat::core::i64 1)
  ([a <- :wat::core::i64] -> :wat::core::i64 a)
  ([a <- :wat::core::f64] -> :wat::core::f64 a)
  ([a <- :wat::core::bigint] -> :wat::core::bigint a)
  ([a <- :wat::core::rational] -> :wat::core::rational a)
  ([a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::* a b))
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
  ([a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64 (:wat::core::f64::* a b))
  ([a <- :wat::core::i64  b <- :wat::core::i64  & more <- :wat::core::Vector<wat::core::i64>]
    -> :wat::core::i64
    (:wat::core::foldl :wat::core::i64::* (:wat::core::i64::* a b) more))
  ([a <- :wat::core::f64  b <- :wat::core::f64  & more <- :wat::core::Vector<wat::core::f64>]
    -> :wat::core::f64
    (:wat::core::foldl :wat::core::f64::* (:wat::core::f64::* a b) more))
  ([a <- :wat::core::bigint  b <- :wat::core::bigint
    & more <- :wat::core::Vector<wat::core::bigint>] -> :wat::core::bigint
    (:wat::core::foldl :wat::core::bigint::* (:wat::core::bigint::* a b) more))
  ([a <- :wat::core::rational  b <- :wat::core::rational
    & more <- :wat::core::Vector<wat::core::rational>] -> :wat::core::rational
    (:wat::core::foldl :wat::core::rational::* (:wat::core::rational::* a b) more)))

(:wat::core::defclause :wat::core::/
  {:doc "Divides numbers; three or more of one type."
   :example [[(:wat::core::/ 7 2) "3"]
             [(:wat::core::/ 2.0) "0.5"]
             [(:wat::core::/ 1N 2) "1/2"]
             [(:wat::core::/ 24N 2N 3N) "4N"]
             [(:wat::core::/ 1 0) :raises "DivisionByZero"]
             [(:wat::core::/ 1.0 0.0) "#wat.core.f64/+Inf []"]]}
  ([a <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::/ 1 a))
  ([a <- :wat::core::f64] -> :wat::core::f64 (:wat::core::f64::/ 1.0 a))
  ([a <- :wat::core::bigint] -> :wat::core::rational (:wat::core::bigint::/ 1N a))
  ([a <- :wat::core::rational] -> :wat::core::rational
    (:wat::core::rational::/ (:wat::core::rational::of-i64 1) a))
  ([a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::/ a b))
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
  ([a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64 (:wat::core::f64::/ a b))
  ([a <- :wat::core::i64  b <- :wat::core::i64  & more <- :wat::core::Vector<wat::core::i64>]
    -> :wat::core::i64
    (:wat::core::foldl :wat::core::i64::/ (:wat::core::i64::/ a b) more))
  ([a <- :wat::core::f64  b <- :wat::core::f64  & more <- :wat::core::Vector<wat::core::f64>]
    -> :wat::core::f64
    (:wat::core::foldl :wat::core::f64::/ (:wat::core::f64::/ a b) more))
  ([a <- :wat::core::bigint  b <- :wat::core::bigint
    & more <- :wat::core::Vector<wat::core::bigint>] -> :wat::core::rational
    (:wat::core::foldl (:wat::core::fn [x <- :wat::core::rational  y <- :wat::core::bigint]
                         -> :wat::core::rational
                         (:wat::core::rational::/ x (:wat::core::rational::of-bigint y)))
                       (:wat::core::bigint::/ a b)
                       more))
  ([a <- :wat::core::rational  b <- :wat::core::rational
    & more <- :wat::core::Vector<wat::core::rational>] -> :wat::core::rational
    (:wat::core::foldl :wat::core::rational::/ (:wat::core::rational::/ a b) more)))

(:wat::core::defalias :wat::core::quot
  {:doc "The quotient, truncated toward zero; raises DivisionByZero and IntegerOverflow."
   :example [[(:wat::core::quot -7 2) "-3"]]}
  :wat::core::i64::quot)

(:wat::core::primitive :wat::core::i64::quot
  {:java "I64.quotient"
   :doc "The quotient, truncated toward zero; raises DivisionByZero and IntegerOverflow."
   :example [[(:wat::core::i64::quot -7 2) "-3"]
             [(:wat::core::i64::quot -9223372036854775808 -1) :raises "IntegerOverflow"]
             [(:wat::core::i64::quot 1 0) :raises "DivisionByZero"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::defalias :wat::core::rem
  {:doc "The remainder, with the sign of the dividend; raises DivisionByZero."
   :example [[(:wat::core::rem -7 2) "-1"]]}
  :wat::core::i64::rem)

(:wat::core::primitive :wat::core::i64::rem
  {:java "I64.remainder"
   :doc "The remainder, with the sign of the dividend; raises DivisionByZero."
   :example [[(:wat::core::i64::rem -7 2) "-1"]
             [(:wat::core::i64::rem 7 -2) "1"]
             [(:wat::core::i64::rem -9223372036854775808 -1) "0"]
             [(:wat::core::i64::rem 1 0) :raises "DivisionByZero"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::defalias :wat::core::mod
  {:doc "The modulo, with the sign of the divisor; raises DivisionByZero."
   :example [[(:wat::core::mod -7 2) "1"]]}
  :wat::core::i64::mod)

(:wat::core::primitive :wat::core::i64::mod
  {:java "I64.modulo"
   :doc "The modulo, with the sign of the divisor; raises DivisionByZero."
   :example [[(:wat::core::i64::mod -7 2) "1"]
             [(:wat::core::i64::mod 7 -2) "-1"]
             [(:wat::core::i64::mod 1 0) :raises "DivisionByZero"]]}
  [a <- :wat::core::i64  b <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::core::u8
  {:java "I64.toU8"
   :doc "The number as a u8; raises outside 0 to 255."
   :example [[(:wat::core::u8 255) "255"]
             [(:wat::core::u8 256) :raises "AssertionFailed"]
             [(:wat::core::u8 -1) :raises "AssertionFailed"]]}
  [n <- :wat::core::i64] -> :wat::core::u8)

(:wat::core::defalias :wat::core::i64/quot
  {:doc "The quotient, truncated toward zero; raises DivisionByZero and IntegerOverflow."
   :example [[(:wat::core::i64/quot -7 2) "-3"]]}
  :wat::core::i64::quot)

(:wat::core::defalias :wat::core::i64/rem
  {:doc "The remainder, with the sign of the dividend; raises DivisionByZero."
   :example [[(:wat::core::i64/rem -7 2) "-1"]]}
  :wat::core::i64::rem)

(:wat::core::defalias :wat::core::i64/mod
  {:doc "The modulo, with the sign of the divisor; raises DivisionByZero."
   :example [[(:wat::core::i64/mod -7 2) "1"]]}
  :wat::core::i64::mod)

(:wat::core::defalias :wat::core::i64/+
  {:doc "Adds two numbers; raises IntegerOverflow." :example [[(:wat::core::i64/+ 2 3) "5"]]}
  :wat::core::i64::+)

(:wat::core::defalias :wat::core::i64/-
  {:doc "Subtracts the second number from the first; raises IntegerOverflow."
   :example [[(:wat::core::i64/- 2 3) "-1"]]}
  :wat::core::i64::-)

(:wat::core::defalias :wat::core::i64/*
  {:doc "Multiplies two numbers; raises IntegerOverflow." :example [[(:wat::core::i64/* 2 3) "6"]]}
  :wat::core::i64::*)

(:wat::core::defalias :wat::core::i64//
  {:doc
     "Divides the first number by the second, truncated toward zero; raises DivisionByZero and IntegerOverflow."
   :example [[(:wat::core::i64// 7 2) "3"]]}
  :wat::core::i64::/)

(:wat::core::defalias :wat::core::i64/=
  {:doc "Whether two numbers are equal." :example [[(:wat::core::i64/= 1 1) "true"]]}
  :wat::core::i64::=)

(:wat::core::defalias :wat::core::i64/not=
  {:doc "Whether two numbers differ." :example [[(:wat::core::i64/not= 1 1) "false"]]}
  :wat::core::i64::not=)

(:wat::core::defalias :wat::core::i64/<
  {:doc "Whether the first number is below the second." :example [[(:wat::core::i64/< 1 2) "true"]]}
  :wat::core::i64::<)

(:wat::core::defalias :wat::core::i64/>
  {:doc "Whether the first number is above the second."
   :example [[(:wat::core::i64/> 1 2) "false"]]}
  :wat::core::i64::>)

(:wat::core::defalias :wat::core::i64/<=
  {:doc "Whether the first number is at most the second."
   :example [[(:wat::core::i64/<= 2 2) "true"]]}
  :wat::core::i64::<=)

(:wat::core::defalias :wat::core::i64/>=
  {:doc "Whether the first number is at least the second."
   :example [[(:wat::core::i64/>= 1 2) "false"]]}
  :wat::core::i64::>=)

(:wat::core::defalias :wat::core::f64/+
  {:doc "Adds two numbers." :example [[(:wat::core::f64/+ 1.5 2.0) "3.5"]]}
  :wat::core::f64::+)

(:wat::core::defalias :wat::core::f64/-
  {:doc "Subtracts the second number from the first."
   :example [[(:wat::core::f64/- 1.5 2.0) "-0.5"]]}
  :wat::core::f64::-)

(:wat::core::defalias :wat::core::f64/*
  {:doc "Multiplies two numbers." :example [[(:wat::core::f64/* 1.5 2.0) "3.0"]]}
  :wat::core::f64::*)

(:wat::core::defalias :wat::core::f64//
  {:doc "Divides the first number by the second." :example [[(:wat::core::f64// 1.0 4.0) "0.25"]]}
  :wat::core::f64::/)

(:wat::core::defalias :wat::core::f64/=
  {:doc "Whether two numbers are equal; false of NaN."
   :example [[(:wat::core::f64/= 0.0 -0.0) "true"]]}
  :wat::core::f64::=)

(:wat::core::defalias :wat::core::f64/not=
  {:doc "Whether two numbers differ; true of NaN."
   :example [[(:wat::core::f64/not= 1.0 2.0) "true"]]}
  :wat::core::f64::not=)

(:wat::core::defalias :wat::core::f64/<
  {:doc "Whether the first number is below the second; false of NaN."
   :example [[(:wat::core::f64/< 1.0 2.0) "true"]]}
  :wat::core::f64::<)

(:wat::core::defalias :wat::core::f64/>
  {:doc "Whether the first number is above the second; false of NaN."
   :example [[(:wat::core::f64/> 1.0 2.0) "false"]]}
  :wat::core::f64::>)

(:wat::core::defalias :wat::core::f64/<=
  {:doc "Whether the first number is at most the second; false of NaN."
   :example [[(:wat::core::f64/<= 2.0 2.0) "true"]]}
  :wat::core::f64::<=)

(:wat::core::defalias :wat::core::f64/>=
  {:doc "Whether the first number is at least the second; false of NaN."
   :example [[(:wat::core::f64/>= 1.0 2.0) "false"]]}
  :wat::core::f64::>=)

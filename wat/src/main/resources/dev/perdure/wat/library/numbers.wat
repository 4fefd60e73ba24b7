; Mathematics, statistics, random numbers and UUIDs.

(:wat::core::primitive :wat::std::math::ln
  {:java "Maths.ln"
   :doc "The natural logarithm."}
  [x <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::std::math::log
  {:java "Maths.log"
   :doc "The logarithm to the base 10."}
  [x <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::std::math::exp
  {:java "Maths.exp"
   :doc "e to the power of x."}
  [x <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::std::math::sqrt
  {:java "Maths.sqrt"
   :doc "The square root."}
  [x <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::std::math::sin
  {:java "Maths.sin"
   :doc "The sine."}
  [x <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::std::math::cos
  {:java "Maths.cos"
   :doc "The cosine."}
  [x <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::std::math::pi
  {:java "Maths.pi"
   :doc "The ratio of a circle to its diameter."}
  [] -> :wat::core::f64)

(:wat::core::primitive :wat::std::stat::mean
  {:java "Stats.mean"
   :doc "Of a population; None of nothing."}
  [xs <- :wat::core::Vector<wat::core::f64>] -> :wat::core::Option<wat::core::f64>)

(:wat::core::primitive :wat::std::stat::variance
  {:java "Stats.variance"
   :doc "Of a population; None of nothing."}
  [xs <- :wat::core::Vector<wat::core::f64>] -> :wat::core::Option<wat::core::f64>)

(:wat::core::primitive :wat::std::stat::stddev
  {:java "Stats.stddev"
   :doc "Of a population; None of nothing."}
  [xs <- :wat::core::Vector<wat::core::f64>] -> :wat::core::Option<wat::core::f64>)

(:wat::core::primitive :wat::random::i64
  {:java "Effects.randomI64" :effects [random]
   :doc "A number from lo up to hi, which is not among them."}
  [lo <- :wat::core::i64  hi <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::random::f64
  {:java "Effects.randomF64" :effects [random]
   :doc "A number from 0 up to 1, which is not among them."}
  [] -> :wat::core::f64)

(:wat::core::primitive :wat::core::Uuid/v4
  {:java "Effects.uuid4" :effects [random]
   :doc "A random UUID."}
  [] -> :wat::core::Uuid)

(:wat::core::primitive :wat::core::Uuid/nil
  {:java "Uuids.uuidNil"
   :doc "The UUID of zeros."}
  [] -> :wat::core::Uuid)

(:wat::core::primitive :wat::core::Uuid/v5
  {:java "Uuids.uuid5"
   :doc "The UUID of a name in a namespace."}
  [ns <- :wat::core::Uuid  name <- :wat::core::String] -> :wat::core::Uuid)

(:wat::core::primitive :wat::core::Uuid/to-string
  {:java "Uuids.uuidToString"
   :doc "The text of a UUID."}
  [u <- :wat::core::Uuid] -> :wat::core::String)

(:wat::core::primitive :wat::core::Uuid/from-string
  {:java "Uuids.uuidFromString"
   :doc "The UUID of its text in lower case."}
  [s <- :wat::core::String] -> :wat::core::Option<wat::core::Uuid>)

(:wat::core::primitive :wat::core::Uuid/version
  {:java "Uuids.uuidVersion"
   :doc "The version of a UUID."}
  [u <- :wat::core::Uuid] -> :wat::core::i64)

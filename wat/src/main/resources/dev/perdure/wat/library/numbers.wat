; Mathematics, statistics, random numbers and UUIDs.

(:wat::core::primitive :wat::std::math::ln
  {:java "Maths.ln"
   :doc "The natural logarithm; NaN below zero."
   :example [[(:wat::std::math::ln 1.0) "0.0"]]}
  [x <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::std::math::log
  {:java "Maths.log"
   :doc "The logarithm to the base 10; NaN below zero."
   :example [[(:wat::std::math::log 1000.0) "3.0"]]}
  [x <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::std::math::exp
  {:java "Maths.exp" :doc "The power of e to x." :example [[(:wat::std::math::exp 0.0) "1.0"]]}
  [x <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::std::math::sqrt
  {:java "Maths.sqrt"
   :doc "The square root; NaN below zero."
   :example [[(:wat::std::math::sqrt 2.0) "1.4142135623730951"]
             [(:wat::std::math::sqrt -1.0) "#wat.core.f64/NaN []"]]}
  [x <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::std::math::sin
  {:java "Maths.sin"
   :doc "The sine of an angle in radians."
   :example [[(:wat::std::math::sin 1.0) "0.8414709848078965"]]}
  [x <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::std::math::cos
  {:java "Maths.cos"
   :doc "The cosine of an angle in radians."
   :example [[(:wat::std::math::cos 1.0) "0.5403023058681398"]]}
  [x <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::std::math::pi
  {:java "Maths.pi"
   :doc "The ratio of a circle to its diameter."
   :example [[(:wat::std::math::pi) "3.141592653589793"]]}
  [] -> :wat::core::f64)

(:wat::core::primitive :wat::std::stat::mean
  {:java "Stats.mean"
   :doc "The mean of all numbers; None of nothing."
   :example [[(:wat::std::stat::mean [1.0 2.0 6.0]) "#wat.core.Option/Some [3.0]"]
             [(:wat::std::stat::mean (:wat::core::Vector :wat::core::f64))
              "#wat.core.Option/None []"]]}
  [xs <- :wat::core::Vector<wat::core::f64>] -> :wat::core::Option<wat::core::f64>)

(:wat::core::primitive :wat::std::stat::variance
  {:java "Stats.variance"
   :doc "The variance of a whole population; None of nothing."
   :example [[(:wat::std::stat::variance [1.0 3.0]) "#wat.core.Option/Some [1.0]"]
             [(:wat::std::stat::variance (:wat::core::Vector :wat::core::f64))
              "#wat.core.Option/None []"]]}
  [xs <- :wat::core::Vector<wat::core::f64>] -> :wat::core::Option<wat::core::f64>)

(:wat::core::primitive :wat::std::stat::stddev
  {:java "Stats.stddev"
   :doc "The standard deviation of a whole population; None of nothing."
   :example [[(:wat::std::stat::stddev [1.0 5.0]) "#wat.core.Option/Some [2.0]"]
             [(:wat::std::stat::stddev (:wat::core::Vector :wat::core::f64))
              "#wat.core.Option/None []"]]}
  [xs <- :wat::core::Vector<wat::core::f64>] -> :wat::core::Option<wat::core::f64>)

(:wat::core::primitive :wat::random::i64
  {:java "Effects.randomI64"
   :effects [random]
   :doc "A random number that is at least lo and below hi."}
  [lo <- :wat::core::i64  hi <- :wat::core::i64] -> :wat::core::i64)

(:wat::core::primitive :wat::random::f64
  {:java "Effects.randomF64"
   :effects [random]
   :doc "A random number that is at least 0 and below 1."}
  [] -> :wat::core::f64)

(:wat::core::primitive :wat::core::Uuid/v4
  {:java "Effects.uuid4" :effects [random] :doc "A random UUID."}
  [] -> :wat::core::Uuid)

(:wat::core::primitive :wat::core::Uuid/nil
  {:java "Uuids.nil"
   :doc "The UUID of zeros."
   :example [[(:wat::core::Uuid/nil) "#uuid \"00000000-0000-0000-0000-000000000000\""]]}
  [] -> :wat::core::Uuid)

(:wat::core::primitive :wat::core::Uuid/v5
  {:java "Uuids.v5"
   :doc "The UUID of a name in a namespace."
   :example [[(:wat::core::Uuid/v5
                (:wat::core::Option/expect
                  (:wat::core::Uuid/from-string "6ba7b810-9dad-11d1-80b4-00c04fd430c8")
                  "no UUID")
                "www.example.com")
              "#uuid \"2ed6657d-e927-568b-95e1-2665a8aea6a2\""]]}
  [ns <- :wat::core::Uuid  name <- :wat::core::String] -> :wat::core::Uuid)

(:wat::core::primitive :wat::core::Uuid/to-string
  {:java "Uuids.text"
   :doc "The text of a UUID."
   :example [[(:wat::core::Uuid/to-string (:wat::core::Uuid/nil))
              "\"00000000-0000-0000-0000-000000000000\""]]}
  [u <- :wat::core::Uuid] -> :wat::core::String)

(:wat::core::primitive :wat::core::Uuid/from-string
  {:java "Uuids.fromString"
   :doc "The UUID of its text; None of any text that Uuid/to-string does not give."
   :example [[(:wat::core::Uuid/from-string "6ba7b810-9dad-11d1-80b4-00c04fd430c8")
              "#wat.core.Option/Some [#uuid \"6ba7b810-9dad-11d1-80b4-00c04fd430c8\"]"]
             [(:wat::core::Uuid/from-string "6BA7B810-9dad-11d1-80b4-00c04fd430c8")
              "#wat.core.Option/None []"]
             [(:wat::core::Uuid/from-string "1-1-1-1-1") "#wat.core.Option/None []"]]}
  [s <- :wat::core::String] -> :wat::core::Option<wat::core::Uuid>)

(:wat::core::primitive :wat::core::Uuid/version
  {:java "Uuids.version"
   :doc "The version of a UUID; 0 of the one of zeros."
   :example [[(:wat::core::Uuid/version (:wat::core::Uuid/v5 (:wat::core::Uuid/nil) "a")) "5"]
             [(:wat::core::Uuid/version (:wat::core::Uuid/nil)) "0"]]}
  [u <- :wat::core::Uuid] -> :wat::core::i64)

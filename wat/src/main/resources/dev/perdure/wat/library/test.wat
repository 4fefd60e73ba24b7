; Tests.

(:wat::core::defrecord :wat::test::RunResult
  [stdout <- :wat::core::Vector<wat::core::String>  stderr <- :wat::core::Vector<wat::core::String>
   failure <- :wat::core::Option<wat::kernel::Failure>])

(:wat::core::typealias :wat::test::TestResult :wat::test::RunResult)

(:wat::core::primitive :wat::test::begin
  {:java "Effects.beginTest"
   :effects [spawn latent]
   :restricted-to [:wat::test::]
   :doc "Begins a call of a function in a thread of its own, whose lines are kept."}
  [f <- :wat::core::Fn()->T] -> :wat::kernel::Thread<wat::core::nil,T>)

(:wat::core::primitive :wat::test::outcome
  {:java "Effects.testOutcome"
   :effects [spawn]
   :restricted-to [:wat::test::]
   :doc "Waits for the end of such a call: what it printed, and how it failed."}
  [t <- :wat::kernel::Thread<wat::core::nil,T>] -> :wat::test::RunResult)

(:wat::core::primitive :wat::test::run-program
  {:java "Effects.runProgram"
   :effects [spawn]
   :doc
     "Runs a program from its main in a universe and with streams of its own, granted nothing: what it printed, and how it failed. It runs within the process that asks."}
  [forms <- :wat::core::Vector<wat::WatAST>] -> :wat::test::RunResult)

(:wat::core::defn :wat::test::assert-eq
  {:doc "Raises unless two values are equal."
   :example [[(:wat::test::assert-eq 1 1) "nil"]
             [(:wat::test::assert-eq 1 2) :raises "AssertionFailed"]]}
  [a <- :T  b <- :T] -> :wat::core::nil
  (:wat::core::if (:wat::core::= a b)
    nil
    (:wat::kernel::assertion-failed! "assert-eq failed"
                                     (:wat::core::Some (:wat::core::show a))
                                     (:wat::core::Some (:wat::core::show b)))))

(:wat::core::defn :wat::test::assert-true
  {:doc "Raises unless a bool is true."
   :example [[(:wat::test::assert-true true) "nil"]
             [(:wat::test::assert-true false) :raises "AssertionFailed"]]}
  [b <- :wat::core::bool] -> :wat::core::nil
  (:wat::core::if b
    nil
    (:wat::kernel::assertion-failed! "assert-true failed"
                                     (:wat::core::Some "false")
                                     (:wat::core::Some "true"))))

(:wat::core::defn :wat::test::assert-false
  {:doc "Raises unless a bool is false."
   :example [[(:wat::test::assert-false false) "nil"]
             [(:wat::test::assert-false true) :raises "AssertionFailed"]]}
  [b <- :wat::core::bool] -> :wat::core::nil
  (:wat::core::if b
    (:wat::kernel::assertion-failed! "assert-false failed"
                                     (:wat::core::Some "true")
                                     (:wat::core::Some "false"))
    nil))

(:wat::core::defn :wat::test::assert-contains
  {:doc "Raises unless a text holds another."
   :example [[(:wat::test::assert-contains "abc" "b") "nil"]
             [(:wat::test::assert-contains "abc" "x") :raises "AssertionFailed"]]}
  [hay <- :wat::core::String  needle <- :wat::core::String] -> :wat::core::nil
  (:wat::core::if (:wat::core::string::contains? hay needle)
    nil
    (:wat::kernel::assertion-failed! "assert-contains failed"
                                     (:wat::core::Some (:wat::core::show hay))
                                     (:wat::core::Some (:wat::core::show needle)))))

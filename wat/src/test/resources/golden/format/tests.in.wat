(:wat::test::deftest :acme::adds (:wat::test::assert-eq (:wat::core::+ 1 2) 3))
(:wat::test::time-limit "15000ms")
(:wat::test::deftest-hermetic :acme::greets ((:wat::core::defn :acme::greet [name <- :wat::core::String] -> :wat::core::String (:wat::core::format "hello {n}" :n name)) (:wat::core::def :acme::who "you")) (:wat::test::assert-eq (:acme::greet :acme::who) "hello you"))
(:wat::test::should-panic "index") (:wat::test::deftest :acme::panics
  (:wat::core::do (:acme::prepare) (:wat::core::nth [1 2 3] 7)))

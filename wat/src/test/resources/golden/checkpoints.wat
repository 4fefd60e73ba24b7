;; Waits at every kind of step, between slots of every kind: what is bound, what is kept while
;; operands are computed, what is computed for the step itself.
(:wat::core::defenum :t::Shape :wat::enum::Pure
  :Dot
  :Box [w <- :wat::core::i64  h <- :wat::core::i64])

(:wat::core::defn :t::area [shape <- :t::Shape  by <- :wat::core::i64] -> :wat::core::i64
  (:wat::core::match shape
    (:t::Shape::Dot (:wat::random::i64 0 (:wat::core::+ by 9)))
    ((:t::Shape::Box w h) (:wat::core::+ (:wat::core::* w by) (:wat::core::+ (:wat::random::i64 0 (:wat::core::* w h)) (:wat::core::* by h))))))

(:wat::core::defn :t::twice [f <- :wat::core::Fn(wat::core::i64)->wat::core::i64  n <- :wat::core::i64] -> :wat::core::i64
  (:wat::core::let [first (f (:wat::core::+ n 1))
         second (f (:wat::core::+ first n))]
    (:wat::core::if (:wat::core::< (:wat::random::i64 0 9) second)
      (:wat::core::+ (f second) (:wat::core::* first second))
      0)))

(:wat::core::defn :t::count [n <- :wat::core::i64  sum <- :wat::core::i64] -> :wat::core::i64
  (:wat::core::if (:wat::core::= n 0)
    sum
    (:t::count (:wat::core::- n 1) (:wat::core::+ sum (:wat::random::i64 0 (:wat::core::+ n sum))))))

(:wat::core::defn :t::main [] -> :wat::core::Vector<wat::core::i64>
  (:wat::core::let [base (:wat::core::+ 1 (:wat::random::i64 0 9))]
    [(:t::area (:t::Shape::Box 2 (:wat::core::+ base 3)) (:wat::core::+ base 4))
     (:t::area :t::Shape::Dot (:wat::random::i64 0 9))
     (:t::twice (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64 (:wat::core::+ x (:wat::core::* base (:wat::random::i64 0 x)))) base)
     (:t::count 3 base)]))

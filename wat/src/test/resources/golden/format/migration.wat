(:wat::core::defrecord :acme::State-1 {:was :acme::State} [n <- :wat::core::i64])  ; the shape it had
(:wat::core::defrecord :acme::State [n <- :wat::core::i64  unit <- :wat::core::String])  ; the shape it has
(:wat::kernel::defmigration :acme::state-1-to-2 [old <- :acme::State-1] -> :acme::State
  (:acme::State :n (:acme::State-1/n old) :unit "kg"))
(:wat::kernel::retire :acme::old-worker)

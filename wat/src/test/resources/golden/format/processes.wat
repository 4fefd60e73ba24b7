(:wat::core::defn :acme::double
  [p <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>] -> :wat::core::nil
  (:wat::core::match (:wat::kernel::Peer/readln p)
    ((Ok n)
      (:wat::core::Result/expect (:wat::kernel::Peer/println p (:wat::core::* 2 n))
                                 "client is gone")
      (:acme::double p))
    ((Err _) nil)))
(:wat::core::defn :acme::client
  [a <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>] -> :wat::core::i64
  (:wat::core::Result/expect (:wat::kernel::Peer/println a 21) "no server")
  (:wat::core::Result/expect (:wat::kernel::Peer/readln a) "no answer"))
(:wat::core::defn :acme::counter
  [n <- :wat::core::i64  inbox <- :wat::kernel::Receiver<wat::core::i64>] -> :wat::core::nil
  (:wat::worker::loop-with-shutdown :acme::counter [total <- :wat::core::i64 n]
    (msg <- inbox (:wat::core::+ total msg))))
(:wat::core::defn :user::main [] -> :wat::core::nil
  (:wat::kernel::println
    (:wat::kernel::run-threads (:wat::core::Tuple :acme::double) :acme::client))
  (:wat::kernel::println (:wat::kernel::run-processes
                           (:wat::core::Tuple :acme::double :acme::double :acme::double)
                           :acme::client))

  (:wat::kernel::spawn-with-state :name :acme::counter :initial-state 0)
  (:wat::core::Result/expect (:wat::kernel::tell :acme::counter 5) "counter is gone"))

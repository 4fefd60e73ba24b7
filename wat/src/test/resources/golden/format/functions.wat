(:wat::core::defn :acme::tax::rate
  {:doc "Percent." :effects []}
  [country <- :wat::core::String] -> :wat::core::f64
  (:wat::core::cond
    ((:wat::core::= country "DE") 19.0)
    ((:wat::core::= country "CH") 8.1)
    (:else 0.0)))
(:wat::core::defn :acme::withdraw
  {:doc "Takes money from an account." :effects [time :acme::Ledger] :route "withdraw"}
  [account <- :acme::Account  amount <- :acme::Cents
   reason <- :wat::core::Option<wat::core::String>]
  -> :wat::core::Result<acme::Account,acme::Refusal>
  ; the limit first
  (:wat::core::let [left (:wat::core::- (:acme::Account/balance account) (:acme::Cents/0 amount))
                    ;; never negative
                    allowed? (:wat::core::>= left 0)
                    now (:wat::time::now)]
    (:wat::core::if allowed?
      (Ok (:wat::core::assoc account :balance left))
      (Err (:acme::Refusal::TooMuch amount)))))
(:wat::core::defn :acme::serve
  [host <- :wat::core::String  & [port <- :wat::core::i64  tls <- :wat::core::bool]]
  -> :wat::core::nil
  nil)
(:wat::core::defn :acme::sum
  [first <- :wat::core::i64  & rest <- :wat::core::Vector<wat::core::i64>] -> :wat::core::i64
  (:wat::core::foldl :wat::core::+ first rest))
(:wat::core::defclause :acme::describe {:doc "Anything in words."}
  ([n <- :wat::core::i64] :guard (:wat::core::< n 0) -> :wat::core::String "negative")

  ([n <- :wat::core::i64]
    :ensure (:wat::core::fn [r <- :wat::core::String] -> :wat::core::bool
              (:wat::core::not (:wat::core::string::empty? r))) -> :wat::core::String
    (:wat::core::i64::to-string n))
  ([s <- :wat::core::String] -> :wat::core::String s))
(:wat::core::defextern :shop::price {:route "priceOf"} [o <- :shop::Order] -> :shop::Price)
(:wat::core::defeffect :acme::Mailer
  [(send-mail [to <- :wat::core::String  text <- :wat::core::String]
     -> :wat::core::Result<wat::core::nil,acme::MailError>)
   (quota {:read-only true} [] -> :wat::core::i64)])

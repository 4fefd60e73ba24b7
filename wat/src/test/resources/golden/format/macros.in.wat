(:wat::core::defmacro :acme::unless [c <- :wat::WatAST  e <- :wat::WatAST] -> :wat::WatAST
  `(:wat::core::if ~c nil ~e))
(:wat::core::defmacro :acme::swap [a <- :wat::WatAST b <- :wat::WatAST & body <- :wat::core::Vector<wat::WatAST>] -> :wat::WatAST `(:wat::core::let [tmp ~a] (:acme::set ~a ~b) (:acme::set ~b tmp) ~@body))
(:wat::core::defmacro :acme::twice [e <- :wat::WatAST] -> :wat::WatAST (:wat::core::if (:wat::core::= (:wat::core::ast-kind e) "list") `(:wat::core::do ~e ~e) (:wat::core::macro-error "acme::twice takes a call")))
(:acme::run '(a b) ''c ~~x `(f ~@(:wat::core::rest xs)))
(:wat::core::forms (:wat::core::defn :user::main [] -> :wat::core::nil nil) (:wat::core::def :acme::x 1))

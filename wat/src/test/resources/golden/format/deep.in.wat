(:wat::core::defn :acme::report [orders <- :wat::core::Vector<acme::Order>] -> :wat::core::String
(:wat::core::let [totals (:wat::core::foldl (:wat::core::fn [acc <- :wat::core::HashMap<wat::core::String,wat::core::i64>  order <- :acme::Order] -> :wat::core::HashMap<wat::core::String,wat::core::i64>
 (:wat::core::assoc acc (:acme::Order/customer order) (:wat::core::+ (:acme::Order/amount order) (:wat::core::match (:wat::core::get acc (:acme::Order/customer order)) ((Some n) n) (:None 0)))))
 (:wat::core::HashMap :wat::core::String :wat::core::i64) orders)
 sorted (:wat::core::sort-by (:wat::core::fn [name <- :wat::core::String] -> :wat::core::i64 (:wat::core::Option/expect (:wat::core::get totals name) "known")) (:wat::core::keys totals))]
 (:wat::core::string::join "\n" (:wat::core::map (:wat::core::fn [name <- :wat::core::String] -> :wat::core::String (:wat::core::format "{n}: {t}" :n name :t (:wat::core::Option/expect (:wat::core::get totals name) "known"))) sorted))))

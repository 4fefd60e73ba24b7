(:acme::f a b)
(:acme::f
  a
  b)
(:acme::pay-the-invoice (:acme::Invoice :id 1 :customer "Miller & Sons" :due (:wat::time::at 1767225600)) (:acme::Account/of customer))
(:wat::core::and (:wat::core::>= (:acme::Account/balance account) 0) (:wat::core::not (:acme::Account/closed? account)) (:acme::known? account))
(:wat::core::Result/expect (:wat::kernel::Peer/println a (:acme::Request :kind :read :path "/tmp/a/long/path/name" :limit 1000)) "no server is there")
(:wat::core::mapv (:wat::core::fn [order <- :acme::Order] -> :acme::Cents (:wat::core::let [net (:acme::Order/net order)] (:acme::Cents (:wat::core::* net 119/100)))) orders)
(:wat::core::format "{name} owes {amount} since {date}, and has been told so {count} times" :name name :amount amount :date date :count 3)
(:wat::core::-> order (:acme::with-tax 19.0) (:acme::with-discount customer) :acme::round (:acme::in-currency :EUR rates))
(:wat::kernel::spawn-with-state :name :acme::counter :initial-state 0)
(:acme::a-function-with-an-extraordinarily-long-name-that-nobody-would-want (:acme::argument one) (:acme::argument two))
((:acme::pick handlers (:acme::Request/kind request)) request (:acme::context-of request) (:acme::time-of request))
[1 2 3]
[1000000 2000000 3000000 4000000 5000000 6000000 7000000 8000000 9000000 10000000 11000000 12000000 13000000]
{:a 1, :b 2}
{:name "Miller & Sons" :address {:street "Main Street" :number 12 :city "Springfield"} :orders [1 2 3] :open? true}
#{:red :green :blue}

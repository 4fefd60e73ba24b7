; A program that has a bit of everything; its hashes stand in golden.txt.
(:wat::core::defrecord :shop::Item [name <- :wat::core::String  cents <- :wat::core::i64])
(:wat::core::defstruct :shop::Cart<T> {:restricted-to [:shop::]} [items <- :wat::core::Vector<T>])
(:wat::core::defenum :shop::State :wat::enum::Pure :Open :Paid [on <- :wat::time::Instant])
(:wat::core::newtype :shop::Cents :wat::core::i64)
(:wat::core::typealias :shop::Row :wat::core::Vector<shop::Item>)
(:wat::core::typeunion :shop::Price [:shop::Cents :wat::core::i64])
(:wat::core::defsurface :shop::Sized :nature :wat::core::Struct
  :features [(size [self <- :shop::Sized] -> :wat::core::i64)])
(:wat::core::defstruct :shop::Box [n <- :wat::core::i64])
(:wat::core::extend-type :shop::Box :shop::Sized (size [self] (:shop::Box/n self)))

(:wat::core::defmacro :shop::unless [c <- :wat::WatAST  e <- :wat::WatAST] -> :wat::WatAST
  `(:wat::core::if ~c nil ~e))

(:wat::core::def :shop::rate 19)
(:wat::core::let [base 100]
  (:wat::core::defn :shop::tax {:effects []} [cents <- :wat::core::i64] -> :wat::core::i64
    (:wat::core::quot (:wat::core::* cents :shop::rate) base)))

(:wat::core::defn :shop::total [items <- :shop::Row] -> :wat::core::i64
  (:wat::core::foldl
    (:wat::core::fn [sum <- :wat::core::i64  item <- :shop::Item] -> :wat::core::i64
      (:wat::core::+ sum (:shop::Item/cents item) (:shop::tax (:shop::Item/cents item))))
    0
    items))

(:wat::core::defclause :shop::shown
  ([n <- :wat::core::i64] :guard (:wat::core::> n 0) -> :wat::core::String "some")
  ([n <- :wat::core::i64] -> :wat::core::String "none")
  ([s <- :wat::core::String & more <- :wat::core::Vector<wat::core::i64>] -> :wat::core::String s))
(:wat::core::defalias :shop::text :shop::shown)

(:wat::core::defn :shop::even [n <- :wat::core::i64] -> :wat::core::bool
  (:wat::core::if (:wat::core::= n 0) true (:shop::odd (:wat::core::- n 1))))
(:wat::core::defn :shop::odd [n <- :wat::core::i64] -> :wat::core::bool
  (:wat::core::if (:wat::core::= n 0) false (:shop::even (:wat::core::- n 1))))

(:wat::core::defextern :shop::stock [item <- :shop::Item] -> :wat::core::i64)
(:wat::core::defeffect :shop::Mailer
  [(send-mail [to <- :wat::core::String] -> :wat::core::nil)
   (quota {:read-only true} [] -> :wat::core::i64)])

(:wat::core::defn :shop::open [host <- :wat::core::String & [port <- :wat::core::i64]] -> :wat::core::String
  (:wat::core::format "{host}:{port} {tags}"
    :host host :port port :tags #{1.5 0.5}))

(:wat::core::defn :shop::state [state <- :shop::State] -> :wat::core::Option<wat::time::Instant>
  (:wat::core::match state (:shop::State::Open :wat::core::None) ((:shop::State::Paid on) (:wat::core::Some on))))

(:wat::core::defn :shop::code [name <- :wat::core::keyword] -> :wat::WatAST
  `(:wat::core::def :shop::x (1/2 -2.5 "s" ~name)))

(:wat::core::defn :user::main [] -> :wat::core::nil
  (:shop::unless (:shop::even 3)
    (:wat::core::do
      (:shop::Mailer/send-mail (:shop::text (:shop::stock (:shop::Item :name "a" :cents 1))))
      (:wat::core::run! (:wat::core::fn [n <- :wat::core::i64] -> :wat::core::nil (:wat::kernel::println n))
        (:wat::stream::lazy (:wat::core::take [(:shop::Sized/size (:shop::Box :n 1))] 3))))))

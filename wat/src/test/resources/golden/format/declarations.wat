;; Shapes and what they are made of.

(:wat::core::defrecord :acme::Point [x <- :wat::core::i64  y <- :wat::core::i64])
(:wat::core::defrecord :acme::Box<T>
  {:doc "One value, with a name that people gave it and may change."}
  [name <- :wat::core::String  content <- :T  made <- :wat::time::Instant
   tags <- :wat::core::HashSet<wat::core::keyword>])
(:wat::core::defstruct :acme::Conn {:restricted-to [:acme::db:: :acme::run]}
  [peer <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>])
(:wat::core::defenum :acme::Light :wat::enum::Pure :Red :Amber :Green)

(:wat::core::defenum :acme::Shape :wat::enum::Pure
  :Dot  ; no size at all
  ; round
  :Circle [r <- :wat::core::f64]

  :Rectangle [width <- :wat::core::f64  height <- :wat::core::f64]
  :Polygon [points <- :wat::core::Vector<acme::Point>  closed <- :wat::core::bool
            label <- :wat::core::Option<wat::core::String>])
(:wat::core::newtype :acme::Cents :wat::core::i64)
(:wat::core::typealias :acme::Row<T> :wat::core::Vector<T>)
(:wat::core::typeunion :acme::Num [:wat::core::i64 :wat::core::f64])
(:wat::core::defsurface :acme::Sized
  :nature :wat::core::Struct
  :features [(size [self <- :acme::Sized] -> :wat::core::i64)  name <- :wat::core::String])
(:wat::core::extend-type :acme::Box :acme::Sized
  (size [self] (:wat::core::length (:acme::Box/content self))))
(:wat::core::derive :acme::Square :acme::Shape)
(:wat::core::defalias :acme::add :wat::core::+)
(:wat::core::def :acme::answer 42)

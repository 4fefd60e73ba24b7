; Uses what most programs use. The launcher runs and checks it once, for the JVM to keep the classes that it needs for that.

(:wat::core::defrecord :shop::Item
  [name <- :wat::core::String  cents <- :wat::core::i64  tags <- :wat::core::Vector<wat::core::keyword>])

(:wat::core::defenum :shop::Error :wat::enum::Pure
  :Empty
  :Unknown [name <- :wat::core::String])

(:wat::core::defmacro :shop::unless [c <- :wat::WatAST  e <- :wat::WatAST] -> :wat::WatAST
  `(:wat::core::if ~c nil ~e))

(:wat::core::def :shop::prices
  (:wat::core::HashMap :wat::core::String :wat::core::i64 "tea" 250 "cake" 399))

(:wat::core::defn :shop::item [name <- :wat::core::String]
  -> :wat::core::Result<shop::Item,shop::Error>
  (:wat::core::if (:wat::core::string::empty? name)
    (:wat::core::Err :shop::Error::Empty)
    (:wat::core::match (:wat::core::get :shop::prices name)
      ((Some cents) (:wat::core::Ok (:shop::Item :name name :cents cents :tags [:new])))
      (:None (:wat::core::Err (:shop::Error::Unknown name))))))

(:wat::core::defclause :shop::shown
  ([n <- :wat::core::i64] :guard (:wat::core::< n 0) -> :wat::core::String "less than nothing")
  ([n <- :wat::core::i64] -> :wat::core::String
    (:wat::core::format "{euros}.{cents}" :euros (:wat::core::quot n 100) :cents (:wat::core::rem n 100)))
  ([item <- :shop::Item] -> :wat::core::String
    (:wat::core::str (:shop::Item/name item))))

(:wat::core::defn :shop::fib [n <- :wat::core::i64] -> :wat::core::i64
  (:wat::core::if (:wat::core::< n 2)
    n
    (:wat::core::+ (:shop::fib (:wat::core::- n 1)) (:shop::fib (:wat::core::- n 2)))))

(:wat::core::defn :shop::total [names <- :wat::core::Vector<wat::core::String>]
  -> :wat::core::Result<wat::core::i64,shop::Error>
  (:wat::core::let [first (:wat::core::Result/try (:shop::item (:wat::core::nth names 0)))
                    squares (:wat::core::mapv
                              (:wat::core::fn [n <- :wat::core::i64] -> :wat::core::i64 (:wat::core::* n n))
                              (:wat::core::sort (:wat::core::range 0 5)))
                    odd (:wat::core::into [] (:wat::core::filter
                          (:wat::core::fn [n <- :wat::core::i64] -> :wat::core::bool
                            (:wat::core::= 1 (:wat::core::mod n 2)))
                          squares))]
    (:wat::core::Ok
      (:wat::core::+ (:shop::Item/cents first) (:wat::core::foldl :wat::core::+ 0 odd)))))

(:wat::core::defn :shop::text [] -> :wat::core::String
  (:wat::core::string::join ", " (:wat::core::mapv
                                   (:wat::core::fn [n <- :wat::core::i64] -> :wat::core::String (:shop::shown n))
                                   [12345 -1])))

(:wat::test::deftest :shop::a-total
  (:wat::test::assert-eq (:shop::total ["tea"]) (:wat::core::Ok 260)))

(:wat::core::defn :user::main [] -> :wat::core::nil
  (:wat::core::do
    (:shop::unless (:wat::core::> (:wat::core::length (:wat::runtime::argv)) 9)
      (:wat::kernel::println (:shop::text)))
    (:wat::kernel::println (:shop::total ["tea" "cake"]))
    (:wat::kernel::println (:shop::total ["beer"]))
    (:wat::kernel::println (:shop::fib 15))
    (:wat::core::match (:shop::item "cake")
      ((Ok item) (:wat::kernel::println (:wat::core::assoc item :cents 1)))
      ((Err e) (:wat::kernel::println e)))))

; The types that all programs have, comparison, raising, and records as data.

(:wat::core::defrecord :wat::core::Pos [line <- :wat::core::i64  col <- :wat::core::i64])

(:wat::core::defrecord :wat::core::Span
  [file <- :wat::core::String  line <- :wat::core::i64  col <- :wat::core::i64
   end <- :wat::core::Option<wat::core::Pos>])

(:wat::core::typealias :wat::core::Location :wat::core::Span)

(:wat::core::typealias :wat::core::Bytes :wat::core::Vector<wat::core::u8>)

(:wat::core::defrecord :wat::core::Fault
  [message <- :wat::core::String  location <- :wat::core::Option<wat::core::Span>
   causes <- :wat::core::Vector<wat::core::Error>])

(:wat::core::defn :wat::core::Fault/of
  {:doc "The stock error with a message."
   :example [[(:message (:wat::core::Fault/of "lost")) "\"lost\""]]}
  [message <- :wat::core::String] -> :wat::core::Fault
  (:wat::core::Fault' message :wat::core::None []))

(:wat::core::defn :wat::core::Error/message
  {:doc "What an error says."
   :example [[(:wat::core::Error/message (:wat::core::Fault/of "lost")) "\"lost\""]]}
  [error <- :wat::core::Error] -> :wat::core::String
  (:message error))

(:wat::core::defn :wat::core::Error/location
  {:doc "Where an error stands, as far as is known."
   :example [[(:wat::core::Error/location (:wat::core::Fault/of "lost"))
              "#wat.core.Option/None []"]]}
  [error <- :wat::core::Error] -> :wat::core::Option<wat::core::Span>
  (:location error))

(:wat::core::defn :wat::core::Error/causes
  {:doc "The errors that an error came of."
   :example [[(:wat::core::Error/causes (:wat::core::Fault/of "lost")) "[]"]]}
  [error <- :wat::core::Error] -> :wat::core::Vector<wat::core::Error>
  (:causes error))

(:wat::core::primitive :wat::core::not
  {:java "Logic.not" :doc "The other bool." :example [[(:wat::core::not true) "false"]]}
  [b <- :wat::core::bool] -> :wat::core::bool)

(:wat::core::primitive :wat::core::Option/expect
  {:java "Raises.expectSome"
   :doc "What is in a Some; raises with the message on None."
   :example [[(:wat::core::Option/expect (:wat::core::Some 1) "none") "1"]
             [(:wat::core::Option/expect (:wat::core::get [1] 5) "none")
              :raises
              "AssertionFailed"]]}
  [o <- :wat::core::Option<T>  message <- :wat::core::String] -> :T)

(:wat::core::primitive :wat::core::Result/expect
  {:java "Raises.expectOk"
   :doc "What is in an Ok; raises with the message on an Err."
   :example [[(:wat::core::Result/expect (:wat::core::Ok 1) "failed") "1"]
             [(:wat::core::ann-form (:wat::core::Result/expect (:wat::core::Err "no") "failed")
                                    :wat::core::i64)
              :raises
              "AssertionFailed"]]}
  [r <- :wat::core::Result<T,E>  message <- :wat::core::String] -> :T)

(:wat::core::primitive :wat::kernel::assertion-failed!
  {:java "Raises.assertion"
   :doc "Raises AssertionFailed."
   :example [[(:wat::kernel::assertion-failed! "wrong" (:wat::core::Some "1") :wat::core::None)
              :raises
              "AssertionFailed"]]}
  [message <- :wat::core::String  actual <- :wat::core::Option<wat::core::String>
   expected <- :wat::core::Option<wat::core::String>] -> :wat::core::never)

(:wat::core::primitive :wat::kernel::raise!
  {:java "Raises.error"
   :doc "Raises an error record."
   :example [[(:wat::kernel::raise! (:wat::core::Fault/of "lost")) :raises "AssertionFailed"]]}
  [error <- :wat::core::Error] -> :wat::core::never)

(:wat::core::primitive :wat::core::=
  {:java "Compare.equal"
   :doc "Whether two values are equal."
   :example [[(:wat::core::= 1 1) "true"]
             [(:wat::core::= 3 3.0) "false"]
             [(:wat::core::= [1 2] [1 2]) "true"]
             [(:wat::core::= {1 "a" 2 "b"} {2 "b" 1 "a"}) "true"]
             [(:wat::core::= (:wat::core::f64::/ 0.0 0.0) (:wat::core::f64::/ 0.0 0.0)) "false"]
             [(:wat::core::= (:user::Point :x 1 :y 2) (:user::Point :x 1 :y 2)) "true"]]}
  [a <- :T  b <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::not=
  {:java "Compare.differ"
   :doc "Whether two values differ."
   :example [[(:wat::core::not= 1 2) "true"] [(:wat::core::not= "a" "a") "false"]]}
  [a <- :T  b <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::<
  {:java "Compare.less"
   :doc "Whether one value comes before another."
   :example [[(:wat::core::< 1 2) "true"]
             [(:wat::core::< 1 1.5) "true"]
             [(:wat::core::< "a" "b") "true"]
             [(:wat::core::< [1] [1 2]) "true"]
             [(:wat::core::< :wat::core::None (:wat::core::Some 1)) "true"]
             [(:wat::core::< (:wat::core::f64::/ 0.0 0.0) 1.0) "false"]
             [(:wat::core::< 9007199254740993 9007199254740992.0) "false"]]}
  [a <- :T  b <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::>
  {:java "Compare.greater"
   :doc "Whether one value comes after another."
   :example [[(:wat::core::> 2 1) "true"]
             [(:wat::core::> "😀" "�") "true"]
             [(:wat::core::> 1 1) "false"]]}
  [a <- :T  b <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::<=
  {:java "Compare.atMost"
   :doc "Whether one value comes before another or at the same place."
   :example [[(:wat::core::<= 1 1) "true"]
             [(:wat::core::<= 1/2 0.5) "true"]
             [(:wat::core::<= (:wat::core::f64::/ 0.0 0.0) 1.0) "false"]]}
  [a <- :T  b <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::>=
  {:java "Compare.atLeast"
   :doc "Whether one value comes after another or at the same place."
   :example [[(:wat::core::>= 1 1) "true"] [(:wat::core::>= 1N 2) "false"]]}
  [a <- :T  b <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::record?
  {:java "Records.isRecord"
   :doc "Whether a value is a record."
   :example [[(:wat::core::record? (:user::Point :x 1 :y 2)) "true"]
             [(:wat::core::record? (:wat::core::struct-new :user::Box 1)) "false"]
             [(:wat::core::record? 1) "false"]]}
  [v <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::Record/same-data?
  {:java "Records.sameData"
   :doc "Whether two records have the same fields with the same values, whatever their class."
   :example [[(:wat::core::Record/same-data? (:user::Point :x 1 :y 2) (:user::Spot :x 1 :y 2))
              "true"]
             [(:wat::core::Record/same-data? (:user::Point :x 1 :y 2) (:user::Point :x 2 :y 2))
              "false"]]}
  [a <- :wat::core::Record  b <- :wat::core::Record] -> :wat::core::bool)

(:wat::core::primitive :wat::core::record->map
  {:java "Records.toMap"
   :wants "T"
   :doc
     "The fields of a record by their names; raises TypeMismatch if one is not of the type that the use of the map fixes."
   :example [[(:wat::core::= (:wat::core::record->map (:user::Point :x 1 :y 2)) {:x 1 :y 2}) "true"]
             [(:wat::core::ann-form (:wat::core::record->map (:user::Point :x 1 :y 2))
                                    :wat::core::HashMap<wat::core::keyword,wat::core::String>)
              :raises
              "TypeMismatch"]]}
  [r <- :wat::core::Record] -> :wat::core::HashMap<wat::core::keyword,T>)

(:wat::core::primitive :wat::core::struct->form
  {:java "Records.toForm"
   :doc "The form that would make the struct; raises TypeMismatch if a field has no form."
   :example [[(:wat::core::struct->form (:wat::core::struct-new :user::Box 1)) "(:user::Box' 1)"]]}
  [s <- :wat::core::Struct] -> :wat::WatAST)

(:wat::core::primitive :wat::core::type
  {:java "Records.type"
   :doc "The path of the type of a value, without the arguments of the type."
   :example [[(:wat::core::type 1) ":wat.core/i64"]
             [(:wat::core::type [1]) ":wat.core/Vector"]
             [(:wat::core::type (:user::Point :x 1 :y 2)) ":user/Point"]]}
  [v <- :T] -> :wat::core::keyword)

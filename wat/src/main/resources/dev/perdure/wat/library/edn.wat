; Values as EDN and JSON, and back.

(:wat::core::defenum :wat::edn::Validation :wat::enum::Pure
  :Valid
  :Invalid [path <- :wat::core::String  expected <- :wat::core::String  got <- :wat::core::String])

(:wat::core::primitive :wat::edn::write
  {:java "Edns.write"
   :doc "A value as EDN on one line."
   :example [[(:wat::edn::write [1 2]) "\"[1 2]\""]
             [(:wat::edn::write 42.0) "\"42.0\""]
             [(:wat::edn::write (:user::Point :x 1 :y 2)) "\"#user/Point {:x 1 :y 2}\""]]}
  [v <- :T] -> :wat::core::String)

(:wat::core::primitive :wat::edn::write-pretty
  {:java "Edns.writePretty"
   :doc "A value as EDN, indented by 2 where it does not fit a line."
   :example [[(:wat::edn::write-pretty {:a [1 2]}) "\"{:a [1 2]}\""]]}
  [v <- :T] -> :wat::core::String)

(:wat::core::primitive :wat::edn::read
  {:java "Edns.read"
   :wants "T"
   :doc
     "The value that a text of EDN is, of the type that its use fixes; raises EdnCoerceMismatch if it is of another, MalformedForm if it is no EDN. Where nothing fixes the type, the text decides."
   :example [[(:wat::core::ann-form (:wat::edn::read "42") :wat::core::i64) "42"]
             [(:wat::core::ann-form (:wat::edn::read "[1.0]") :wat::core::Vector<wat::core::f64>)
              "[1.0]"]
             [(:wat::core::ann-form (:wat::edn::read "42") :wat::core::f64)
              :raises
              "EdnCoerceMismatch"]
             [(:wat::core::ann-form (:wat::edn::read "[1 2") :wat::core::Vector<wat::core::i64>)
              :raises
              "MalformedForm"]]}
  [s <- :wat::core::String] -> :T)

(:wat::core::primitive :wat::edn::read-foreign
  {:java "Edns.readForeign"
   :wants "T"
   :doc
     "The value that a text of EDN is by itself; what stands under a tag that the program does not know is kept with the tag."
   :example [[(:wat::edn::read-foreign "#acme/Crate {:size 3}") "#acme/Crate {:size 3}"]
             [(:wat::edn::read-foreign "#acme/Crate") :raises "MalformedForm"]]}
  [s <- :wat::core::String] -> :wat::core::Value)

(:wat::core::primitive :wat::edn::validate
  {:java "Edns.validate"
   :wants "T"
   :doc "Whether a text of EDN is a value of a type, which is written behind it."
   :example [[(:wat::edn::validate "[1 2]" :wat::core::Vector<wat::core::i64>)
              "#wat.edn.Validation/Valid []"]
             [(:wat::edn::validate "[1 \"a\"]" :wat::core::Vector<wat::core::i64>)
              "#wat.edn.Validation/Invalid [\"[1]\" \":wat::core::i64\" \"\\\"a\\\"\"]"]]}
  [s <- :wat::core::String] -> :wat::edn::Validation)

(:wat::core::primitive :wat::edn::write-json
  {:java "Edns.writeJson"
   :doc "A value as JSON that read-json reads back."
   :example [[(:wat::edn::write-json [1.0 2.5]) "\"[1.0,2.5]\""]
             [(:wat::edn::write-json (:wat::core::Some :a))
              "\"{\\\"#tag\\\":\\\"wat.core.Option/Some\\\",\\\"body\\\":[\\\":a\\\"]}\""]]}
  [v <- :T] -> :wat::core::String)

(:wat::core::primitive :wat::edn::read-json
  {:java "Edns.readJson"
   :wants "T"
   :doc "The value that a text of JSON is, of the type that its use fixes; raises as read does."
   :example [[(:wat::core::ann-form (:wat::edn::read-json "{\"a\":1}")
                                    :wat::core::HashMap<wat::core::String,wat::core::i64>)
              "{\"a\" 1}"]
             [(:wat::core::ann-form (:wat::edn::read-json "[1]") :wat::core::i64)
              :raises
              "EdnCoerceMismatch"]]}
  [s <- :wat::core::String] -> :T)

(:wat::core::primitive :wat::edn::write-json-natural
  {:java "Edns.writeJsonNatural"
   :doc "A value as JSON without tags, which cannot be read back."
   :example [[(:wat::edn::write-json-natural (:wat::core::Some 1)) "\"1\""]
             [(:wat::edn::write-json-natural (:user::Point :x 1 :y 2))
              "\"{\\\"x\\\":1,\\\"y\\\":2}\""]]}
  [v <- :T] -> :wat::core::String)

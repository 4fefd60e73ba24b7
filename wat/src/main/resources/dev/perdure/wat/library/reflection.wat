; What a program is told of itself, and code that it reads and expands.

(:wat::core::defenum :wat::core::ReadOutcome :wat::enum::Pure
  :Forms [ast <- :wat::WatAST]
  :Malformed [cause <- :wat::core::Error])

(:wat::core::primitive :wat::core::read-string
  {:java "Asts.read"
   :doc "The forms that a text of wat has, in a list, or why it has none."
   :example [[(:wat::core::read-string "(f 1) x") "#wat.core.ReadOutcome/Forms [((f 1) x)]"]
             [(:wat::core::match (:wat::core::read-string "(f")
                ((:wat::core::ReadOutcome::Malformed cause) (:wat::core::type cause))
                (_ :none))
              ":wat.parse/UnclosedParen"]]}
  [s <- :wat::core::String] -> :wat::core::ReadOutcome)

(:wat::core::primitive :wat::core::macroexpand
  {:java "Asts.expand"
   :wants "T"
   :doc "A form with all of its macros expanded; raises MacroExpansionFailed."
   :example [[(:wat::core::macroexpand (:wat::core::quote (:wat::core::-> x (f 1) g)))
              "(g (f x 1))"]
             [(:wat::core::macroexpand (:wat::core::quote (:wat::core::cond
                                                            (a b))))
              :raises
              "MacroExpansionFailed"]]}
  [form <- :wat::WatAST] -> :wat::WatAST)

(:wat::core::primitive :wat::core::macroexpand-1
  {:java "Asts.expandOnce"
   :wants "T"
   :doc
     "What the macro at the head of a form makes of it, or the form itself; raises MacroExpansionFailed."
   :example [[(:wat::core::macroexpand-1 (:wat::core::quote (f x))) "(f x)"]
             [(:wat::core::macroexpand-1
                (:wat::core::quote (:wat::core::-> (:wat::core::-> x f) g)))
              "(g (:wat::core::-> x f))"]]}
  [form <- :wat::WatAST] -> :wat::WatAST)

(:wat::core::primitive :wat::runtime::lookup-define
  {:java "Reflection.lookupDefine"
   :wants "T"
   :names "written"
   :doc "The form that declares a name."
   :example
     [[(:wat::runtime::lookup-define :user::Spot)
       "#wat.core.Option/Some [(:wat::core::defrecord :user::Spot [y <- :wat::core::i64 x <- :wat::core::i64])]"]
      [(:wat::runtime::lookup-define :user::nobody) "#wat.core.Option/None []"]]}
  [name <- :wat::core::keyword] -> :wat::core::Option<wat::WatAST>)

(:wat::core::primitive :wat::runtime::signature-of-defn
  {:java "Reflection.signature"
   :wants "T"
   :names "written"
   :doc "The parameters and the result of a function of one signature."
   :example [[(:wat::runtime::signature-of-defn :wat::core::not)
              "#wat.core.Option/Some [([b <- :wat::core::bool] -> :wat::core::bool)]"]
             [(:wat::runtime::signature-of-defn :user::Spot) "#wat.core.Option/None []"]]}
  [name <- :wat::core::keyword] -> :wat::core::Option<wat::WatAST>)

(:wat::core::primitive :wat::runtime::body-of
  {:java "Reflection.body"
   :wants "T"
   :names "written"
   :doc "The expression of a constant, or the body of a function, in a do if it has several forms."
   :example [[(:wat::runtime::body-of :wat::core::Fault/of)
              "#wat.core.Option/Some [(:wat::core::Fault' message :wat::core::None [])]"]
             [(:wat::runtime::body-of :wat::core::not) "#wat.core.Option/None []"]]}
  [name <- :wat::core::keyword] -> :wat::core::Option<wat::WatAST>)

(:wat::core::primitive :wat::runtime::metadata-of
  {:java "Reflection.metadata"
   :wants "T"
   :names "written"
   :doc "What stands in braces behind a declared name."
   :example [[(:wat::core::get
                (:wat::core::Option/expect (:wat::runtime::metadata-of :wat::core::not) "none")
                :doc)
              "#wat.core.Option/Some [\"The other bool.\"]"]
             [(:wat::runtime::metadata-of :user::nobody) "#wat.core.Option/None []"]]}
  [name <- :wat::core::keyword]
  -> :wat::core::Option<wat::core::HashMap<wat::core::keyword,wat::WatAST>>)

(:wat::core::primitive :wat::runtime::effects-of
  {:java "Reflection.effects"
   :wants "T"
   :names "written"
   :doc "What a function does by itself, sorted; what it is given does comes on top."
   :example [[(:wat::runtime::effects-of :wat::kernel::println) "#wat.core.Option/Some [[:io]]"]
             [(:wat::runtime::effects-of :wat::core::+) "#wat.core.Option/Some [[]]"]
             [(:wat::runtime::effects-of :user::Point) "#wat.core.Option/None []"]]}
  [name <- :wat::core::keyword] -> :wat::core::Option<wat::core::Vector<wat::core::keyword>>)

(:wat::core::primitive :wat::runtime::field-names-of
  {:java "Reflection.fieldNames"
   :wants "T"
   :names "written"
   :doc "The names of the fields of a record or struct."
   :example [[(:wat::runtime::field-names-of :user::Point) "#wat.core.Option/Some [[:x :y]]"]
             [(:wat::runtime::field-names-of :wat::core::not) "#wat.core.Option/None []"]]}
  [name <- :wat::core::keyword] -> :wat::core::Option<wat::core::Vector<wat::core::keyword>>)

(:wat::core::primitive :wat::runtime::field-types-of
  {:java "Reflection.fieldTypes"
   :wants "T"
   :names "written"
   :doc "The types of the fields of a record or struct."
   :example [[(:wat::runtime::field-types-of :user::Box) "#wat.core.Option/Some [[:wat.core/i64]]"]
             [(:wat::runtime::field-types-of :user::nobody) "#wat.core.Option/None []"]]}
  [name <- :wat::core::keyword] -> :wat::core::Option<wat::core::Vector<wat::core::keyword>>)

; Strings, characters, keywords, conversions, and code as data.

(:wat::core::primitive :wat::core::string::length
  {:java "Strings.length"
   :doc "How many Unicode scalars there are."}
  [s <- :wat::core::String] -> :wat::core::i64)

(:wat::core::primitive :wat::core::String/length
  {:java "Strings.length"
   :doc "How many Unicode scalars there are."}
  [s <- :wat::core::String] -> :wat::core::i64)

(:wat::core::primitive :wat::core::string::empty?
  {:java "Strings.isEmpty"
   :doc "Whether there is no scalar."}
  [s <- :wat::core::String] -> :wat::core::bool)

(:wat::core::primitive :wat::core::String/empty?
  {:java "Strings.isEmpty"
   :doc "Whether there is no scalar."}
  [s <- :wat::core::String] -> :wat::core::bool)

(:wat::core::primitive :wat::core::string::contains?
  {:java "Strings.contains"
   :doc "Whether a text holds another."}
  [s <- :wat::core::String  part <- :wat::core::String] -> :wat::core::bool)

(:wat::core::primitive :wat::core::String/contains?
  {:java "Strings.contains"
   :doc "Whether a text holds another."}
  [s <- :wat::core::String  part <- :wat::core::String] -> :wat::core::bool)

(:wat::core::primitive :wat::core::string::starts-with?
  {:java "Strings.startsWith"
   :doc "Whether a text starts with another."}
  [s <- :wat::core::String  part <- :wat::core::String] -> :wat::core::bool)

(:wat::core::primitive :wat::core::String/starts-with?
  {:java "Strings.startsWith"
   :doc "Whether a text starts with another."}
  [s <- :wat::core::String  part <- :wat::core::String] -> :wat::core::bool)

(:wat::core::primitive :wat::core::string::ends-with?
  {:java "Strings.endsWith"
   :doc "Whether a text ends with another."}
  [s <- :wat::core::String  part <- :wat::core::String] -> :wat::core::bool)

(:wat::core::primitive :wat::core::String/ends-with?
  {:java "Strings.endsWith"
   :doc "Whether a text ends with another."}
  [s <- :wat::core::String  part <- :wat::core::String] -> :wat::core::bool)

(:wat::core::primitive :wat::core::string::trim
  {:java "Strings.trim"
   :doc "Without white space at both ends."}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::primitive :wat::core::String/trim
  {:java "Strings.trim"
   :doc "Without white space at both ends."}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::primitive :wat::core::string::to-lowercase
  {:java "Strings.toLowercase"
   :doc "In lower case."}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::primitive :wat::core::String/to-lowercase
  {:java "Strings.toLowercase"
   :doc "In lower case."}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::primitive :wat::core::string::to-uppercase
  {:java "Strings.toUppercase"
   :doc "In upper case."}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::primitive :wat::core::String/to-uppercase
  {:java "Strings.toUppercase"
   :doc "In upper case."}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::primitive :wat::core::string::subs
  {:java "Strings.subs"
   :doc "The scalars from a place up to another; raises outside."}
  [s <- :wat::core::String  from <- :wat::core::i64  to <- :wat::core::i64] -> :wat::core::String)

(:wat::core::primitive :wat::core::String/subs
  {:java "Strings.subs"
   :doc "The scalars from a place up to another; raises outside."}
  [s <- :wat::core::String  from <- :wat::core::i64  to <- :wat::core::i64] -> :wat::core::String)

(:wat::core::primitive :wat::core::string::split
  {:java "Strings.split"
   :doc "The texts between separators; raises when that is empty."}
  [s <- :wat::core::String  sep <- :wat::core::String] -> :wat::core::Vector<wat::core::String>)

(:wat::core::primitive :wat::core::String/split
  {:java "Strings.split"
   :doc "The texts between separators; raises when that is empty."}
  [s <- :wat::core::String  sep <- :wat::core::String] -> :wat::core::Vector<wat::core::String>)

(:wat::core::primitive :wat::core::string::capitalize
  {:java "Strings.capitalize"
   :doc "The first letter in upper case, the others in lower case."}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::primitive :wat::core::String/capitalize
  {:java "Strings.capitalize"
   :doc "The first letter in upper case, the others in lower case."}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::primitive :wat::core::string::kebab->pascal
  {:java "Strings.kebabToPascal"
   :doc "foo-bar becomes FooBar."}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::primitive :wat::core::String/kebab->pascal
  {:java "Strings.kebabToPascal"
   :doc "foo-bar becomes FooBar."}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::primitive :wat::core::string::pascal->kebab
  {:java "Strings.pascalToKebab"
   :doc "FooBar becomes foo-bar."}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::primitive :wat::core::String/pascal->kebab
  {:java "Strings.pascalToKebab"
   :doc "FooBar becomes foo-bar."}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::primitive :wat::core::string::to-i64
  {:java "Strings.toI64"
   :doc "The number that a text is."}
  [s <- :wat::core::String] -> :wat::core::Option<wat::core::i64>)

(:wat::core::primitive :wat::core::String/to-i64
  {:java "Strings.toI64"
   :doc "The number that a text is."}
  [s <- :wat::core::String] -> :wat::core::Option<wat::core::i64>)

(:wat::core::primitive :wat::core::string::to-f64
  {:java "Strings.toF64"
   :doc "The number that a text is."}
  [s <- :wat::core::String] -> :wat::core::Option<wat::core::f64>)

(:wat::core::primitive :wat::core::String/to-f64
  {:java "Strings.toF64"
   :doc "The number that a text is."}
  [s <- :wat::core::String] -> :wat::core::Option<wat::core::f64>)

(:wat::core::primitive :wat::core::string::to-bool
  {:java "Strings.toBool"
   :doc "The bool that a text is."}
  [s <- :wat::core::String] -> :wat::core::Option<wat::core::bool>)

(:wat::core::primitive :wat::core::String/to-bool
  {:java "Strings.toBool"
   :doc "The bool that a text is."}
  [s <- :wat::core::String] -> :wat::core::Option<wat::core::bool>)

(:wat::core::primitive :wat::core::string::concat
  {:java "Strings.concat"
   :doc "The texts, one behind the other."}
  [& parts <- :wat::core::Vector<wat::core::String>] -> :wat::core::String)

(:wat::core::defn :wat::core::string::join
  {:doc "The elements as by str, with a separator between each two."}
  [sep <- :wat::core::String  c <- :wat::core::Seqable<T>] -> :wat::core::String
  (:wat::core::string::join-all sep (:wat::core::Vector/concat [] c)))

(:wat::core::primitive :wat::core::String/concat
  {:java "Strings.concat"
   :doc "The texts, one behind the other."}
  [& parts <- :wat::core::Vector<wat::core::String>] -> :wat::core::String)

(:wat::core::defn :wat::core::String/join
  {:doc "The elements as by str, with a separator between each two."}
  [sep <- :wat::core::String  c <- :wat::core::Seqable<T>] -> :wat::core::String
  (:wat::core::string::join-all sep (:wat::core::Vector/concat [] c)))

(:wat::core::primitive :wat::core::string::join-all
  {:java "Strings.join"
   :doc "The elements as by str, with a separator between each two."}
  [sep <- :wat::core::String  parts <- :wat::core::Vector<T>] -> :wat::core::String)

(:wat::core::primitive :wat::core::show
  {:java "Texts.show"
   :doc "A text for debugging."}
  [v <- :T] -> :wat::core::String)

(:wat::core::primitive :wat::core::str
  {:java "Texts.str"
   :doc "A text as it is, all else as EDN."}
  [v <- :T] -> :wat::core::String)

(:wat::core::primitive :wat::core::regex::matches?
  {:java "Regexes.matches"
   :doc "Whether a pattern is found anywhere in a text."}
  [pattern <- :wat::core::String  s <- :wat::core::String] -> :wat::core::bool)

(:wat::core::primitive :wat::core::char/of
  {:java "Texts.charOf"
   :doc "The one scalar of a text; else raises."}
  [s <- :wat::core::String] -> :wat::core::char)

(:wat::core::primitive :wat::core::keyword/to-string
  {:java "Texts.keywordToString"
   :doc "The text of a keyword without its colon."}
  [k <- :wat::core::keyword] -> :wat::core::String)

(:wat::core::primitive :wat::core::keyword/from-string
  {:java "Texts.keywordFromString"
   :doc "The keyword of a text."}
  [s <- :wat::core::String] -> :wat::core::keyword)

(:wat::core::primitive :wat::core::i64::to-string
  {:java "Texts.i64ToString"
   :doc "The digits of a number."}
  [n <- :wat::core::i64] -> :wat::core::String)

(:wat::core::primitive :wat::core::f64::to-string
  {:java "Texts.f64ToString"
   :doc "The shortest text of a number, whole ones without a point."}
  [x <- :wat::core::f64] -> :wat::core::String)

(:wat::core::primitive :wat::core::bool::to-string
  {:java "Texts.boolToString"
   :doc "true or false."}
  [b <- :wat::core::bool] -> :wat::core::String)

(:wat::core::primitive :wat::core::f64::to-i64
  {:java "F64.toI64"
   :doc "The number if it is whole and fits."}
  [x <- :wat::core::f64] -> :wat::core::Option<wat::core::i64>)

(:wat::core::primitive :wat::core::f64::round
  {:java "F64.round"
   :doc "Rounded to digits behind the point."}
  [x <- :wat::core::f64  digits <- :wat::core::i64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64::abs
  {:java "F64.abs"
   :doc "Without its sign."}
  [x <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64::min
  {:java "F64.min"
   :doc "The lesser one."}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64::max
  {:java "F64.max"
   :doc "The greater one."}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64::clamp
  {:java "F64.clamp"
   :doc "The nearest number between two."}
  [x <- :wat::core::f64  low <- :wat::core::f64  high <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::i64/to-string
  {:java "Texts.i64ToString"
   :doc "The digits of a number."}
  [n <- :wat::core::i64] -> :wat::core::String)

(:wat::core::primitive :wat::core::f64/to-string
  {:java "Texts.f64ToString"
   :doc "The shortest text of a number, whole ones without a point."}
  [x <- :wat::core::f64] -> :wat::core::String)

(:wat::core::primitive :wat::core::bool/to-string
  {:java "Texts.boolToString"
   :doc "true or false."}
  [b <- :wat::core::bool] -> :wat::core::String)

(:wat::core::primitive :wat::core::f64/to-i64
  {:java "F64.toI64"
   :doc "The number if it is whole and fits."}
  [x <- :wat::core::f64] -> :wat::core::Option<wat::core::i64>)

(:wat::core::primitive :wat::core::f64/round
  {:java "F64.round"
   :doc "Rounded to digits behind the point."}
  [x <- :wat::core::f64  digits <- :wat::core::i64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64/abs
  {:java "F64.abs"
   :doc "Without its sign."}
  [x <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64/min
  {:java "F64.min"
   :doc "The lesser one."}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64/max
  {:java "F64.max"
   :doc "The greater one."}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64/clamp
  {:java "F64.clamp"
   :doc "The nearest number between two."}
  [x <- :wat::core::f64  low <- :wat::core::f64  high <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::i64/to-f64
  {:java "I64.toF64"
   :doc "The nearest f64."}
  [n <- :wat::core::i64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::ast-kind
  {:java "Asts.kind"
   :doc "What kind of form it is."}
  [a <- :wat::WatAST] -> :wat::core::String)

(:wat::core::primitive :wat::core::ast-name
  {:java "Asts.name"
   :doc "The text of a symbol or keyword."}
  [a <- :wat::WatAST] -> :wat::core::String)

(:wat::core::primitive :wat::core::ast->children
  {:java "Asts.children"
   :doc "The nodes in a list, vector, map or set."}
  [a <- :wat::WatAST] -> :wat::core::Vector<wat::WatAST>)

(:wat::core::primitive :wat::core::with-children
  {:java "Asts.withChildren"
   :doc "The same kind of form with other nodes in it."}
  [a <- :wat::WatAST  c <- :wat::core::Vector<wat::WatAST>] -> :wat::WatAST)

(:wat::core::primitive :wat::core::symbol-node
  {:java "Asts.symbol"
   :doc "A symbol."}
  [name <- :wat::core::String] -> :wat::WatAST)

(:wat::core::primitive :wat::core::keyword-node
  {:java "Asts.keyword"
   :doc "A keyword."}
  [name <- :wat::core::String] -> :wat::WatAST)

(:wat::core::primitive :wat::core::ast->source
  {:java "Asts.source"
   :doc "The text of a form."}
  [a <- :wat::WatAST] -> :wat::core::String)

(:wat::core::primitive :wat::core::write-forms
  {:java "Asts.sources"
   :doc "The text of forms, one a line."}
  [forms <- :wat::core::Vector<wat::WatAST>] -> :wat::core::String)

(:wat::core::primitive :wat::core::ast-span
  {:java "Asts.span"
   :doc "Where a form stands."}
  [a <- :wat::WatAST] -> :wat::core::Span)

(:wat::core::primitive :wat::core::List?
  {:java "Asts.isList"
   :doc "Whether a form is a list."}
  [a <- :wat::WatAST] -> :wat::core::bool)

(:wat::core::primitive :wat::core::macro-error
  {:java "Effects.macroError" :effects [expand]
   :doc "Stops the expansion of a macro with a message."}
  [message <- :wat::core::String] -> :wat::core::never)

(:wat::core::primitive :wat::core::fresh-symbol
  {:java "Effects.freshSymbol" :effects [expand]
   :doc "A symbol that no other one equals."}
  [name <- :wat::core::String] -> :wat::WatAST)

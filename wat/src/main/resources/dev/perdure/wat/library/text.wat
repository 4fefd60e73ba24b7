; Strings, characters, keywords, conversions, and code as data.

(:wat::core::primitive :wat::core::string::length
  {:java "Strings.length"
   :doc "How many Unicode scalars there are."
   :example [[(:wat::core::string::length "a😀b") "3"] [(:wat::core::string::length "") "0"]]}
  [s <- :wat::core::String] -> :wat::core::i64)

(:wat::core::defalias :wat::core::String/length
  {:doc "How many Unicode scalars there are." :example [[(:wat::core::String/length "a😀b") "3"]]}
  :wat::core::string::length)

(:wat::core::primitive :wat::core::string::empty?
  {:java "Strings.isEmpty"
   :doc "Whether it is the empty text."
   :example [[(:wat::core::string::empty? "") "true"]]}
  [s <- :wat::core::String] -> :wat::core::bool)

(:wat::core::defalias :wat::core::String/empty?
  {:doc "Whether it is the empty text." :example [[(:wat::core::String/empty? "") "true"]]}
  :wat::core::string::empty?)

(:wat::core::primitive :wat::core::string::contains?
  {:java "Strings.contains"
   :doc "Whether a text has another one in it."
   :example [[(:wat::core::string::contains? "rabbit" "bb") "true"]
             [(:wat::core::string::contains? "rabbit" "") "true"]]}
  [s <- :wat::core::String  part <- :wat::core::String] -> :wat::core::bool)

(:wat::core::defalias :wat::core::String/contains?
  {:doc "Whether a text has another one in it."
   :example [[(:wat::core::String/contains? "rabbit" "bb") "true"]]}
  :wat::core::string::contains?)

(:wat::core::primitive :wat::core::string::starts-with?
  {:java "Strings.startsWith"
   :doc "Whether a text starts with another."
   :example [[(:wat::core::string::starts-with? "rabbit" "ra") "true"]]}
  [s <- :wat::core::String  part <- :wat::core::String] -> :wat::core::bool)

(:wat::core::defalias :wat::core::String/starts-with?
  {:doc "Whether a text starts with another."
   :example [[(:wat::core::String/starts-with? "rabbit" "ra") "true"]]}
  :wat::core::string::starts-with?)

(:wat::core::primitive :wat::core::string::ends-with?
  {:java "Strings.endsWith"
   :doc "Whether a text ends with another."
   :example [[(:wat::core::string::ends-with? "rabbit" "it") "true"]]}
  [s <- :wat::core::String  part <- :wat::core::String] -> :wat::core::bool)

(:wat::core::defalias :wat::core::String/ends-with?
  {:doc "Whether a text ends with another."
   :example [[(:wat::core::String/ends-with? "rabbit" "it") "true"]]}
  :wat::core::string::ends-with?)

(:wat::core::primitive :wat::core::string::trim
  {:java "Strings.trim"
   :doc "Without white space at both ends."
   :example [[(:wat::core::string::trim " \t a b \n") "\"a b\""]]}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::defalias :wat::core::String/trim
  {:doc "Without white space at both ends."
   :example [[(:wat::core::String/trim " \t a b \n") "\"a b\""]]}
  :wat::core::string::trim)

(:wat::core::primitive :wat::core::string::to-lowercase
  {:java "Strings.toLowercase"
   :doc "In lower case."
   :example [[(:wat::core::string::to-lowercase "ÄB") "\"äb\""]]}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::defalias :wat::core::String/to-lowercase
  {:doc "In lower case." :example [[(:wat::core::String/to-lowercase "ÄB") "\"äb\""]]}
  :wat::core::string::to-lowercase)

(:wat::core::primitive :wat::core::string::to-uppercase
  {:java "Strings.toUppercase"
   :doc "In upper case."
   :example [[(:wat::core::string::to-uppercase "straße") "\"STRASSE\""]]}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::defalias :wat::core::String/to-uppercase
  {:doc "In upper case." :example [[(:wat::core::String/to-uppercase "straße") "\"STRASSE\""]]}
  :wat::core::string::to-uppercase)

(:wat::core::primitive :wat::core::string::subs
  {:java "Strings.subs"
   :doc "The scalars from a place, counted from 0, up to another one; raises outside."
   :example [[(:wat::core::string::subs "a😀bc" 1 3) "\"😀b\""]
             [(:wat::core::string::subs "abc" 3 3) "\"\""]
             [(:wat::core::string::subs "abc" 2 4) :raises "AssertionFailed"]
             [(:wat::core::string::subs "abc" 2 1) :raises "AssertionFailed"]
             [(:wat::core::string::subs "abc" -1 1) :raises "AssertionFailed"]]}
  [s <- :wat::core::String  from <- :wat::core::i64  to <- :wat::core::i64] -> :wat::core::String)

(:wat::core::defalias :wat::core::String/subs
  {:doc "The scalars from a place, counted from 0, up to another one; raises outside."
   :example [[(:wat::core::String/subs "a😀bc" 1 3) "\"😀b\""]]}
  :wat::core::string::subs)

(:wat::core::primitive :wat::core::string::split
  {:java "Strings.split"
   :doc "The texts between separators; raises when the separator is empty."
   :example [[(:wat::core::string::split "a,b,,c," ",") "[\"a\" \"b\" \"\" \"c\" \"\"]"]
             [(:wat::core::string::split "" ",") "[\"\"]"]
             [(:wat::core::string::split "a" "") :raises "AssertionFailed"]]}
  [s <- :wat::core::String  sep <- :wat::core::String] -> :wat::core::Vector<wat::core::String>)

(:wat::core::defalias :wat::core::String/split
  {:doc "The texts between separators; raises when the separator is empty."
   :example [[(:wat::core::String/split "a,b,,c," ",") "[\"a\" \"b\" \"\" \"c\" \"\"]"]]}
  :wat::core::string::split)

(:wat::core::primitive :wat::core::string::capitalize
  {:java "Strings.capitalize"
   :doc "The first scalar in upper case, the others in lower case."
   :example [[(:wat::core::string::capitalize "hELLO") "\"Hello\""]
             [(:wat::core::string::capitalize "") "\"\""]]}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::defalias :wat::core::String/capitalize
  {:doc "The first scalar in upper case, the others in lower case."
   :example [[(:wat::core::String/capitalize "hELLO") "\"Hello\""]]}
  :wat::core::string::capitalize)

(:wat::core::primitive :wat::core::string::kebab->pascal
  {:java "Strings.kebabToPascal"
   :doc "As FooBar, of foo-bar."
   :example [[(:wat::core::string::kebab->pascal "get-object") "\"GetObject\""]]}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::defalias :wat::core::String/kebab->pascal
  {:doc "As FooBar, of foo-bar."
   :example [[(:wat::core::String/kebab->pascal "get-object") "\"GetObject\""]]}
  :wat::core::string::kebab->pascal)

(:wat::core::primitive :wat::core::string::pascal->kebab
  {:java "Strings.pascalToKebab"
   :doc "As foo-bar, of FooBar: a dash before each capital letter of ASCII but the first."
   :example [[(:wat::core::string::pascal->kebab "GetObject") "\"get-object\""]]}
  [s <- :wat::core::String] -> :wat::core::String)

(:wat::core::defalias :wat::core::String/pascal->kebab
  {:doc "As foo-bar, of FooBar: a dash before each capital letter of ASCII but the first."
   :example [[(:wat::core::String/pascal->kebab "GetObject") "\"get-object\""]]}
  :wat::core::string::pascal->kebab)

(:wat::core::primitive :wat::core::string::to-i64
  {:java "Strings.toI64"
   :doc "The number that a text is; None of any other text."
   :example [[(:wat::core::string::to-i64 "-42") "#wat.core.Option/Some [-42]"]
             [(:wat::core::string::to-i64 "4 2") "#wat.core.Option/None []"]
             [(:wat::core::string::to-i64 "9223372036854775808") "#wat.core.Option/None []"]]}
  [s <- :wat::core::String] -> :wat::core::Option<wat::core::i64>)

(:wat::core::defalias :wat::core::String/to-i64
  {:doc "The number that a text is; None of any other text."
   :example [[(:wat::core::String/to-i64 "-42") "#wat.core.Option/Some [-42]"]]}
  :wat::core::string::to-i64)

(:wat::core::primitive :wat::core::string::to-f64
  {:java "Strings.toF64"
   :doc "The number that a text is; None of any other text."
   :example [[(:wat::core::string::to-f64 "1.5e3") "#wat.core.Option/Some [1500.0]"]
             [(:wat::core::string::to-f64 "42") "#wat.core.Option/Some [42.0]"]
             [(:wat::core::string::to-f64 "1,5") "#wat.core.Option/None []"]]}
  [s <- :wat::core::String] -> :wat::core::Option<wat::core::f64>)

(:wat::core::defalias :wat::core::String/to-f64
  {:doc "The number that a text is; None of any other text."
   :example [[(:wat::core::String/to-f64 "1.5e3") "#wat.core.Option/Some [1500.0]"]]}
  :wat::core::string::to-f64)

(:wat::core::primitive :wat::core::string::to-bool
  {:java "Strings.toBool"
   :doc "The bool that a text is; None of any other text."
   :example [[(:wat::core::string::to-bool "true") "#wat.core.Option/Some [true]"]
             [(:wat::core::string::to-bool "yes") "#wat.core.Option/None []"]]}
  [s <- :wat::core::String] -> :wat::core::Option<wat::core::bool>)

(:wat::core::defalias :wat::core::String/to-bool
  {:doc "The bool that a text is; None of any other text."
   :example [[(:wat::core::String/to-bool "true") "#wat.core.Option/Some [true]"]]}
  :wat::core::string::to-bool)

(:wat::core::primitive :wat::core::string::concat
  {:java "Strings.concat"
   :doc "The texts, one after the other."
   :example [[(:wat::core::string::concat "a" "b" "c") "\"abc\""]
             [(:wat::core::string::concat) "\"\""]]}
  [& parts <- :wat::core::Vector<wat::core::String>] -> :wat::core::String)

(:wat::core::defn :wat::core::string::join
  {:doc "The elements as by str, with a separator between each two."
   :example [[(:wat::core::string::join ", " [1 2 3]) "\"1, 2, 3\""]
             [(:wat::core::string::join "-" (:wat::core::List/of "a" "b")) "\"a-b\""]
             [(:wat::core::string::join "-" (:wat::core::Vector :wat::core::String)) "\"\""]]}
  [sep <- :wat::core::String  c <- :wat::core::Seqable<T>] -> :wat::core::String
  (:wat::core::string::join-all sep (:wat::core::Vector/concat [] c)))

(:wat::core::defalias :wat::core::String/concat
  {:doc "The texts, one after the other."
   :example [[(:wat::core::String/concat "a" "b" "c") "\"abc\""]]}
  :wat::core::string::concat)

(:wat::core::defalias :wat::core::String/join
  {:doc "The elements as by str, with a separator between each two."
   :example [[(:wat::core::String/join ", " [1 2 3]) "\"1, 2, 3\""]]}
  :wat::core::string::join)

(:wat::core::primitive :wat::core::string::join-all
  {:java "Strings.join"
   :doc "The elements as by str, with a separator between each two."
   :example [[(:wat::core::string::join-all "-" ["a" "b"]) "\"a-b\""]]}
  [sep <- :wat::core::String  parts <- :wat::core::Vector<T>] -> :wat::core::String)

(:wat::core::defalias :wat::core::String/join-all
  {:doc "The elements of a vector as by str, with a separator between each two."
   :example [[(:wat::core::String/join-all "-" ["a" "b"]) "\"a-b\""]]}
  :wat::core::string::join-all)

(:wat::core::primitive :wat::core::show
  {:java "Texts.show"
   :doc "A text for people who look for a mistake: strings quoted, what is large shortened."
   :example [[(:wat::core::show "a") "\"\\\"a\\\"\""]
             [(:wat::core::show (:wat::time::Minute 1)) "\"<Duration 60000000000ns>\""]
             [(:wat::core::show (:wat::core::Tuple 1 "a")) "\"[1 \\\"a\\\"]\""]]}
  [v <- :T] -> :wat::core::String)

(:wat::core::primitive :wat::core::str
  {:java "Texts.str"
   :doc "A string as it is, all else as EDN."
   :example [[(:wat::core::str "a") "\"a\""]
             [(:wat::core::str (:wat::core::Tuple 1 "a")) "\"[1 \\\"a\\\"]\""]
             [(:wat::core::str 1.0) "\"1.0\""]]}
  [v <- :T] -> :wat::core::String)

(:wat::core::primitive :wat::core::regex::matches?
  {:java "Regexes.matches"
   :doc "Whether a pattern is found anywhere in a text, in linear time; raises of a bad pattern."
   :example [[(:wat::core::regex::matches? "b+" "abbc") "true"]
             [(:wat::core::regex::matches? "^b" "ab") "false"]
             [(:wat::core::regex::matches? "^.$" "😀") "true"]
             [(:wat::core::regex::matches? "(" "a") :raises "AssertionFailed"]
             [(:wat::core::regex::matches? "(a)\\1" "aa") :raises "AssertionFailed"]
             [(:wat::core::regex::matches? "a(?=b)" "ab") :raises "AssertionFailed"]
             [(:wat::core::regex::matches? "((a{1000}){1000}){1000}" "a") :raises "AssertionFailed"]
             [(:wat::core::regex::matches? "^[](]{2}\\.$" "](.") "true"]]}
  [pattern <- :wat::core::String  s <- :wat::core::String] -> :wat::core::bool)

(:wat::core::primitive :wat::core::char/of
  {:java "Texts.charOf"
   :doc "The only scalar of a text; raises unless it is one up to U+FFFF."
   :example [[(:wat::core::char/of "x") "\\x"]
             [(:wat::core::char/of "xy") :raises "AssertionFailed"]
             [(:wat::core::char/of "😀") :raises "AssertionFailed"]
             [(:wat::core::char/of "") :raises "AssertionFailed"]]}
  [s <- :wat::core::String] -> :wat::core::char)

(:wat::core::primitive :wat::core::keyword/to-string
  {:java "Texts.keywordToString"
   :doc "The text of a keyword without its colon."
   :example [[(:wat::core::keyword/to-string :acme::tax) "\"acme::tax\""]]}
  [k <- :wat::core::keyword] -> :wat::core::String)

(:wat::core::primitive :wat::core::keyword/from-string
  {:java "Texts.keywordFromString"
   :doc "The keyword with a text behind its colon; raises of what is none."
   :example [[(:wat::core::keyword/from-string "acme::tax") ":acme/tax"]
             [(:wat::core::keyword/from-string "a b") :raises "AssertionFailed"]
             [(:wat::core::keyword/from-string "") :raises "AssertionFailed"]]}
  [s <- :wat::core::String] -> :wat::core::keyword)

(:wat::core::primitive :wat::core::i64::to-string
  {:java "I64.text"
   :doc "The text of a number."
   :example [[(:wat::core::i64::to-string -42) "\"-42\""]]}
  [n <- :wat::core::i64] -> :wat::core::String)

(:wat::core::primitive :wat::core::f64::to-string
  {:java "F64.text"
   :doc "The shortest text that reads as the number, whole ones without a point."
   :example [[(:wat::core::f64::to-string 100.0) "\"100\""]
             [(:wat::core::f64::to-string 0.1) "\"0.1\""]
             [(:wat::core::f64::to-string 1e16) "\"1e16\""]]}
  [x <- :wat::core::f64] -> :wat::core::String)

(:wat::core::primitive :wat::core::bool::to-string
  {:java "Texts.boolToString"
   :doc "The text true or false."
   :example [[(:wat::core::bool::to-string true) "\"true\""]]}
  [b <- :wat::core::bool] -> :wat::core::String)

(:wat::core::primitive :wat::core::f64::to-i64
  {:java "F64.toI64"
   :doc "The number, truncated toward zero; None of NaN and of what does not fit."
   :example [[(:wat::core::f64::to-i64 3.75) "#wat.core.Option/Some [3]"]
             [(:wat::core::f64::to-i64 -3.75) "#wat.core.Option/Some [-3]"]
             [(:wat::core::f64::to-i64 1e30) "#wat.core.Option/None []"]]}
  [x <- :wat::core::f64] -> :wat::core::Option<wat::core::i64>)

(:wat::core::primitive :wat::core::f64::round
  {:java "F64.round"
   :doc
     "The number rounded to digits behind the point, halves away from zero; digits below zero stand before it."
   :example [[(:wat::core::f64::round 2.345 1) "2.3"]
             [(:wat::core::f64::round 2.5 0) "3.0"]
             [(:wat::core::f64::round -2.5 0) "-3.0"]
             [(:wat::core::f64::round 1250.0 -2) "1300.0"]]}
  [x <- :wat::core::f64  digits <- :wat::core::i64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64::abs
  {:java "F64.abs"
   :doc "The number without its sign."
   :example [[(:wat::core::f64::abs -1.5) "1.5"]]}
  [x <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64::min
  {:java "F64.min"
   :doc "The lesser number; NaN if one is."
   :example [[(:wat::core::f64::min 1.0 2.0) "1.0"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64::max
  {:java "F64.max"
   :doc "The greater number; NaN if one is."
   :example [[(:wat::core::f64::max 1.0 2.0) "2.0"]]}
  [a <- :wat::core::f64  b <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::primitive :wat::core::f64::clamp
  {:java "F64.clamp"
   :doc "The nearest number between low and high; raises unless low is at most high."
   :example [[(:wat::core::f64::clamp 5.0 0.0 1.0) "1.0"]
             [(:wat::core::f64::clamp 0.5 0.0 1.0) "0.5"]
             [(:wat::core::f64::clamp 0.5 1.0 0.0) :raises "AssertionFailed"]]}
  [x <- :wat::core::f64  low <- :wat::core::f64  high <- :wat::core::f64] -> :wat::core::f64)

(:wat::core::defalias :wat::core::i64/to-string
  {:doc "The text of a number." :example [[(:wat::core::i64/to-string -42) "\"-42\""]]}
  :wat::core::i64::to-string)

(:wat::core::defalias :wat::core::f64/to-string
  {:doc "The shortest text that reads as the number, whole ones without a point."
   :example [[(:wat::core::f64/to-string 100.0) "\"100\""]]}
  :wat::core::f64::to-string)

(:wat::core::defalias :wat::core::bool/to-string
  {:doc "The text true or false." :example [[(:wat::core::bool/to-string true) "\"true\""]]}
  :wat::core::bool::to-string)

(:wat::core::defalias :wat::core::f64/to-i64
  {:doc "The number, truncated toward zero; None of NaN and of what does not fit."
   :example [[(:wat::core::f64/to-i64 3.75) "#wat.core.Option/Some [3]"]]}
  :wat::core::f64::to-i64)

(:wat::core::defalias :wat::core::f64/round
  {:doc
     "The number rounded to digits behind the point, halves away from zero; digits below zero stand before it."
   :example [[(:wat::core::f64/round 2.345 1) "2.3"]]}
  :wat::core::f64::round)

(:wat::core::defalias :wat::core::f64/abs
  {:doc "The number without its sign." :example [[(:wat::core::f64/abs -1.5) "1.5"]]}
  :wat::core::f64::abs)

(:wat::core::defalias :wat::core::f64/min
  {:doc "The lesser number; NaN if one is." :example [[(:wat::core::f64/min 1.0 2.0) "1.0"]]}
  :wat::core::f64::min)

(:wat::core::defalias :wat::core::f64/max
  {:doc "The greater number; NaN if one is." :example [[(:wat::core::f64/max 1.0 2.0) "2.0"]]}
  :wat::core::f64::max)

(:wat::core::defalias :wat::core::f64/clamp
  {:doc "The nearest number between low and high; raises unless low is at most high."
   :example [[(:wat::core::f64/clamp 5.0 0.0 1.0) "1.0"]]}
  :wat::core::f64::clamp)

(:wat::core::defalias :wat::core::i64/to-f64
  {:doc "The nearest f64." :example [[(:wat::core::i64/to-f64 3) "3.0"]]}
  :wat::core::i64::to-f64)

(:wat::core::primitive :wat::core::ast-kind
  {:java "Asts.kind"
   :doc "What kind of form it is."
   :example [[(:wat::core::ast-kind (:wat::core::quote (f 1 2))) "\"list\""]
             [(:wat::core::ast-kind (:wat::core::quote a)) "\"symbol\""]
             [(:wat::core::ast-kind (:wat::core::quote 1)) "\"int\""]]}
  [a <- :wat::WatAST] -> :wat::core::String)

(:wat::core::primitive :wat::core::ast-name
  {:java "Asts.name"
   :doc "The text of a symbol, or of a keyword without its colon."
   :example [[(:wat::core::ast-name (:wat::core::quote a)) "\"a\""]
             [(:wat::core::ast-name (:wat::core::quote :acme::tax)) "\"acme::tax\""]
             [(:wat::core::ast-name (:wat::core::quote 1)) :raises "TypeMismatch"]]}
  [a <- :wat::WatAST] -> :wat::core::String)

(:wat::core::primitive :wat::core::ast->children
  {:java "Asts.children"
   :doc "The nodes in a list, vector, map or set, keys and values in turn; none of all else."
   :example [[(:wat::core::ast->children (:wat::core::quote (f 1 2))) "[f 1 2]"]
             [(:wat::core::ast->children (:wat::core::quote a)) "[]"]]}
  [a <- :wat::WatAST] -> :wat::core::Vector<wat::WatAST>)

(:wat::core::primitive :wat::core::with-children
  {:java "Asts.withChildren"
   :doc "The same kind of form with other nodes in it."
   :example [[(:wat::core::with-children (:wat::core::quote [a])
                                         [(:wat::core::quote b) (:wat::core::quote c)])
              "[b c]"]
             [(:wat::core::with-children (:wat::core::quote {a 1}) [(:wat::core::quote b)])
              :raises
              "AssertionFailed"]
             [(:wat::core::with-children (:wat::core::quote a) (:wat::core::Vector :wat::WatAST))
              :raises
              "TypeMismatch"]]}
  [a <- :wat::WatAST  c <- :wat::core::Vector<wat::WatAST>] -> :wat::WatAST)

(:wat::core::primitive :wat::core::symbol-node
  {:java "Asts.symbol"
   :doc "A symbol; raises of what is none."
   :example [[(:wat::core::symbol-node "a") "a"]
             [(:wat::core::symbol-node "a b") :raises "AssertionFailed"]]}
  [name <- :wat::core::String] -> :wat::WatAST)

(:wat::core::primitive :wat::core::keyword-node
  {:java "Asts.keyword"
   :doc "A keyword with a text behind its colon; raises of what is none."
   :example [[(:wat::core::keyword-node "acme::tax") ":acme::tax"]
             [(:wat::core::keyword-node "a b") :raises "AssertionFailed"]]}
  [name <- :wat::core::String] -> :wat::WatAST)

(:wat::core::primitive :wat::core::ast->source
  {:java "Asts.source"
   :doc "The text of a form."
   :example [[(:wat::core::ast->source (:wat::core::quote (f 1 "a"))) "\"(f 1 \\\"a\\\")\""]]}
  [a <- :wat::WatAST] -> :wat::core::String)

(:wat::core::primitive :wat::core::write-forms
  {:java "Asts.sources"
   :doc "The text of forms, one a line."
   :example [[(:wat::core::write-forms [(:wat::core::quote (f 1)) (:wat::core::quote b)])
              "\"(f 1)\\nb\\n\""]]}
  [forms <- :wat::core::Vector<wat::WatAST>] -> :wat::core::String)

(:wat::core::primitive :wat::core::ast-span
  {:java "Asts.span"
   :doc "Where a form stands."
   :example [[(:wat::core::Span/line (:wat::core::ast-span (:wat::core::symbol-node "a"))) "1"]]}
  [a <- :wat::WatAST] -> :wat::core::Span)

(:wat::core::primitive :wat::core::ast-end-span
  {:java "Asts.endSpan"
   :doc "The place behind the end of a form."
   :example [[(:wat::core::Span/line (:wat::core::ast-end-span (:wat::core::symbol-node "a")))
              "1"]]}
  [a <- :wat::WatAST] -> :wat::core::Span)

(:wat::core::primitive :wat::core::List?
  {:java "Asts.isList"
   :doc "Whether a form is a list."
   :example [[(:wat::core::List? (:wat::core::quote (f 1 2))) "true"]
             [(:wat::core::List? (:wat::core::quote [f])) "false"]]}
  [a <- :wat::WatAST] -> :wat::core::bool)

(:wat::core::primitive :wat::core::macro-error
  {:java "Effects.macroError"
   :effects [expand]
   :doc "Stops the expansion of a macro with a message."}
  [message <- :wat::core::String] -> :wat::core::never)

(:wat::core::primitive :wat::core::fresh-symbol
  {:java "Effects.freshSymbol" :effects [expand] :doc "A symbol that no other one equals."}
  [name <- :wat::core::String] -> :wat::WatAST)

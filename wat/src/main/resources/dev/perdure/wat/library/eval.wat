; Code that is evaluated while the program runs.

(:wat::core::defrecord :wat::core::EvalError
  [kind <- :wat::core::String  message <- :wat::core::String])

(:wat::core::defenum :wat::core::FormOutcome :wat::enum::Pure
  :Declared
  :Evaluated [v <- :wat::core::Value]
  :CheckFailed [e <- :wat::core::Error]
  :Raised [e <- :wat::kernel::PeerDiedError])

(:wat::core::primitive :wat::eval-ast!
  {:java "Effects.evalAst"
   :effects [eval any]
   :wants "T"
   :doc
     "The value of a form in the universe of the program, which may not declare; its type is fixed by the use. What it raises is an Err, but for a panic, which goes on in the caller."}
  [ast <- :wat::WatAST] -> :wat::core::Result<T,wat::core::EvalError>)

(:wat::core::primitive :wat::eval-edn!
  {:java "Effects.evalEdn"
   :effects [eval any]
   :wants "T"
   :doc "As eval-ast!, of the forms in a text, the last of which gives the value."}
  [s <- :wat::core::String] -> :wat::core::Result<T,wat::core::EvalError>)

(:wat::core::primitive :wat::eval-file!
  {:java "Effects.evalFile"
   :effects [eval any]
   :wants "T"
   :doc "As eval-edn!, of a file, which --allow-read grants."}
  [path <- :wat::core::String] -> :wat::core::Result<T,wat::core::EvalError>)

(:wat::core::primitive :wat::eval-digest!
  {:java "Effects.evalDigest"
   :effects [eval any]
   :wants "T"
   :doc
     "As eval-file!, of bytes with a digest: behind the path stand :wat::verify::digest-sha256 and a payload, :wat::verify::string or :wat::verify::file-path and a text."}
  [path <- :wat::core::String  algorithm <- :wat::core::keyword  kind <- :wat::core::keyword
   digest <- :wat::core::String] -> :wat::core::Result<T,wat::core::EvalError>)

(:wat::core::primitive :wat::eval-digest-string!
  {:java "Effects.evalDigestString"
   :effects [eval any]
   :wants "T"
   :doc "As eval-digest!, of a text."}
  [s <- :wat::core::String  algorithm <- :wat::core::keyword  kind <- :wat::core::keyword
   digest <- :wat::core::String] -> :wat::core::Result<T,wat::core::EvalError>)

(:wat::core::primitive :wat::eval-signed!
  {:java "Effects.evalSigned"
   :effects [eval any]
   :wants "T"
   :doc
     "As eval-file!, of forms that are signed: behind the path stand :wat::verify::signed-ed25519 and the payloads of the signature and the key."}
  [path <- :wat::core::String  algorithm <- :wat::core::keyword
   signature-kind <- :wat::core::keyword  signature <- :wat::core::String
   key-kind <- :wat::core::keyword  key <- :wat::core::String]
  -> :wat::core::Result<T,wat::core::EvalError>)

(:wat::core::primitive :wat::eval-signed-string!
  {:java "Effects.evalSignedString"
   :effects [eval any]
   :wants "T"
   :doc "As eval-signed!, of a text."}
  [s <- :wat::core::String  algorithm <- :wat::core::keyword  signature-kind <- :wat::core::keyword
   signature <- :wat::core::String  key-kind <- :wat::core::keyword  key <- :wat::core::String]
  -> :wat::core::Result<T,wat::core::EvalError>)

(:wat::core::primitive :wat::eval-with-defs!
  {:java "Effects.evalWithDefs"
   :effects [eval any]
   :wants "T"
   :doc
     "What becomes of a form in the universe of the program and further declarations, which are forgotten behind it."}
  [form <- :wat::WatAST  defs <- :wat::core::Vector<wat::WatAST>] -> :wat::core::FormOutcome)

; Services of the engine: effect interfaces whose implementations the host has, and which it grants.

(:wat::core::primitive :perdure::Env/get
  {:java "Effects.variable"
   :effects [:perdure::Env]
   :read-only true
   :doc "The value of an environment variable; None if it is not set."}
  [name <- :wat::core::String] -> :wat::core::Option<wat::core::String>)

(:wat::core::defenum :perdure::Http::Body :wat::enum::Pure
  :None
  :Text [content <- :wat::core::String]
  :Bytes [content <- :wat::core::Bytes])

(:wat::core::defrecord :perdure::Http::Request
  [method <- :wat::core::String  uri <- :wat::core::String
   headers <- :wat::core::HashMap<wat::core::String,wat::core::Vector<wat::core::String>>
   body <- :perdure::Http::Body])

(:wat::core::defrecord :perdure::Http::Response
  [status <- :wat::core::i64
   headers <- :wat::core::HashMap<wat::core::String,wat::core::Vector<wat::core::String>>
   body <- :perdure::Http::Body])

(:wat::core::defenum :perdure::Http::Failed :wat::enum::Pure
  :HttpNotSent [message <- :wat::core::String]
  :HttpNoAnswer [message <- :wat::core::String])

(:wat::core::primitive :perdure::Http/send
  {:java "Effects.send"
   :effects [:perdure::Http]
   :doc
     "Sends a request and gives the answer, of any status. The request is sent at least once, each time with the same header `Idempotency-Key`."}
  [request <- :perdure::Http::Request]
  -> :wat::core::Result<perdure::Http::Response,perdure::Http::Failed>)

(:wat::core::primitive :perdure::Http/get
  {:java "Effects.get"
   :effects [:perdure::Http]
   :read-only true
   :doc "Reads what stands at an address, with these headers."}
  [uri <- :wat::core::String
   headers <- :wat::core::HashMap<wat::core::String,wat::core::Vector<wat::core::String>>]
  -> :wat::core::Result<perdure::Http::Response,perdure::Http::Failed>)

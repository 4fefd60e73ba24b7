; How threads and processes end, and what they read.

(:wat::core::defrecord :wat::kernel::Frame
  [file <- :wat::core::String  line <- :wat::core::i64  symbol <- :wat::core::String])

(:wat::core::defrecord :wat::kernel::Failure
  [message <- :wat::core::String  location <- :wat::core::Option<wat::core::Span>
   frames <- :wat::core::Vector<wat::kernel::Frame>  actual <- :wat::core::Option<wat::core::String>
   expected <- :wat::core::Option<wat::core::String>])

(:wat::core::defrecord :wat::kernel::BadFrame
  [message <- :wat::core::String  location <- :wat::core::Option<wat::core::Span>
   causes <- :wat::core::Vector<wat::core::Error>  text <- :wat::core::String
   expected <- :wat::core::String  path <- :wat::core::String])

(:wat::core::defenum :wat::kernel::PeerDiedError :wat::enum::Pure
  :Panic [message <- :wat::core::String  failure <- :wat::core::Option<wat::kernel::Failure>]
  :RuntimeError [error <- :wat::core::Error]
  :Disconnected
  :Stopped
  :StartupError [error <- :wat::core::Error]
  :EntryFormFailure [message <- :wat::core::String]
  :MainSignature [message <- :wat::core::String]
  :BadReturn [message <- :wat::core::String])

(:wat::core::typealias :wat::kernel::ThreadDiedError :wat::kernel::PeerDiedError)

(:wat::core::typealias :wat::kernel::ProcessDiedError :wat::kernel::PeerDiedError)

(:wat::core::defn :wat::kernel::PeerDiedError/message
  {:doc "How a peer ended, in a line."
   :example [[(:wat::kernel::PeerDiedError/message (:wat::kernel::PeerDiedError::BadReturn "no"))
              "\"no\""]
             [(:wat::kernel::PeerDiedError/message :wat::kernel::PeerDiedError::Disconnected)
              "\"the peer closed its side\""]
             [(:wat::kernel::PeerDiedError/message
                (:wat::kernel::PeerDiedError::RuntimeError (:wat::core::Fault/of "lost")))
              "\"lost\""]]}
  [e <- :wat::kernel::PeerDiedError] -> :wat::core::String
  (:wat::core::match e
    ((:wat::kernel::PeerDiedError::Panic message _) message)
    ((:wat::kernel::PeerDiedError::RuntimeError error) (:message error))
    (:wat::kernel::PeerDiedError::Disconnected "the peer closed its side")
    (:wat::kernel::PeerDiedError::Stopped "a stop was requested")
    ((:wat::kernel::PeerDiedError::StartupError error) (:message error))
    ((:wat::kernel::PeerDiedError::EntryFormFailure message) message)
    ((:wat::kernel::PeerDiedError::MainSignature message) message)
    ((:wat::kernel::PeerDiedError::BadReturn message) message)))

(:wat::core::defn :wat::kernel::PeerDiedError/location
  {:doc "Where the error happened that ended a peer."
   :example [[(:wat::kernel::PeerDiedError/location :wat::kernel::PeerDiedError::Stopped)
              "#wat.core.Option/None []"]]}
  [e <- :wat::kernel::PeerDiedError] -> :wat::core::Option<wat::core::Span>
  (:wat::core::match e
    ((:wat::kernel::PeerDiedError::RuntimeError error) (:location error))
    ((:wat::kernel::PeerDiedError::StartupError error) (:location error))
    (_ :wat::core::None)))

(:wat::core::defn :wat::kernel::PeerDiedError/to-failure
  {:doc "How a peer ended, as the failure of a test would tell it."
   :example [[(:wat::kernel::Failure/message (:wat::kernel::PeerDiedError/to-failure
                                               (:wat::kernel::PeerDiedError::BadReturn "no")))
              "\"no\""]]}
  [e <- :wat::kernel::PeerDiedError] -> :wat::kernel::Failure
  (:wat::core::match e
    ((:wat::kernel::PeerDiedError::Panic _ (Some failure)) failure)
    (_
      (:wat::kernel::Failure' (:wat::kernel::PeerDiedError/message e)
                              (:wat::kernel::PeerDiedError/location e)
                              []
                              :wat::core::None
                              :wat::core::None))))

(:wat::core::primitive :wat::kernel::readln
  {:java "Effects.readln"
   :effects [io]
   :wants "T"
   :doc
     "The next value of the process's stdin, of the type that its use fixes. (readln :max-buffer-bytes n) takes frames of up to n bytes. The end of the input is Disconnected; a frame that is no such value is a RuntimeError with a BadFrame, and the next call takes the next frame."}
  [] -> :wat::core::Result<T,wat::kernel::PeerDiedError>)

(:wat::core::primitive :wat::kernel::readln-within
  {:java "Effects.readlnWithin"
   :effects [io]
   :wants "T"
   :doc "As readln, of frames of up to so many bytes."}
  [max-buffer-bytes <- :wat::core::i64] -> :wat::core::Result<T,wat::kernel::PeerDiedError>)

(:wat::core::primitive :wat::kernel::read-frame
  {:java "Effects.readFrame"
   :effects [io]
   :doc "The text of the next frame of the process's stdin, not read as a value."}
  [] -> :wat::core::Result<wat::core::String,wat::kernel::PeerDiedError>)

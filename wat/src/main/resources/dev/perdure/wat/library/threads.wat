; Threads of a program and the channels between them.

(:wat::core::typealias :wat::kernel::ThreadPeer<R,W> :wat::kernel::Peer<R,W>)

(:wat::core::typealias :wat::kernel::Channel<T> :(wat::kernel::Sender<T>,wat::kernel::Receiver<T>))

(:wat::core::defrecord :wat::kernel::Program
  [forms <- :wat::core::Vector<wat::WatAST>  argv <- :wat::core::Vector<wat::core::String>
   grants <- :wat::core::Vector<wat::core::String>])

(:wat::core::defrecord :wat::kernel::ProcessGroupErr
  [index <- :wat::core::Option<wat::core::i64>
   chain <- :wat::core::Vector<wat::kernel::PeerDiedError>
   siblings <- :wat::core::Vector<wat::core::Result<wat::core::nil,wat::kernel::PeerDiedError>>])

(:wat::core::primitive :wat::kernel::make-bounded-channel
  {:java "Effects.makeBoundedChannel"
   :effects [spawn]
   :doc
     "A channel for values of a type on which so many may be on their way, at least one: (make-bounded-channel :T n). It closes by Sender/close, or when the thread that made it ends."
   :example [[(:wat::core::match (:wat::kernel::make-bounded-channel :wat::core::i64 1)
                ((tx rx)
                  (:wat::core::do
                    (:wat::kernel::send tx 5)
                    (:wat::kernel::recv rx))))
              "#wat.core.Result/Ok [5]"]]}
  [n <- :wat::core::i64] -> :wat::kernel::Channel<T>)

(:wat::core::primitive :wat::kernel::send
  {:java "Effects.send"
   :effects [send]
   :doc
     "Sends a value, and waits while the channel is full. Err Disconnected if it is closed, Err Stopped where it would wait after a stop request."
   :example [[(:wat::core::match (:wat::kernel::make-bounded-channel :wat::core::i64 1)
                ((tx rx)
                  (:wat::core::do
                    (:wat::kernel::Sender/close tx)
                    (:wat::kernel::send tx 5))))
              "#wat.core.Result/Err [#wat.kernel.PeerDiedError/Disconnected []]"]]}
  [tx <- :wat::kernel::Sender<T>  v <- :T]
  -> :wat::core::Result<wat::core::nil,wat::kernel::PeerDiedError>)

(:wat::core::primitive :wat::kernel::recv
  {:java "Effects.recv"
   :effects [receive]
   :doc
     "The next value, which it waits for. Err Disconnected once the channel is closed and empty, Err Stopped where it would wait after a stop request."
   :example [[(:wat::core::match (:wat::kernel::make-bounded-channel :wat::core::i64 1)
                ((tx rx)
                  (:wat::core::do
                    (:wat::kernel::Sender/close tx)
                    (:wat::kernel::recv rx))))
              "#wat.core.Result/Err [#wat.kernel.PeerDiedError/Disconnected []]"]]}
  [rx <- :wat::kernel::Receiver<T>] -> :wat::core::Result<T,wat::kernel::PeerDiedError>)

(:wat::core::primitive :wat::kernel::try-recv
  {:java "Effects.tryRecv"
   :effects [receive]
   :doc "The next value if there is one now; Ok None if it would have to be waited for."
   :example [[(:wat::core::match (:wat::kernel::make-bounded-channel :wat::core::i64 1)
                ((tx rx) (:wat::kernel::try-recv rx)))
              "#wat.core.Result/Ok [#wat.core.Option/None []]"]]}
  [rx <- :wat::kernel::Receiver<T>]
  -> :wat::core::Result<wat::core::Option<T>,wat::kernel::PeerDiedError>)

(:wat::core::primitive :wat::kernel::Sender/close
  {:java "Effects.senderClose"
   :effects [send]
   :doc "Closes a channel: what is on its way is received, then each recv gives Err Disconnected."
   :example [[(:wat::core::match (:wat::kernel::make-bounded-channel :wat::core::i64 1)
                ((tx rx)
                  (:wat::core::do
                    (:wat::kernel::send tx 5)
                    (:wat::kernel::Sender/close tx)
                    (:wat::kernel::recv rx))))
              "#wat.core.Result/Ok [5]"]]}
  [tx <- :wat::kernel::Sender<T>] -> :wat::core::nil)

(:wat::core::primitive :wat::kernel::select
  {:java "Effects.select"
   :effects [receive]
   :doc
     "The index of a channel that is ready, and what recv gives of it; waits until one is. Of several the one that was received from longest ago. Index -1 and Err Stopped where it would wait after a stop request; raises EmptySelect of no channels."
   :example [[(:wat::core::match (:wat::kernel::make-bounded-channel :wat::core::i64 1)
                ((tx rx)
                  (:wat::core::do
                    (:wat::kernel::send tx 5)
                    (:wat::kernel::select [rx]))))
              "[0 #wat.core.Result/Ok [5]]"]
             [(:wat::core::ann-form
                (:wat::kernel::select [])
                :(wat::core::i64,wat::core::Result<wat::core::i64,wat::kernel::PeerDiedError>))
              :raises
              "EmptySelect"]]}
  [rxs <- :wat::core::Vector<wat::kernel::Receiver<T>>]
  -> :(wat::core::i64,wat::core::Result<T,wat::kernel::PeerDiedError>))

(:wat::core::primitive :wat::kernel::after
  {:java "Effects.after"
   :effects [time]
   :portable "T"
   :doc "A channel that gives a value once, after a time, and then closes."}
  [d <- :wat::time::Duration  v <- :T] -> :wat::kernel::Receiver<T>)

(:wat::core::primitive :wat::kernel::stopped?
  {:java "Effects.isStopped"
   :effects [env]
   :doc
     "Whether a stop request has come. From then on no operation on channels waits: where it would, it gives Err Stopped."
   :example [[(:wat::kernel::stopped?) "false"]]}
  [] -> :wat::core::bool)

(:wat::core::primitive :wat::kernel::spawn-thread
  {:java "Effects.spawnThread"
   :effects [spawn latent]
   :doc
     "Starts a thread that runs a function of its peer, or of the ends of two channels, Fn(Receiver<I>,Sender<O>)->R, and gives the client's handle of it; R is nil, or a Result of nil and a portable error. The thread is ended when the one that started it ends. To run servers, use run-threads, which tells what became of them."
   :example [[(:wat::core::let [t (:wat::kernel::spawn-thread
                                    (:wat::core::fn
                                      [p <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>]
                                      -> :wat::core::nil
                                      (:wat::core::do
                                        (:wat::kernel::Peer/println p 5)
                                        nil)))]
                (:wat::kernel::Thread/readln t))
              "#wat.core.Result/Ok [5]"]]}
  [f <- :wat::core::Fn(wat::kernel::Peer<I,O>)->R] -> :wat::kernel::Thread<I,O>)

(:wat::core::primitive :wat::kernel::Peer/new
  {:java "Peers.of"
   :doc "A peer that reads from one channel and writes to another."
   :example [[(:wat::core::match (:wat::kernel::make-bounded-channel :wat::core::i64 1)
                ((tx rx)
                  (:wat::core::let [p (:wat::kernel::Peer/new rx tx)]
                    (:wat::core::do
                      (:wat::kernel::Peer/println p 5)
                      (:wat::kernel::Peer/readln p)))))
              "#wat.core.Result/Ok [5]"]]}
  [rx <- :wat::kernel::Receiver<R>  tx <- :wat::kernel::Sender<W>] -> :wat::kernel::Peer<R,W>)

(:wat::core::primitive :wat::kernel::Peer/readln
  {:java "Effects.peerReadln"
   :effects [receive]
   :doc
     "The next value that the other side has written, which it waits for. What was written before the other side ended is read first; then each read gives how it ended, Disconnected if that was clean."
   :example [[(:wat::core::let [t (:wat::kernel::spawn-thread
                                    (:wat::core::fn
                                      [p <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>]
                                      -> :wat::core::nil
                                      nil))]
                (:wat::kernel::Peer/readln t))
              "#wat.core.Result/Err [#wat.kernel.PeerDiedError/Disconnected []]"]]}
  [p <- :wat::kernel::Peer<R,W>] -> :wat::core::Result<R,wat::kernel::PeerDiedError>)

(:wat::core::primitive :wat::kernel::Peer/println
  {:java "Effects.peerPrintln"
   :effects [send]
   :doc
     "Writes a value to the other side, and waits while the pipe is full. Ok says that the pipe took it, not that anyone read it."
   :example [[(:wat::core::let [t (:wat::kernel::spawn-thread
                                    (:wat::core::fn
                                      [p <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>]
                                      -> :wat::core::nil
                                      nil))]
                (:wat::kernel::Peer/println t 5))
              "#wat.core.Result/Ok [nil]"]]}
  [p <- :wat::kernel::Peer<R,W>  v <- :W]
  -> :wat::core::Result<wat::core::nil,wat::kernel::PeerDiedError>)

(:wat::core::primitive :wat::kernel::Peer/close
  {:java "Effects.peerClose"
   :effects [send]
   :doc "Ends the own writing side; reading goes on."
   :example [[(:wat::core::let [t (:wat::kernel::spawn-thread
                                    (:wat::core::fn
                                      [p <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>]
                                      -> :wat::core::nil
                                      nil))]
                (:wat::core::do
                  (:wat::kernel::Peer/close t)
                  (:wat::kernel::Peer/println t 5)))
              "#wat.core.Result/Err [#wat.kernel.PeerDiedError/Disconnected []]"]]}
  [p <- :wat::kernel::Peer<R,W>] -> :wat::core::nil)

(:wat::core::primitive :wat::kernel::Thread/readln
  {:java "Effects.threadReadln"
   :effects [receive]
   :doc "As Peer/readln, of a thread or of the peer that a thread is given."
   :example [[(:wat::core::let [t (:wat::kernel::spawn-thread
                                    (:wat::core::fn
                                      [p <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>]
                                      -> :wat::core::Result<wat::core::nil,wat::core::String>
                                      (:wat::core::Err "no")))]
                (:wat::kernel::Thread/readln t))
              "#wat.core.Result/Err [#wat.kernel.PeerDiedError/BadReturn [\"\\\"no\\\"\"]]"]]}
  [p <- :wat::kernel::Peer<R,W>] -> :wat::core::Result<R,wat::kernel::PeerDiedError>)

(:wat::core::primitive :wat::kernel::Thread/println
  {:java "Effects.threadPrintln"
   :effects [send]
   :doc "As Peer/println, to a thread or to the peer that a thread is given."
   :example [[(:wat::core::let [t (:wat::kernel::spawn-thread
                                    (:wat::core::fn
                                      [p <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>]
                                      -> :wat::core::nil
                                      nil))]
                (:wat::kernel::Thread/println t 5))
              "#wat.core.Result/Ok [nil]"]]}
  [p <- :wat::kernel::Peer<R,W>  v <- :W]
  -> :wat::core::Result<wat::core::nil,wat::kernel::PeerDiedError>)

(:wat::core::primitive :wat::kernel::Thread/input
  {:java "Peers.input"
   :doc "The end of the channel that a thread reads from."
   :example [[(:wat::core::let [t (:wat::kernel::spawn-thread
                                    (:wat::core::fn
                                      [p <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>]
                                      -> :wat::core::nil
                                      nil))]
                (:wat::kernel::send (:wat::kernel::Thread/input t) 5))
              "#wat.core.Result/Ok [nil]"]]}
  [t <- :wat::kernel::Thread<I,O>] -> :wat::kernel::Sender<I>)

(:wat::core::primitive :wat::kernel::Thread/output
  {:java "Peers.output"
   :doc "The end of the channel that a thread writes to."
   :example [[(:wat::core::let [t (:wat::kernel::spawn-thread
                                    (:wat::core::fn
                                      [p <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>]
                                      -> :wat::core::nil
                                      nil))]
                (:wat::kernel::recv (:wat::kernel::Thread/output t)))
              "#wat.core.Result/Err [#wat.kernel.PeerDiedError/Disconnected []]"]]}
  [t <- :wat::kernel::Thread<I,O>] -> :wat::kernel::Receiver<O>)

(:wat::core::primitive :wat::kernel::Thread/join-result
  {:java "Effects.threadJoinResult"
   :effects [spawn]
   :restricted-to [:wat::kernel::]
   :instead ":wat::kernel::run-threads"
   :doc "Waits for the end of a thread, also after a stop request; how it ended."}
  [t <- :wat::kernel::Thread<I,O>] -> :wat::core::Result<wat::core::nil,wat::kernel::PeerDiedError>)

(:wat::core::defn :wat::kernel::Thread/drain-and-join
  {:restricted-to [:wat::kernel::]
   :instead ":wat::kernel::run-threads"
   :doc "Throws away what a thread still writes, and waits for its end; how it ended."}
  [t <- :wat::kernel::Thread<I,O>] -> :wat::core::Result<wat::core::nil,wat::kernel::PeerDiedError>
  (:wat::core::do
    (:wat::kernel::Thread/discard t)
    (:wat::kernel::Thread/join-result t)))

(:wat::core::primitive :wat::kernel::Thread/discard
  {:java "Effects.threadDiscard"
   :effects [spawn]
   :restricted-to [:wat::kernel::]
   :doc "Throws away what a thread has written and will write."}
  [t <- :wat::kernel::Thread<I,O>] -> :wat::core::nil)

(:wat::core::primitive :wat::kernel::Thread/release
  {:java "Effects.threadRelease"
   :effects [spawn]
   :restricted-to [:wat::kernel::]
   :doc "Ends the client's side of a thread: nothing is written to it, and nothing read of it."}
  [t <- :wat::kernel::Thread<I,O>] -> :wat::core::nil)

(:wat::core::primitive :wat::kernel::Thread/uncaught?
  {:java "Effects.threadIsUncaught"
   :effects [spawn]
   :restricted-to [:wat::kernel::]
   :doc "Whether a thread has died and no operation has told so."}
  [t <- :wat::kernel::Thread<I,O>] -> :wat::core::bool)

(:wat::core::primitive :wat::kernel::Thread/chain
  {:java "Effects.threadChain"
   :effects [spawn]
   :restricted-to [:wat::kernel::]
   :doc "How a thread has died and what led to that, newest first; empty if it ended clean."}
  [t <- :wat::kernel::Thread<I,O>] -> :wat::core::Vector<wat::kernel::PeerDiedError>)

(:wat::core::primitive :wat::kernel::end-threads
  {:java "Effects.endThreads"
   :effects [spawn]
   :restricted-to [:wat::kernel::]
   :doc "Asks threads to stop, waits for their ends, and ends those that go on after 2 s."}
  [ts <- :wat::core::Vector<wat::kernel::Thread<I,O>>] -> :wat::core::nil)

(:wat::core::primitive :wat::kernel::begin
  {:java "Effects.begin"
   :effects [spawn latent]
   :restricted-to [:wat::kernel::]
   :doc "Begins a call of a function as a part of this thread, which goes on when it raises."}
  [f <- :wat::core::Fn()->T] -> :wat::kernel::Thread<wat::core::nil,T>)

(:wat::core::primitive :wat::kernel::outcome
  {:java "Effects.outcome"
   :effects [spawn]
   :restricted-to [:wat::kernel::]
   :doc "Waits for the end of a call that was begun; what it gave, or how it died."}
  [part <- :wat::kernel::Thread<wat::core::nil,T>]
  -> :wat::core::Result<T,wat::kernel::PeerDiedError>)

(:wat::core::defn :wat::kernel::first-uncaught
  {:restricted-to [:wat::kernel::]
   :doc "The index of the first thread, from one on, that has died and no operation has told so."}
  [ts <- :wat::core::Vector<wat::kernel::Thread<I,O>>  from <- :wat::core::i64]
  -> :wat::core::Option<wat::core::i64>
  (:wat::core::match (:wat::core::get ts from)
    (:None :wat::core::None)
    ((Some t)
      (:wat::core::if (:wat::kernel::Thread/uncaught? t)
        (:wat::core::Some from)
        (:wat::kernel::first-uncaught ts (:wat::core::+ from 1))))))

(:wat::core::defn :wat::kernel::group-error
  {:restricted-to [:wat::kernel::]
   :doc "That of servers, which have ended, of which one has failed."}
  [ts <- :wat::core::Vector<wat::kernel::Thread<I,O>>  failed <- :wat::core::i64]
  -> :wat::kernel::ProcessGroupErr
  (:wat::kernel::ProcessGroupErr' (:wat::core::Some failed)
                                  (:wat::kernel::Thread/chain (:wat::core::nth ts failed))
                                  (:wat::core::mapv :wat::kernel::Thread/join-result ts)))

(:wat::core::defn :wat::kernel::run-servers
  {:restricted-to [:wat::kernel::]
   :doc
     "What a client gives, which was begun when its servers were; waits until they have ended. The form run-threads stands for it."}
  [servers <- :wat::core::Vector<wat::kernel::Thread<I,O>>  client <- :wat::core::Fn()->R]
  -> :wat::core::Result<R,wat::kernel::ProcessGroupErr>
  (:wat::core::match (:wat::kernel::first-uncaught servers 0)
    ((Some k)
      (:wat::core::do
        (:wat::kernel::end-threads servers)
        (:wat::core::Err (:wat::kernel::group-error servers k))))
    (:None
      (:wat::core::let [part (:wat::kernel::begin client)]
        (:wat::core::match (:wat::kernel::outcome part)
          ((Ok r)
            (:wat::core::do
              (:wat::core::run! :wat::kernel::Thread/release servers)
              (:wat::core::mapv :wat::kernel::Thread/join-result servers)
              (:wat::core::match (:wat::kernel::first-uncaught servers 0)
                (:None (:wat::core::Ok r))
                ((Some k) (:wat::core::Err (:wat::kernel::group-error servers k))))))
          ((Err _)
            (:wat::core::do
              (:wat::kernel::end-threads servers)
              (:wat::core::Err (:wat::kernel::ProcessGroupErr'
                                 :wat::core::None
                                 (:wat::kernel::Thread/chain part)
                                 (:wat::core::mapv :wat::kernel::Thread/join-result
                                                   servers))))))))))

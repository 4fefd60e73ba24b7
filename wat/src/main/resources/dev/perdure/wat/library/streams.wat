; Sequences whose elements are computed when they are asked for.

(:wat::core::defenum :wat::stream::NextOutcome<T> :wat::enum::Impure
  :Item [value <- :T  rest <- :wat::stream::Stream<T>]
  :Exhausted)

(:wat::core::primitive :wat::core::Seqable/seq
  {:java "Streams.of"
   :doc "A stream of the elements."
   :example [[(:wat::core::into [] (:wat::core::Seqable/seq (:wat::core::List/of 1 2))) "[1 2]"]]}
  [c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>)

(:wat::core::primitive :wat::stream::empty
  {:java "Streams.empty"
   :doc "A stream without elements."
   :example [[(:wat::core::into (:wat::core::Vector :wat::core::i64) (:wat::stream::empty)) "[]"]]}
  [] -> :wat::stream::Stream<T>)

(:wat::core::primitive :wat::stream::cons
  {:java "Streams.cons"
   :doc "A stream with one more element before the others."
   :example [[(:wat::core::into []
                                (:wat::stream::cons 1 (:wat::stream::cons 2 (:wat::stream::empty))))
              "[1 2]"]]}
  [x <- :T  s <- :wat::stream::Stream<T>] -> :wat::stream::Stream<T>)

(:wat::core::primitive :wat::stream::uncons
  {:java "Streams.uncons"
   :effects [latent]
   :doc "The first element and the rest, which forces one element."
   :example [[(:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq [1 2]))
                ((Some (x more)) x)
                (:None 0))
              "1"]]}
  [s <- :wat::stream::Stream<T>] -> :wat::core::Option<(T,wat::stream::Stream<T>)>)

(:wat::core::defn :wat::stream::next
  {:doc "The first element and the rest; forces one element."
   :example [[(:wat::core::match (:wat::stream::next (:wat::core::Seqable/seq [1 2]))
                ((:wat::stream::NextOutcome::Item x more) (:wat::core::into [x] more))
                (:wat::stream::NextOutcome::Exhausted []))
              "[1 2]"]
             [(:wat::core::match (:wat::stream::next (:wat::core::drop [1] 1))
                ((:wat::stream::NextOutcome::Item x more) x)
                (:wat::stream::NextOutcome::Exhausted 0))
              "0"]]}
  [s <- :wat::stream::Stream<T>] -> :wat::stream::NextOutcome<T>
  (:wat::core::match (:wat::stream::uncons s)
    ((Some (x more)) (:wat::stream::NextOutcome::Item x more))
    (:None :wat::stream::NextOutcome::Exhausted)))

(:wat::core::defn :wat::core::map
  {:doc "What a function gives for each element, when it is asked for."
   :example [[(:wat::core::into []
                                (:wat::core::map
                                  (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64
                                    (:wat::core::i64::+ x 1))
                                  [1 2]))
              "[2 3]"]
             [(:wat::core::first (:wat::core::into
                                   []
                                   (:wat::core::take
                                     (:wat::core::map
                                       (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64
                                         (:wat::core::i64::/ 10 x))
                                       [5 0])
                                     1)))
              "2"]]}
  [f <- :wat::core::Fn(T)->U  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<U>
  (:wat::stream::lazy (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
                        ((Some (x more)) (:wat::stream::cons (f x) (:wat::core::map f more)))
                        (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::core::filter
  {:doc "The elements for which a function gives true."
   :example [[(:wat::core::into []
                                (:wat::core::filter
                                  (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::bool
                                    (:wat::core::i64::= 0 (:wat::core::i64::mod x 2)))
                                  [1 2 3 4]))
              "[2 4]"]
             [(:wat::core::into []
                                (:wat::core::filter
                                  (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::bool
                                    (:wat::core::i64::= x 50000))
                                  (:wat::core::range 0 50001)))
              "[50000]"]]}
  [p <- :wat::core::Fn(T)->wat::core::bool  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>
  (:wat::stream::lazy (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
                        ((Some (x more))
                          (:wat::core::if (p x)
                            (:wat::stream::cons x (:wat::core::filter p more))
                            (:wat::core::filter p more)))
                        (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::core::remove
  {:doc "The elements for which a function gives false."
   :example [[(:wat::core::into []
                                (:wat::core::remove
                                  (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::bool
                                    (:wat::core::i64::= 0 (:wat::core::i64::mod x 2)))
                                  [1 2 3 4]))
              "[1 3]"]]}
  [p <- :wat::core::Fn(T)->wat::core::bool  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>
  (:wat::core::filter (:wat::core::fn [x <- :T] -> :wat::core::bool (:wat::core::not (p x))) c))

(:wat::core::defn :wat::core::keep
  {:doc "What a function gives for each element, without the Nones."
   :example [[(:wat::core::into [] (:wat::core::keep :wat::core::string::to-i64 ["1" "a" "2"]))
              "[1 2]"]]}
  [f <- :wat::core::Fn(T)->wat::core::Option<U>  c <- :wat::core::Seqable<T>]
  -> :wat::stream::Stream<U>
  (:wat::stream::lazy (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
                        ((Some (x more))
                          (:wat::core::match (f x)
                            ((Some y) (:wat::stream::cons y (:wat::core::keep f more)))
                            (:None (:wat::core::keep f more))))
                        (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::core::take
  {:doc "The first n elements."
   :example [[(:wat::core::into [] (:wat::core::take [1 2 3] 2)) "[1 2]"]
             [(:wat::core::into [] (:wat::core::take [1] 5)) "[1]"]
             [(:wat::core::into [] (:wat::core::take [1] -1)) "[]"]]}
  [c <- :wat::core::Seqable<T>  n <- :wat::core::i64] -> :wat::stream::Stream<T>
  (:wat::stream::lazy (:wat::core::if (:wat::core::i64::<= n 0)
                        (:wat::stream::empty)
                        (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
                          ((Some (x more))
                            (:wat::stream::cons x (:wat::core::take more (:wat::core::i64::- n 1))))
                          (:None (:wat::stream::empty))))))

(:wat::core::defn :wat::core::drop
  {:doc "The elements after the first n."
   :example [[(:wat::core::into [] (:wat::core::drop [1 2 3] 2)) "[3]"]
             [(:wat::core::into [] (:wat::core::drop [1] 5)) "[]"]
             [(:wat::core::into [] (:wat::core::drop [1] -1)) "[1]"]]}
  [c <- :wat::core::Seqable<T>  n <- :wat::core::i64] -> :wat::stream::Stream<T>
  (:wat::stream::lazy (:wat::core::if (:wat::core::i64::<= n 0)
                        (:wat::core::Seqable/seq c)
                        (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
                          ((Some (x more)) (:wat::core::drop more (:wat::core::i64::- n 1)))
                          (:None (:wat::stream::empty))))))

(:wat::core::defn :wat::core::take-while
  {:doc "The elements before the first for which a function gives false."
   :example [[(:wat::core::into []
                                (:wat::core::take-while
                                  (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::bool
                                    (:wat::core::i64::= 0 (:wat::core::i64::mod x 2)))
                                  [2 4 5 6]))
              "[2 4]"]]}
  [p <- :wat::core::Fn(T)->wat::core::bool  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>
  (:wat::stream::lazy (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
                        ((Some (x more))
                          (:wat::core::if (p x)
                            (:wat::stream::cons x (:wat::core::take-while p more))
                            (:wat::stream::empty)))
                        (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::core::drop-while
  {:doc "The elements from the first on for which a function gives false."
   :example [[(:wat::core::into []
                                (:wat::core::drop-while
                                  (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::bool
                                    (:wat::core::i64::= 0 (:wat::core::i64::mod x 2)))
                                  [2 4 5 6]))
              "[5 6]"]]}
  [p <- :wat::core::Fn(T)->wat::core::bool  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>
  (:wat::stream::lazy (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
                        ((Some (x more))
                          (:wat::core::if (p x)
                            (:wat::core::drop-while p more)
                            (:wat::stream::cons x more)))
                        (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::stream::indexed
  {:doc "What a function gives for each number from i on and element."
   :example [[(:wat::core::into [] (:wat::stream::indexed 5 :wat::core::i64::+ [7 8])) "[12 14]"]]}
  [i <- :wat::core::i64  f <- :wat::core::Fn(wat::core::i64,T)->U  c <- :wat::core::Seqable<T>]
  -> :wat::stream::Stream<U>
  (:wat::stream::lazy (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
                        ((Some (x more))
                          (:wat::stream::cons
                            (f i x)
                            (:wat::stream::indexed (:wat::core::i64::+ i 1) f more)))
                        (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::core::map-indexed
  {:doc "What a function gives for each place from 0 and element."
   :example [[(:wat::core::into []
                                (:wat::core::map-indexed
                                  (:wat::core::fn [i <- :wat::core::i64  s <- :wat::core::String]
                                    -> :(wat::core::i64,wat::core::String)
                                    (:wat::core::Tuple i s))
                                  ["a" "b"]))
              "[[0 \"a\"] [1 \"b\"]]"]]}
  [f <- :wat::core::Fn(wat::core::i64,T)->U  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<U>
  (:wat::stream::indexed 0 f c))

(:wat::core::defn :wat::core::keep-indexed
  {:doc "What a function gives for each place and element, without the Nones."
   :example [[(:wat::core::into []
                                (:wat::core::keep-indexed
                                  (:wat::core::fn [i <- :wat::core::i64  s <- :wat::core::String]
                                    -> :wat::core::Option<wat::core::String>
                                    (:wat::core::if (:wat::core::i64::= i 1)
                                      (:wat::core::Some s)
                                      :wat::core::None))
                                  ["a" "b" "c"]))
              "[\"b\"]"]]}
  [f <- :wat::core::Fn(wat::core::i64,T)->wat::core::Option<U>  c <- :wat::core::Seqable<T>]
  -> :wat::stream::Stream<U>
  (:wat::core::keep (:wat::core::fn [o <- :wat::core::Option<U>] -> :wat::core::Option<U> o)
                    (:wat::core::map-indexed f c)))

(:wat::core::defn :wat::core::take-nth
  {:doc "The first element and each n-th after it."
   :example [[(:wat::core::into [] (:wat::core::take-nth 2 [1 2 3 4 5])) "[1 3 5]"]]}
  [n <- :wat::core::i64  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>
  (:wat::stream::lazy (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
                        ((Some (x more))
                          (:wat::stream::cons x
                                              (:wat::core::take-nth
                                                n
                                                (:wat::core::drop more (:wat::core::i64::- n 1)))))
                        (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::core::interpose
  {:doc "The elements with another one between each two."
   :example [[(:wat::core::into [] (:wat::core::interpose 0 [1 2 3])) "[1 0 2 0 3]"]
             [(:wat::core::into [] (:wat::core::interpose 0 [1])) "[1]"]]}
  [x <- :T  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>
  (:wat::stream::lazy (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
                        ((Some (y more)) (:wat::stream::cons y (:wat::stream::prefixed x more)))
                        (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::stream::prefixed
  {:doc "Each element with another one before it."
   :example [[(:wat::core::into [] (:wat::stream::prefixed 0 (:wat::core::Seqable/seq [1 2])))
              "[0 1 0 2]"]]}
  [x <- :T  s <- :wat::stream::Stream<T>] -> :wat::stream::Stream<T>
  (:wat::stream::lazy (:wat::core::match (:wat::stream::uncons s)
                        ((Some (y more))
                          (:wat::stream::cons
                            x
                            (:wat::stream::cons y (:wat::stream::prefixed x more))))
                        (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::core::dedupe
  {:doc "The elements without those that equal the one before."
   :example [[(:wat::core::into [] (:wat::core::dedupe [1 1 2 2 1])) "[1 2 1]"]]}
  [c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>
  (:wat::stream::lazy (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
                        ((Some (x more))
                          (:wat::stream::cons x
                                              (:wat::core::dedupe
                                                (:wat::core::drop-while
                                                  (:wat::core::fn [y <- :T] -> :wat::core::bool
                                                    (:wat::core::= x y))
                                                  more))))
                        (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::stream::unseen
  {:doc "The elements that are not in a set, each once."
   :example [[(:wat::core::into [] (:wat::stream::unseen #{1} (:wat::core::Seqable/seq [1 2 2 3])))
              "[2 3]"]]}
  [seen <- :wat::core::HashSet<T>  s <- :wat::stream::Stream<T>] -> :wat::stream::Stream<T>
  (:wat::stream::lazy (:wat::core::match (:wat::stream::uncons s)
                        ((Some (x more))
                          (:wat::core::if (:wat::core::HashSet/contains? seen x)
                            (:wat::stream::unseen seen more)
                            (:wat::stream::cons
                              x
                              (:wat::stream::unseen (:wat::core::HashSet/conj seen x) more))))
                        (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::core::distinct
  {:doc "The elements, each once."
   :example [[(:wat::core::into [] (:wat::core::distinct [1 2 1 3 2])) "[1 2 3]"]]}
  [c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>
  (:wat::stream::unseen #{} (:wat::core::Seqable/seq c)))

(:wat::core::defn :wat::core::reductions
  {:doc "What a fold has after no element, one, two, and so on."
   :example [[(:wat::core::into [] (:wat::core::reductions :wat::core::i64::+ 0 [1 2 3]))
              "[0 1 3 6]"]
             [(:wat::core::into
                []
                (:wat::core::reductions :wat::core::i64::+ 0 (:wat::core::Vector :wat::core::i64)))
              "[0]"]]}
  [f <- :wat::core::Fn(A,T)->A  init <- :A  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<A>
  (:wat::stream::cons init
                      (:wat::stream::lazy
                        (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
                          ((Some (x more)) (:wat::core::reductions f (f init x) more))
                          (:None (:wat::stream::empty))))))

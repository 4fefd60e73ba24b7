; Sequences whose elements are computed when they are asked for.

(:wat::core::defenum :wat::stream::NextOutcome<T> :wat::enum::Impure
  :Item [value <- :T  rest <- :wat::stream::Stream<T>]
  :Exhausted)

(:wat::core::primitive :wat::core::Seqable/seq
  {:java "Streams.of"
   :doc "A stream of the elements."}
  [c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>)

(:wat::core::primitive :wat::stream::empty
  {:java "Streams.empty"
   :doc "A stream without elements."}
  [] -> :wat::stream::Stream<T>)

(:wat::core::primitive :wat::stream::cons
  {:java "Streams.cons"
   :doc "A stream with one more element before the others."}
  [x <- :T  s <- :wat::stream::Stream<T>] -> :wat::stream::Stream<T>)

(:wat::core::primitive :wat::stream::uncons
  {:java "Streams.uncons" :effects [latent]
   :doc "The first element and the rest, which forces one element."}
  [s <- :wat::stream::Stream<T>] -> :wat::core::Option<(T,wat::stream::Stream<T>)>)

(:wat::core::defn :wat::stream::next
  {:doc "The first element and the rest; forces one element."}
  [s <- :wat::stream::Stream<T>] -> :wat::stream::NextOutcome<T>
  (:wat::core::match (:wat::stream::uncons s)
    ((Some (x more)) (:wat::stream::NextOutcome::Item x more))
    (:None :wat::stream::NextOutcome::Exhausted)))

(:wat::core::defn :wat::core::map
  {:doc "What a function gives for each element, when it is asked for."}
  [f <- :wat::core::Fn(T)->U  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<U>
  (:wat::stream::lazy
    (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
      ((Some (x more)) (:wat::stream::cons (f x) (:wat::core::map f more)))
      (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::core::filter
  {:doc "The elements for which a function gives true."}
  [p <- :wat::core::Fn(T)->wat::core::bool  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>
  (:wat::stream::lazy
    (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
      ((Some (x more)) (:wat::core::if (p x) (:wat::stream::cons x (:wat::core::filter p more)) (:wat::core::filter p more)))
      (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::core::remove
  {:doc "The elements for which a function gives false."}
  [p <- :wat::core::Fn(T)->wat::core::bool  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>
  (:wat::core::filter (:wat::core::fn [x <- :T] -> :wat::core::bool (:wat::core::not (p x))) c))

(:wat::core::defn :wat::core::keep
  {:doc "What a function gives for each element, without the Nones."}
  [f <- :wat::core::Fn(T)->wat::core::Option<U>  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<U>
  (:wat::stream::lazy
    (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
      ((Some (x more))
        (:wat::core::match (f x)
          ((Some y) (:wat::stream::cons y (:wat::core::keep f more)))
          (:None (:wat::core::keep f more))))
      (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::core::take
  {:doc "The first elements, as many as are wanted."}
  [c <- :wat::core::Seqable<T>  n <- :wat::core::i64] -> :wat::stream::Stream<T>
  (:wat::stream::lazy
    (:wat::core::if (:wat::core::i64::<= n 0)
      (:wat::stream::empty)
      (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
        ((Some (x more)) (:wat::stream::cons x (:wat::core::take more (:wat::core::i64::- n 1))))
        (:None (:wat::stream::empty))))))

(:wat::core::defn :wat::core::drop
  {:doc "The elements behind the first ones."}
  [c <- :wat::core::Seqable<T>  n <- :wat::core::i64] -> :wat::stream::Stream<T>
  (:wat::stream::lazy
    (:wat::core::if (:wat::core::i64::<= n 0)
      (:wat::core::Seqable/seq c)
      (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
        ((Some (x more)) (:wat::core::drop more (:wat::core::i64::- n 1)))
        (:None (:wat::stream::empty))))))

(:wat::core::defn :wat::core::take-while
  {:doc "The elements before the first for which a function gives false."}
  [p <- :wat::core::Fn(T)->wat::core::bool  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>
  (:wat::stream::lazy
    (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
      ((Some (x more)) (:wat::core::if (p x) (:wat::stream::cons x (:wat::core::take-while p more)) (:wat::stream::empty)))
      (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::core::drop-while
  {:doc "The elements from the first on for which a function gives false."}
  [p <- :wat::core::Fn(T)->wat::core::bool  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>
  (:wat::stream::lazy
    (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
      ((Some (x more)) (:wat::core::if (p x) (:wat::core::drop-while p more) (:wat::stream::cons x more)))
      (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::stream::indexed
  {:doc "What a function gives for each number from i on and element."}
  [i <- :wat::core::i64  f <- :wat::core::Fn(wat::core::i64,T)->U  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<U>
  (:wat::stream::lazy
    (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
      ((Some (x more)) (:wat::stream::cons (f i x) (:wat::stream::indexed (:wat::core::i64::+ i 1) f more)))
      (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::core::map-indexed
  {:doc "What a function gives for each place from 0 and element."}
  [f <- :wat::core::Fn(wat::core::i64,T)->U  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<U>
  (:wat::stream::indexed 0 f c))

(:wat::core::defn :wat::core::keep-indexed
  {:doc "What a function gives for each place and element, without the Nones."}
  [f <- :wat::core::Fn(wat::core::i64,T)->wat::core::Option<U>  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<U>
  (:wat::core::keep (:wat::core::fn [o <- :wat::core::Option<U>] -> :wat::core::Option<U> o) (:wat::core::map-indexed f c)))

(:wat::core::defn :wat::core::take-nth
  {:doc "The first element and each n-th behind it."}
  [n <- :wat::core::i64  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>
  (:wat::stream::lazy
    (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
      ((Some (x more)) (:wat::stream::cons x (:wat::core::take-nth n (:wat::core::drop more (:wat::core::i64::- n 1)))))
      (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::core::interpose
  {:doc "The elements with another one between each two."}
  [x <- :T  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>
  (:wat::stream::lazy
    (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
      ((Some (y more)) (:wat::stream::cons y (:wat::stream::prefixed x more)))
      (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::stream::prefixed
  {:doc "Each element with another one before it."}
  [x <- :T  s <- :wat::stream::Stream<T>] -> :wat::stream::Stream<T>
  (:wat::stream::lazy
    (:wat::core::match (:wat::stream::uncons s)
      ((Some (y more)) (:wat::stream::cons x (:wat::stream::cons y (:wat::stream::prefixed x more))))
      (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::core::dedupe
  {:doc "The elements without those that equal the one before."}
  [c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>
  (:wat::stream::lazy
    (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
      ((Some (x more)) (:wat::stream::cons x (:wat::core::dedupe (:wat::core::drop-while (:wat::core::fn [y <- :T] -> :wat::core::bool (:wat::core::= x y)) more))))
      (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::stream::unseen
  {:doc "The elements that are not in a set, each once."}
  [seen <- :wat::core::HashSet<T>  s <- :wat::stream::Stream<T>] -> :wat::stream::Stream<T>
  (:wat::stream::lazy
    (:wat::core::match (:wat::stream::uncons s)
      ((Some (x more))
        (:wat::core::if (:wat::core::HashSet/contains? seen x)
          (:wat::stream::unseen seen more)
          (:wat::stream::cons x (:wat::stream::unseen (:wat::core::HashSet/conj seen x) more))))
      (:None (:wat::stream::empty)))))

(:wat::core::defn :wat::core::distinct
  {:doc "The elements, each once."}
  [c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<T>
  (:wat::stream::unseen #{} (:wat::core::Seqable/seq c)))

(:wat::core::defn :wat::core::reductions
  {:doc "What a fold has after no element, one, two, and so on."}
  [f <- :wat::core::Fn(A,T)->A  init <- :A  c <- :wat::core::Seqable<T>] -> :wat::stream::Stream<A>
  (:wat::stream::cons init
    (:wat::stream::lazy
      (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
        ((Some (x more)) (:wat::core::reductions f (f init x) more))
        (:None (:wat::stream::empty))))))

; Folds over whatever can be walked, sorting, and Vectors made of others.

(:wat::core::primitive :wat::core::range
  {:java "Vectors.range"
   :doc "The numbers from the first one up to the second, which is not among them."
   :example [[(:wat::core::range 2 5) "[2 3 4]"]
             [(:wat::core::range 5 2) "[]"]
             [(:wat::core::range 0 9223372036854775807) :raises "AssertionFailed"]]}
  [from <- :wat::core::i64  to <- :wat::core::i64] -> :wat::core::Vector<wat::core::i64>)

(:wat::core::defn :wat::core::foldl
  {:doc "What a function makes of a start and each element in turn."
   :example [[(:wat::core::foldl :wat::core::i64::+ 0 [1 2 3]) "6"]
             [(:wat::core::foldl :wat::core::i64::- 10 [1 2 3]) "4"]
             [(:wat::core::length (:wat::core::foldl
                                    (:wat::core::fn [acc <- :wat::core::Vector<wat::core::i64>
                                                     x <- :wat::core::i64]
                                      -> :wat::core::Vector<wat::core::i64>
                                      (:wat::core::conj acc x))
                                    (:wat::core::Vector :wat::core::i64)
                                    (:wat::core::range 0 100000)))
              "100000"]]}
  [f <- :wat::core::Fn(A,T)->A  init <- :A  c <- :wat::core::Seqable<T>] -> :A
  (:wat::std::fold f init (:wat::core::Seqable/seq c)))

(:wat::core::defn :wat::std::fold
  {:doc "What a function makes of a start and each element of a stream in turn."
   :example [[(:wat::std::fold :wat::core::i64::+ 0 (:wat::core::Seqable/seq [1 2 3])) "6"]]}
  [f <- :wat::core::Fn(A,T)->A  acc <- :A  s <- :wat::stream::Stream<T>] -> :A
  (:wat::core::match (:wat::stream::uncons s)
    ((Some (x more)) (:wat::std::fold f (f acc x) more))
    (:None acc)))

(:wat::core::defclause :wat::core::reduce
  {:doc "A fold with a start, or from the first element on; then it raises when there is none."
   :example [[(:wat::core::reduce :wat::core::i64::+ 10 [1 2 3]) "16"]
             [(:wat::core::reduce :wat::core::i64::- [10 2 3]) "5"]
             [(:wat::core::reduce :wat::core::i64::+ (:wat::core::Vector :wat::core::i64))
              :raises
              "AssertionFailed"]]}
  ([f <- :wat::core::Fn(A,T)->A  init <- :A  c <- :wat::core::Seqable<T>] -> :A
    (:wat::core::foldl f init c))
  ([f <- :wat::core::Fn(T,T)->T  c <- :wat::core::Seqable<T>] -> :T
    (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
      ((Some (x more)) (:wat::std::fold f x more))
      (:None
        (:wat::kernel::assertion-failed! "reduce of nothing" :wat::core::None :wat::core::None)))))

(:wat::core::defn :wat::core::mapv
  {:doc "What a function gives for each element, as a Vector."
   :example [[(:wat::core::mapv
                (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::+ x 1))
                [1 2 3])
              "[2 3 4]"]]}
  [f <- :wat::core::Fn(T)->U  c <- :wat::core::Seqable<T>] -> :wat::core::Vector<U>
  (:wat::core::foldl
    (:wat::core::fn [acc <- :wat::core::Vector<U>  x <- :T] -> :wat::core::Vector<U>
      (:wat::core::Vector/conj acc (f x)))
    []
    c))

(:wat::core::defn :wat::core::filterv
  {:doc "The elements for which a function gives true, as a Vector."
   :example [[(:wat::core::filterv
                (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::bool
                  (:wat::core::i64::= 0 (:wat::core::i64::mod x 2)))
                [1 2 3 4])
              "[2 4]"]]}
  [p <- :wat::core::Fn(T)->wat::core::bool  c <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>
  (:wat::core::foldl
    (:wat::core::fn [acc <- :wat::core::Vector<T>  x <- :T] -> :wat::core::Vector<T>
      (:wat::core::if (p x) (:wat::core::Vector/conj acc x) acc))
    []
    c))

(:wat::core::defn :wat::core::run!
  {:doc "Calls a function with each element."
   :example [[(:wat::core::run!
                (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::+ x 1))
                [1 2 3])
              "nil"]
             [(:wat::core::run!
                (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::/ 1 x))
                [1 0])
              :raises
              "DivisionByZero"]]}
  [f <- :wat::core::Fn(T)->U  c <- :wat::core::Seqable<T>] -> :wat::core::nil
  (:wat::std::each f (:wat::core::Seqable/seq c)))

(:wat::core::defn :wat::std::each
  {:doc "Calls a function with each element of a stream."
   :example [[(:wat::std::each
                (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::+ x 1))
                (:wat::core::Seqable/seq [1]))
              "nil"]]}
  [f <- :wat::core::Fn(T)->U  s <- :wat::stream::Stream<T>] -> :wat::core::nil
  (:wat::core::match (:wat::stream::uncons s)
    ((Some (x more))
      (:wat::core::let [_ignored (f x)]
        (:wat::std::each f more)))
    (:None nil)))

(:wat::core::defn :wat::core::dorun
  {:doc "Forces a stream."
   :example [[(:wat::core::dorun (:wat::core::map
                                   (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64
                                     (:wat::core::i64::+ x 1))
                                   [1 2]))
              "nil"]
             [(:wat::core::dorun (:wat::core::map
                                   (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64
                                     (:wat::core::i64::/ 1 x))
                                   [1 0]))
              :raises
              "DivisionByZero"]]}
  [s <- :wat::stream::Stream<T>] -> :wat::core::nil
  (:wat::std::each (:wat::core::fn [x <- :T] -> :wat::core::nil nil) s))

(:wat::core::defn :wat::core::doall
  {:doc "Forces a stream and gives it."
   :example [[(:wat::core::into []
                                (:wat::core::doall
                                  (:wat::core::map
                                    (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64
                                      (:wat::core::i64::+ x 1))
                                    [1 2])))
              "[2 3]"]]}
  [s <- :wat::stream::Stream<T>] -> :wat::stream::Stream<T>
  (:wat::core::let [_done (:wat::core::dorun s)]
    s))

(:wat::core::defn :wat::core::stream->vec
  {:doc "The elements of a Vector, then those of a stream."
   :example [[(:wat::core::stream->vec [7] (:wat::core::take [1 2 3] 2)) "[7 1 2]"]]}
  [acc <- :wat::core::Vector<T>  s <- :wat::stream::Stream<T>] -> :wat::core::Vector<T>
  (:wat::core::Vector/concat acc s))

(:wat::core::defn :wat::core::stream->pvec
  {:doc "The elements of a stream."
   :example [[(:wat::core::stream->pvec (:wat::core::take [1 2 3] 2))
              "#wat.core/PersistentVector [1 2]"]]}
  [s <- :wat::stream::Stream<T>] -> :wat::core::PersistentVector<T>
  (:wat::core::PersistentVector/concat (:wat::core::PersistentVector) s))

(:wat::core::defclause :wat::core::into
  {:doc "All elements of the second, put into the first: each as by conj, or pairs as by assoc."
   :example [[(:wat::core::into [7] (:wat::core::List/of 8 9)) "[7 8 9]"]
             [(:wat::core::into (:wat::core::List/of 7) [8 9]) "(9 8 7)"]
             [(:wat::core::length (:wat::core::into #{7} [7 8])) "2"]
             [(:wat::core::into (:wat::core::HashMap :wat::core::String :wat::core::i64)
                                [(:wat::core::Tuple "a" 1) (:wat::core::Tuple "a" 2)])
              "{\"a\" 2}"]]}
  ([to <- :wat::core::Vector<T>  from <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>
    (:wat::core::Vector/concat to from))
  ([to <- :wat::core::PersistentVector<T>  from <- :wat::core::Seqable<T>]
    -> :wat::core::PersistentVector<T>
    (:wat::core::PersistentVector/concat to from))
  ([to <- :wat::core::List<T>  from <- :wat::core::Seqable<T>] -> :wat::core::List<T>
    (:wat::core::foldl
      (:wat::core::fn [acc <- :wat::core::List<T>  x <- :T] -> :wat::core::List<T>
        (:wat::core::List/conj acc x))
      to
      from))
  ([to <- :wat::core::HashSet<T>  from <- :wat::core::Seqable<T>] -> :wat::core::HashSet<T>
    (:wat::core::foldl
      (:wat::core::fn [acc <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::HashSet<T>
        (:wat::core::HashSet/conj acc x))
      to
      from))
  ([to <- :wat::core::HashMap<K,V>  from <- :wat::core::Seqable<(K,V)>] -> :wat::core::HashMap<K,V>
    (:wat::core::foldl
      (:wat::core::fn [acc <- :wat::core::HashMap<K,V>  e <- :(K,V)] -> :wat::core::HashMap<K,V>
        (:wat::core::HashMap/assoc acc (:wat::core::first e) (:wat::core::second e)))
      to
      from))
  ([to <- :wat::core::PersistentMap<K,V>  from <- :wat::core::Seqable<(K,V)>]
    -> :wat::core::PersistentMap<K,V>
    (:wat::core::foldl (:wat::core::fn [acc <- :wat::core::PersistentMap<K,V>  e <- :(K,V)]
                         -> :wat::core::PersistentMap<K,V>
                         (:wat::core::PersistentMap/assoc acc
                                                          (:wat::core::first e)
                                                          (:wat::core::second e)))
                       to
                       from)))

(:wat::core::defn :wat::core::find-last-index
  {:doc "The place of the last element for which a function gives true."
   :example [[(:wat::core::find-last-index
                [1 2 4 5]
                (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::bool
                  (:wat::core::i64::= 0 (:wat::core::i64::mod x 2))))
              "#wat.core.Option/Some [2]"]
             [(:wat::core::find-last-index
                [1 3]
                (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::bool
                  (:wat::core::i64::= 0 (:wat::core::i64::mod x 2))))
              "#wat.core.Option/None []"]]}
  [c <- :wat::core::Seqable<T>  p <- :wat::core::Fn(T)->wat::core::bool]
  -> :wat::core::Option<wat::core::i64>
  (:wat::core::let [v (:wat::core::Vector/concat [] c)]
    (:wat::std::find-back v p (:wat::core::i64::- (:wat::core::Vector/length v) 1))))

(:wat::core::defn :wat::std::find-back
  {:doc "The place of the last element up to i for which a function gives true."
   :example [[(:wat::std::find-back
                [2 3 4]
                (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::bool
                  (:wat::core::i64::= 0 (:wat::core::i64::mod x 2)))
                1)
              "#wat.core.Option/Some [0]"]]}
  [c <- :wat::core::Vector<T>  p <- :wat::core::Fn(T)->wat::core::bool  i <- :wat::core::i64]
  -> :wat::core::Option<wat::core::i64>
  (:wat::core::if (:wat::core::i64::< i 0)
    :wat::core::None
    (:wat::core::if (p (:wat::core::Vector/nth c i))
      (:wat::core::Some i)
      (:wat::std::find-back c p (:wat::core::i64::- i 1)))))

(:wat::core::defn :wat::std::merge
  {:doc "Two sorted Vectors as one, after what is there."
   :example [[(:wat::std::merge :wat::core::i64::< [1 4] 0 [2 3] 0 []) "[1 2 3 4]"]]}
  [before <- :wat::core::Fn(T,T)->wat::core::bool  a <- :wat::core::Vector<T>  i <- :wat::core::i64
   b <- :wat::core::Vector<T>  j <- :wat::core::i64  acc <- :wat::core::Vector<T>]
  -> :wat::core::Vector<T>
  (:wat::core::if (:wat::core::i64::= i (:wat::core::Vector/length a))
    (:wat::core::if (:wat::core::i64::= j (:wat::core::Vector/length b))
      acc
      (:wat::std::merge before
                        a
                        i
                        b
                        (:wat::core::i64::+ j 1)
                        (:wat::core::Vector/conj acc (:wat::core::Vector/nth b j))))
    (:wat::core::if (:wat::core::i64::= j (:wat::core::Vector/length b))
      (:wat::std::merge before
                        a
                        (:wat::core::i64::+ i 1)
                        b
                        j
                        (:wat::core::Vector/conj acc (:wat::core::Vector/nth a i)))
      (:wat::core::if (before (:wat::core::Vector/nth b j) (:wat::core::Vector/nth a i))
        (:wat::std::merge before
                          a
                          i
                          b
                          (:wat::core::i64::+ j 1)
                          (:wat::core::Vector/conj acc (:wat::core::Vector/nth b j)))
        (:wat::std::merge before
                          a
                          (:wat::core::i64::+ i 1)
                          b
                          j
                          (:wat::core::Vector/conj acc (:wat::core::Vector/nth a i)))))))

(:wat::core::defn :wat::std::sort-range
  {:doc "The elements between two places, sorted; equal ones stay in their order."
   :example [[(:wat::std::sort-range :wat::core::i64::< [3 1 2] 0 3) "[1 2 3]"]]}
  [before <- :wat::core::Fn(T,T)->wat::core::bool  c <- :wat::core::Vector<T>
   from <- :wat::core::i64  to <- :wat::core::i64] -> :wat::core::Vector<T>
  (:wat::core::if (:wat::core::i64::<= (:wat::core::i64::- to from) 1)
    (:wat::core::if (:wat::core::i64::= from to) [] [(:wat::core::Vector/nth c from)])
    (:wat::core::let [middle (:wat::core::quot (:wat::core::i64::+ from to) 2)]
      (:wat::std::merge before
                        (:wat::std::sort-range before c from middle)
                        0
                        (:wat::std::sort-range before c middle to)
                        0
                        []))))

(:wat::core::primitive :wat::std::sorted
  {:java "Vectors.sorted"
   :effects [latent]
   :doc
     "The elements in their own order, NaN after all other numbers; equal ones stay in their order."
   :example [[(:wat::std::sorted [3 1 2]) "[1 2 3]"]
             [(:wat::std::sorted [(:wat::core::f64::/ 0.0 0.0) 1.0]) "[1.0 #wat.core.f64/NaN []]"]]}
  [c <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::std::sorted-by-first
  {:java "Vectors.sortedByFirst"
   :doc "Pairs in the order of their first items; equal ones stay in their order."
   :example [[(:wat::std::sorted-by-first
                [(:wat::core::Tuple 2 "a") (:wat::core::Tuple 1 "b") (:wat::core::Tuple 2 "c")])
              "[[1 \"b\"] [2 \"a\"] [2 \"c\"]]"]]}
  [pairs <- :wat::core::Vector<(K,T)>] -> :wat::core::Vector<(K,T)>)

(:wat::core::defclause :wat::core::sort
  {:doc
     "The elements, sorted, by their own order or by a function that tells whether one comes before another; equal ones stay in their order."
   :example
     [[(:wat::core::sort [3 1 2]) "[1 2 3]"]
      [(:wat::core::sort (:wat::core::Vector :wat::core::i64)) "[]"]
      [(:wat::core::sort :wat::core::i64::> [3 1 2]) "[3 2 1]"]
      [(:wat::core::sort
         (:wat::core::fn [a <- :wat::core::String  b <- :wat::core::String] -> :wat::core::bool
           (:wat::core::< (:wat::core::string::length a) (:wat::core::string::length b)))
         ["bb" "c" "aa" "d"])
       "[\"c\" \"d\" \"bb\" \"aa\"]"]
      [(:wat::core::sort (:wat::core::List/of "b" "a")) "[\"a\" \"b\"]"]]}
  ([c <- :wat::core::Seqable<T>] -> :wat::core::Vector<T> (:wat::std::sorted c))
  ([before <- :wat::core::Fn(T,T)->wat::core::bool  c <- :wat::core::Seqable<T>]
    -> :wat::core::Vector<T>
    (:wat::core::let [all (:wat::core::Vector/concat [] c)]
      (:wat::std::sort-range before all 0 (:wat::core::Vector/length all)))))

(:wat::core::defn :wat::std::keyed
  {:doc "Each element in a pair with what a function gives for it, which is first."
   :example [[(:wat::std::keyed
                (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::+ x 1))
                [1 2])
              "[[2 1] [3 2]]"]]}
  [key <- :wat::core::Fn(T)->K  c <- :wat::core::Seqable<T>] -> :wat::core::Vector<(K,T)>
  (:wat::core::mapv (:wat::core::fn [x <- :T] -> :(K,T) (:wat::core::Tuple (key x) x)) c))

(:wat::core::defn :wat::std::unkeyed
  {:doc "The second items of pairs."
   :example [[(:wat::std::unkeyed [(:wat::core::Tuple 1 "a")]) "[\"a\"]"]]}
  [pairs <- :wat::core::Vector<(K,T)>] -> :wat::core::Vector<T>
  (:wat::core::mapv (:wat::core::fn [p <- :(K,T)] -> :T (:wat::core::second p)) pairs))

(:wat::core::defclause :wat::core::sort-by
  {:doc
     "The elements, sorted by what a function gives for each, in its own order or by a function that tells whether one comes before another; equal ones stay in their order."
   :example [[(:wat::core::sort-by :wat::core::string::length ["bb" "c" "aa" "d"])
              "[\"c\" \"d\" \"bb\" \"aa\"]"]
             [(:wat::core::sort-by :wat::core::string::length
                                   :wat::core::i64::>
                                   ["bb" "c" "aa" "d"])
              "[\"bb\" \"aa\" \"c\" \"d\"]"]]}
  ([key <- :wat::core::Fn(T)->K  c <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>
    (:wat::std::unkeyed (:wat::std::sorted-by-first (:wat::std::keyed key c))))
  ([key <- :wat::core::Fn(T)->K  before <- :wat::core::Fn(K,K)->wat::core::bool
    c <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>
    (:wat::core::let [pairs (:wat::std::keyed key c)]
      (:wat::std::unkeyed (:wat::std::sort-range
                            (:wat::core::fn [a <- :(K,T)  b <- :(K,T)] -> :wat::core::bool
                              (before (:wat::core::first a) (:wat::core::first b)))
                            pairs
                            0
                            (:wat::core::Vector/length pairs))))))

(:wat::core::defn :wat::std::list::zip
  {:doc "The elements of two Vectors, paired; as many as the shorter one has."
   :example [[(:wat::std::list::zip [1 2 3] ["a" "b"]) "[[1 \"a\"] [2 \"b\"]]"]]}
  [a <- :wat::core::Vector<T>  b <- :wat::core::Vector<U>] -> :wat::core::Vector<(T,U)>
  (:wat::std::list::zip-from a b 0 []))

(:wat::core::defn :wat::std::list::zip-from
  {:doc "The pairs from a place on, after what is there."
   :example [[(:wat::std::list::zip-from [1 2] ["a" "b"] 1 []) "[[2 \"b\"]]"]]}
  [a <- :wat::core::Vector<T>  b <- :wat::core::Vector<U>  i <- :wat::core::i64
   acc <- :wat::core::Vector<(T,U)>] -> :wat::core::Vector<(T,U)>
  (:wat::core::if (:wat::core::or (:wat::core::i64::= i (:wat::core::Vector/length a))
                                  (:wat::core::i64::= i (:wat::core::Vector/length b)))
    acc
    (:wat::std::list::zip-from
      a
      b
      (:wat::core::i64::+ i 1)
      (:wat::core::Vector/conj
        acc
        (:wat::core::Tuple (:wat::core::Vector/nth a i) (:wat::core::Vector/nth b i))))))

(:wat::core::primitive :wat::std::list::window
  {:java "Vectors.windows"
   :doc
     "Each n elements that follow each other; nothing when there are fewer; raises unless n is above 0."
   :example [[(:wat::std::list::window [1 2 3] 2) "[[1 2] [2 3]]"]
             [(:wat::std::list::window [1] 2) "[]"]
             [(:wat::std::list::window [1] 0) :raises "AssertionFailed"]]}
  [c <- :wat::core::Vector<T>  n <- :wat::core::i64] -> :wat::core::Vector<wat::core::Vector<T>>)

(:wat::core::primitive :wat::std::list::remove-at
  {:java "Vectors.removeAt"
   :doc "Without the element at a place; outside it changes nothing."
   :example [[(:wat::std::list::remove-at [7 8 9] 1) "[7 9]"]
             [(:wat::std::list::remove-at [7 8] 2) "[7 8]"]
             [(:wat::std::list::remove-at [7 8] -1) "[7 8]"]]}
  [c <- :wat::core::Vector<T>  i <- :wat::core::i64] -> :wat::core::Vector<T>)

(:wat::core::defn :wat::std::list::map-with-index
  {:doc "What a function gives for each element and its place."
   :example [[(:wat::std::list::map-with-index [7 8] :wat::core::i64::+) "[7 9]"]]}
  [c <- :wat::core::Vector<T>  f <- :wat::core::Fn(T,wat::core::i64)->U] -> :wat::core::Vector<U>
  (:wat::core::Vector/concat
    []
    (:wat::core::map-indexed (:wat::core::fn [i <- :wat::core::i64  x <- :T] -> :U (f x i)) c)))

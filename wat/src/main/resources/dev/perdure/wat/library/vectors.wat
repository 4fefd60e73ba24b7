; Vectors, lists and persistent vectors.

(:wat::core::primitive :wat::core::Vector/length
  {:java "Vectors.length"
   :doc "How many elements there are."
   :example [[(:wat::core::Vector/length [7 8]) "2"]
             [(:wat::core::Vector/length (:wat::core::Vector :wat::core::i64)) "0"]]}
  [c <- :wat::core::Vector<T>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::Vector/empty?
  {:java "Vectors.isEmpty"
   :doc "Whether there is no element."
   :example [[(:wat::core::Vector/empty? (:wat::core::Vector :wat::core::i64)) "true"]
             [(:wat::core::Vector/empty? [7]) "false"]]}
  [c <- :wat::core::Vector<T>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::List/length
  {:java "Lists.length"
   :doc "How many elements there are."
   :example [[(:wat::core::List/length (:wat::core::List/of 7 8)) "2"]
             [(:wat::core::List/length (:wat::core::rest (:wat::core::List/of 1))) "0"]]}
  [c <- :wat::core::List<T>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::List/empty?
  {:java "Lists.isEmpty"
   :doc "Whether there is no element."
   :example [[(:wat::core::List/empty? (:wat::core::rest (:wat::core::List/of 1))) "true"]
             [(:wat::core::List/empty? (:wat::core::List/of 7)) "false"]]}
  [c <- :wat::core::List<T>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::PersistentVector/length
  {:java "PersistentVectors.length"
   :doc "How many elements there are."
   :example [[(:wat::core::PersistentVector/length (:wat::core::PersistentVector 7 8)) "2"]
             [(:wat::core::PersistentVector/length
                (:wat::core::rest (:wat::core::PersistentVector 1)))
              "0"]]}
  [c <- :wat::core::PersistentVector<T>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::PersistentVector/empty?
  {:java "PersistentVectors.isEmpty"
   :doc "Whether there is no element."
   :example [[(:wat::core::PersistentVector/empty?
                (:wat::core::rest (:wat::core::PersistentVector 1)))
              "true"]
             [(:wat::core::PersistentVector/empty? (:wat::core::PersistentVector 7)) "false"]]}
  [c <- :wat::core::PersistentVector<T>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::Vector/get
  {:java "Vectors.get"
   :doc "The element at a place, counted from 0; None outside."
   :example [[(:wat::core::Vector/get [7 8] 1) "#wat.core.Option/Some [8]"]
             [(:wat::core::Vector/get [7 8] 2) "#wat.core.Option/None []"]
             [(:wat::core::Vector/get [7 8] -1) "#wat.core.Option/None []"]]}
  [c <- :wat::core::Vector<T>  i <- :wat::core::i64] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::Vector/nth
  {:java "Vectors.nth"
   :doc "The element at a place, counted from 0; raises outside."
   :example [[(:wat::core::Vector/nth [7 8] 1) "8"]
             [(:wat::core::Vector/nth [7 8] 2) :raises "AssertionFailed"]
             [(:wat::core::Vector/nth [7 8] -1) :raises "AssertionFailed"]]}
  [c <- :wat::core::Vector<T>  i <- :wat::core::i64] -> :T)

(:wat::core::primitive :wat::core::Vector/last
  {:java "Vectors.last"
   :doc "The last element; None if there is none."
   :example [[(:wat::core::Vector/last [7 8]) "#wat.core.Option/Some [8]"]
             [(:wat::core::Vector/last (:wat::core::Vector :wat::core::i64))
              "#wat.core.Option/None []"]]}
  [c <- :wat::core::Vector<T>] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::Vector/rest
  {:java "Vectors.rest"
   :doc "All elements but the first; nothing of nothing."
   :example [[(:wat::core::Vector/rest [7 8]) "[8]"]
             [(:wat::core::Vector/rest (:wat::core::Vector :wat::core::i64)) "[]"]]}
  [c <- :wat::core::Vector<T>] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::core::Vector/reverse
  {:java "Vectors.reverse"
   :doc "The elements from the last to the first."
   :example [[(:wat::core::Vector/reverse [7 8 9]) "[9 8 7]"]]}
  [c <- :wat::core::Vector<T>] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::core::Vector/conj
  {:java "Vectors.conj"
   :doc "With one more element at the end."
   :example [[(:wat::core::Vector/conj [7 8] 9) "[7 8 9]"]]}
  [c <- :wat::core::Vector<T>  x <- :T] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::core::Vector/contains?
  {:java "Vectors.contains"
   :doc "Whether there is an equal element."
   :example [[(:wat::core::Vector/contains? [7 8] 8) "true"]
             [(:wat::core::Vector/contains? [7 8] 9) "false"]]}
  [c <- :wat::core::Vector<T>  x <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::Vector/concat
  {:java "Vectors.concat"
   :effects [latent]
   :doc "The elements of the one, then those of the other."
   :example [[(:wat::core::Vector/concat [7 8] (:wat::core::List/of 9)) "[7 8 9]"]
             [(:wat::core::Vector/concat [7] (:wat::core::take [1 2 3] 2)) "[7 1 2]"]]}
  [a <- :wat::core::Vector<T>  b <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::core::List/get
  {:java "Lists.get"
   :doc "The element at a place, counted from 0; None outside."
   :example [[(:wat::core::List/get (:wat::core::List/of 7 8) 1) "#wat.core.Option/Some [8]"]
             [(:wat::core::List/get (:wat::core::List/of 7 8) 2) "#wat.core.Option/None []"]
             [(:wat::core::List/get (:wat::core::List/of 7 8) -1) "#wat.core.Option/None []"]]}
  [c <- :wat::core::List<T>  i <- :wat::core::i64] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::List/nth
  {:java "Lists.nth"
   :doc "The element at a place, counted from 0; raises outside."
   :example [[(:wat::core::List/nth (:wat::core::List/of 7 8) 1) "8"]
             [(:wat::core::List/nth (:wat::core::List/of 7 8) 2) :raises "AssertionFailed"]
             [(:wat::core::List/nth (:wat::core::List/of 7 8) -1) :raises "AssertionFailed"]]}
  [c <- :wat::core::List<T>  i <- :wat::core::i64] -> :T)

(:wat::core::primitive :wat::core::List/last
  {:java "Lists.last"
   :doc "The last element; None if there is none."
   :example [[(:wat::core::List/last (:wat::core::List/of 7 8)) "#wat.core.Option/Some [8]"]
             [(:wat::core::List/last (:wat::core::rest (:wat::core::List/of 1)))
              "#wat.core.Option/None []"]]}
  [c <- :wat::core::List<T>] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::List/rest
  {:java "Lists.rest"
   :doc "All elements but the first; nothing of nothing."
   :example [[(:wat::core::List/rest (:wat::core::List/of 7 8)) "(8)"]
             [(:wat::core::List/rest (:wat::core::rest (:wat::core::List/of 1))) "()"]]}
  [c <- :wat::core::List<T>] -> :wat::core::List<T>)

(:wat::core::primitive :wat::core::List/reverse
  {:java "Lists.reverse"
   :doc "The elements from the last to the first."
   :example [[(:wat::core::List/reverse (:wat::core::List/of 7 8 9)) "(9 8 7)"]]}
  [c <- :wat::core::List<T>] -> :wat::core::List<T>)

(:wat::core::primitive :wat::core::List/conj
  {:java "Lists.conj"
   :doc "With one more element at the front."
   :example [[(:wat::core::List/conj (:wat::core::List/of 7 8) 9) "(9 7 8)"]]}
  [c <- :wat::core::List<T>  x <- :T] -> :wat::core::List<T>)

(:wat::core::primitive :wat::core::List/contains?
  {:java "Lists.contains"
   :doc "Whether there is an equal element."
   :example [[(:wat::core::List/contains? (:wat::core::List/of 7 8) 8) "true"]
             [(:wat::core::List/contains? (:wat::core::List/of 7 8) 9) "false"]]}
  [c <- :wat::core::List<T>  x <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::List/concat
  {:java "Lists.concat"
   :effects [latent]
   :doc "The elements of the one, then those of the other."
   :example [[(:wat::core::List/concat (:wat::core::List/of 7 8) (:wat::core::List/of 9)) "(7 8 9)"]
             [(:wat::core::List/concat (:wat::core::List/of 7) (:wat::core::take [1 2 3] 2))
              "(7 1 2)"]]}
  [a <- :wat::core::List<T>  b <- :wat::core::Seqable<T>] -> :wat::core::List<T>)

(:wat::core::primitive :wat::core::PersistentVector/get
  {:java "PersistentVectors.get"
   :doc "The element at a place, counted from 0; None outside."
   :example [[(:wat::core::PersistentVector/get (:wat::core::PersistentVector 7 8) 1)
              "#wat.core.Option/Some [8]"]
             [(:wat::core::PersistentVector/get (:wat::core::PersistentVector 7 8) 2)
              "#wat.core.Option/None []"]
             [(:wat::core::PersistentVector/get (:wat::core::PersistentVector 7 8) -1)
              "#wat.core.Option/None []"]]}
  [c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::PersistentVector/nth
  {:java "PersistentVectors.nth"
   :doc "The element at a place, counted from 0; raises outside."
   :example [[(:wat::core::PersistentVector/nth (:wat::core::PersistentVector 7 8) 1) "8"]
             [(:wat::core::PersistentVector/nth (:wat::core::PersistentVector 7 8) 2)
              :raises
              "AssertionFailed"]
             [(:wat::core::PersistentVector/nth (:wat::core::PersistentVector 7 8) -1)
              :raises
              "AssertionFailed"]]}
  [c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64] -> :T)

(:wat::core::primitive :wat::core::PersistentVector/last
  {:java "PersistentVectors.last"
   :doc "The last element; None if there is none."
   :example [[(:wat::core::PersistentVector/last (:wat::core::PersistentVector 7 8))
              "#wat.core.Option/Some [8]"]
             [(:wat::core::PersistentVector/last
                (:wat::core::rest (:wat::core::PersistentVector 1)))
              "#wat.core.Option/None []"]]}
  [c <- :wat::core::PersistentVector<T>] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::PersistentVector/rest
  {:java "PersistentVectors.rest"
   :doc "All elements but the first; nothing of nothing."
   :example [[(:wat::core::PersistentVector/rest (:wat::core::PersistentVector 7 8))
              "#wat.core/PersistentVector [8]"]
             [(:wat::core::PersistentVector/rest
                (:wat::core::rest (:wat::core::PersistentVector 1)))
              "#wat.core/PersistentVector []"]]}
  [c <- :wat::core::PersistentVector<T>] -> :wat::core::PersistentVector<T>)

(:wat::core::primitive :wat::core::PersistentVector/reverse
  {:java "PersistentVectors.reverse"
   :doc "The elements from the last to the first."
   :example [[(:wat::core::PersistentVector/reverse (:wat::core::PersistentVector 7 8 9))
              "#wat.core/PersistentVector [9 8 7]"]]}
  [c <- :wat::core::PersistentVector<T>] -> :wat::core::PersistentVector<T>)

(:wat::core::primitive :wat::core::PersistentVector/conj
  {:java "PersistentVectors.conj"
   :doc "With one more element at the end."
   :example [[(:wat::core::PersistentVector/conj (:wat::core::PersistentVector 7 8) 9)
              "#wat.core/PersistentVector [7 8 9]"]]}
  [c <- :wat::core::PersistentVector<T>  x <- :T] -> :wat::core::PersistentVector<T>)

(:wat::core::primitive :wat::core::PersistentVector/contains?
  {:java "PersistentVectors.contains"
   :doc "Whether there is an equal element."
   :example [[(:wat::core::PersistentVector/contains? (:wat::core::PersistentVector 7 8) 8) "true"]
             [(:wat::core::PersistentVector/contains? (:wat::core::PersistentVector 7 8) 9)
              "false"]]}
  [c <- :wat::core::PersistentVector<T>  x <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::PersistentVector/concat
  {:java "PersistentVectors.concat"
   :effects [latent]
   :doc "The elements of the one, then those of the other."
   :example [[(:wat::core::PersistentVector/concat (:wat::core::PersistentVector 7 8)
                                                   (:wat::core::List/of 9))
              "#wat.core/PersistentVector [7 8 9]"]
             [(:wat::core::PersistentVector/concat (:wat::core::PersistentVector 7)
                                                   (:wat::core::take [1 2 3] 2))
              "#wat.core/PersistentVector [7 1 2]"]]}
  [a <- :wat::core::PersistentVector<T>  b <- :wat::core::Seqable<T>]
  -> :wat::core::PersistentVector<T>)

(:wat::core::primitive :wat::core::Vector/assoc
  {:java "Vectors.with"
   :doc "With the element at a place replaced; raises outside."
   :example [[(:wat::core::Vector/assoc [7 8] 1 9) "[7 9]"]
             [(:wat::core::Vector/assoc [7 8] 2 9) :raises "AssertionFailed"]]}
  [c <- :wat::core::Vector<T>  i <- :wat::core::i64  x <- :T] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::core::PersistentVector/assoc
  {:java "PersistentVectors.with"
   :doc "With the element at a place replaced; raises outside."
   :example [[(:wat::core::PersistentVector/assoc (:wat::core::PersistentVector 7 8) 1 9)
              "#wat.core/PersistentVector [7 9]"]
             [(:wat::core::PersistentVector/assoc (:wat::core::PersistentVector 7 8) 2 9)
              :raises
              "AssertionFailed"]]}
  [c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64  x <- :T]
  -> :wat::core::PersistentVector<T>)

(:wat::core::defalias :wat::core::Vector/extend
  {:doc "The elements of the one, then those of the other."
   :example [[(:wat::core::Vector/extend [7] [8 9]) "[7 8 9]"]]}
  :wat::core::Vector/concat)

(:wat::core::defn :wat::core::Vector/first
  {:doc "The first element; raises when there is none."
   :example [[(:wat::core::Vector/first [7 8 9]) "7"]
             [(:wat::core::Vector/first (:wat::core::Vector :wat::core::i64))
              :raises
              "AssertionFailed"]]}
  [c <- :wat::core::Vector<T>] -> :T
  (:wat::core::Vector/nth c 0))

(:wat::core::defn :wat::core::Vector/second
  {:doc "The second element; raises when there is none."
   :example [[(:wat::core::Vector/second [7 8 9]) "8"]
             [(:wat::core::Vector/second (:wat::core::Vector :wat::core::i64))
              :raises
              "AssertionFailed"]]}
  [c <- :wat::core::Vector<T>] -> :T
  (:wat::core::Vector/nth c 1))

(:wat::core::defn :wat::core::Vector/third
  {:doc "The third element; raises when there is none."
   :example [[(:wat::core::Vector/third [7 8 9]) "9"]
             [(:wat::core::Vector/third (:wat::core::Vector :wat::core::i64))
              :raises
              "AssertionFailed"]]}
  [c <- :wat::core::Vector<T>] -> :T
  (:wat::core::Vector/nth c 2))

(:wat::core::defn :wat::core::List/first
  {:doc "The first element; raises when there is none."
   :example [[(:wat::core::List/first (:wat::core::List/of 7 8 9)) "7"]
             [(:wat::core::List/first (:wat::core::rest (:wat::core::List/of 1)))
              :raises
              "AssertionFailed"]]}
  [c <- :wat::core::List<T>] -> :T
  (:wat::core::List/nth c 0))

(:wat::core::defn :wat::core::List/second
  {:doc "The second element; raises when there is none."
   :example [[(:wat::core::List/second (:wat::core::List/of 7 8 9)) "8"]
             [(:wat::core::List/second (:wat::core::rest (:wat::core::List/of 1)))
              :raises
              "AssertionFailed"]]}
  [c <- :wat::core::List<T>] -> :T
  (:wat::core::List/nth c 1))

(:wat::core::defn :wat::core::List/third
  {:doc "The third element; raises when there is none."
   :example [[(:wat::core::List/third (:wat::core::List/of 7 8 9)) "9"]
             [(:wat::core::List/third (:wat::core::rest (:wat::core::List/of 1)))
              :raises
              "AssertionFailed"]]}
  [c <- :wat::core::List<T>] -> :T
  (:wat::core::List/nth c 2))

(:wat::core::defn :wat::core::PersistentVector/first
  {:doc "The first element; raises when there is none."
   :example [[(:wat::core::PersistentVector/first (:wat::core::PersistentVector 7 8 9)) "7"]
             [(:wat::core::PersistentVector/first
                (:wat::core::rest (:wat::core::PersistentVector 1)))
              :raises
              "AssertionFailed"]]}
  [c <- :wat::core::PersistentVector<T>] -> :T
  (:wat::core::PersistentVector/nth c 0))

(:wat::core::defn :wat::core::PersistentVector/second
  {:doc "The second element; raises when there is none."
   :example [[(:wat::core::PersistentVector/second (:wat::core::PersistentVector 7 8 9)) "8"]
             [(:wat::core::PersistentVector/second
                (:wat::core::rest (:wat::core::PersistentVector 1)))
              :raises
              "AssertionFailed"]]}
  [c <- :wat::core::PersistentVector<T>] -> :T
  (:wat::core::PersistentVector/nth c 1))

(:wat::core::defn :wat::core::PersistentVector/third
  {:doc "The third element; raises when there is none."
   :example [[(:wat::core::PersistentVector/third (:wat::core::PersistentVector 7 8 9)) "9"]
             [(:wat::core::PersistentVector/third
                (:wat::core::rest (:wat::core::PersistentVector 1)))
              :raises
              "AssertionFailed"]]}
  [c <- :wat::core::PersistentVector<T>] -> :T
  (:wat::core::PersistentVector/nth c 2))

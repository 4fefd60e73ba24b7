; Vectors, lists, sets and maps.

(:wat::core::primitive :wat::core::Vector/length
  {:java "Vectors.length"
   :doc "How many elements there are."
   :example
    [[(:wat::core::Vector/length [7 8]) "2"]
     [(:wat::core::Vector/length (:wat::core::Vector :wat::core::i64)) "0"]]}
  [c <- :wat::core::Vector<T>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::Vector/empty?
  {:java "Vectors.isEmpty"
   :doc "Whether there is no element."
   :example
    [[(:wat::core::Vector/empty? (:wat::core::Vector :wat::core::i64)) "true"]
     [(:wat::core::Vector/empty? [7]) "false"]]}
  [c <- :wat::core::Vector<T>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::List/length
  {:java "Lists.length"
   :doc "How many elements there are."
   :example
    [[(:wat::core::List/length (:wat::core::List/of 7 8)) "2"]
     [(:wat::core::List/length (:wat::core::rest (:wat::core::List/of 1))) "0"]]}
  [c <- :wat::core::List<T>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::List/empty?
  {:java "Lists.isEmpty"
   :doc "Whether there is no element."
   :example
    [[(:wat::core::List/empty? (:wat::core::rest (:wat::core::List/of 1))) "true"]
     [(:wat::core::List/empty? (:wat::core::List/of 7)) "false"]]}
  [c <- :wat::core::List<T>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::PersistentVector/length
  {:java "PersistentVectors.length"
   :doc "How many elements there are."
   :example
    [[(:wat::core::PersistentVector/length (:wat::core::PersistentVector 7 8)) "2"]
     [(:wat::core::PersistentVector/length (:wat::core::rest (:wat::core::PersistentVector 1))) "0"]]}
  [c <- :wat::core::PersistentVector<T>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::PersistentVector/empty?
  {:java "PersistentVectors.isEmpty"
   :doc "Whether there is no element."
   :example
    [[(:wat::core::PersistentVector/empty? (:wat::core::rest (:wat::core::PersistentVector 1))) "true"]
     [(:wat::core::PersistentVector/empty? (:wat::core::PersistentVector 7)) "false"]]}
  [c <- :wat::core::PersistentVector<T>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::HashSet/length
  {:java "HashSets.length"
   :doc "How many elements there are."
   :example
    [[(:wat::core::HashSet/length #{7 8}) "2"]]}
  [c <- :wat::core::HashSet<T>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::HashSet/empty?
  {:java "HashSets.isEmpty"
   :doc "Whether there is no element."
   :example
    [[(:wat::core::HashSet/empty? #{7}) "false"]
     [(:wat::core::HashSet/empty? (:wat::core::HashSet :wat::core::i64)) "true"]]}
  [c <- :wat::core::HashSet<T>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::HashMap/length
  {:java "HashMaps.length"
   :doc "How many entries there are."
   :example
    [[(:wat::core::HashMap/length {"a" 1}) "1"]
     [(:wat::core::HashMap/length (:wat::core::HashMap :wat::core::String :wat::core::i64)) "0"]]}
  [m <- :wat::core::HashMap<K,V>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::HashMap/empty?
  {:java "HashMaps.isEmpty"
   :doc "Whether there is no entry."
   :example
    [[(:wat::core::HashMap/empty? (:wat::core::HashMap :wat::core::String :wat::core::i64)) "true"]]}
  [m <- :wat::core::HashMap<K,V>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::PersistentMap/length
  {:java "PersistentMaps.length"
   :doc "How many entries there are."
   :example
    [[(:wat::core::PersistentMap/length (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1)) "1"]
     [(:wat::core::PersistentMap/length (:wat::core::PersistentMap :wat::core::String :wat::core::i64)) "0"]]}
  [m <- :wat::core::PersistentMap<K,V>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::PersistentMap/empty?
  {:java "PersistentMaps.isEmpty"
   :doc "Whether there is no entry."
   :example
    [[(:wat::core::PersistentMap/empty? (:wat::core::PersistentMap :wat::core::String :wat::core::i64)) "true"]]}
  [m <- :wat::core::PersistentMap<K,V>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::ast-length
  {:java "Asts.length"
   :doc "How many nodes stand in a list, vector, map or set."
   :example
    [[(:wat::core::ast-length (:wat::core::quote (f 1 2))) "3"]
     [(:wat::core::ast-length (:wat::core::quote {a 1})) "2"]
     [(:wat::core::ast-length (:wat::core::quote a)) :raises "TypeMismatch"]]}
  [a <- :wat::WatAST] -> :wat::core::i64)

(:wat::core::defclause :wat::core::length
  {:doc "How many elements or entries there are."
   :example
    [[(:wat::core::length [7 8]) "2"]
     [(:wat::core::length (:wat::core::Tuple 1 "a")) "2"]
     [(:wat::core::length {1 2}) "1"]
     [(:wat::core::length (:wat::core::quote (f 1 2))) "3"]]}
  ([c <- :wat::core::Vector<T>] -> :wat::core::i64 (:wat::core::Vector/length c))
  ([c <- :wat::core::List<T>] -> :wat::core::i64 (:wat::core::List/length c))
  ([c <- :wat::core::PersistentVector<T>] -> :wat::core::i64 (:wat::core::PersistentVector/length c))
  ([c <- :wat::core::HashSet<T>] -> :wat::core::i64 (:wat::core::HashSet/length c))
  ([m <- :wat::core::HashMap<K,V>] -> :wat::core::i64 (:wat::core::HashMap/length m))
  ([m <- :wat::core::PersistentMap<K,V>] -> :wat::core::i64 (:wat::core::PersistentMap/length m))
  ([a <- :wat::WatAST] -> :wat::core::i64 (:wat::core::ast-length a)))

(:wat::core::defalias :wat::core::count
  {:doc "How many elements or entries there are."
   :example
    [[(:wat::core::count #{7 8}) "2"]
     [(:wat::core::count (:wat::core::List/of 7)) "1"]]}
  :wat::core::length)

(:wat::core::defclause :wat::core::empty?
  {:doc "Whether there is no element or entry."
   :example
    [[(:wat::core::empty? [7]) "false"]
     [(:wat::core::empty? (:wat::core::HashMap :wat::core::i64 :wat::core::i64)) "true"]
     [(:wat::core::empty? (:wat::core::quote ())) "true"]
     [(:wat::core::empty? (:wat::core::Tuple 1)) "false"]]}
  ([c <- :wat::core::Vector<T>] -> :wat::core::bool (:wat::core::Vector/empty? c))
  ([c <- :wat::core::List<T>] -> :wat::core::bool (:wat::core::List/empty? c))
  ([c <- :wat::core::PersistentVector<T>] -> :wat::core::bool (:wat::core::PersistentVector/empty? c))
  ([c <- :wat::core::HashSet<T>] -> :wat::core::bool (:wat::core::HashSet/empty? c))
  ([m <- :wat::core::HashMap<K,V>] -> :wat::core::bool (:wat::core::HashMap/empty? m))
  ([m <- :wat::core::PersistentMap<K,V>] -> :wat::core::bool (:wat::core::PersistentMap/empty? m))
  ([a <- :wat::WatAST] -> :wat::core::bool (:wat::core::i64::= 0 (:wat::core::ast-length a))))

(:wat::core::primitive :wat::core::Vector/get
  {:java "Vectors.get"
   :doc "The element at a place, counted from 0; None outside."
   :example
    [[(:wat::core::Vector/get [7 8] 1) "#wat.core.Option/Some [8]"]
     [(:wat::core::Vector/get [7 8] 2) "#wat.core.Option/None []"]
     [(:wat::core::Vector/get [7 8] -1) "#wat.core.Option/None []"]]}
  [c <- :wat::core::Vector<T>  i <- :wat::core::i64] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::Vector/nth
  {:java "Vectors.nth"
   :doc "The element at a place, counted from 0; raises outside."
   :example
    [[(:wat::core::Vector/nth [7 8] 1) "8"]
     [(:wat::core::Vector/nth [7 8] 2) :raises "AssertionFailed"]
     [(:wat::core::Vector/nth [7 8] -1) :raises "AssertionFailed"]]}
  [c <- :wat::core::Vector<T>  i <- :wat::core::i64] -> :T)

(:wat::core::primitive :wat::core::Vector/last
  {:java "Vectors.last"
   :doc "The last element; None if there is none."
   :example
    [[(:wat::core::Vector/last [7 8]) "#wat.core.Option/Some [8]"]
     [(:wat::core::Vector/last (:wat::core::Vector :wat::core::i64)) "#wat.core.Option/None []"]]}
  [c <- :wat::core::Vector<T>] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::Vector/rest
  {:java "Vectors.rest"
   :doc "All elements but the first; nothing of nothing."
   :example
    [[(:wat::core::Vector/rest [7 8]) "[8]"]
     [(:wat::core::Vector/rest (:wat::core::Vector :wat::core::i64)) "[]"]]}
  [c <- :wat::core::Vector<T>] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::core::Vector/reverse
  {:java "Vectors.reverse"
   :doc "The elements from the last to the first."
   :example
    [[(:wat::core::Vector/reverse [7 8 9]) "[9 8 7]"]]}
  [c <- :wat::core::Vector<T>] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::core::Vector/conj
  {:java "Vectors.conj"
   :doc "With one more element at the end."
   :example
    [[(:wat::core::Vector/conj [7 8] 9) "[7 8 9]"]]}
  [c <- :wat::core::Vector<T>  x <- :T] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::core::Vector/contains?
  {:java "Vectors.contains"
   :doc "Whether there is an equal element."
   :example
    [[(:wat::core::Vector/contains? [7 8] 8) "true"]
     [(:wat::core::Vector/contains? [7 8] 9) "false"]]}
  [c <- :wat::core::Vector<T>  x <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::Vector/concat
  {:java "Vectors.concat" :effects [latent]
   :doc "The elements of the one, then those of the other."
   :example
    [[(:wat::core::Vector/concat [7 8] (:wat::core::List/of 9)) "[7 8 9]"]
     [(:wat::core::Vector/concat [7] (:wat::core::take [1 2 3] 2)) "[7 1 2]"]]}
  [a <- :wat::core::Vector<T>  b <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::core::List/get
  {:java "Lists.get"
   :doc "The element at a place, counted from 0; None outside."
   :example
    [[(:wat::core::List/get (:wat::core::List/of 7 8) 1) "#wat.core.Option/Some [8]"]
     [(:wat::core::List/get (:wat::core::List/of 7 8) 2) "#wat.core.Option/None []"]
     [(:wat::core::List/get (:wat::core::List/of 7 8) -1) "#wat.core.Option/None []"]]}
  [c <- :wat::core::List<T>  i <- :wat::core::i64] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::List/nth
  {:java "Lists.nth"
   :doc "The element at a place, counted from 0; raises outside."
   :example
    [[(:wat::core::List/nth (:wat::core::List/of 7 8) 1) "8"]
     [(:wat::core::List/nth (:wat::core::List/of 7 8) 2) :raises "AssertionFailed"]
     [(:wat::core::List/nth (:wat::core::List/of 7 8) -1) :raises "AssertionFailed"]]}
  [c <- :wat::core::List<T>  i <- :wat::core::i64] -> :T)

(:wat::core::primitive :wat::core::List/last
  {:java "Lists.last"
   :doc "The last element; None if there is none."
   :example
    [[(:wat::core::List/last (:wat::core::List/of 7 8)) "#wat.core.Option/Some [8]"]
     [(:wat::core::List/last (:wat::core::rest (:wat::core::List/of 1))) "#wat.core.Option/None []"]]}
  [c <- :wat::core::List<T>] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::List/rest
  {:java "Lists.rest"
   :doc "All elements but the first; nothing of nothing."
   :example
    [[(:wat::core::List/rest (:wat::core::List/of 7 8)) "(8)"]
     [(:wat::core::List/rest (:wat::core::rest (:wat::core::List/of 1))) "()"]]}
  [c <- :wat::core::List<T>] -> :wat::core::List<T>)

(:wat::core::primitive :wat::core::List/reverse
  {:java "Lists.reverse"
   :doc "The elements from the last to the first."
   :example
    [[(:wat::core::List/reverse (:wat::core::List/of 7 8 9)) "(9 8 7)"]]}
  [c <- :wat::core::List<T>] -> :wat::core::List<T>)

(:wat::core::primitive :wat::core::List/conj
  {:java "Lists.conj"
   :doc "With one more element at the front."
   :example
    [[(:wat::core::List/conj (:wat::core::List/of 7 8) 9) "(9 7 8)"]]}
  [c <- :wat::core::List<T>  x <- :T] -> :wat::core::List<T>)

(:wat::core::primitive :wat::core::List/contains?
  {:java "Lists.contains"
   :doc "Whether there is an equal element."
   :example
    [[(:wat::core::List/contains? (:wat::core::List/of 7 8) 8) "true"]
     [(:wat::core::List/contains? (:wat::core::List/of 7 8) 9) "false"]]}
  [c <- :wat::core::List<T>  x <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::List/concat
  {:java "Lists.concat" :effects [latent]
   :doc "The elements of the one, then those of the other."
   :example
    [[(:wat::core::List/concat (:wat::core::List/of 7 8) (:wat::core::List/of 9)) "(7 8 9)"]
     [(:wat::core::List/concat (:wat::core::List/of 7) (:wat::core::take [1 2 3] 2)) "(7 1 2)"]]}
  [a <- :wat::core::List<T>  b <- :wat::core::Seqable<T>] -> :wat::core::List<T>)

(:wat::core::primitive :wat::core::PersistentVector/get
  {:java "PersistentVectors.get"
   :doc "The element at a place, counted from 0; None outside."
   :example
    [[(:wat::core::PersistentVector/get (:wat::core::PersistentVector 7 8) 1) "#wat.core.Option/Some [8]"]
     [(:wat::core::PersistentVector/get (:wat::core::PersistentVector 7 8) 2) "#wat.core.Option/None []"]
     [(:wat::core::PersistentVector/get (:wat::core::PersistentVector 7 8) -1) "#wat.core.Option/None []"]]}
  [c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::PersistentVector/nth
  {:java "PersistentVectors.nth"
   :doc "The element at a place, counted from 0; raises outside."
   :example
    [[(:wat::core::PersistentVector/nth (:wat::core::PersistentVector 7 8) 1) "8"]
     [(:wat::core::PersistentVector/nth (:wat::core::PersistentVector 7 8) 2) :raises "AssertionFailed"]
     [(:wat::core::PersistentVector/nth (:wat::core::PersistentVector 7 8) -1) :raises "AssertionFailed"]]}
  [c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64] -> :T)

(:wat::core::primitive :wat::core::PersistentVector/last
  {:java "PersistentVectors.last"
   :doc "The last element; None if there is none."
   :example
    [[(:wat::core::PersistentVector/last (:wat::core::PersistentVector 7 8)) "#wat.core.Option/Some [8]"]
     [(:wat::core::PersistentVector/last (:wat::core::rest (:wat::core::PersistentVector 1))) "#wat.core.Option/None []"]]}
  [c <- :wat::core::PersistentVector<T>] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::PersistentVector/rest
  {:java "PersistentVectors.rest"
   :doc "All elements but the first; nothing of nothing."
   :example
    [[(:wat::core::PersistentVector/rest (:wat::core::PersistentVector 7 8)) "#wat.core/PersistentVector [8]"]
     [(:wat::core::PersistentVector/rest (:wat::core::rest (:wat::core::PersistentVector 1))) "#wat.core/PersistentVector []"]]}
  [c <- :wat::core::PersistentVector<T>] -> :wat::core::PersistentVector<T>)

(:wat::core::primitive :wat::core::PersistentVector/reverse
  {:java "PersistentVectors.reverse"
   :doc "The elements from the last to the first."
   :example
    [[(:wat::core::PersistentVector/reverse (:wat::core::PersistentVector 7 8 9)) "#wat.core/PersistentVector [9 8 7]"]]}
  [c <- :wat::core::PersistentVector<T>] -> :wat::core::PersistentVector<T>)

(:wat::core::primitive :wat::core::PersistentVector/conj
  {:java "PersistentVectors.conj"
   :doc "With one more element at the end."
   :example
    [[(:wat::core::PersistentVector/conj (:wat::core::PersistentVector 7 8) 9) "#wat.core/PersistentVector [7 8 9]"]]}
  [c <- :wat::core::PersistentVector<T>  x <- :T] -> :wat::core::PersistentVector<T>)

(:wat::core::primitive :wat::core::PersistentVector/contains?
  {:java "PersistentVectors.contains"
   :doc "Whether there is an equal element."
   :example
    [[(:wat::core::PersistentVector/contains? (:wat::core::PersistentVector 7 8) 8) "true"]
     [(:wat::core::PersistentVector/contains? (:wat::core::PersistentVector 7 8) 9) "false"]]}
  [c <- :wat::core::PersistentVector<T>  x <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::PersistentVector/concat
  {:java "PersistentVectors.concat" :effects [latent]
   :doc "The elements of the one, then those of the other."
   :example
    [[(:wat::core::PersistentVector/concat (:wat::core::PersistentVector 7 8) (:wat::core::List/of 9)) "#wat.core/PersistentVector [7 8 9]"]
     [(:wat::core::PersistentVector/concat (:wat::core::PersistentVector 7) (:wat::core::take [1 2 3] 2)) "#wat.core/PersistentVector [7 1 2]"]]}
  [a <- :wat::core::PersistentVector<T>  b <- :wat::core::Seqable<T>] -> :wat::core::PersistentVector<T>)

(:wat::core::primitive :wat::core::Vector/assoc
  {:java "Vectors.with"
   :doc "With the element at a place replaced; raises outside."
   :example
    [[(:wat::core::Vector/assoc [7 8] 1 9) "[7 9]"]
     [(:wat::core::Vector/assoc [7 8] 2 9) :raises "AssertionFailed"]]}
  [c <- :wat::core::Vector<T>  i <- :wat::core::i64  x <- :T] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::core::PersistentVector/assoc
  {:java "PersistentVectors.with"
   :doc "With the element at a place replaced; raises outside."
   :example
    [[(:wat::core::PersistentVector/assoc (:wat::core::PersistentVector 7 8) 1 9) "#wat.core/PersistentVector [7 9]"]
     [(:wat::core::PersistentVector/assoc (:wat::core::PersistentVector 7 8) 2 9) :raises "AssertionFailed"]]}
  [c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64  x <- :T] -> :wat::core::PersistentVector<T>)

(:wat::core::defalias :wat::core::Vector/extend
  {:doc "The elements of the one, then those of the other."
   :example
    [[(:wat::core::Vector/extend [7] [8 9]) "[7 8 9]"]]}
  :wat::core::Vector/concat)

(:wat::core::primitive :wat::core::HashSet/conj
  {:java "HashSets.conj"
   :doc "With one more element."
   :example
    [[(:wat::core::HashSet/length (:wat::core::HashSet/conj #{7} 8)) "2"]
     [(:wat::core::HashSet/conj #{7} 7) "#{7}"]]}
  [c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::HashSet<T>)

(:wat::core::primitive :wat::core::HashSet/contains?
  {:java "HashSets.contains"
   :doc "Whether there is an equal element."
   :example
    [[(:wat::core::HashSet/contains? #{7} 7) "true"]
     [(:wat::core::HashSet/contains? #{7} 8) "false"]]}
  [c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::HashSet/get
  {:java "HashSets.get"
   :doc "The element that is equal; None if there is none."
   :example
    [[(:wat::core::HashSet/get #{7} 7) "#wat.core.Option/Some [7]"]
     [(:wat::core::HashSet/get #{7} 8) "#wat.core.Option/None []"]]}
  [c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::HashMap/get
  {:java "HashMaps.get"
   :doc "What is under the key; None if nothing is."
   :example
    [[(:wat::core::HashMap/get {"a" 1} "a") "#wat.core.Option/Some [1]"]
     [(:wat::core::HashMap/get {"a" 1} "b") "#wat.core.Option/None []"]]}
  [m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::Option<V>)

(:wat::core::primitive :wat::core::HashMap/contains-key?
  {:java "HashMaps.contains"
   :doc "Whether there is an entry with the key."
   :example
    [[(:wat::core::HashMap/contains-key? {"a" 1} "a") "true"]
     [(:wat::core::HashMap/contains-key? {"a" 1} "b") "false"]]}
  [m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::bool)

(:wat::core::primitive :wat::core::HashMap/assoc
  {:java "HashMaps.assoc"
   :doc "With a value under a key."
   :example
    [[(:wat::core::HashMap/assoc {"a" 1} "a" 2) "{\"a\" 2}"]
     [(:wat::core::HashMap/length (:wat::core::HashMap/assoc {"a" 1} "b" 2)) "2"]]}
  [m <- :wat::core::HashMap<K,V>  k <- :K  v <- :V] -> :wat::core::HashMap<K,V>)

(:wat::core::primitive :wat::core::HashMap/dissoc
  {:java "HashMaps.dissoc"
   :doc "Without a key and what is under it."
   :example
    [[(:wat::core::HashMap/dissoc {"a" 1} "a") "{}"]
     [(:wat::core::HashMap/dissoc {"a" 1} "b") "{\"a\" 1}"]]}
  [m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::HashMap<K,V>)

(:wat::core::primitive :wat::core::HashMap/keys
  {:java "HashMaps.keys"
   :doc "The keys, in the order of iteration."
   :example
    [[(:wat::core::HashMap/keys {"a" 1}) "[\"a\"]"]]}
  [m <- :wat::core::HashMap<K,V>] -> :wat::core::Vector<K>)

(:wat::core::primitive :wat::core::HashMap/values
  {:java "HashMaps.values"
   :doc "The values, in the order of iteration."
   :example
    [[(:wat::core::HashMap/values {"a" 1}) "[1]"]]}
  [m <- :wat::core::HashMap<K,V>] -> :wat::core::Vector<V>)

(:wat::core::primitive :wat::core::PersistentMap/get
  {:java "PersistentMaps.get"
   :doc "What is under the key; None if nothing is."
   :example
    [[(:wat::core::PersistentMap/get (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1) "a") "#wat.core.Option/Some [1]"]
     [(:wat::core::PersistentMap/get (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1) "b") "#wat.core.Option/None []"]]}
  [m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::Option<V>)

(:wat::core::primitive :wat::core::PersistentMap/contains-key?
  {:java "PersistentMaps.contains"
   :doc "Whether there is an entry with the key."
   :example
    [[(:wat::core::PersistentMap/contains-key? (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1) "a") "true"]
     [(:wat::core::PersistentMap/contains-key? (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1) "b") "false"]]}
  [m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::bool)

(:wat::core::primitive :wat::core::PersistentMap/assoc
  {:java "PersistentMaps.assoc"
   :doc "With a value under a key."
   :example
    [[(:wat::core::PersistentMap/assoc (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1) "a" 2) "#wat.core/PersistentMap {\"a\" 2}"]
     [(:wat::core::PersistentMap/length (:wat::core::PersistentMap/assoc (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1) "b" 2)) "2"]]}
  [m <- :wat::core::PersistentMap<K,V>  k <- :K  v <- :V] -> :wat::core::PersistentMap<K,V>)

(:wat::core::primitive :wat::core::PersistentMap/dissoc
  {:java "PersistentMaps.dissoc"
   :doc "Without a key and what is under it."
   :example
    [[(:wat::core::PersistentMap/dissoc (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1) "a") "#wat.core/PersistentMap {}"]
     [(:wat::core::PersistentMap/dissoc (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1) "b") "#wat.core/PersistentMap {\"a\" 1}"]]}
  [m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::PersistentMap<K,V>)

(:wat::core::primitive :wat::core::PersistentMap/keys
  {:java "PersistentMaps.keys"
   :doc "The keys, in the order of iteration."
   :example
    [[(:wat::core::PersistentMap/keys (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1)) "[\"a\"]"]]}
  [m <- :wat::core::PersistentMap<K,V>] -> :wat::core::Vector<K>)

(:wat::core::primitive :wat::core::PersistentMap/values
  {:java "PersistentMaps.values"
   :doc "The values, in the order of iteration."
   :example
    [[(:wat::core::PersistentMap/values (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1)) "[1]"]]}
  [m <- :wat::core::PersistentMap<K,V>] -> :wat::core::Vector<V>)

(:wat::core::defclause :wat::core::get
  {:doc "The element at a place, counted from 0, or under a key; None if there is none."
   :example
    [[(:wat::core::get [7 8] 0) "#wat.core.Option/Some [7]"]
     [(:wat::core::get [7 8] 2) "#wat.core.Option/None []"]
     [(:wat::core::get {"a" 1} "a") "#wat.core.Option/Some [1]"]
     [(:wat::core::get #{7} 8) "#wat.core.Option/None []"]]}
  ([c <- :wat::core::Vector<T>  i <- :wat::core::i64] -> :wat::core::Option<T> (:wat::core::Vector/get c i))
  ([c <- :wat::core::List<T>  i <- :wat::core::i64] -> :wat::core::Option<T> (:wat::core::List/get c i))
  ([c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64] -> :wat::core::Option<T> (:wat::core::PersistentVector/get c i))
  ([m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::Option<V> (:wat::core::HashMap/get m k))
  ([m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::Option<V> (:wat::core::PersistentMap/get m k))
  ([c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::Option<T> (:wat::core::HashSet/get c x)))

(:wat::core::defclause :wat::core::last
  {:doc "The last element; None if there is none."
   :example
    [[(:wat::core::last [7 8]) "#wat.core.Option/Some [8]"]
     [(:wat::core::last (:wat::core::Vector :wat::core::i64)) "#wat.core.Option/None []"]]}
  ([c <- :wat::core::Vector<T>] -> :wat::core::Option<T> (:wat::core::Vector/last c))
  ([c <- :wat::core::List<T>] -> :wat::core::Option<T> (:wat::core::List/last c))
  ([c <- :wat::core::PersistentVector<T>] -> :wat::core::Option<T> (:wat::core::PersistentVector/last c)))

(:wat::core::primitive :wat::core::ast-nth
  {:java "Asts.nth"
   :doc "The node at a place of a list, vector, map or set; raises outside."
   :example
    [[(:wat::core::ast-nth (:wat::core::quote (f 1 2)) 0) "f"]
     [(:wat::core::ast-nth (:wat::core::quote (f 1 2)) 3) :raises "AssertionFailed"]]}
  [a <- :wat::WatAST  i <- :wat::core::i64] -> :wat::WatAST)

(:wat::core::primitive :wat::core::ast-rest
  {:java "Asts.rest"
   :doc "A list or vector without its first node."
   :example
    [[(:wat::core::ast-rest (:wat::core::quote (f 1 2))) "(1 2)"]
     [(:wat::core::ast-rest (:wat::core::quote ())) "()"]]}
  [a <- :wat::WatAST] -> :wat::WatAST)

(:wat::core::defclause :wat::core::nth
  {:doc "The element at a place; raises outside."
   :example
    [[(:wat::core::nth [7 8] 1) "8"]
     [(:wat::core::nth (:wat::core::Tuple 1 "a") 1) "\"a\""]
     [(:wat::core::nth (:wat::core::quote (f 1 2)) 1) "1"]
     [(:wat::core::nth [7 8] 2) :raises "AssertionFailed"]]}
  ([c <- :wat::core::Vector<T>  i <- :wat::core::i64] -> :T (:wat::core::Vector/nth c i))
  ([c <- :wat::core::List<T>  i <- :wat::core::i64] -> :T (:wat::core::List/nth c i))
  ([c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64] -> :T (:wat::core::PersistentVector/nth c i))
  ([a <- :wat::WatAST  i <- :wat::core::i64] -> :wat::WatAST (:wat::core::ast-nth a i)))

(:wat::core::defn :wat::core::Vector/first
  {:doc "The first element; raises when there is none."
   :example
    [[(:wat::core::Vector/first [7 8 9]) "7"]
     [(:wat::core::Vector/first (:wat::core::Vector :wat::core::i64)) :raises "AssertionFailed"]]}
  [c <- :wat::core::Vector<T>] -> :T
  (:wat::core::Vector/nth c 0))

(:wat::core::defn :wat::core::Vector/second
  {:doc "The second element; raises when there is none."
   :example
    [[(:wat::core::Vector/second [7 8 9]) "8"]
     [(:wat::core::Vector/second (:wat::core::Vector :wat::core::i64)) :raises "AssertionFailed"]]}
  [c <- :wat::core::Vector<T>] -> :T
  (:wat::core::Vector/nth c 1))

(:wat::core::defn :wat::core::Vector/third
  {:doc "The third element; raises when there is none."
   :example
    [[(:wat::core::Vector/third [7 8 9]) "9"]
     [(:wat::core::Vector/third (:wat::core::Vector :wat::core::i64)) :raises "AssertionFailed"]]}
  [c <- :wat::core::Vector<T>] -> :T
  (:wat::core::Vector/nth c 2))

(:wat::core::defn :wat::core::List/first
  {:doc "The first element; raises when there is none."
   :example
    [[(:wat::core::List/first (:wat::core::List/of 7 8 9)) "7"]
     [(:wat::core::List/first (:wat::core::rest (:wat::core::List/of 1))) :raises "AssertionFailed"]]}
  [c <- :wat::core::List<T>] -> :T
  (:wat::core::List/nth c 0))

(:wat::core::defn :wat::core::List/second
  {:doc "The second element; raises when there is none."
   :example
    [[(:wat::core::List/second (:wat::core::List/of 7 8 9)) "8"]
     [(:wat::core::List/second (:wat::core::rest (:wat::core::List/of 1))) :raises "AssertionFailed"]]}
  [c <- :wat::core::List<T>] -> :T
  (:wat::core::List/nth c 1))

(:wat::core::defn :wat::core::List/third
  {:doc "The third element; raises when there is none."
   :example
    [[(:wat::core::List/third (:wat::core::List/of 7 8 9)) "9"]
     [(:wat::core::List/third (:wat::core::rest (:wat::core::List/of 1))) :raises "AssertionFailed"]]}
  [c <- :wat::core::List<T>] -> :T
  (:wat::core::List/nth c 2))

(:wat::core::defn :wat::core::PersistentVector/first
  {:doc "The first element; raises when there is none."
   :example
    [[(:wat::core::PersistentVector/first (:wat::core::PersistentVector 7 8 9)) "7"]
     [(:wat::core::PersistentVector/first (:wat::core::rest (:wat::core::PersistentVector 1))) :raises "AssertionFailed"]]}
  [c <- :wat::core::PersistentVector<T>] -> :T
  (:wat::core::PersistentVector/nth c 0))

(:wat::core::defn :wat::core::PersistentVector/second
  {:doc "The second element; raises when there is none."
   :example
    [[(:wat::core::PersistentVector/second (:wat::core::PersistentVector 7 8 9)) "8"]
     [(:wat::core::PersistentVector/second (:wat::core::rest (:wat::core::PersistentVector 1))) :raises "AssertionFailed"]]}
  [c <- :wat::core::PersistentVector<T>] -> :T
  (:wat::core::PersistentVector/nth c 1))

(:wat::core::defn :wat::core::PersistentVector/third
  {:doc "The third element; raises when there is none."
   :example
    [[(:wat::core::PersistentVector/third (:wat::core::PersistentVector 7 8 9)) "9"]
     [(:wat::core::PersistentVector/third (:wat::core::rest (:wat::core::PersistentVector 1))) :raises "AssertionFailed"]]}
  [c <- :wat::core::PersistentVector<T>] -> :T
  (:wat::core::PersistentVector/nth c 2))

(:wat::core::defclause :wat::core::first
  {:doc "The first element; raises when there is none."
   :example
    [[(:wat::core::first [7 8]) "7"]
     [(:wat::core::first (:wat::core::Tuple 1 "a")) "1"]
     [(:wat::core::first (:wat::core::quote (f 1 2))) "f"]
     [(:wat::core::first (:wat::core::Vector :wat::core::i64)) :raises "AssertionFailed"]]}
  ([c <- :wat::core::Vector<T>] -> :T (:wat::core::Vector/nth c 0))
  ([c <- :wat::core::List<T>] -> :T (:wat::core::List/nth c 0))
  ([c <- :wat::core::PersistentVector<T>] -> :T (:wat::core::PersistentVector/nth c 0))
  ([a <- :wat::WatAST] -> :wat::WatAST (:wat::core::ast-nth a 0)))

(:wat::core::defclause :wat::core::second
  {:doc "The second element; raises when there is none."
   :example
    [[(:wat::core::second [7 8]) "8"]
     [(:wat::core::second [7]) :raises "AssertionFailed"]]}
  ([c <- :wat::core::Vector<T>] -> :T (:wat::core::Vector/nth c 1))
  ([c <- :wat::core::List<T>] -> :T (:wat::core::List/nth c 1))
  ([c <- :wat::core::PersistentVector<T>] -> :T (:wat::core::PersistentVector/nth c 1))
  ([a <- :wat::WatAST] -> :wat::WatAST (:wat::core::ast-nth a 1)))

(:wat::core::defclause :wat::core::third
  {:doc "The third element; raises when there is none."
   :example
    [[(:wat::core::third [7 8 9]) "9"]
     [(:wat::core::third [7 8]) :raises "AssertionFailed"]]}
  ([c <- :wat::core::Vector<T>] -> :T (:wat::core::Vector/nth c 2))
  ([c <- :wat::core::List<T>] -> :T (:wat::core::List/nth c 2))
  ([c <- :wat::core::PersistentVector<T>] -> :T (:wat::core::PersistentVector/nth c 2))
  ([a <- :wat::WatAST] -> :wat::WatAST (:wat::core::ast-nth a 2)))

(:wat::core::defclause :wat::core::rest
  {:doc "All elements but the first; nothing of nothing."
   :example
    [[(:wat::core::rest [7 8]) "[8]"]
     [(:wat::core::rest (:wat::core::Vector :wat::core::i64)) "[]"]
     [(:wat::core::rest (:wat::core::List/of 7 8)) "(8)"]
     [(:wat::core::rest (:wat::core::quote (f 1 2))) "(1 2)"]]}
  ([c <- :wat::core::Vector<T>] -> :wat::core::Vector<T> (:wat::core::Vector/rest c))
  ([c <- :wat::core::List<T>] -> :wat::core::List<T> (:wat::core::List/rest c))
  ([c <- :wat::core::PersistentVector<T>] -> :wat::core::PersistentVector<T> (:wat::core::PersistentVector/rest c))
  ([a <- :wat::WatAST] -> :wat::WatAST (:wat::core::ast-rest a)))

(:wat::core::defclause :wat::core::reverse
  {:doc "The elements from the last to the first."
   :example
    [[(:wat::core::reverse [7 8 9]) "[9 8 7]"]
     [(:wat::core::reverse (:wat::core::List/of 7 8)) "(8 7)"]]}
  ([c <- :wat::core::Vector<T>] -> :wat::core::Vector<T> (:wat::core::Vector/reverse c))
  ([c <- :wat::core::List<T>] -> :wat::core::List<T> (:wat::core::List/reverse c))
  ([c <- :wat::core::PersistentVector<T>] -> :wat::core::PersistentVector<T> (:wat::core::PersistentVector/reverse c)))

(:wat::core::defclause :wat::core::conj
  {:doc "With one more element: at the front of a List, else at the end; a set has it once."
   :example
    [[(:wat::core::conj [7 8] 9) "[7 8 9]"]
     [(:wat::core::conj (:wat::core::List/of 7 8) 9) "(9 7 8)"]
     [(:wat::core::conj #{7} 7) "#{7}"]]}
  ([c <- :wat::core::Vector<T>  x <- :T] -> :wat::core::Vector<T> (:wat::core::Vector/conj c x))
  ([c <- :wat::core::List<T>  x <- :T] -> :wat::core::List<T> (:wat::core::List/conj c x))
  ([c <- :wat::core::PersistentVector<T>  x <- :T] -> :wat::core::PersistentVector<T> (:wat::core::PersistentVector/conj c x))
  ([c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::HashSet<T> (:wat::core::HashSet/conj c x)))

(:wat::core::defclause :wat::core::concat
  {:doc "The elements of the one, then those of the other."
   :example
    [[(:wat::core::concat [7] (:wat::core::List/of 8)) "[7 8]"]
     [(:wat::core::concat (:wat::core::List/of 7) [8]) "(7 8)"]]}
  ([a <- :wat::core::Vector<T>  b <- :wat::core::Seqable<T>] -> :wat::core::Vector<T> (:wat::core::Vector/concat a b))
  ([a <- :wat::core::List<T>  b <- :wat::core::Seqable<T>] -> :wat::core::List<T> (:wat::core::List/concat a b))
  ([a <- :wat::core::PersistentVector<T>  b <- :wat::core::Seqable<T>] -> :wat::core::PersistentVector<T> (:wat::core::PersistentVector/concat a b)))

(:wat::core::defclause :wat::core::contains?
  {:doc "Whether there is an equal element, or an entry with the key."
   :example
    [[(:wat::core::contains? [7 8] 8) "true"]
     [(:wat::core::contains? #{7} 8) "false"]
     [(:wat::core::contains? {"a" 1} "a") "true"]]}
  ([c <- :wat::core::Vector<T>  x <- :T] -> :wat::core::bool (:wat::core::Vector/contains? c x))
  ([c <- :wat::core::List<T>  x <- :T] -> :wat::core::bool (:wat::core::List/contains? c x))
  ([c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::bool (:wat::core::HashSet/contains? c x))
  ([c <- :wat::core::PersistentVector<T>  x <- :T] -> :wat::core::bool (:wat::core::PersistentVector/contains? c x))
  ([m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::bool (:wat::core::HashMap/contains-key? m k))
  ([m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::bool (:wat::core::PersistentMap/contains-key? m k)))

(:wat::core::defclause :wat::core::assoc
  {:doc "With a value under a key, or at a place."
   :example
    [[(:wat::core::assoc {"a" 1} "a" 2) "{\"a\" 2}"]
     [(:wat::core::assoc [7 8] 0 9) "[9 8]"]
     [(:wat::core::assoc [7 8] 2 9) :raises "AssertionFailed"]
     [(:wat::core::assoc (:user::Point :x 1 :y 2) :x 5) "#user/Point {:x 5 :y 2}"]]}
  ([m <- :wat::core::HashMap<K,V>  k <- :K  v <- :V] -> :wat::core::HashMap<K,V> (:wat::core::HashMap/assoc m k v))
  ([m <- :wat::core::PersistentMap<K,V>  k <- :K  v <- :V] -> :wat::core::PersistentMap<K,V> (:wat::core::PersistentMap/assoc m k v))
  ([c <- :wat::core::Vector<T>  i <- :wat::core::i64  x <- :T] -> :wat::core::Vector<T> (:wat::core::Vector/assoc c i x))
  ([c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64  x <- :T] -> :wat::core::PersistentVector<T> (:wat::core::PersistentVector/assoc c i x)))

(:wat::core::defclause :wat::core::dissoc
  {:doc "Without a key and what is under it."
   :example
    [[(:wat::core::dissoc {"a" 1} "a") "{}"]]}
  ([m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::HashMap<K,V> (:wat::core::HashMap/dissoc m k))
  ([m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::PersistentMap<K,V> (:wat::core::PersistentMap/dissoc m k)))

(:wat::core::defclause :wat::core::keys
  {:doc "The keys, in the order of iteration."
   :example
    [[(:wat::core::keys {"a" 1}) "[\"a\"]"]]}
  ([m <- :wat::core::HashMap<K,V>] -> :wat::core::Vector<K> (:wat::core::HashMap/keys m))
  ([m <- :wat::core::PersistentMap<K,V>] -> :wat::core::Vector<K> (:wat::core::PersistentMap/keys m)))

(:wat::core::defclause :wat::core::values
  {:doc "The values, in the order of iteration."
   :example
    [[(:wat::core::values {"a" 1}) "[1]"]]}
  ([m <- :wat::core::HashMap<K,V>] -> :wat::core::Vector<V> (:wat::core::HashMap/values m))
  ([m <- :wat::core::PersistentMap<K,V>] -> :wat::core::Vector<V> (:wat::core::PersistentMap/values m)))

(:wat::core::primitive :wat::core::range
  {:java "Vectors.range"
   :doc "The numbers from the first one up to the second, which is not among them."
   :example
    [[(:wat::core::range 2 5) "[2 3 4]"]
     [(:wat::core::range 5 2) "[]"]
     [(:wat::core::range 0 9223372036854775807) :raises "AssertionFailed"]]}
  [from <- :wat::core::i64  to <- :wat::core::i64] -> :wat::core::Vector<wat::core::i64>)

(:wat::core::defn :wat::core::foldl
  {:doc "What a function makes of a start and each element in turn."
   :example
    [[(:wat::core::foldl :wat::core::i64::+ 0 [1 2 3]) "6"]
     [(:wat::core::foldl :wat::core::i64::- 10 [1 2 3]) "4"]
     [(:wat::core::length (:wat::core::foldl (:wat::core::fn [acc <- :wat::core::Vector<wat::core::i64>  x <- :wat::core::i64] -> :wat::core::Vector<wat::core::i64> (:wat::core::conj acc x)) (:wat::core::Vector :wat::core::i64) (:wat::core::range 0 100000))) "100000"]]}
  [f <- :wat::core::Fn(A,T)->A  init <- :A  c <- :wat::core::Seqable<T>] -> :A
  (:wat::std::fold f init (:wat::core::Seqable/seq c)))

(:wat::core::defn :wat::std::fold
  {:doc "What a function makes of a start and each element of a stream in turn."
   :example
    [[(:wat::std::fold :wat::core::i64::+ 0 (:wat::core::Seqable/seq [1 2 3])) "6"]]}
  [f <- :wat::core::Fn(A,T)->A  acc <- :A  s <- :wat::stream::Stream<T>] -> :A
  (:wat::core::match (:wat::stream::uncons s)
    ((Some (x more)) (:wat::std::fold f (f acc x) more))
    (:None acc)))

(:wat::core::defclause :wat::core::reduce
  {:doc "A fold with a start, or from the first element on; then it raises when there is none."
   :example
    [[(:wat::core::reduce :wat::core::i64::+ 10 [1 2 3]) "16"]
     [(:wat::core::reduce :wat::core::i64::- [10 2 3]) "5"]
     [(:wat::core::reduce :wat::core::i64::+ (:wat::core::Vector :wat::core::i64)) :raises "AssertionFailed"]]}
  ([f <- :wat::core::Fn(A,T)->A  init <- :A  c <- :wat::core::Seqable<T>] -> :A (:wat::core::foldl f init c))
  ([f <- :wat::core::Fn(T,T)->T  c <- :wat::core::Seqable<T>] -> :T
    (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
      ((Some (x more)) (:wat::std::fold f x more))
      (:None (:wat::kernel::assertion-failed! "reduce of nothing" :wat::core::None :wat::core::None)))))

(:wat::core::defn :wat::core::mapv
  {:doc "What a function gives for each element, as a Vector."
   :example
    [[(:wat::core::mapv (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::+ x 1)) [1 2 3]) "[2 3 4]"]]}
  [f <- :wat::core::Fn(T)->U  c <- :wat::core::Seqable<T>] -> :wat::core::Vector<U>
  (:wat::core::foldl (:wat::core::fn [acc <- :wat::core::Vector<U>  x <- :T] -> :wat::core::Vector<U> (:wat::core::Vector/conj acc (f x))) [] c))

(:wat::core::defn :wat::core::filterv
  {:doc "The elements for which a function gives true, as a Vector."
   :example
    [[(:wat::core::filterv (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::bool (:wat::core::i64::= 0 (:wat::core::i64::mod x 2))) [1 2 3 4]) "[2 4]"]]}
  [p <- :wat::core::Fn(T)->wat::core::bool  c <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>
  (:wat::core::foldl
    (:wat::core::fn [acc <- :wat::core::Vector<T>  x <- :T] -> :wat::core::Vector<T> (:wat::core::if (p x) (:wat::core::Vector/conj acc x) acc))
    []
    c))

(:wat::core::defn :wat::core::run!
  {:doc "Calls a function with each element."
   :example
    [[(:wat::core::run! (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::+ x 1)) [1 2 3]) "nil"]
     [(:wat::core::run! (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::/ 1 x)) [1 0]) :raises "DivisionByZero"]]}
  [f <- :wat::core::Fn(T)->U  c <- :wat::core::Seqable<T>] -> :wat::core::nil
  (:wat::std::each f (:wat::core::Seqable/seq c)))

(:wat::core::defn :wat::std::each
  {:doc "Calls a function with each element of a stream."
   :example
    [[(:wat::std::each (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::+ x 1)) (:wat::core::Seqable/seq [1])) "nil"]]}
  [f <- :wat::core::Fn(T)->U  s <- :wat::stream::Stream<T>] -> :wat::core::nil
  (:wat::core::match (:wat::stream::uncons s)
    ((Some (x more)) (:wat::core::let [_ignored (f x)] (:wat::std::each f more)))
    (:None nil)))

(:wat::core::defn :wat::core::dorun
  {:doc "Forces a stream."
   :example
    [[(:wat::core::dorun (:wat::core::map (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::+ x 1)) [1 2])) "nil"]
     [(:wat::core::dorun (:wat::core::map (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::/ 1 x)) [1 0])) :raises "DivisionByZero"]]}
  [s <- :wat::stream::Stream<T>] -> :wat::core::nil
  (:wat::std::each (:wat::core::fn [x <- :T] -> :wat::core::nil nil) s))

(:wat::core::defn :wat::core::doall
  {:doc "Forces a stream and gives it."
   :example
    [[(:wat::core::into [] (:wat::core::doall (:wat::core::map (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::+ x 1)) [1 2]))) "[2 3]"]]}
  [s <- :wat::stream::Stream<T>] -> :wat::stream::Stream<T>
  (:wat::core::let [_done (:wat::core::dorun s)] s))

(:wat::core::defn :wat::core::stream->vec
  {:doc "The elements of a Vector, then those of a stream."
   :example
    [[(:wat::core::stream->vec [7] (:wat::core::take [1 2 3] 2)) "[7 1 2]"]]}
  [acc <- :wat::core::Vector<T>  s <- :wat::stream::Stream<T>] -> :wat::core::Vector<T>
  (:wat::core::Vector/concat acc s))

(:wat::core::defn :wat::core::stream->pvec
  {:doc "The elements of a stream."
   :example
    [[(:wat::core::stream->pvec (:wat::core::take [1 2 3] 2)) "#wat.core/PersistentVector [1 2]"]]}
  [s <- :wat::stream::Stream<T>] -> :wat::core::PersistentVector<T>
  (:wat::core::PersistentVector/concat (:wat::core::PersistentVector) s))

(:wat::core::defclause :wat::core::into
  {:doc "All elements of the second, put into the first: each as by conj, or pairs as by assoc."
   :example
    [[(:wat::core::into [7] (:wat::core::List/of 8 9)) "[7 8 9]"]
     [(:wat::core::into (:wat::core::List/of 7) [8 9]) "(9 8 7)"]
     [(:wat::core::length (:wat::core::into #{7} [7 8])) "2"]
     [(:wat::core::into (:wat::core::HashMap :wat::core::String :wat::core::i64) [(:wat::core::Tuple "a" 1) (:wat::core::Tuple "a" 2)]) "{\"a\" 2}"]]}
  ([to <- :wat::core::Vector<T>  from <- :wat::core::Seqable<T>] -> :wat::core::Vector<T> (:wat::core::Vector/concat to from))
  ([to <- :wat::core::PersistentVector<T>  from <- :wat::core::Seqable<T>] -> :wat::core::PersistentVector<T>
    (:wat::core::PersistentVector/concat to from))
  ([to <- :wat::core::List<T>  from <- :wat::core::Seqable<T>] -> :wat::core::List<T>
    (:wat::core::foldl (:wat::core::fn [acc <- :wat::core::List<T>  x <- :T] -> :wat::core::List<T> (:wat::core::List/conj acc x)) to from))
  ([to <- :wat::core::HashSet<T>  from <- :wat::core::Seqable<T>] -> :wat::core::HashSet<T>
    (:wat::core::foldl (:wat::core::fn [acc <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::HashSet<T> (:wat::core::HashSet/conj acc x)) to from))
  ([to <- :wat::core::HashMap<K,V>  from <- :wat::core::Seqable<(K,V)>] -> :wat::core::HashMap<K,V>
    (:wat::core::foldl
      (:wat::core::fn [acc <- :wat::core::HashMap<K,V>  e <- :(K,V)] -> :wat::core::HashMap<K,V>
        (:wat::core::HashMap/assoc acc (:wat::core::first e) (:wat::core::second e)))
      to
      from))
  ([to <- :wat::core::PersistentMap<K,V>  from <- :wat::core::Seqable<(K,V)>] -> :wat::core::PersistentMap<K,V>
    (:wat::core::foldl
      (:wat::core::fn [acc <- :wat::core::PersistentMap<K,V>  e <- :(K,V)] -> :wat::core::PersistentMap<K,V>
        (:wat::core::PersistentMap/assoc acc (:wat::core::first e) (:wat::core::second e)))
      to
      from)))

(:wat::core::defn :wat::core::find-last-index
  {:doc "The place of the last element for which a function gives true."
   :example
    [[(:wat::core::find-last-index [1 2 4 5] (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::bool (:wat::core::i64::= 0 (:wat::core::i64::mod x 2)))) "#wat.core.Option/Some [2]"]
     [(:wat::core::find-last-index [1 3] (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::bool (:wat::core::i64::= 0 (:wat::core::i64::mod x 2)))) "#wat.core.Option/None []"]]}
  [c <- :wat::core::Vector<T>  p <- :wat::core::Fn(T)->wat::core::bool] -> :wat::core::Option<wat::core::i64>
  (:wat::std::find-back c p (:wat::core::i64::- (:wat::core::Vector/length c) 1)))

(:wat::core::defn :wat::std::find-back
  {:doc "The place of the last element up to i for which a function gives true."
   :example
    [[(:wat::std::find-back [2 3 4] (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::bool (:wat::core::i64::= 0 (:wat::core::i64::mod x 2))) 1) "#wat.core.Option/Some [0]"]]}
  [c <- :wat::core::Vector<T>  p <- :wat::core::Fn(T)->wat::core::bool  i <- :wat::core::i64] -> :wat::core::Option<wat::core::i64>
  (:wat::core::if (:wat::core::i64::< i 0)
    :wat::core::None
    (:wat::core::if (p (:wat::core::Vector/nth c i)) (:wat::core::Some i) (:wat::std::find-back c p (:wat::core::i64::- i 1)))))

(:wat::core::defn :wat::std::merge
  {:doc "Two sorted Vectors as one, behind what is there."
   :example
    [[(:wat::std::merge :wat::core::i64::< [1 4] 0 [2 3] 0 []) "[1 2 3 4]"]]}
  [before <- :wat::core::Fn(T,T)->wat::core::bool  a <- :wat::core::Vector<T>  i <- :wat::core::i64  b <- :wat::core::Vector<T>  j <- :wat::core::i64  acc <- :wat::core::Vector<T>] -> :wat::core::Vector<T>
  (:wat::core::if (:wat::core::i64::= i (:wat::core::Vector/length a))
    (:wat::core::if (:wat::core::i64::= j (:wat::core::Vector/length b))
      acc
      (:wat::std::merge before a i b (:wat::core::i64::+ j 1) (:wat::core::Vector/conj acc (:wat::core::Vector/nth b j))))
    (:wat::core::if (:wat::core::i64::= j (:wat::core::Vector/length b))
      (:wat::std::merge before a (:wat::core::i64::+ i 1) b j (:wat::core::Vector/conj acc (:wat::core::Vector/nth a i)))
      (:wat::core::if (before (:wat::core::Vector/nth b j) (:wat::core::Vector/nth a i))
        (:wat::std::merge before a i b (:wat::core::i64::+ j 1) (:wat::core::Vector/conj acc (:wat::core::Vector/nth b j)))
        (:wat::std::merge before a (:wat::core::i64::+ i 1) b j (:wat::core::Vector/conj acc (:wat::core::Vector/nth a i)))))))

(:wat::core::defn :wat::std::sort-range
  {:doc "The elements between two places, sorted; equal ones stay in their order."
   :example
    [[(:wat::std::sort-range :wat::core::i64::< [3 1 2] 0 3) "[1 2 3]"]]}
  [before <- :wat::core::Fn(T,T)->wat::core::bool  c <- :wat::core::Vector<T>  from <- :wat::core::i64  to <- :wat::core::i64] -> :wat::core::Vector<T>
  (:wat::core::if (:wat::core::i64::<= (:wat::core::i64::- to from) 1)
    (:wat::core::if (:wat::core::i64::= from to) [] [(:wat::core::Vector/nth c from)])
    (:wat::core::let [middle (:wat::core::quot (:wat::core::i64::+ from to) 2)]
      (:wat::std::merge
        before
        (:wat::std::sort-range before c from middle)
        0
        (:wat::std::sort-range before c middle to)
        0
        []))))

(:wat::core::primitive :wat::std::sorted
  {:java "Vectors.sorted" :effects [latent]
   :doc "The elements in their own order, NaN after all other numbers; equal ones stay in their order."
   :example
    [[(:wat::std::sorted [3 1 2]) "[1 2 3]"]
     [(:wat::std::sorted [(:wat::core::f64::/ 0.0 0.0) 1.0]) "[1.0 #wat.core.f64/NaN []]"]]}
  [c <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::std::sorted-by-first
  {:java "Vectors.sortedByFirst"
   :doc "Pairs in the order of their first items; equal ones stay in their order."
   :example
    [[(:wat::std::sorted-by-first [(:wat::core::Tuple 2 "a") (:wat::core::Tuple 1 "b") (:wat::core::Tuple 2 "c")]) "[[1 \"b\"] [2 \"a\"] [2 \"c\"]]"]]}
  [pairs <- :wat::core::Vector<(K,T)>] -> :wat::core::Vector<(K,T)>)

(:wat::core::defclause :wat::core::sort
  {:doc "The elements, sorted, by their own order or by a function that tells whether one comes before another; equal ones stay in their order."
   :example
    [[(:wat::core::sort [3 1 2]) "[1 2 3]"]
     [(:wat::core::sort (:wat::core::Vector :wat::core::i64)) "[]"]
     [(:wat::core::sort :wat::core::i64::> [3 1 2]) "[3 2 1]"]
     [(:wat::core::sort (:wat::core::fn [a <- :wat::core::String  b <- :wat::core::String] -> :wat::core::bool (:wat::core::< (:wat::core::string::length a) (:wat::core::string::length b))) ["bb" "c" "aa" "d"]) "[\"c\" \"d\" \"bb\" \"aa\"]"]
     [(:wat::core::sort (:wat::core::List/of "b" "a")) "[\"a\" \"b\"]"]]}
  ([c <- :wat::core::Seqable<T>] -> :wat::core::Vector<T> (:wat::std::sorted c))
  ([before <- :wat::core::Fn(T,T)->wat::core::bool  c <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>
    (:wat::core::let [all (:wat::core::Vector/concat [] c)]
      (:wat::std::sort-range before all 0 (:wat::core::Vector/length all)))))

(:wat::core::defn :wat::std::keyed
  {:doc "Each element behind what a function gives for it."
   :example
    [[(:wat::std::keyed (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64 (:wat::core::i64::+ x 1)) [1 2]) "[[2 1] [3 2]]"]]}
  [key <- :wat::core::Fn(T)->K  c <- :wat::core::Seqable<T>] -> :wat::core::Vector<(K,T)>
  (:wat::core::mapv (:wat::core::fn [x <- :T] -> :(K,T) (:wat::core::Tuple (key x) x)) c))

(:wat::core::defn :wat::std::unkeyed
  {:doc "The second items of pairs."
   :example
    [[(:wat::std::unkeyed [(:wat::core::Tuple 1 "a")]) "[\"a\"]"]]}
  [pairs <- :wat::core::Vector<(K,T)>] -> :wat::core::Vector<T>
  (:wat::core::mapv (:wat::core::fn [p <- :(K,T)] -> :T (:wat::core::second p)) pairs))

(:wat::core::defclause :wat::core::sort-by
  {:doc "The elements, sorted by what a function gives for each, in its own order or by a function that tells whether one comes before another; equal ones stay in their order."
   :example
    [[(:wat::core::sort-by :wat::core::string::length ["bb" "c" "aa" "d"]) "[\"c\" \"d\" \"bb\" \"aa\"]"]
     [(:wat::core::sort-by :wat::core::string::length :wat::core::i64::> ["bb" "c" "aa" "d"]) "[\"bb\" \"aa\" \"c\" \"d\"]"]]}
  ([key <- :wat::core::Fn(T)->K  c <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>
    (:wat::std::unkeyed (:wat::std::sorted-by-first (:wat::std::keyed key c))))
  ([key <- :wat::core::Fn(T)->K  before <- :wat::core::Fn(K,K)->wat::core::bool  c <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>
    (:wat::core::let [pairs (:wat::std::keyed key c)]
      (:wat::std::unkeyed
        (:wat::std::sort-range
          (:wat::core::fn [a <- :(K,T)  b <- :(K,T)] -> :wat::core::bool (before (:wat::core::first a) (:wat::core::first b)))
          pairs
          0
          (:wat::core::Vector/length pairs))))))

(:wat::core::defn :wat::std::list::zip
  {:doc "The elements of two Vectors, paired; as many as the shorter one has."
   :example
    [[(:wat::std::list::zip [1 2 3] ["a" "b"]) "[[1 \"a\"] [2 \"b\"]]"]]}
  [a <- :wat::core::Vector<T>  b <- :wat::core::Vector<U>] -> :wat::core::Vector<(T,U)>
  (:wat::std::list::zip-from a b 0 []))

(:wat::core::defn :wat::std::list::zip-from
  {:doc "The pairs from a place on, behind what is there."
   :example
    [[(:wat::std::list::zip-from [1 2] ["a" "b"] 1 []) "[[2 \"b\"]]"]]}
  [a <- :wat::core::Vector<T>  b <- :wat::core::Vector<U>  i <- :wat::core::i64  acc <- :wat::core::Vector<(T,U)>] -> :wat::core::Vector<(T,U)>
  (:wat::core::if (:wat::core::or (:wat::core::i64::= i (:wat::core::Vector/length a)) (:wat::core::i64::= i (:wat::core::Vector/length b)))
    acc
    (:wat::std::list::zip-from
      a
      b
      (:wat::core::i64::+ i 1)
      (:wat::core::Vector/conj acc (:wat::core::Tuple (:wat::core::Vector/nth a i) (:wat::core::Vector/nth b i))))))

(:wat::core::primitive :wat::std::list::window
  {:java "Vectors.windows"
   :doc "Each n elements that follow each other; nothing when there are fewer; raises unless n is above 0."
   :example
    [[(:wat::std::list::window [1 2 3] 2) "[[1 2] [2 3]]"]
     [(:wat::std::list::window [1] 2) "[]"]
     [(:wat::std::list::window [1] 0) :raises "AssertionFailed"]]}
  [c <- :wat::core::Vector<T>  n <- :wat::core::i64] -> :wat::core::Vector<wat::core::Vector<T>>)

(:wat::core::primitive :wat::std::list::remove-at
  {:java "Vectors.removeAt"
   :doc "Without the element at a place; outside it changes nothing."
   :example
    [[(:wat::std::list::remove-at [7 8 9] 1) "[7 9]"]
     [(:wat::std::list::remove-at [7 8] 2) "[7 8]"]
     [(:wat::std::list::remove-at [7 8] -1) "[7 8]"]]}
  [c <- :wat::core::Vector<T>  i <- :wat::core::i64] -> :wat::core::Vector<T>)

(:wat::core::defn :wat::std::list::map-with-index
  {:doc "What a function gives for each element and its place."
   :example
    [[(:wat::std::list::map-with-index [7 8] :wat::core::i64::+) "[7 9]"]]}
  [c <- :wat::core::Vector<T>  f <- :wat::core::Fn(T,wat::core::i64)->U] -> :wat::core::Vector<U>
  (:wat::core::Vector/concat [] (:wat::core::map-indexed (:wat::core::fn [i <- :wat::core::i64  x <- :T] -> :U (f x i)) c)))

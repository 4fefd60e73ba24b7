; Vectors, lists, sets and maps.

(:wat::core::primitive :wat::core::Vector/length
  {:java "Vectors.length"
   :doc "How many elements there are."}
  [c <- :wat::core::Vector<T>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::Vector/empty?
  {:java "Vectors.isEmpty"
   :doc "Whether there is no element."}
  [c <- :wat::core::Vector<T>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::List/length
  {:java "Lists.length"
   :doc "How many elements there are."}
  [c <- :wat::core::List<T>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::List/empty?
  {:java "Lists.isEmpty"
   :doc "Whether there is no element."}
  [c <- :wat::core::List<T>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::PersistentVector/length
  {:java "PersistentVectors.length"
   :doc "How many elements there are."}
  [c <- :wat::core::PersistentVector<T>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::PersistentVector/empty?
  {:java "PersistentVectors.isEmpty"
   :doc "Whether there is no element."}
  [c <- :wat::core::PersistentVector<T>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::HashSet/length
  {:java "HashSets.length"
   :doc "How many elements there are."}
  [c <- :wat::core::HashSet<T>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::HashSet/empty?
  {:java "HashSets.isEmpty"
   :doc "Whether there is no element."}
  [c <- :wat::core::HashSet<T>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::HashMap/length
  {:java "HashMaps.length"
   :doc "How many entries there are."}
  [m <- :wat::core::HashMap<K,V>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::HashMap/empty?
  {:java "HashMaps.isEmpty"
   :doc "Whether there is no entry."}
  [m <- :wat::core::HashMap<K,V>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::PersistentMap/length
  {:java "PersistentMaps.length"
   :doc "How many entries there are."}
  [m <- :wat::core::PersistentMap<K,V>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::PersistentMap/empty?
  {:java "PersistentMaps.isEmpty"
   :doc "Whether there is no entry."}
  [m <- :wat::core::PersistentMap<K,V>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::ast-length
  {:java "Asts.length"
   :doc "How many nodes stand in a list, vector, map or set."}
  [a <- :wat::WatAST] -> :wat::core::i64)

(:wat::core::defclause :wat::core::length
  {:doc "How many elements or entries there are."}
  ([c <- :wat::core::Vector<T>] -> :wat::core::i64 (:wat::core::Vector/length c))
  ([c <- :wat::core::List<T>] -> :wat::core::i64 (:wat::core::List/length c))
  ([c <- :wat::core::PersistentVector<T>] -> :wat::core::i64 (:wat::core::PersistentVector/length c))
  ([c <- :wat::core::HashSet<T>] -> :wat::core::i64 (:wat::core::HashSet/length c))
  ([m <- :wat::core::HashMap<K,V>] -> :wat::core::i64 (:wat::core::HashMap/length m))
  ([m <- :wat::core::PersistentMap<K,V>] -> :wat::core::i64 (:wat::core::PersistentMap/length m))
  ([a <- :wat::WatAST] -> :wat::core::i64 (:wat::core::ast-length a)))

(:wat::core::defclause :wat::core::count
  {:doc "How many elements or entries there are."}
  ([c <- :wat::core::Vector<T>] -> :wat::core::i64 (:wat::core::Vector/length c))
  ([c <- :wat::core::List<T>] -> :wat::core::i64 (:wat::core::List/length c))
  ([c <- :wat::core::PersistentVector<T>] -> :wat::core::i64 (:wat::core::PersistentVector/length c))
  ([c <- :wat::core::HashSet<T>] -> :wat::core::i64 (:wat::core::HashSet/length c))
  ([m <- :wat::core::HashMap<K,V>] -> :wat::core::i64 (:wat::core::HashMap/length m))
  ([m <- :wat::core::PersistentMap<K,V>] -> :wat::core::i64 (:wat::core::PersistentMap/length m))
  ([a <- :wat::WatAST] -> :wat::core::i64 (:wat::core::ast-length a)))

(:wat::core::defclause :wat::core::empty?
  {:doc "Whether there is no element or entry."}
  ([c <- :wat::core::Vector<T>] -> :wat::core::bool (:wat::core::Vector/empty? c))
  ([c <- :wat::core::List<T>] -> :wat::core::bool (:wat::core::List/empty? c))
  ([c <- :wat::core::PersistentVector<T>] -> :wat::core::bool (:wat::core::PersistentVector/empty? c))
  ([c <- :wat::core::HashSet<T>] -> :wat::core::bool (:wat::core::HashSet/empty? c))
  ([m <- :wat::core::HashMap<K,V>] -> :wat::core::bool (:wat::core::HashMap/empty? m))
  ([m <- :wat::core::PersistentMap<K,V>] -> :wat::core::bool (:wat::core::PersistentMap/empty? m))
  ([a <- :wat::WatAST] -> :wat::core::bool (:wat::core::i64::= 0 (:wat::core::ast-length a))))

(:wat::core::primitive :wat::core::Vector/get
  {:java "Vectors.get"
   :doc "The element at a place from 0."}
  [c <- :wat::core::Vector<T>  i <- :wat::core::i64] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::Vector/nth
  {:java "Vectors.nth"
   :doc "The element at a place from 0; raises outside."}
  [c <- :wat::core::Vector<T>  i <- :wat::core::i64] -> :T)

(:wat::core::primitive :wat::core::Vector/last
  {:java "Vectors.last"
   :doc "The last element."}
  [c <- :wat::core::Vector<T>] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::Vector/rest
  {:java "Vectors.rest"
   :doc "All elements but the first."}
  [c <- :wat::core::Vector<T>] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::core::Vector/reverse
  {:java "Vectors.reverse"
   :doc "The elements from the last to the first."}
  [c <- :wat::core::Vector<T>] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::core::Vector/conj
  {:java "Vectors.conj"
   :doc "With one more element: a List at its front, else at the end."}
  [c <- :wat::core::Vector<T>  x <- :T] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::core::Vector/contains?
  {:java "Vectors.contains"
   :doc "Whether there is an equal element."}
  [c <- :wat::core::Vector<T>  x <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::Vector/concat
  {:java "Vectors.concat" :effects [latent]
   :doc "The elements of the one, then those of the other."}
  [a <- :wat::core::Vector<T>  b <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::core::List/get
  {:java "Lists.get"
   :doc "The element at a place from 0."}
  [c <- :wat::core::List<T>  i <- :wat::core::i64] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::List/nth
  {:java "Lists.nth"
   :doc "The element at a place from 0; raises outside."}
  [c <- :wat::core::List<T>  i <- :wat::core::i64] -> :T)

(:wat::core::primitive :wat::core::List/last
  {:java "Lists.last"
   :doc "The last element."}
  [c <- :wat::core::List<T>] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::List/rest
  {:java "Lists.rest"
   :doc "All elements but the first."}
  [c <- :wat::core::List<T>] -> :wat::core::List<T>)

(:wat::core::primitive :wat::core::List/reverse
  {:java "Lists.reverse"
   :doc "The elements from the last to the first."}
  [c <- :wat::core::List<T>] -> :wat::core::List<T>)

(:wat::core::primitive :wat::core::List/conj
  {:java "Lists.conj"
   :doc "With one more element: a List at its front, else at the end."}
  [c <- :wat::core::List<T>  x <- :T] -> :wat::core::List<T>)

(:wat::core::primitive :wat::core::List/contains?
  {:java "Lists.contains"
   :doc "Whether there is an equal element."}
  [c <- :wat::core::List<T>  x <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::List/concat
  {:java "Lists.concat" :effects [latent]
   :doc "The elements of the one, then those of the other."}
  [a <- :wat::core::List<T>  b <- :wat::core::Seqable<T>] -> :wat::core::List<T>)

(:wat::core::primitive :wat::core::PersistentVector/get
  {:java "PersistentVectors.get"
   :doc "The element at a place from 0."}
  [c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::PersistentVector/nth
  {:java "PersistentVectors.nth"
   :doc "The element at a place from 0; raises outside."}
  [c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64] -> :T)

(:wat::core::primitive :wat::core::PersistentVector/last
  {:java "PersistentVectors.last"
   :doc "The last element."}
  [c <- :wat::core::PersistentVector<T>] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::PersistentVector/rest
  {:java "PersistentVectors.rest"
   :doc "All elements but the first."}
  [c <- :wat::core::PersistentVector<T>] -> :wat::core::PersistentVector<T>)

(:wat::core::primitive :wat::core::PersistentVector/reverse
  {:java "PersistentVectors.reverse"
   :doc "The elements from the last to the first."}
  [c <- :wat::core::PersistentVector<T>] -> :wat::core::PersistentVector<T>)

(:wat::core::primitive :wat::core::PersistentVector/conj
  {:java "PersistentVectors.conj"
   :doc "With one more element: a List at its front, else at the end."}
  [c <- :wat::core::PersistentVector<T>  x <- :T] -> :wat::core::PersistentVector<T>)

(:wat::core::primitive :wat::core::PersistentVector/contains?
  {:java "PersistentVectors.contains"
   :doc "Whether there is an equal element."}
  [c <- :wat::core::PersistentVector<T>  x <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::PersistentVector/concat
  {:java "PersistentVectors.concat" :effects [latent]
   :doc "The elements of the one, then those of the other."}
  [a <- :wat::core::PersistentVector<T>  b <- :wat::core::Seqable<T>] -> :wat::core::PersistentVector<T>)

(:wat::core::primitive :wat::core::Vector/assoc
  {:java "Vectors.with"
   :doc "With the element at a place replaced; raises outside."}
  [c <- :wat::core::Vector<T>  i <- :wat::core::i64  x <- :T] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::core::PersistentVector/assoc
  {:java "PersistentVectors.with"
   :doc "With the element at a place replaced; raises outside."}
  [c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64  x <- :T] -> :wat::core::PersistentVector<T>)

(:wat::core::primitive :wat::core::Vector/extend
  {:java "Vectors.concat" :effects [latent]
   :doc "The elements of the one, then those of the other."}
  [a <- :wat::core::Vector<T>  b <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>)

(:wat::core::primitive :wat::core::HashSet/conj
  {:java "HashSets.conj"
   :doc "With one more element."}
  [c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::HashSet<T>)

(:wat::core::primitive :wat::core::HashSet/contains?
  {:java "HashSets.contains"
   :doc "Whether there is an equal element."}
  [c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::HashSet/get
  {:java "HashSets.get"
   :doc "The element that is equal."}
  [c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::HashMap/get
  {:java "HashMaps.get"
   :doc "What is under the key."}
  [m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::Option<V>)

(:wat::core::primitive :wat::core::HashMap/contains-key?
  {:java "HashMaps.contains"
   :doc "Whether there is an entry with the key."}
  [m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::bool)

(:wat::core::primitive :wat::core::HashMap/assoc
  {:java "HashMaps.assoc"
   :doc "With a value under a key."}
  [m <- :wat::core::HashMap<K,V>  k <- :K  v <- :V] -> :wat::core::HashMap<K,V>)

(:wat::core::primitive :wat::core::HashMap/dissoc
  {:java "HashMaps.dissoc"
   :doc "Without a key."}
  [m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::HashMap<K,V>)

(:wat::core::primitive :wat::core::HashMap/keys
  {:java "HashMaps.keys"
   :doc "The keys, in the order of iteration."}
  [m <- :wat::core::HashMap<K,V>] -> :wat::core::Vector<K>)

(:wat::core::primitive :wat::core::HashMap/values
  {:java "HashMaps.values"
   :doc "The values, in the order of iteration."}
  [m <- :wat::core::HashMap<K,V>] -> :wat::core::Vector<V>)

(:wat::core::primitive :wat::core::PersistentMap/get
  {:java "PersistentMaps.get"
   :doc "What is under the key."}
  [m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::Option<V>)

(:wat::core::primitive :wat::core::PersistentMap/contains-key?
  {:java "PersistentMaps.contains"
   :doc "Whether there is an entry with the key."}
  [m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::bool)

(:wat::core::primitive :wat::core::PersistentMap/assoc
  {:java "PersistentMaps.assoc"
   :doc "With a value under a key."}
  [m <- :wat::core::PersistentMap<K,V>  k <- :K  v <- :V] -> :wat::core::PersistentMap<K,V>)

(:wat::core::primitive :wat::core::PersistentMap/dissoc
  {:java "PersistentMaps.dissoc"
   :doc "Without a key."}
  [m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::PersistentMap<K,V>)

(:wat::core::primitive :wat::core::PersistentMap/keys
  {:java "PersistentMaps.keys"
   :doc "The keys, in the order of iteration."}
  [m <- :wat::core::PersistentMap<K,V>] -> :wat::core::Vector<K>)

(:wat::core::primitive :wat::core::PersistentMap/values
  {:java "PersistentMaps.values"
   :doc "The values, in the order of iteration."}
  [m <- :wat::core::PersistentMap<K,V>] -> :wat::core::Vector<V>)

(:wat::core::defclause :wat::core::get
  {:doc "The element at a place or under a key."}
  ([c <- :wat::core::Vector<T>  i <- :wat::core::i64] -> :wat::core::Option<T> (:wat::core::Vector/get c i))
  ([c <- :wat::core::List<T>  i <- :wat::core::i64] -> :wat::core::Option<T> (:wat::core::List/get c i))
  ([c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64] -> :wat::core::Option<T> (:wat::core::PersistentVector/get c i))
  ([m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::Option<V> (:wat::core::HashMap/get m k))
  ([m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::Option<V> (:wat::core::PersistentMap/get m k))
  ([c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::Option<T> (:wat::core::HashSet/get c x)))

(:wat::core::defclause :wat::core::last
  {:doc "The last element."}
  ([c <- :wat::core::Vector<T>] -> :wat::core::Option<T> (:wat::core::Vector/last c))
  ([c <- :wat::core::List<T>] -> :wat::core::Option<T> (:wat::core::List/last c))
  ([c <- :wat::core::PersistentVector<T>] -> :wat::core::Option<T> (:wat::core::PersistentVector/last c)))

(:wat::core::primitive :wat::core::ast-nth
  {:java "Asts.nth"
   :doc "The node at a place of a list, vector, map or set; raises outside."}
  [a <- :wat::WatAST  i <- :wat::core::i64] -> :wat::WatAST)

(:wat::core::primitive :wat::core::ast-rest
  {:java "Asts.rest"
   :doc "A list or vector without its first node."}
  [a <- :wat::WatAST] -> :wat::WatAST)

(:wat::core::defclause :wat::core::nth
  {:doc "The element at a place; raises outside."}
  ([c <- :wat::core::Vector<T>  i <- :wat::core::i64] -> :T (:wat::core::Vector/nth c i))
  ([c <- :wat::core::List<T>  i <- :wat::core::i64] -> :T (:wat::core::List/nth c i))
  ([c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64] -> :T (:wat::core::PersistentVector/nth c i))
  ([a <- :wat::WatAST  i <- :wat::core::i64] -> :wat::WatAST (:wat::core::ast-nth a i)))

(:wat::core::defclause :wat::core::first
  {:doc "The first element; raises when there is none."}
  ([c <- :wat::core::Vector<T>] -> :T (:wat::core::Vector/nth c 0))
  ([c <- :wat::core::List<T>] -> :T (:wat::core::List/nth c 0))
  ([c <- :wat::core::PersistentVector<T>] -> :T (:wat::core::PersistentVector/nth c 0))
  ([a <- :wat::WatAST] -> :wat::WatAST (:wat::core::ast-nth a 0)))

(:wat::core::defclause :wat::core::second
  {:doc "The second element; raises when there is none."}
  ([c <- :wat::core::Vector<T>] -> :T (:wat::core::Vector/nth c 1))
  ([c <- :wat::core::List<T>] -> :T (:wat::core::List/nth c 1))
  ([c <- :wat::core::PersistentVector<T>] -> :T (:wat::core::PersistentVector/nth c 1))
  ([a <- :wat::WatAST] -> :wat::WatAST (:wat::core::ast-nth a 1)))

(:wat::core::defclause :wat::core::third
  {:doc "The third element; raises when there is none."}
  ([c <- :wat::core::Vector<T>] -> :T (:wat::core::Vector/nth c 2))
  ([c <- :wat::core::List<T>] -> :T (:wat::core::List/nth c 2))
  ([c <- :wat::core::PersistentVector<T>] -> :T (:wat::core::PersistentVector/nth c 2))
  ([a <- :wat::WatAST] -> :wat::WatAST (:wat::core::ast-nth a 2)))

(:wat::core::defclause :wat::core::rest
  {:doc "All elements but the first."}
  ([c <- :wat::core::Vector<T>] -> :wat::core::Vector<T> (:wat::core::Vector/rest c))
  ([c <- :wat::core::List<T>] -> :wat::core::List<T> (:wat::core::List/rest c))
  ([c <- :wat::core::PersistentVector<T>] -> :wat::core::PersistentVector<T> (:wat::core::PersistentVector/rest c))
  ([a <- :wat::WatAST] -> :wat::WatAST (:wat::core::ast-rest a)))

(:wat::core::defclause :wat::core::reverse
  {:doc "The elements from the last to the first."}
  ([c <- :wat::core::Vector<T>] -> :wat::core::Vector<T> (:wat::core::Vector/reverse c))
  ([c <- :wat::core::List<T>] -> :wat::core::List<T> (:wat::core::List/reverse c))
  ([c <- :wat::core::PersistentVector<T>] -> :wat::core::PersistentVector<T> (:wat::core::PersistentVector/reverse c)))

(:wat::core::defclause :wat::core::conj
  {:doc "With one more element: at the front of a List, else at the end; a set has it once."}
  ([c <- :wat::core::Vector<T>  x <- :T] -> :wat::core::Vector<T> (:wat::core::Vector/conj c x))
  ([c <- :wat::core::List<T>  x <- :T] -> :wat::core::List<T> (:wat::core::List/conj c x))
  ([c <- :wat::core::PersistentVector<T>  x <- :T] -> :wat::core::PersistentVector<T> (:wat::core::PersistentVector/conj c x))
  ([c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::HashSet<T> (:wat::core::HashSet/conj c x)))

(:wat::core::defclause :wat::core::concat
  {:doc "The elements of the one, then those of the other."}
  ([a <- :wat::core::Vector<T>  b <- :wat::core::Seqable<T>] -> :wat::core::Vector<T> (:wat::core::Vector/concat a b))
  ([a <- :wat::core::List<T>  b <- :wat::core::Seqable<T>] -> :wat::core::List<T> (:wat::core::List/concat a b))
  ([a <- :wat::core::PersistentVector<T>  b <- :wat::core::Seqable<T>] -> :wat::core::PersistentVector<T> (:wat::core::PersistentVector/concat a b)))

(:wat::core::defclause :wat::core::contains?
  {:doc "Whether there is an equal element, or an entry with the key."}
  ([c <- :wat::core::Vector<T>  x <- :T] -> :wat::core::bool (:wat::core::Vector/contains? c x))
  ([c <- :wat::core::List<T>  x <- :T] -> :wat::core::bool (:wat::core::List/contains? c x))
  ([c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::bool (:wat::core::HashSet/contains? c x))
  ([c <- :wat::core::PersistentVector<T>  x <- :T] -> :wat::core::bool (:wat::core::PersistentVector/contains? c x))
  ([m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::bool (:wat::core::HashMap/contains-key? m k))
  ([m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::bool (:wat::core::PersistentMap/contains-key? m k)))

(:wat::core::defclause :wat::core::assoc
  {:doc "With a value under a key, or at a place."}
  ([m <- :wat::core::HashMap<K,V>  k <- :K  v <- :V] -> :wat::core::HashMap<K,V> (:wat::core::HashMap/assoc m k v))
  ([m <- :wat::core::PersistentMap<K,V>  k <- :K  v <- :V] -> :wat::core::PersistentMap<K,V> (:wat::core::PersistentMap/assoc m k v))
  ([c <- :wat::core::Vector<T>  i <- :wat::core::i64  x <- :T] -> :wat::core::Vector<T> (:wat::core::Vector/assoc c i x))
  ([c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64  x <- :T] -> :wat::core::PersistentVector<T> (:wat::core::PersistentVector/assoc c i x)))

(:wat::core::defclause :wat::core::dissoc
  {:doc "Without a key."}
  ([m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::HashMap<K,V> (:wat::core::HashMap/dissoc m k))
  ([m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::PersistentMap<K,V> (:wat::core::PersistentMap/dissoc m k)))

(:wat::core::defclause :wat::core::keys
  {:doc "The keys, in the order of iteration."}
  ([m <- :wat::core::HashMap<K,V>] -> :wat::core::Vector<K> (:wat::core::HashMap/keys m))
  ([m <- :wat::core::PersistentMap<K,V>] -> :wat::core::Vector<K> (:wat::core::PersistentMap/keys m)))

(:wat::core::defclause :wat::core::values
  {:doc "The values, in the order of iteration."}
  ([m <- :wat::core::HashMap<K,V>] -> :wat::core::Vector<V> (:wat::core::HashMap/values m))
  ([m <- :wat::core::PersistentMap<K,V>] -> :wat::core::Vector<V> (:wat::core::PersistentMap/values m)))

(:wat::core::primitive :wat::core::range
  {:java "Vectors.range"
   :doc "The numbers from the one up to the other, which is not among them."}
  [from <- :wat::core::i64  to <- :wat::core::i64] -> :wat::core::Vector<wat::core::i64>)

(:wat::core::defn :wat::core::foldl
  {:doc "What a function makes of a start and each element in turn."}
  [f <- :wat::core::Fn(A,T)->A  init <- :A  c <- :wat::core::Seqable<T>] -> :A
  (:wat::std::fold f init (:wat::core::Seqable/seq c)))

(:wat::core::defn :wat::std::fold
  {:doc "A fold over a stream."}
  [f <- :wat::core::Fn(A,T)->A  acc <- :A  s <- :wat::stream::Stream<T>] -> :A
  (:wat::core::match (:wat::stream::uncons s)
    ((Some (x more)) (:wat::std::fold f (f acc x) more))
    (:None acc)))

(:wat::core::defclause :wat::core::reduce
  {:doc "A fold with a start, or from the first element on; then it raises when there is none."}
  ([f <- :wat::core::Fn(A,T)->A  init <- :A  c <- :wat::core::Seqable<T>] -> :A (:wat::core::foldl f init c))
  ([f <- :wat::core::Fn(T,T)->T  c <- :wat::core::Seqable<T>] -> :T
    (:wat::core::match (:wat::stream::uncons (:wat::core::Seqable/seq c))
      ((Some (x more)) (:wat::std::fold f x more))
      (:None (:wat::kernel::assertion-failed! "reduce of nothing" :wat::core::None :wat::core::None)))))

(:wat::core::defn :wat::core::mapv
  {:doc "What a function gives for each element, as a Vector."}
  [f <- :wat::core::Fn(T)->U  c <- :wat::core::Seqable<T>] -> :wat::core::Vector<U>
  (:wat::core::foldl (:wat::core::fn [acc <- :wat::core::Vector<U>  x <- :T] -> :wat::core::Vector<U> (:wat::core::Vector/conj acc (f x))) [] c))

(:wat::core::defn :wat::core::filterv
  {:doc "The elements for which a function gives true, as a Vector."}
  [p <- :wat::core::Fn(T)->wat::core::bool  c <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>
  (:wat::core::foldl
    (:wat::core::fn [acc <- :wat::core::Vector<T>  x <- :T] -> :wat::core::Vector<T> (:wat::core::if (p x) (:wat::core::Vector/conj acc x) acc))
    []
    c))

(:wat::core::defn :wat::core::run!
  {:doc "Calls a function with each element."}
  [f <- :wat::core::Fn(T)->U  c <- :wat::core::Seqable<T>] -> :wat::core::nil
  (:wat::std::each f (:wat::core::Seqable/seq c)))

(:wat::core::defn :wat::std::each
  {:doc "Calls a function with each element of a stream."}
  [f <- :wat::core::Fn(T)->U  s <- :wat::stream::Stream<T>] -> :wat::core::nil
  (:wat::core::match (:wat::stream::uncons s)
    ((Some (x more)) (:wat::core::let [_ignored (f x)] (:wat::std::each f more)))
    (:None nil)))

(:wat::core::defn :wat::core::dorun
  {:doc "Forces a stream."}
  [s <- :wat::stream::Stream<T>] -> :wat::core::nil
  (:wat::std::each (:wat::core::fn [x <- :T] -> :wat::core::nil nil) s))

(:wat::core::defn :wat::core::doall
  {:doc "Forces a stream and gives it."}
  [s <- :wat::stream::Stream<T>] -> :wat::stream::Stream<T>
  (:wat::core::let [_done (:wat::core::dorun s)] s))

(:wat::core::defn :wat::core::stream->vec
  {:doc "The elements of a stream behind those of a Vector."}
  [acc <- :wat::core::Vector<T>  s <- :wat::stream::Stream<T>] -> :wat::core::Vector<T>
  (:wat::core::Vector/concat acc s))

(:wat::core::defn :wat::core::stream->pvec
  {:doc "The elements of a stream."}
  [s <- :wat::stream::Stream<T>] -> :wat::core::PersistentVector<T>
  (:wat::core::PersistentVector/concat (:wat::core::PersistentVector) s))

(:wat::core::defclause :wat::core::into
  {:doc "All elements of the second, put into the first."}
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
      from)))

(:wat::core::defn :wat::core::find-last-index
  {:doc "The place of the last element for which a function gives true."}
  [c <- :wat::core::Vector<T>  p <- :wat::core::Fn(T)->wat::core::bool] -> :wat::core::Option<wat::core::i64>
  (:wat::std::find-back c p (:wat::core::i64::- (:wat::core::Vector/length c) 1)))

(:wat::core::defn :wat::std::find-back
  {:doc "The place of the last element up to i for which a function gives true."}
  [c <- :wat::core::Vector<T>  p <- :wat::core::Fn(T)->wat::core::bool  i <- :wat::core::i64] -> :wat::core::Option<wat::core::i64>
  (:wat::core::if (:wat::core::i64::< i 0)
    :wat::core::None
    (:wat::core::if (p (:wat::core::Vector/nth c i)) (:wat::core::Some i) (:wat::std::find-back c p (:wat::core::i64::- i 1)))))

(:wat::core::defn :wat::std::merge
  {:doc "Two sorted Vectors as one, behind what is there."}
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
  {:doc "The elements between two places, sorted; equal ones stay in their order."}
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

(:wat::core::defclause :wat::core::sort
  {:doc "The elements, sorted, by their own order or by a function that tells whether one comes before another; equal ones stay in their order."}
  ([c <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>
    (:wat::core::sort (:wat::core::fn [a <- :T  b <- :T] -> :wat::core::bool (:wat::core::< a b)) c))
  ([before <- :wat::core::Fn(T,T)->wat::core::bool  c <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>
    (:wat::core::let [all (:wat::core::Vector/concat [] c)]
      (:wat::std::sort-range before all 0 (:wat::core::Vector/length all)))))

(:wat::core::defclause :wat::core::sort-by
  {:doc "The elements, sorted by what a function gives for each."}
  ([key <- :wat::core::Fn(T)->K  c <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>
    (:wat::core::sort-by key (:wat::core::fn [a <- :K  b <- :K] -> :wat::core::bool (:wat::core::< a b)) c))
  ([key <- :wat::core::Fn(T)->K  before <- :wat::core::Fn(K,K)->wat::core::bool  c <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>
    (:wat::core::let [pairs (:wat::core::mapv (:wat::core::fn [x <- :T] -> :(K,T) (:wat::core::Tuple (key x) x)) c)
           sorted (:wat::std::sort-range
                    (:wat::core::fn [a <- :(K,T)  b <- :(K,T)] -> :wat::core::bool (before (:wat::core::first a) (:wat::core::first b)))
                    pairs
                    0
                    (:wat::core::Vector/length pairs))]
      (:wat::core::mapv (:wat::core::fn [p <- :(K,T)] -> :T (:wat::core::second p)) sorted))))

(:wat::core::defn :wat::std::list::zip
  {:doc "The elements of two Vectors, paired; as many as the shorter one has."}
  [a <- :wat::core::Vector<T>  b <- :wat::core::Vector<U>] -> :wat::core::Vector<(T,U)>
  (:wat::std::list::zip-from a b 0 []))

(:wat::core::defn :wat::std::list::zip-from
  {:doc "The pairs from a place on, behind what is there."}
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
   :doc "Each n elements that follow each other."}
  [c <- :wat::core::Vector<T>  n <- :wat::core::i64] -> :wat::core::Vector<wat::core::Vector<T>>)

(:wat::core::primitive :wat::std::list::remove-at
  {:java "Vectors.removeAt"
   :doc "Without the element at a place; outside it changes nothing."}
  [c <- :wat::core::Vector<T>  i <- :wat::core::i64] -> :wat::core::Vector<T>)

(:wat::core::defn :wat::std::list::map-with-index
  {:doc "What a function gives for each element and its place."}
  [c <- :wat::core::Vector<T>  f <- :wat::core::Fn(T,wat::core::i64)->U] -> :wat::core::Vector<U>
  (:wat::core::Vector/concat [] (:wat::core::map-indexed (:wat::core::fn [i <- :wat::core::i64  x <- :T] -> :U (f x i)) c)))

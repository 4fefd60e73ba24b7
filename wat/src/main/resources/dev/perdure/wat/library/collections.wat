; What all collections, tuples and lists of code have in common.

(:wat::core::primitive :wat::core::ast-length
  {:java "Asts.length"
   :doc "How many nodes stand in a list, vector, map or set."
   :example [[(:wat::core::ast-length (:wat::core::quote (f 1 2))) "3"]
             [(:wat::core::ast-length (:wat::core::quote {a 1})) "2"]
             [(:wat::core::ast-length (:wat::core::quote a)) :raises "TypeMismatch"]]}
  [a <- :wat::WatAST] -> :wat::core::i64)

(:wat::core::defclause :wat::core::length
  {:doc "How many elements or entries there are."
   :example [[(:wat::core::length [7 8]) "2"]
             [(:wat::core::length (:wat::core::Tuple 1 "a")) "2"]
             [(:wat::core::length {1 2}) "1"]
             [(:wat::core::length (:wat::core::quote (f 1 2))) "3"]]}
  ([c <- :wat::core::Vector<T>] -> :wat::core::i64 (:wat::core::Vector/length c))
  ([c <- :wat::core::List<T>] -> :wat::core::i64 (:wat::core::List/length c))
  ([c <- :wat::core::PersistentVector<T>] -> :wat::core::i64
    (:wat::core::PersistentVector/length c))
  ([c <- :wat::core::HashSet<T>] -> :wat::core::i64 (:wat::core::HashSet/length c))
  ([m <- :wat::core::HashMap<K,V>] -> :wat::core::i64 (:wat::core::HashMap/length m))
  ([m <- :wat::core::PersistentMap<K,V>] -> :wat::core::i64 (:wat::core::PersistentMap/length m))
  ([a <- :wat::WatAST] -> :wat::core::i64 (:wat::core::ast-length a)))

(:wat::core::defalias :wat::core::count
  {:doc "How many elements or entries there are."
   :example [[(:wat::core::count #{7 8}) "2"] [(:wat::core::count (:wat::core::List/of 7)) "1"]]}
  :wat::core::length)

(:wat::core::defclause :wat::core::empty?
  {:doc "Whether there is no element or entry."
   :example [[(:wat::core::empty? [7]) "false"]
             [(:wat::core::empty? (:wat::core::HashMap :wat::core::i64 :wat::core::i64)) "true"]
             [(:wat::core::empty? (:wat::core::quote ())) "true"]
             [(:wat::core::empty? (:wat::core::Tuple 1)) "false"]]}
  ([c <- :wat::core::Vector<T>] -> :wat::core::bool (:wat::core::Vector/empty? c))
  ([c <- :wat::core::List<T>] -> :wat::core::bool (:wat::core::List/empty? c))
  ([c <- :wat::core::PersistentVector<T>] -> :wat::core::bool
    (:wat::core::PersistentVector/empty? c))
  ([c <- :wat::core::HashSet<T>] -> :wat::core::bool (:wat::core::HashSet/empty? c))
  ([m <- :wat::core::HashMap<K,V>] -> :wat::core::bool (:wat::core::HashMap/empty? m))
  ([m <- :wat::core::PersistentMap<K,V>] -> :wat::core::bool (:wat::core::PersistentMap/empty? m))
  ([a <- :wat::WatAST] -> :wat::core::bool (:wat::core::i64::= 0 (:wat::core::ast-length a))))

(:wat::core::defclause :wat::core::get
  {:doc "The element at a place, counted from 0, or under a key; None if there is none."
   :example [[(:wat::core::get [7 8] 0) "#wat.core.Option/Some [7]"]
             [(:wat::core::get [7 8] 2) "#wat.core.Option/None []"]
             [(:wat::core::get {"a" 1} "a") "#wat.core.Option/Some [1]"]
             [(:wat::core::get #{7} 8) "#wat.core.Option/None []"]]}
  ([c <- :wat::core::Vector<T>  i <- :wat::core::i64] -> :wat::core::Option<T>
    (:wat::core::Vector/get c i))
  ([c <- :wat::core::List<T>  i <- :wat::core::i64] -> :wat::core::Option<T>
    (:wat::core::List/get c i))
  ([c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64] -> :wat::core::Option<T>
    (:wat::core::PersistentVector/get c i))
  ([m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::Option<V> (:wat::core::HashMap/get m k))
  ([m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::Option<V>
    (:wat::core::PersistentMap/get m k))
  ([c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::Option<T> (:wat::core::HashSet/get c x)))

(:wat::core::defclause :wat::core::last
  {:doc "The last element; None if there is none."
   :example [[(:wat::core::last [7 8]) "#wat.core.Option/Some [8]"]
             [(:wat::core::last (:wat::core::Vector :wat::core::i64)) "#wat.core.Option/None []"]]}
  ([c <- :wat::core::Vector<T>] -> :wat::core::Option<T> (:wat::core::Vector/last c))
  ([c <- :wat::core::List<T>] -> :wat::core::Option<T> (:wat::core::List/last c))
  ([c <- :wat::core::PersistentVector<T>] -> :wat::core::Option<T>
    (:wat::core::PersistentVector/last c)))

(:wat::core::primitive :wat::core::ast-nth
  {:java "Asts.nth"
   :doc "The node at a place of a list, vector, map or set; raises outside."
   :example [[(:wat::core::ast-nth (:wat::core::quote (f 1 2)) 0) "f"]
             [(:wat::core::ast-nth (:wat::core::quote (f 1 2)) 3) :raises "AssertionFailed"]]}
  [a <- :wat::WatAST  i <- :wat::core::i64] -> :wat::WatAST)

(:wat::core::primitive :wat::core::ast-rest
  {:java "Asts.rest"
   :doc "A list or vector without its first node."
   :example [[(:wat::core::ast-rest (:wat::core::quote (f 1 2))) "(1 2)"]
             [(:wat::core::ast-rest (:wat::core::quote ())) "()"]]}
  [a <- :wat::WatAST] -> :wat::WatAST)

(:wat::core::defclause :wat::core::nth
  {:doc "The element at a place; raises outside."
   :example [[(:wat::core::nth [7 8] 1) "8"]
             [(:wat::core::nth (:wat::core::Tuple 1 "a") 1) "\"a\""]
             [(:wat::core::nth (:wat::core::quote (f 1 2)) 1) "1"]
             [(:wat::core::nth [7 8] 2) :raises "AssertionFailed"]]}
  ([c <- :wat::core::Vector<T>  i <- :wat::core::i64] -> :T (:wat::core::Vector/nth c i))
  ([c <- :wat::core::List<T>  i <- :wat::core::i64] -> :T (:wat::core::List/nth c i))
  ([c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64] -> :T
    (:wat::core::PersistentVector/nth c i))
  ([a <- :wat::WatAST  i <- :wat::core::i64] -> :wat::WatAST (:wat::core::ast-nth a i)))

(:wat::core::defclause :wat::core::first
  {:doc "The first element; raises when there is none."
   :example [[(:wat::core::first [7 8]) "7"]
             [(:wat::core::first (:wat::core::Tuple 1 "a")) "1"]
             [(:wat::core::first (:wat::core::quote (f 1 2))) "f"]
             [(:wat::core::first (:wat::core::Vector :wat::core::i64)) :raises "AssertionFailed"]]}
  ([c <- :wat::core::Vector<T>] -> :T (:wat::core::Vector/nth c 0))
  ([c <- :wat::core::List<T>] -> :T (:wat::core::List/nth c 0))
  ([c <- :wat::core::PersistentVector<T>] -> :T (:wat::core::PersistentVector/nth c 0))
  ([a <- :wat::WatAST] -> :wat::WatAST (:wat::core::ast-nth a 0)))

(:wat::core::defclause :wat::core::second
  {:doc "The second element; raises when there is none."
   :example [[(:wat::core::second [7 8]) "8"] [(:wat::core::second [7]) :raises "AssertionFailed"]]}
  ([c <- :wat::core::Vector<T>] -> :T (:wat::core::Vector/nth c 1))
  ([c <- :wat::core::List<T>] -> :T (:wat::core::List/nth c 1))
  ([c <- :wat::core::PersistentVector<T>] -> :T (:wat::core::PersistentVector/nth c 1))
  ([a <- :wat::WatAST] -> :wat::WatAST (:wat::core::ast-nth a 1)))

(:wat::core::defclause :wat::core::third
  {:doc "The third element; raises when there is none."
   :example [[(:wat::core::third [7 8 9]) "9"]
             [(:wat::core::third [7 8]) :raises "AssertionFailed"]]}
  ([c <- :wat::core::Vector<T>] -> :T (:wat::core::Vector/nth c 2))
  ([c <- :wat::core::List<T>] -> :T (:wat::core::List/nth c 2))
  ([c <- :wat::core::PersistentVector<T>] -> :T (:wat::core::PersistentVector/nth c 2))
  ([a <- :wat::WatAST] -> :wat::WatAST (:wat::core::ast-nth a 2)))

(:wat::core::defclause :wat::core::rest
  {:doc "All elements but the first; nothing of nothing."
   :example [[(:wat::core::rest [7 8]) "[8]"]
             [(:wat::core::rest (:wat::core::Vector :wat::core::i64)) "[]"]
             [(:wat::core::rest (:wat::core::List/of 7 8)) "(8)"]
             [(:wat::core::rest (:wat::core::quote (f 1 2))) "(1 2)"]]}
  ([c <- :wat::core::Vector<T>] -> :wat::core::Vector<T> (:wat::core::Vector/rest c))
  ([c <- :wat::core::List<T>] -> :wat::core::List<T> (:wat::core::List/rest c))
  ([c <- :wat::core::PersistentVector<T>] -> :wat::core::PersistentVector<T>
    (:wat::core::PersistentVector/rest c))
  ([a <- :wat::WatAST] -> :wat::WatAST (:wat::core::ast-rest a)))

(:wat::core::defclause :wat::core::reverse
  {:doc "The elements from the last to the first."
   :example [[(:wat::core::reverse [7 8 9]) "[9 8 7]"]
             [(:wat::core::reverse (:wat::core::List/of 7 8)) "(8 7)"]]}
  ([c <- :wat::core::Vector<T>] -> :wat::core::Vector<T> (:wat::core::Vector/reverse c))
  ([c <- :wat::core::List<T>] -> :wat::core::List<T> (:wat::core::List/reverse c))
  ([c <- :wat::core::PersistentVector<T>] -> :wat::core::PersistentVector<T>
    (:wat::core::PersistentVector/reverse c)))

(:wat::core::defclause :wat::core::conj
  {:doc "With one more element: at the front of a List, else at the end; a set has it once."
   :example [[(:wat::core::conj [7 8] 9) "[7 8 9]"]
             [(:wat::core::conj (:wat::core::List/of 7 8) 9) "(9 7 8)"]
             [(:wat::core::conj #{7} 7) "#{7}"]]}
  ([c <- :wat::core::Vector<T>  x <- :T] -> :wat::core::Vector<T> (:wat::core::Vector/conj c x))
  ([c <- :wat::core::List<T>  x <- :T] -> :wat::core::List<T> (:wat::core::List/conj c x))
  ([c <- :wat::core::PersistentVector<T>  x <- :T] -> :wat::core::PersistentVector<T>
    (:wat::core::PersistentVector/conj c x))
  ([c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::HashSet<T> (:wat::core::HashSet/conj c x)))

(:wat::core::defclause :wat::core::concat
  {:doc "The elements of the one, then those of the other."
   :example [[(:wat::core::concat [7] (:wat::core::List/of 8)) "[7 8]"]
             [(:wat::core::concat (:wat::core::List/of 7) [8]) "(7 8)"]]}
  ([a <- :wat::core::Vector<T>  b <- :wat::core::Seqable<T>] -> :wat::core::Vector<T>
    (:wat::core::Vector/concat a b))
  ([a <- :wat::core::List<T>  b <- :wat::core::Seqable<T>] -> :wat::core::List<T>
    (:wat::core::List/concat a b))
  ([a <- :wat::core::PersistentVector<T>  b <- :wat::core::Seqable<T>]
    -> :wat::core::PersistentVector<T>
    (:wat::core::PersistentVector/concat a b)))

(:wat::core::defclause :wat::core::contains?
  {:doc "Whether there is an equal element, or an entry with the key."
   :example [[(:wat::core::contains? [7 8] 8) "true"]
             [(:wat::core::contains? #{7} 8) "false"]
             [(:wat::core::contains? {"a" 1} "a") "true"]]}
  ([c <- :wat::core::Vector<T>  x <- :T] -> :wat::core::bool (:wat::core::Vector/contains? c x))
  ([c <- :wat::core::List<T>  x <- :T] -> :wat::core::bool (:wat::core::List/contains? c x))
  ([c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::bool (:wat::core::HashSet/contains? c x))
  ([c <- :wat::core::PersistentVector<T>  x <- :T] -> :wat::core::bool
    (:wat::core::PersistentVector/contains? c x))
  ([m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::bool
    (:wat::core::HashMap/contains-key? m k))
  ([m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::bool
    (:wat::core::PersistentMap/contains-key? m k)))

(:wat::core::defclause :wat::core::assoc
  {:doc "With a value under a key, or at a place."
   :example [[(:wat::core::assoc {"a" 1} "a" 2) "{\"a\" 2}"]
             [(:wat::core::assoc [7 8] 0 9) "[9 8]"]
             [(:wat::core::assoc [7 8] 2 9) :raises "AssertionFailed"]
             [(:wat::core::assoc (:user::Point :x 1 :y 2) :x 5) "#user/Point {:x 5 :y 2}"]]}
  ([m <- :wat::core::HashMap<K,V>  k <- :K  v <- :V] -> :wat::core::HashMap<K,V>
    (:wat::core::HashMap/assoc m k v))
  ([m <- :wat::core::PersistentMap<K,V>  k <- :K  v <- :V] -> :wat::core::PersistentMap<K,V>
    (:wat::core::PersistentMap/assoc m k v))
  ([c <- :wat::core::Vector<T>  i <- :wat::core::i64  x <- :T] -> :wat::core::Vector<T>
    (:wat::core::Vector/assoc c i x))
  ([c <- :wat::core::PersistentVector<T>  i <- :wat::core::i64  x <- :T]
    -> :wat::core::PersistentVector<T>
    (:wat::core::PersistentVector/assoc c i x)))

(:wat::core::defclause :wat::core::dissoc
  {:doc "Without a key and what is under it." :example [[(:wat::core::dissoc {"a" 1} "a") "{}"]]}
  ([m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::HashMap<K,V>
    (:wat::core::HashMap/dissoc m k))
  ([m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::PersistentMap<K,V>
    (:wat::core::PersistentMap/dissoc m k)))

(:wat::core::defclause :wat::core::keys
  {:doc "The keys, in the order of iteration." :example [[(:wat::core::keys {"a" 1}) "[\"a\"]"]]}
  ([m <- :wat::core::HashMap<K,V>] -> :wat::core::Vector<K> (:wat::core::HashMap/keys m))
  ([m <- :wat::core::PersistentMap<K,V>] -> :wat::core::Vector<K>
    (:wat::core::PersistentMap/keys m)))

(:wat::core::defclause :wat::core::values
  {:doc "The values, in the order of iteration." :example [[(:wat::core::values {"a" 1}) "[1]"]]}
  ([m <- :wat::core::HashMap<K,V>] -> :wat::core::Vector<V> (:wat::core::HashMap/values m))
  ([m <- :wat::core::PersistentMap<K,V>] -> :wat::core::Vector<V>
    (:wat::core::PersistentMap/values m)))

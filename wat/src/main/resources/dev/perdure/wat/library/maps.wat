; Sets, maps and persistent maps.

(:wat::core::primitive :wat::core::HashSet/length
  {:java "HashSets.length"
   :doc "How many elements there are."
   :example [[(:wat::core::HashSet/length #{7 8}) "2"]]}
  [c <- :wat::core::HashSet<T>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::HashSet/empty?
  {:java "HashSets.isEmpty"
   :doc "Whether there is no element."
   :example [[(:wat::core::HashSet/empty? #{7}) "false"]
             [(:wat::core::HashSet/empty? (:wat::core::HashSet :wat::core::i64)) "true"]]}
  [c <- :wat::core::HashSet<T>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::HashMap/length
  {:java "HashMaps.length"
   :doc "How many entries there are."
   :example [[(:wat::core::HashMap/length {"a" 1}) "1"]
             [(:wat::core::HashMap/length (:wat::core::HashMap :wat::core::String :wat::core::i64))
              "0"]]}
  [m <- :wat::core::HashMap<K,V>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::HashMap/empty?
  {:java "HashMaps.isEmpty"
   :doc "Whether there is no entry."
   :example [[(:wat::core::HashMap/empty? (:wat::core::HashMap :wat::core::String :wat::core::i64))
              "true"]]}
  [m <- :wat::core::HashMap<K,V>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::PersistentMap/length
  {:java "PersistentMaps.length"
   :doc "How many entries there are."
   :example [[(:wat::core::PersistentMap/length
                (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1))
              "1"]
             [(:wat::core::PersistentMap/length
                (:wat::core::PersistentMap :wat::core::String :wat::core::i64))
              "0"]]}
  [m <- :wat::core::PersistentMap<K,V>] -> :wat::core::i64)

(:wat::core::primitive :wat::core::PersistentMap/empty?
  {:java "PersistentMaps.isEmpty"
   :doc "Whether there is no entry."
   :example [[(:wat::core::PersistentMap/empty?
                (:wat::core::PersistentMap :wat::core::String :wat::core::i64))
              "true"]]}
  [m <- :wat::core::PersistentMap<K,V>] -> :wat::core::bool)

(:wat::core::primitive :wat::core::HashSet/conj
  {:java "HashSets.conj"
   :doc "With one more element."
   :example [[(:wat::core::HashSet/length (:wat::core::HashSet/conj #{7} 8)) "2"]
             [(:wat::core::HashSet/conj #{7} 7) "#{7}"]]}
  [c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::HashSet<T>)

(:wat::core::primitive :wat::core::HashSet/contains?
  {:java "HashSets.contains"
   :doc "Whether there is an equal element."
   :example [[(:wat::core::HashSet/contains? #{7} 7) "true"]
             [(:wat::core::HashSet/contains? #{7} 8) "false"]]}
  [c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::bool)

(:wat::core::primitive :wat::core::HashSet/get
  {:java "HashSets.get"
   :doc "The element that is equal; None if there is none."
   :example [[(:wat::core::HashSet/get #{7} 7) "#wat.core.Option/Some [7]"]
             [(:wat::core::HashSet/get #{7} 8) "#wat.core.Option/None []"]]}
  [c <- :wat::core::HashSet<T>  x <- :T] -> :wat::core::Option<T>)

(:wat::core::primitive :wat::core::HashMap/get
  {:java "HashMaps.get"
   :doc "What is under the key; None if nothing is."
   :example [[(:wat::core::HashMap/get {"a" 1} "a") "#wat.core.Option/Some [1]"]
             [(:wat::core::HashMap/get {"a" 1} "b") "#wat.core.Option/None []"]]}
  [m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::Option<V>)

(:wat::core::primitive :wat::core::HashMap/contains-key?
  {:java "HashMaps.contains"
   :doc "Whether there is an entry with the key."
   :example [[(:wat::core::HashMap/contains-key? {"a" 1} "a") "true"]
             [(:wat::core::HashMap/contains-key? {"a" 1} "b") "false"]]}
  [m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::bool)

(:wat::core::primitive :wat::core::HashMap/assoc
  {:java "HashMaps.assoc"
   :doc "With a value under a key."
   :example [[(:wat::core::HashMap/assoc {"a" 1} "a" 2) "{\"a\" 2}"]
             [(:wat::core::HashMap/length (:wat::core::HashMap/assoc {"a" 1} "b" 2)) "2"]]}
  [m <- :wat::core::HashMap<K,V>  k <- :K  v <- :V] -> :wat::core::HashMap<K,V>)

(:wat::core::primitive :wat::core::HashMap/dissoc
  {:java "HashMaps.dissoc"
   :doc "Without a key and what is under it."
   :example [[(:wat::core::HashMap/dissoc {"a" 1} "a") "{}"]
             [(:wat::core::HashMap/dissoc {"a" 1} "b") "{\"a\" 1}"]]}
  [m <- :wat::core::HashMap<K,V>  k <- :K] -> :wat::core::HashMap<K,V>)

(:wat::core::primitive :wat::core::HashMap/keys
  {:java "HashMaps.keys"
   :doc "The keys, in the order of iteration."
   :example [[(:wat::core::HashMap/keys {"a" 1}) "[\"a\"]"]]}
  [m <- :wat::core::HashMap<K,V>] -> :wat::core::Vector<K>)

(:wat::core::primitive :wat::core::HashMap/values
  {:java "HashMaps.values"
   :doc "The values, in the order of iteration."
   :example [[(:wat::core::HashMap/values {"a" 1}) "[1]"]]}
  [m <- :wat::core::HashMap<K,V>] -> :wat::core::Vector<V>)

(:wat::core::primitive :wat::core::PersistentMap/get
  {:java "PersistentMaps.get"
   :doc "What is under the key; None if nothing is."
   :example [[(:wat::core::PersistentMap/get
                (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1)
                "a")
              "#wat.core.Option/Some [1]"]
             [(:wat::core::PersistentMap/get
                (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1)
                "b")
              "#wat.core.Option/None []"]]}
  [m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::Option<V>)

(:wat::core::primitive :wat::core::PersistentMap/contains-key?
  {:java "PersistentMaps.contains"
   :doc "Whether there is an entry with the key."
   :example [[(:wat::core::PersistentMap/contains-key?
                (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1)
                "a")
              "true"]
             [(:wat::core::PersistentMap/contains-key?
                (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1)
                "b")
              "false"]]}
  [m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::bool)

(:wat::core::primitive :wat::core::PersistentMap/assoc
  {:java "PersistentMaps.assoc"
   :doc "With a value under a key."
   :example [[(:wat::core::PersistentMap/assoc
                (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1)
                "a"
                2)
              "#wat.core/PersistentMap {\"a\" 2}"]
             [(:wat::core::PersistentMap/length (:wat::core::PersistentMap/assoc
                                                  (:wat::core::PersistentMap :wat::core::String
                                                                             :wat::core::i64
                                                                             "a"
                                                                             1)
                                                  "b"
                                                  2))
              "2"]]}
  [m <- :wat::core::PersistentMap<K,V>  k <- :K  v <- :V] -> :wat::core::PersistentMap<K,V>)

(:wat::core::primitive :wat::core::PersistentMap/dissoc
  {:java "PersistentMaps.dissoc"
   :doc "Without a key and what is under it."
   :example [[(:wat::core::PersistentMap/dissoc
                (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1)
                "a")
              "#wat.core/PersistentMap {}"]
             [(:wat::core::PersistentMap/dissoc
                (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1)
                "b")
              "#wat.core/PersistentMap {\"a\" 1}"]]}
  [m <- :wat::core::PersistentMap<K,V>  k <- :K] -> :wat::core::PersistentMap<K,V>)

(:wat::core::primitive :wat::core::PersistentMap/keys
  {:java "PersistentMaps.keys"
   :doc "The keys, in the order of iteration."
   :example [[(:wat::core::PersistentMap/keys
                (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1))
              "[\"a\"]"]]}
  [m <- :wat::core::PersistentMap<K,V>] -> :wat::core::Vector<K>)

(:wat::core::primitive :wat::core::PersistentMap/values
  {:java "PersistentMaps.values"
   :doc "The values, in the order of iteration."
   :example [[(:wat::core::PersistentMap/values
                (:wat::core::PersistentMap :wat::core::String :wat::core::i64 "a" 1))
              "[1]"]]}
  [m <- :wat::core::PersistentMap<K,V>] -> :wat::core::Vector<V>)

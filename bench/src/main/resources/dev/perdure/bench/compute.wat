; What the peers compute too: calls, sequences, maps, floating point, strings.

(:wat::core::def :b::numbers (:wat::core::into [] (:wat::core::range 0 1000000)))

(:wat::core::defn :b::fib [n <- :wat::core::i64] -> :wat::core::i64
  (:wat::core::if (:wat::core::< n 2)
    n
    (:wat::core::+ (:b::fib (:wat::core::- n 1)) (:b::fib (:wat::core::- n 2)))))

(:wat::core::defn :b::fib32 [] -> :wat::core::i64
  (:b::fib 32))

(:wat::core::defn :b::mapreduce-1m [] -> :wat::core::i64
  (:wat::core::foldl :wat::core::+
                     0
                     (:wat::core::map
                       (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::i64
                         (:wat::core::+ x 1))
                       (:wat::core::filter
                         (:wat::core::fn [x <- :wat::core::i64] -> :wat::core::bool
                           (:wat::core::= 0 (:wat::core::rem x 2)))
                         :b::numbers))))

(:wat::core::defn :b::map-assoc-1m [] -> :wat::core::i64
  (:wat::core::length (:wat::core::foldl
                        (:wat::core::fn [m <- :wat::core::HashMap<wat::core::i64,wat::core::i64>
                                         i <- :wat::core::i64]
                          -> :wat::core::HashMap<wat::core::i64,wat::core::i64>
                          (:wat::core::assoc m i i))
                        (:wat::core::HashMap :wat::core::i64 :wat::core::i64)
                        :b::numbers)))

(:wat::core::defn :b::vector-conj-1m [] -> :wat::core::i64
  (:wat::core::length (:wat::core::foldl (:wat::core::fn [v <- :wat::core::Vector<wat::core::i64>
                                                          i <- :wat::core::i64]
                                           -> :wat::core::Vector<wat::core::i64>
                                           (:wat::core::conj v i))
                                         (:wat::core::Vector :wat::core::i64)
                                         :b::numbers)))

(:wat::core::defn :b::strings-1m [] -> :wat::core::i64
  (:wat::core::string::length
    (:wat::core::foldl
      (:wat::core::fn [s <- :wat::core::String  i <- :wat::core::i64] -> :wat::core::String
        (:wat::core::string::concat s "k" (:wat::core::i64::to-string i) ","))
      ""
      (:wat::core::range 0 1000000))))

(:wat::core::defn :b::strings-join-1m [] -> :wat::core::i64
  (:wat::core::string::length
    (:wat::core::string::join "," (:wat::core::mapv :wat::core::i64::to-string :b::numbers))))

(:wat::core::defrecord :b::Body
  [x <- :wat::core::f64  y <- :wat::core::f64  z <- :wat::core::f64  vx <- :wat::core::f64
   vy <- :wat::core::f64  vz <- :wat::core::f64  mass <- :wat::core::f64])

(:wat::core::def :b::sun 39.47841760435743)

(:wat::core::def :b::day 365.24)

(:wat::core::defn :b::body
  [x <- :wat::core::f64  y <- :wat::core::f64  z <- :wat::core::f64  vx <- :wat::core::f64
   vy <- :wat::core::f64  vz <- :wat::core::f64  m <- :wat::core::f64] -> :b::Body
  (:b::Body' x
             y
             z
             (:wat::core::* vx :b::day)
             (:wat::core::* vy :b::day)
             (:wat::core::* vz :b::day)
             (:wat::core::* m :b::sun)))

(:wat::core::def :b::bodies
  [(:b::body 0.0 0.0 0.0 0.0 0.0 0.0 1.0)
   (:b::body 4.84143144246472090
             -1.16032004402742839
             -0.103622044471123109
             0.00166007664274403694
             0.00769901118419740425
             -0.0000690460016972063023
             0.000954791938424326609)
   (:b::body 8.34336671824457987
             4.12479856412430479
             -0.403523417114321381
             -0.00276742510726411063
             0.00499852801234917238
             0.0000230417297573763929
             0.000285885980666130812)
   (:b::body 12.8943695621391310
             -15.1111514016986312
             -0.223307578892655734
             0.00296460137564761618
             0.00237847173959480950
             -0.0000296589568540237556
             0.0000436624404335156298)
   (:b::body 15.3796971148509165
             -25.9193146099879641
             0.179258772950371181
             0.00268067772490389322
             0.00162824170038242295
             -0.0000951592254519715870
             0.0000515138902046611451)])

; Both after they pulled at each other.
(:wat::core::defn :b::pull [a <- :b::Body  b <- :b::Body] -> :(b::Body,b::Body)
  (:wat::core::let [dx (:wat::core::- (:b::Body/x a) (:b::Body/x b))
                    dy (:wat::core::- (:b::Body/y a) (:b::Body/y b))
                    dz (:wat::core::- (:b::Body/z a) (:b::Body/z b))
                    d2 (:wat::core::+ (:wat::core::+ (:wat::core::* dx dx) (:wat::core::* dy dy))
                                      (:wat::core::* dz dz))
                    mag (:wat::core::/ 0.01 (:wat::core::* d2 (:wat::std::math::sqrt d2)))
                    ma (:wat::core::* mag (:b::Body/mass a))
                    mb (:wat::core::* mag (:b::Body/mass b))]
    (:wat::core::Tuple (:b::Body' (:b::Body/x a)
                                  (:b::Body/y a)
                                  (:b::Body/z a)
                                  (:wat::core::- (:b::Body/vx a) (:wat::core::* dx mb))
                                  (:wat::core::- (:b::Body/vy a) (:wat::core::* dy mb))
                                  (:wat::core::- (:b::Body/vz a) (:wat::core::* dz mb))
                                  (:b::Body/mass a))
                       (:b::Body' (:b::Body/x b)
                                  (:b::Body/y b)
                                  (:b::Body/z b)
                                  (:wat::core::+ (:b::Body/vx b) (:wat::core::* dx ma))
                                  (:wat::core::+ (:b::Body/vy b) (:wat::core::* dy ma))
                                  (:wat::core::+ (:b::Body/vz b) (:wat::core::* dz ma))
                                  (:b::Body/mass b)))))

(:wat::core::defn :b::moved [b <- :b::Body] -> :b::Body
  (:b::Body' (:wat::core::+ (:b::Body/x b) (:wat::core::* 0.01 (:b::Body/vx b)))
             (:wat::core::+ (:b::Body/y b) (:wat::core::* 0.01 (:b::Body/vy b)))
             (:wat::core::+ (:b::Body/z b) (:wat::core::* 0.01 (:b::Body/vz b)))
             (:b::Body/vx b)
             (:b::Body/vy b)
             (:b::Body/vz b)
             (:b::Body/mass b)))

(:wat::core::defn :b::steps
  [a <- :b::Body  b <- :b::Body  c <- :b::Body  d <- :b::Body  e <- :b::Body
   steps <- :wat::core::i64] -> :b::Body
  (:wat::core::if (:wat::core::= steps 0)
    a
    (:wat::core::let [[a b] (:b::pull a b)
                      [a c] (:b::pull a c)
                      [a d] (:b::pull a d)
                      [a e] (:b::pull a e)
                      [b c] (:b::pull b c)
                      [b d] (:b::pull b d)
                      [b e] (:b::pull b e)
                      [c d] (:b::pull c d)
                      [c e] (:b::pull c e)
                      [d e] (:b::pull d e)]
      (:b::steps (:b::moved a)
                 (:b::moved b)
                 (:b::moved c)
                 (:b::moved d)
                 (:b::moved e)
                 (:wat::core::- steps 1)))))

(:wat::core::defn :b::nbody-100k [] -> :wat::core::f64
  (:b::Body/x (:b::steps (:wat::core::nth :b::bodies 0)
                         (:wat::core::nth :b::bodies 1)
                         (:wat::core::nth :b::bodies 2)
                         (:wat::core::nth :b::bodies 3)
                         (:wat::core::nth :b::bodies 4)
                         100000)))

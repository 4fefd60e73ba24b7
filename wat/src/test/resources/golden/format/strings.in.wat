(:wat::core::def :acme::usage "usage: shop [OPTIONS]
  --port N   where it listens
  --help     this text")
(:wat::kernel::println "a \"quoted\" word\n" \newline \( 1e10 -.5 007 12N 1/2)
(:wat::core::def :acme::long "a string that is so long that no line of a hundred columns could ever hold it, whatever is done")
(:acme::f "two
lines" a b)

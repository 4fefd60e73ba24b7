; Streams of the process.

(:wat::core::primitive :wat::kernel::println
  {:java "Effects.println" :effects [io] :doc "Writes a value as EDN on one line."}
  [v <- :T] -> :wat::core::nil)

(:wat::core::primitive :wat::kernel::pprintln
  {:java "Effects.pprintln" :effects [io] :doc "Writes a value as EDN on several lines."}
  [v <- :T] -> :wat::core::nil)

(:wat::core::primitive :wat::kernel::eprintln
  {:java "Effects.eprintln"
   :effects [io]
   :doc "Writes a value to stderr and ends the process as failed."}
  [v <- :T] -> :wat::core::never)

(:wat::core::primitive :wat::kernel::epprintln
  {:java "Effects.epprintln"
   :effects [io]
   :doc "Writes a value to stderr on several lines and ends the process as failed."}
  [v <- :T] -> :wat::core::never)

(:wat::core::primitive :wat::runtime::argv
  {:java "Effects.argv" :effects [env] :doc "The launcher, the entry and the arguments."}
  [] -> :wat::core::Vector<wat::core::String>)

(:wat::core::primitive :wat::program::cpu-count
  {:java "Effects.cpuCount" :effects [env] :doc "How many processors there are."}
  [] -> :wat::core::i64)

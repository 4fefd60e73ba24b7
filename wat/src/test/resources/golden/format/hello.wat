(:wat::core::defn :user::main [] -> :wat::core::nil
  (:wat::kernel::println "ready"))  ; prints "ready", with the quotes: output is EDN

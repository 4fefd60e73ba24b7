(:wat::core::defn :acme::area [shape <- :acme::Shape] -> :wat::core::f64
  (:wat::core::match shape
    (:acme::Shape::Dot 0.0)

    ; pi r squared
    ((:acme::Shape::Circle r) (:wat::core::* (:wat::std::math::pi) (:wat::core::* r r)))
    ((:acme::Shape::Rectangle width height)
      (:wat::core::let [w (:wat::core::f64::abs width)
                        h (:wat::core::f64::abs height)]
        (:wat::core::* w h)))  ; positive
    (_ 0.0)))
(:wat::core::defn :acme::first-line
  [text <- :wat::core::String] -> :wat::core::Option<wat::core::String>
  (:wat::core::match (:wat::core::get
                       (:wat::core::string::split (:wat::core::string::trim text) "\n")
                       0)
    ((Some line) (Some line))
    (:None
      ; nothing there
      :None)))

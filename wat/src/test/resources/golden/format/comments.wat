; at the start

; apart from it
(:acme::f  ; the head
  a  ; one
  ; two is next
  b)  ; after all
(:acme::g
  ; nothing but this
  )
(:acme::h a
          ; at the end
          )
(
 ; before the head
 :acme::i a)
{:a 1  ; of a
 ; before b
 :b 2}
[a  ; first
 b]
(:wat::core::let [a 1  ; one
                  b  ; its value is below
                    2

                  ; the last
                  c 3]
  ; the body

  ; and more of it
  (:wat::core::+ a b c))  ; done
(:wat::core::if c  ; when so
  t
  ; otherwise
  e)
; quoted
'x
;; the end

; really

; Instants and durations.

(:wat::core::primitive :wat::time::now
  {:java "Effects.now" :effects [time]
   :doc "The time."}
  [] -> :wat::time::Instant)

(:wat::core::primitive :wat::time::at
  {:java "Times.ofSeconds"
   :doc "The instant so long after 1970."}
  [n <- :wat::core::i64] -> :wat::time::Instant)

(:wat::core::primitive :wat::time::at-millis
  {:java "Times.ofMillis"
   :doc "The instant so long after 1970."}
  [n <- :wat::core::i64] -> :wat::time::Instant)

(:wat::core::primitive :wat::time::at-nanos
  {:java "Times.ofNanos"
   :doc "The instant so long after 1970."}
  [n <- :wat::core::i64] -> :wat::time::Instant)

(:wat::core::primitive :wat::time::epoch-seconds
  {:java "Times.seconds"
   :doc "How long after 1970 an instant is."}
  [i <- :wat::time::Instant] -> :wat::core::i64)

(:wat::core::primitive :wat::time::epoch-millis
  {:java "Times.millis"
   :doc "How long after 1970 an instant is."}
  [i <- :wat::time::Instant] -> :wat::core::i64)

(:wat::core::primitive :wat::time::epoch-nanos
  {:java "Times.nanos"
   :doc "How long after 1970 an instant is."}
  [i <- :wat::time::Instant] -> :wat::core::i64)

(:wat::core::primitive :wat::time::to-iso8601
  {:java "Times.toIso"
   :doc "The text of an instant, with digits of its second."}
  [i <- :wat::time::Instant  digits <- :wat::core::i64] -> :wat::core::String)

(:wat::core::primitive :wat::time::from-iso8601
  {:java "Times.fromIso"
   :doc "The instant of a text."}
  [s <- :wat::core::String] -> :wat::core::Option<wat::time::Instant>)

(:wat::core::primitive :wat::time::Nanosecond
  {:java "Times.ofNanoseconds"
   :doc "So many of the unit."}
  [n <- :wat::core::i64] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::nanoseconds
  {:java "Times.toNanoseconds"
   :doc "How many of the unit, truncated."}
  [d <- :wat::time::Duration] -> :wat::core::i64)

(:wat::core::primitive :wat::time::Microsecond
  {:java "Times.ofMicroseconds"
   :doc "So many of the unit."}
  [n <- :wat::core::i64] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::microseconds
  {:java "Times.toMicroseconds"
   :doc "How many of the unit, truncated."}
  [d <- :wat::time::Duration] -> :wat::core::i64)

(:wat::core::primitive :wat::time::Millisecond
  {:java "Times.ofMilliseconds"
   :doc "So many of the unit."}
  [n <- :wat::core::i64] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::milliseconds
  {:java "Times.toMilliseconds"
   :doc "How many of the unit, truncated."}
  [d <- :wat::time::Duration] -> :wat::core::i64)

(:wat::core::primitive :wat::time::Second
  {:java "Times.ofSeconds"
   :doc "So many of the unit."}
  [n <- :wat::core::i64] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::seconds
  {:java "Times.toSeconds"
   :doc "How many of the unit, truncated."}
  [d <- :wat::time::Duration] -> :wat::core::i64)

(:wat::core::primitive :wat::time::Minute
  {:java "Times.ofMinutes"
   :doc "So many of the unit."}
  [n <- :wat::core::i64] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::minutes
  {:java "Times.toMinutes"
   :doc "How many of the unit, truncated."}
  [d <- :wat::time::Duration] -> :wat::core::i64)

(:wat::core::primitive :wat::time::Hour
  {:java "Times.ofHours"
   :doc "So many of the unit."}
  [n <- :wat::core::i64] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::hours
  {:java "Times.toHours"
   :doc "How many of the unit, truncated."}
  [d <- :wat::time::Duration] -> :wat::core::i64)

(:wat::core::primitive :wat::time::Day
  {:java "Times.ofDays"
   :doc "So many of the unit."}
  [n <- :wat::core::i64] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::days
  {:java "Times.toDays"
   :doc "How many of the unit, truncated."}
  [d <- :wat::time::Duration] -> :wat::core::i64)

(:wat::core::primitive :wat::time::plus-duration
  {:java "Times.plus"
   :doc "Reckons with time."}
  [i <- :wat::time::Instant  d <- :wat::time::Duration] -> :wat::time::Instant)

(:wat::core::primitive :wat::time::minus-duration
  {:java "Times.minus"
   :doc "Reckons with time."}
  [i <- :wat::time::Instant  d <- :wat::time::Duration] -> :wat::time::Instant)

(:wat::core::primitive :wat::time::between
  {:java "Times.between"
   :doc "Reckons with time."}
  [a <- :wat::time::Instant  b <- :wat::time::Instant] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::sum
  {:java "Times.sum"
   :doc "Reckons with time."}
  [a <- :wat::time::Duration  b <- :wat::time::Duration] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::difference
  {:java "Times.difference"
   :doc "Reckons with time."}
  [a <- :wat::time::Duration  b <- :wat::time::Duration] -> :wat::time::Duration)

(:wat::core::defclause :wat::time::+
  {:doc "An instant later, or two durations together."}
  ([i <- :wat::time::Instant  d <- :wat::time::Duration] -> :wat::time::Instant (:wat::time::plus-duration i d))
  ([a <- :wat::time::Duration  b <- :wat::time::Duration] -> :wat::time::Duration (:wat::time::sum a b)))

(:wat::core::defclause :wat::time::-
  {:doc "An instant earlier, the time between two instants, or one duration less another."}
  ([i <- :wat::time::Instant  d <- :wat::time::Duration] -> :wat::time::Instant (:wat::time::minus-duration i d))
  ([a <- :wat::time::Instant  b <- :wat::time::Instant] -> :wat::time::Duration (:wat::time::between a b))
  ([a <- :wat::time::Duration  b <- :wat::time::Duration] -> :wat::time::Duration (:wat::time::difference a b)))

(:wat::core::defn :wat::time::ago {:doc "The instant so long before now."} [d <- :wat::time::Duration] -> :wat::time::Instant
  (:wat::time::minus-duration (:wat::time::now) d))

(:wat::core::defn :wat::time::from-now {:doc "The instant so long after now."} [d <- :wat::time::Duration] -> :wat::time::Instant
  (:wat::time::plus-duration (:wat::time::now) d))

(:wat::core::defn :wat::time::nanoseconds-ago {:doc "The instant so many nanoseconds before now."} [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::ago (:wat::time::Nanosecond n)))

(:wat::core::defn :wat::time::nanoseconds-from-now {:doc "The instant so many nanoseconds after now."} [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::from-now (:wat::time::Nanosecond n)))

(:wat::core::defn :wat::time::microseconds-ago {:doc "The instant so many microseconds before now."} [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::ago (:wat::time::Microsecond n)))

(:wat::core::defn :wat::time::microseconds-from-now {:doc "The instant so many microseconds after now."} [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::from-now (:wat::time::Microsecond n)))

(:wat::core::defn :wat::time::milliseconds-ago {:doc "The instant so many milliseconds before now."} [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::ago (:wat::time::Millisecond n)))

(:wat::core::defn :wat::time::milliseconds-from-now {:doc "The instant so many milliseconds after now."} [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::from-now (:wat::time::Millisecond n)))

(:wat::core::defn :wat::time::seconds-ago {:doc "The instant so many seconds before now."} [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::ago (:wat::time::Second n)))

(:wat::core::defn :wat::time::seconds-from-now {:doc "The instant so many seconds after now."} [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::from-now (:wat::time::Second n)))

(:wat::core::defn :wat::time::minutes-ago {:doc "The instant so many minutes before now."} [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::ago (:wat::time::Minute n)))

(:wat::core::defn :wat::time::minutes-from-now {:doc "The instant so many minutes after now."} [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::from-now (:wat::time::Minute n)))

(:wat::core::defn :wat::time::hours-ago {:doc "The instant so many hours before now."} [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::ago (:wat::time::Hour n)))

(:wat::core::defn :wat::time::hours-from-now {:doc "The instant so many hours after now."} [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::from-now (:wat::time::Hour n)))

(:wat::core::defn :wat::time::days-ago {:doc "The instant so many days before now."} [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::ago (:wat::time::Day n)))

(:wat::core::defn :wat::time::days-from-now {:doc "The instant so many days after now."} [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::from-now (:wat::time::Day n)))

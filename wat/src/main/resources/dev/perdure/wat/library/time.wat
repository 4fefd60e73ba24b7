; Instants and durations.

(:wat::core::primitive :wat::time::now
  {:java "Effects.now" :effects [time] :doc "The time by the clock."}
  [] -> :wat::time::Instant)

(:wat::core::primitive :wat::time::at
  {:java "Times.atSeconds"
   :doc "The instant so many seconds after the start of 1970."
   :example [[(:wat::time::at 0) "#inst \"1970-01-01T00:00:00Z\""]
             [(:wat::time::at 9223372036854775807) :raises "AssertionFailed"]]}
  [n <- :wat::core::i64] -> :wat::time::Instant)

(:wat::core::primitive :wat::time::at-millis
  {:java "Times.atMillis"
   :doc "The instant so many milliseconds after the start of 1970."
   :example [[(:wat::time::at-millis -1) "#inst \"1969-12-31T23:59:59.999Z\""]]}
  [n <- :wat::core::i64] -> :wat::time::Instant)

(:wat::core::primitive :wat::time::at-nanos
  {:java "Times.atNanos"
   :doc "The instant so many nanoseconds after the start of 1970."
   :example [[(:wat::time::at-nanos 1500000000) "#inst \"1970-01-01T00:00:01.500Z\""]]}
  [n <- :wat::core::i64] -> :wat::time::Instant)

(:wat::core::primitive :wat::time::epoch-seconds
  {:java "Times.epochSeconds"
   :doc "How many seconds after the start of 1970 an instant is, rounded down."
   :example [[(:wat::time::epoch-seconds (:wat::time::at-millis -1)) "-1"]]}
  [i <- :wat::time::Instant] -> :wat::core::i64)

(:wat::core::primitive :wat::time::epoch-millis
  {:java "Times.epochMillis"
   :doc "How many milliseconds after the start of 1970 an instant is, rounded down."
   :example [[(:wat::time::epoch-millis (:wat::time::at-nanos 1999999)) "1"]
             [(:wat::time::epoch-millis (:wat::time::at 10000000000000000))
              :raises
              "IntegerOverflow"]]}
  [i <- :wat::time::Instant] -> :wat::core::i64)

(:wat::core::primitive :wat::time::epoch-nanos
  {:java "Times.epochNanos"
   :doc "How many nanoseconds after the start of 1970 an instant is, rounded down."
   :example [[(:wat::time::epoch-nanos (:wat::time::at 2)) "2000000000"]
             [(:wat::time::epoch-nanos (:wat::time::at 10000000000)) :raises "IntegerOverflow"]]}
  [i <- :wat::time::Instant] -> :wat::core::i64)

(:wat::core::primitive :wat::time::to-iso8601
  {:java "Times.toIso"
   :doc
     "The text of an instant in UTC, with so many digits of the second, from 0 to 9; the others are cut off."
   :example [[(:wat::time::to-iso8601 (:wat::time::at-millis 1500) 3)
              "\"1970-01-01T00:00:01.500Z\""]
             [(:wat::time::to-iso8601 (:wat::time::at-millis 1500) 0) "\"1970-01-01T00:00:01Z\""]
             [(:wat::time::to-iso8601 (:wat::time::at 0) 12) "\"1970-01-01T00:00:00.000000000Z\""]
             [(:wat::time::to-iso8601 (:wat::time::at 0) -1) "\"1970-01-01T00:00:00Z\""]]}
  [i <- :wat::time::Instant  digits <- :wat::core::i64] -> :wat::core::String)

(:wat::core::primitive :wat::time::from-iso8601
  {:java "Times.fromIso"
   :doc "The instant of a text by ISO 8601; None of any other text."
   :example [[(:wat::time::from-iso8601 "1970-01-01T01:00:00+01:00")
              "#wat.core.Option/Some [#inst \"1970-01-01T00:00:00Z\"]"]
             [(:wat::time::from-iso8601 "yesterday") "#wat.core.Option/None []"]]}
  [s <- :wat::core::String] -> :wat::core::Option<wat::time::Instant>)

(:wat::core::primitive :wat::time::Nanosecond
  {:java "Times.ofNanoseconds"
   :doc "A duration of so many nanoseconds."
   :example [[(:wat::time::Nanosecond 2) "2"]]}
  [n <- :wat::core::i64] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::nanoseconds
  {:java "Times.toNanoseconds"
   :doc "How many nanoseconds a duration is, truncated."
   :example [[(:wat::time::nanoseconds (:wat::time::Nanosecond -2)) "-2"]]}
  [d <- :wat::time::Duration] -> :wat::core::i64)

(:wat::core::primitive :wat::time::Microsecond
  {:java "Times.ofMicroseconds"
   :doc "A duration of so many microseconds."
   :example [[(:wat::time::Microsecond 2) "2000"]
             [(:wat::time::Microsecond 9223372036854775807) :raises "IntegerOverflow"]]}
  [n <- :wat::core::i64] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::microseconds
  {:java "Times.toMicroseconds"
   :doc "How many microseconds a duration is, truncated."
   :example [[(:wat::time::microseconds (:wat::time::Nanosecond -2500)) "-2"]]}
  [d <- :wat::time::Duration] -> :wat::core::i64)

(:wat::core::primitive :wat::time::Millisecond
  {:java "Times.ofMilliseconds"
   :doc "A duration of so many milliseconds."
   :example [[(:wat::time::Millisecond 2) "2000000"]
             [(:wat::time::Millisecond 9223372036854775807) :raises "IntegerOverflow"]]}
  [n <- :wat::core::i64] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::milliseconds
  {:java "Times.toMilliseconds"
   :doc "How many milliseconds a duration is, truncated."
   :example [[(:wat::time::milliseconds (:wat::time::Nanosecond -2500000)) "-2"]]}
  [d <- :wat::time::Duration] -> :wat::core::i64)

(:wat::core::primitive :wat::time::Second
  {:java "Times.ofSeconds"
   :doc "A duration of so many seconds."
   :example [[(:wat::time::Second 2) "2000000000"]
             [(:wat::time::Second 9223372036854775807) :raises "IntegerOverflow"]]}
  [n <- :wat::core::i64] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::seconds
  {:java "Times.toSeconds"
   :doc "How many seconds a duration is, truncated."
   :example [[(:wat::time::seconds (:wat::time::Nanosecond -2500000000)) "-2"]]}
  [d <- :wat::time::Duration] -> :wat::core::i64)

(:wat::core::primitive :wat::time::Minute
  {:java "Times.ofMinutes"
   :doc "A duration of so many minutes."
   :example [[(:wat::time::Minute 2) "120000000000"]
             [(:wat::time::Minute 9223372036854775807) :raises "IntegerOverflow"]]}
  [n <- :wat::core::i64] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::minutes
  {:java "Times.toMinutes"
   :doc "How many minutes a duration is, truncated."
   :example [[(:wat::time::minutes (:wat::time::Nanosecond -150000000000)) "-2"]]}
  [d <- :wat::time::Duration] -> :wat::core::i64)

(:wat::core::primitive :wat::time::Hour
  {:java "Times.ofHours"
   :doc "A duration of so many hours."
   :example [[(:wat::time::Hour 2) "7200000000000"]
             [(:wat::time::Hour 9223372036854775807) :raises "IntegerOverflow"]]}
  [n <- :wat::core::i64] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::hours
  {:java "Times.toHours"
   :doc "How many hours a duration is, truncated."
   :example [[(:wat::time::hours (:wat::time::Nanosecond -9000000000000)) "-2"]]}
  [d <- :wat::time::Duration] -> :wat::core::i64)

(:wat::core::primitive :wat::time::Day
  {:java "Times.ofDays"
   :doc "A duration of so many days."
   :example [[(:wat::time::Day 2) "172800000000000"]
             [(:wat::time::Day 9223372036854775807) :raises "IntegerOverflow"]]}
  [n <- :wat::core::i64] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::days
  {:java "Times.toDays"
   :doc "How many days a duration is, truncated."
   :example [[(:wat::time::days (:wat::time::Nanosecond -216000000000000)) "-2"]]}
  [d <- :wat::time::Duration] -> :wat::core::i64)

(:wat::core::primitive :wat::time::plus-duration
  {:java "Times.plus"
   :doc "An instant later by a duration."
   :example [[(:wat::time::plus-duration (:wat::time::at 1) (:wat::time::Second 2))
              "#inst \"1970-01-01T00:00:03Z\""]]}
  [i <- :wat::time::Instant  d <- :wat::time::Duration] -> :wat::time::Instant)

(:wat::core::primitive :wat::time::minus-duration
  {:java "Times.minus"
   :doc "An instant earlier by a duration."
   :example [[(:wat::time::minus-duration (:wat::time::at 3) (:wat::time::Second 2))
              "#inst \"1970-01-01T00:00:01Z\""]]}
  [i <- :wat::time::Instant  d <- :wat::time::Duration] -> :wat::time::Instant)

(:wat::core::primitive :wat::time::between
  {:java "Times.between"
   :doc "The time from the second instant to the first."
   :example [[(:wat::time::between (:wat::time::at 3) (:wat::time::at 1)) "2000000000"]]}
  [a <- :wat::time::Instant  b <- :wat::time::Instant] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::sum
  {:java "Times.sum"
   :doc "Two durations together."
   :example [[(:wat::time::sum (:wat::time::Second 1) (:wat::time::Second 2)) "3000000000"]
             [(:wat::time::sum (:wat::time::Nanosecond 9223372036854775807)
                               (:wat::time::Nanosecond 1))
              :raises
              "IntegerOverflow"]]}
  [a <- :wat::time::Duration  b <- :wat::time::Duration] -> :wat::time::Duration)

(:wat::core::primitive :wat::time::difference
  {:java "Times.difference"
   :doc "One duration less another."
   :example [[(:wat::time::difference (:wat::time::Second 1) (:wat::time::Second 2))
              "-1000000000"]]}
  [a <- :wat::time::Duration  b <- :wat::time::Duration] -> :wat::time::Duration)

(:wat::core::defclause :wat::time::+
  {:doc "An instant later, or two durations together."
   :example [[(:wat::time::+ (:wat::time::at 1) (:wat::time::Second 2))
              "#inst \"1970-01-01T00:00:03Z\""]
             [(:wat::time::+ (:wat::time::Second 1) (:wat::time::Second 2)) "3000000000"]]}
  ([i <- :wat::time::Instant  d <- :wat::time::Duration] -> :wat::time::Instant
    (:wat::time::plus-duration i d))
  ([a <- :wat::time::Duration  b <- :wat::time::Duration] -> :wat::time::Duration
    (:wat::time::sum a b)))

(:wat::core::defclause :wat::time::-
  {:doc "An instant earlier, the time between two instants, or one duration less another."
   :example [[(:wat::time::- (:wat::time::at 3) (:wat::time::Second 2))
              "#inst \"1970-01-01T00:00:01Z\""]
             [(:wat::time::- (:wat::time::at 3) (:wat::time::at 1)) "2000000000"]
             [(:wat::time::- (:wat::time::Second 1) (:wat::time::Second 2)) "-1000000000"]]}
  ([i <- :wat::time::Instant  d <- :wat::time::Duration] -> :wat::time::Instant
    (:wat::time::minus-duration i d))
  ([a <- :wat::time::Instant  b <- :wat::time::Instant] -> :wat::time::Duration
    (:wat::time::between a b))
  ([a <- :wat::time::Duration  b <- :wat::time::Duration] -> :wat::time::Duration
    (:wat::time::difference a b)))

(:wat::core::defn :wat::time::ago
  {:doc "The instant so long before now."}
  [d <- :wat::time::Duration] -> :wat::time::Instant
  (:wat::time::minus-duration (:wat::time::now) d))

(:wat::core::defn :wat::time::from-now
  {:doc "The instant so long after now."}
  [d <- :wat::time::Duration] -> :wat::time::Instant
  (:wat::time::plus-duration (:wat::time::now) d))

(:wat::core::defn :wat::time::nanoseconds-ago
  {:doc "The instant so many nanoseconds before now."}
  [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::ago (:wat::time::Nanosecond n)))

(:wat::core::defn :wat::time::nanoseconds-from-now
  {:doc "The instant so many nanoseconds after now."}
  [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::from-now (:wat::time::Nanosecond n)))

(:wat::core::defn :wat::time::microseconds-ago
  {:doc "The instant so many microseconds before now."}
  [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::ago (:wat::time::Microsecond n)))

(:wat::core::defn :wat::time::microseconds-from-now
  {:doc "The instant so many microseconds after now."}
  [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::from-now (:wat::time::Microsecond n)))

(:wat::core::defn :wat::time::milliseconds-ago
  {:doc "The instant so many milliseconds before now."}
  [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::ago (:wat::time::Millisecond n)))

(:wat::core::defn :wat::time::milliseconds-from-now
  {:doc "The instant so many milliseconds after now."}
  [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::from-now (:wat::time::Millisecond n)))

(:wat::core::defn :wat::time::seconds-ago
  {:doc "The instant so many seconds before now."}
  [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::ago (:wat::time::Second n)))

(:wat::core::defn :wat::time::seconds-from-now
  {:doc "The instant so many seconds after now."}
  [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::from-now (:wat::time::Second n)))

(:wat::core::defn :wat::time::minutes-ago
  {:doc "The instant so many minutes before now."}
  [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::ago (:wat::time::Minute n)))

(:wat::core::defn :wat::time::minutes-from-now
  {:doc "The instant so many minutes after now."}
  [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::from-now (:wat::time::Minute n)))

(:wat::core::defn :wat::time::hours-ago
  {:doc "The instant so many hours before now."}
  [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::ago (:wat::time::Hour n)))

(:wat::core::defn :wat::time::hours-from-now
  {:doc "The instant so many hours after now."}
  [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::from-now (:wat::time::Hour n)))

(:wat::core::defn :wat::time::days-ago
  {:doc "The instant so many days before now."}
  [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::ago (:wat::time::Day n)))

(:wat::core::defn :wat::time::days-from-now
  {:doc "The instant so many days after now."}
  [n <- :wat::core::i64] -> :wat::time::Instant
  (:wat::time::from-now (:wat::time::Day n)))

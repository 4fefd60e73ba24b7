; Streams of the process, readers, writers and files.

(:wat::core::defenum :wat::io::IoError :wat::enum::Pure
  :NotFound [path <- :wat::core::String]
  :Denied [path <- :wat::core::String]
  :GrantMissing [flag <- :wat::core::String]
  :Other [message <- :wat::core::String])

(:wat::core::primitive :wat::kernel::println
  {:java "Effects.println" :effects [io] :portable "T" :doc "Writes a value as EDN on one line."}
  [v <- :T] -> :wat::core::nil)

(:wat::core::primitive :wat::kernel::pprintln
  {:java "Effects.pprintln"
   :effects [io]
   :portable "T"
   :doc "Writes a value as EDN on several lines."}
  [v <- :T] -> :wat::core::nil)

(:wat::core::primitive :wat::kernel::eprintln
  {:java "Effects.eprintln"
   :effects [io]
   :portable "T"
   :doc "Writes a value to stderr and ends the process as failed."}
  [v <- :T] -> :wat::core::never)

(:wat::core::primitive :wat::kernel::epprintln
  {:java "Effects.epprintln"
   :effects [io]
   :portable "T"
   :doc "Writes a value to stderr on several lines and ends the process as failed."}
  [v <- :T] -> :wat::core::never)

(:wat::core::primitive :wat::runtime::argv
  {:java "Effects.argv" :effects [env] :doc "The launcher, the entry and the arguments."}
  [] -> :wat::core::Vector<wat::core::String>)

(:wat::core::defenum :wat::program::PeerKind :wat::enum::Pure :thread :process)

(:wat::core::defrecord :wat::program::Env
  [started-at <- :wat::time::Instant  peer-started-at <- :wat::time::Instant
   process-id <- :wat::core::i64  os-thread-id <- :wat::core::i64
   peer-kind <- :wat::program::PeerKind  cpu-count <- :wat::core::i64
   user-data <- :wat::core::Option<wat::core::Value>])

(:wat::core::primitive :wat::program::env
  {:java "Effects.env"
   :effects [env]
   :doc
     "What is around the program: when the process and the peer that asks started, which they are, and how many processors there are."}
  [] -> :wat::program::Env)

(:wat::core::primitive :wat::runtime::current-thread
  {:java "Effects.currentThread" :effects [env] :doc "The name of the thread that asks."}
  [] -> :wat::core::String)

(:wat::core::primitive :wat::program::cpu-count
  {:java "Effects.cpuCount" :effects [env] :doc "How many processors there are."}
  [] -> :wat::core::i64)

(:wat::core::primitive :wat::io::IOReader/from-string
  {:java "Effects.readerFromString" :effects [io] :doc "A reader of the bytes of a text."}
  [s <- :wat::core::String] -> :wat::io::IOReader)

(:wat::core::primitive :wat::io::IOReader/from-bytes
  {:java "Effects.readerFromBytes" :effects [io] :doc "A reader of bytes."}
  [b <- :wat::core::Bytes] -> :wat::io::IOReader)

(:wat::core::primitive :wat::io::IOReader/from-fd
  {:java "Effects.readerFromFd"
   :effects [io]
   :doc "A reader of the process's stdin, which is 0; raises IoFailed of every other number."}
  [fd <- :wat::core::i64] -> :wat::io::IOReader)

(:wat::core::primitive :wat::io::IOReader/open-file
  {:java "Effects.readerOpenFile"
   :effects [io]
   :doc "A reader of a file, which --allow-read grants."}
  [path <- :wat::core::String] -> :wat::core::Result<wat::io::IOReader,wat::io::IoError>)

(:wat::core::primitive :wat::io::IOReader/read
  {:java "Effects.readerRead"
   :effects [io]
   :doc "Up to so many bytes, as many as are there; None at the end."}
  [r <- :wat::io::IOReader  n <- :wat::core::i64] -> :wat::core::Option<wat::core::Bytes>)

(:wat::core::primitive :wat::io::IOReader/read-line
  {:java "Effects.readerReadLine"
   :effects [io]
   :doc
     "The next line without its LF or CRLF; None at the end. Raises IoFailed of what is not UTF-8."}
  [r <- :wat::io::IOReader] -> :wat::core::Option<wat::core::String>)

(:wat::core::primitive :wat::io::IOReader/read-all
  {:java "Effects.readerReadAll" :effects [io] :doc "All that is left."}
  [r <- :wat::io::IOReader] -> :wat::core::Bytes)

(:wat::core::primitive :wat::io::IOReader/read-all-string
  {:java "Effects.readerReadAllString"
   :effects [io]
   :doc "All that is left, as a text; raises IoFailed of what is not UTF-8."}
  [r <- :wat::io::IOReader] -> :wat::core::String)

(:wat::core::primitive :wat::io::IOReader/read-frame
  {:java "Effects.readerReadFrame"
   :effects [io]
   :doc "The text of the next frame, not read as a value."}
  [r <- :wat::io::IOReader] -> :wat::core::Result<wat::core::String,wat::kernel::PeerDiedError>)

(:wat::core::primitive :wat::io::IOReader/rewind
  {:java "Effects.readerRewind"
   :effects [io]
   :doc
     "Starts again from the beginning; raises IoFailed of stdin and pipes, whose bytes are gone."}
  [r <- :wat::io::IOReader] -> :wat::core::nil)

(:wat::core::primitive :wat::io::IOReader/close
  {:java "Effects.readerClose" :effects [io] :doc "Ends the use of a reader."}
  [r <- :wat::io::IOReader] -> :wat::core::nil)

(:wat::core::primitive :wat::io::IOWriter/new
  {:java "Effects.writerNew" :effects [io] :doc "A writer to memory."}
  [] -> :wat::io::IOWriter)

(:wat::core::primitive :wat::io::IOWriter/from-fd
  {:java "Effects.writerFromFd"
   :effects [io]
   :doc
     "A writer to stdout, which is 1, or stderr, which is 2; raises IoFailed of every other number. What it writes must be UTF-8."}
  [fd <- :wat::core::i64] -> :wat::io::IOWriter)

(:wat::core::primitive :wat::io::IOWriter/open-file
  {:java "Effects.writerOpenFile"
   :effects [io]
   :doc "A writer to a file, made or emptied, which --allow-write grants."}
  [path <- :wat::core::String] -> :wat::core::Result<wat::io::IOWriter,wat::io::IoError>)

(:wat::core::primitive :wat::io::IOWriter/write
  {:java "Effects.writerWrite" :effects [io] :doc "Writes bytes; how many were written."}
  [w <- :wat::io::IOWriter  b <- :wat::core::Bytes] -> :wat::core::i64)

(:wat::core::primitive :wat::io::IOWriter/write-all
  {:java "Effects.writerWriteAll" :effects [io] :doc "Writes all bytes; how many there are."}
  [w <- :wat::io::IOWriter  b <- :wat::core::Bytes] -> :wat::core::i64)

(:wat::core::primitive :wat::io::IOWriter/write-string
  {:java "Effects.writerWriteString"
   :effects [io]
   :doc "Writes a text in UTF-8; how many bytes that are."}
  [w <- :wat::io::IOWriter  s <- :wat::core::String] -> :wat::core::i64)

(:wat::core::primitive :wat::io::IOWriter/writeln
  {:java "Effects.writerWriteln"
   :effects [io]
   :doc "Writes a text and a newline; how many bytes that are."}
  [w <- :wat::io::IOWriter  s <- :wat::core::String] -> :wat::core::i64)

(:wat::core::primitive :wat::io::IOWriter/print
  {:java "Effects.writerPrint" :effects [io] :doc "Writes a value as EDN."}
  [w <- :wat::io::IOWriter  v <- :T] -> :wat::core::nil)

(:wat::core::primitive :wat::io::IOWriter/println
  {:java "Effects.writerPrintln" :effects [io] :doc "Writes a value as EDN and a newline: a frame."}
  [w <- :wat::io::IOWriter  v <- :T] -> :wat::core::nil)

(:wat::core::primitive :wat::io::IOWriter/flush
  {:java "Effects.writerFlush" :effects [io] :doc "Passes on what was written."}
  [w <- :wat::io::IOWriter] -> :wat::core::nil)

(:wat::core::primitive :wat::io::IOWriter/close
  {:java "Effects.writerClose"
   :effects [io]
   :doc "Ends the writing: behind it each write raises IoFailed."}
  [w <- :wat::io::IOWriter] -> :wat::core::nil)

(:wat::core::primitive :wat::io::IOWriter/to-bytes
  {:java "Effects.writerToBytes"
   :effects [io]
   :doc "What was written to memory; raises IoFailed of other writers."}
  [w <- :wat::io::IOWriter] -> :wat::core::Bytes)

(:wat::core::primitive :wat::io::IOWriter/to-string
  {:java "Effects.writerToString"
   :effects [io]
   :doc "What was written to memory, as a text; None if it is not UTF-8."}
  [w <- :wat::io::IOWriter] -> :wat::core::Option<wat::core::String>)

(:wat::core::primitive :wat::kernel::pipe
  {:java "Effects.pipe"
   :effects [io]
   :doc
     "A pipe: what its writer writes, its reader reads. They wait for each other while it is full or empty."}
  [] -> :(wat::io::IOWriter,wat::io::IOReader))

(:wat::core::primitive :wat::io::read-file
  {:java "Effects.readFile" :effects [io] :doc "The text of a file, which --allow-read grants."}
  [path <- :wat::core::String] -> :wat::core::Result<wat::core::String,wat::io::IoError>)

(:wat::core::primitive :wat::io::write-file
  {:java "Effects.writeFile"
   :effects [io]
   :doc "Puts a text in a file, in place of what was there; --allow-write grants it."}
  [path <- :wat::core::String  s <- :wat::core::String]
  -> :wat::core::Result<wat::core::nil,wat::io::IoError>)

(:wat::core::primitive :wat::io::list-dir
  {:java "Effects.listDir"
   :effects [io]
   :doc "The names in a folder, sorted; --allow-read grants it."}
  [path <- :wat::core::String]
  -> :wat::core::Result<wat::core::Vector<wat::core::String>,wat::io::IoError>)

(:wat::core::primitive :wat::io::TempFile/new
  {:java "Effects.tempFileNew"
   :effects [io]
   :doc
     "A new file in the folder for such, which goes away with the process; --allow-write of that folder grants it."}
  [] -> :wat::core::Result<wat::io::TempFile,wat::io::IoError>)

(:wat::core::primitive :wat::io::TempFile/path
  {:java "Effects.tempFilePath" :effects [io] :doc "Where a temporary file is."}
  [t <- :wat::io::TempFile] -> :wat::core::String)

(:wat::core::defn :wat::io::with-open-file
  {:doc
     "What a function makes of a reader of a file, which is closed behind it; --allow-read grants the file."}
  [path <- :wat::core::String  f <- :wat::core::Fn(wat::io::IOReader)->R]
  -> :wat::core::Result<R,wat::io::IoError>
  (:wat::core::match (:wat::io::IOReader/open-file path)
    ((Ok r)
      (:wat::core::let [value (f r)]
        (:wat::core::do
          (:wat::io::IOReader/close r)
          (:wat::core::Ok value))))
    ((Err e) (:wat::core::Err e))))

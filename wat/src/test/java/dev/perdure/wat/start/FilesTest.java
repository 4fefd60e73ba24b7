package dev.perdure.wat.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.freeze.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
  @TempDir Path folder;

  /// What a program's function gives that may read and write the folder.
  private String value(String body) throws IOException {
    var program =
        Program.check(
            Path.of("/files.wat"),
            "(:wat::core::defn :t::a [] -> :wat::core::Value " + body + ")",
            path -> {
              throw new IOException("nothing is loaded");
            });
    assertThat(program.errors()).isEmpty();
    var nowhere = new PrintWriter(new StringWriter());
    var world =
        new ProcessWorld(nowhere, nowhere, List.of(), Clock.systemUTC(), new Random(1))
            .granted(Grants.of(folder, List.of("."), List.of(".")));
    return EdnWriter.write(Entry.value(program, "t::a", world));
  }

  @Test
  void whatIsWrittenToAFileIsReadFromIt() throws IOException {
    assertThat(
            value(
                """
                (:wat::core::let
                  [w (:wat::core::Result/expect (:wat::io::IOWriter/open-file "a.edn") "no")
                   _a (:wat::io::IOWriter/println w [1 2])
                   _b (:wat::io::IOWriter/writeln w "end")
                   _c (:wat::io::IOWriter/close w)
                   frame (:wat::io::with-open-file "a.edn"
                     (:wat::core::fn [r <- :wat::io::IOReader] -> :wat::core::String
                       (:wat::core::let
                         [first (:wat::core::Result/expect (:wat::io::IOReader/read-frame r) "none")
                          _d (:wat::io::IOReader/rewind r)
                          all (:wat::io::IOReader/read-all-string r)]
                         (:wat::core::format "{a}|{b}" :a first :b all))))
                   names (:wat::io::list-dir ".")]
                  (:wat::core::Tuple frame names))
                """))
        .isEqualTo(
            "[#wat.core.Result/Ok [\"[1 2]|[1 2]\\nend\\n\"] #wat.core.Result/Ok [[\"a.edn\"]]]");
  }

  @Test
  void aReaderThatAFunctionHadIsClosedBehindIt() throws IOException {
    assertThat(
            value(
                """
                (:wat::core::let
                  [_w (:wat::core::Result/expect (:wat::io::write-file "a.txt" "a") "no")
                   leaked (:wat::io::with-open-file "a.txt"
                     (:wat::core::fn [r <- :wat::io::IOReader] -> :wat::io::IOReader r))
                   r (:wat::core::Result/expect leaked "none")
                   ended (:wat::test::run (:wat::io::IOReader/read-all r))]
                  (:wat::core::match (:wat::test::RunResult/failure ended) ((Some _) :closed) (:None :open)))
                """))
        .isEqualTo(":closed");
  }

  @Test
  void aFileIsReplacedAndAFolderIsNoFile() throws IOException {
    assertThat(
            value(
                """
                (:wat::core::let
                  [_a (:wat::core::Result/expect (:wat::io::write-file "a.txt" "a long text") "no")
                   _b (:wat::core::Result/expect (:wat::io::write-file "a.txt" "b") "no")
                   text (:wat::io::read-file "a.txt")
                   folder (:wat::core::match (:wat::io::read-file ".") ((Err (:wat::io::IoError::Other _)) :folder) (_ :file))]
                  (:wat::core::Tuple text folder))
                """))
        .isEqualTo("[#wat.core.Result/Ok [\"b\"] :folder]");
  }
}

package dev.perdure.wat.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the build has put in the classes of the files of the library.
class LinkedLibraryTest {
  @Test
  void theTextsThatWereLinkedAreThoseOfTheFiles() {
    for (int file = 0; file < LibraryFiles.NAMES.size(); file++) {
      assertThat(LinkedLibrary.text(file))
          .as(LibraryFiles.NAMES.get(file))
          .isEqualTo(LibraryFiles.text(file));
    }
    assertThat(LinkedLibrary.text(LibraryFiles.NAMES.size())).isNull();
  }

  @Test
  void theEntriesThatWereLinkedStandWhereTheFilesHaveThem() {
    var linked = new ArrayList<String>();
    var found = new ArrayList<String>();
    Library.get().each(into(linked));
    LibraryFiles.index(into(found));
    assertThat(found).hasSizeGreaterThan(500);
    assertThat(linked).containsExactlyInAnyOrderElementsOf(found);
  }

  private static LibraryFiles.Entries into(List<String> places) {
    return (isType, path, file, line, start, end) ->
        places.add(isType + " " + path + " " + file + ":" + line + " " + start + ".." + end);
  }
}

package dev.perdure.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Links from one page to another, and to a heading of it.
class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

  static List<Path> pages() {
    return House.files(f -> House.name(f).endsWith(".md"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToAFileAndAHeadingThatAreThere(Path page) {
    var links = LINK.matcher(prose(page));
    while (links.find()) {
      var link = links.group(1);
      if (!link.contains("://")) {
        int hash = link.indexOf('#');
        var file = hash < 0 ? link : link.substring(0, hash);
        var to = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        assertThat(to).as("%s in %s", link, House.name(page)).exists();
        if (hash >= 0 && Files.isRegularFile(to)) {
          assertThat(anchors(to))
              .as("%s in %s", link, House.name(page))
              .contains(link.substring(hash + 1));
        }
      }
    }
  }

  /// The page without what is code.
  private static String prose(Path page) {
    return FENCED.matcher(House.read(page)).replaceAll("");
  }

  /// The anchors of a page's headings, as GitHub makes them.
  private static Set<String> anchors(Path page) {
    var anchors = new HashSet<String>();
    var seen = new HashMap<String, Integer>();
    HEADING
        .matcher(prose(page))
        .results()
        .map(heading -> anchor(heading.group(1)))
        .forEach(anchor -> {
          int before = seen.merge(anchor, 1, Integer::sum) - 1;
          anchors.add(before == 0 ? anchor : anchor + "-" + before);
        });
    return anchors;
  }

  private static String anchor(String heading) {
    return LINK.matcher(heading)
        .replaceAll("]")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}

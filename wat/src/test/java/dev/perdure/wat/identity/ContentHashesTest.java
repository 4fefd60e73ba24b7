package dev.perdure.wat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.Hash;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.freeze.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ContentHashesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("perdure.root"), "wat", "src", "test", "resources", "identity");

  /// A program in which each part is used by some and not by others.
  private static final String SHOP =
      """
      (:wat::core::defrecord :t::Item [name <- :wat::core::String  cents <- :wat::core::i64])
      (:wat::core::defrecord :t::Order [items <- :wat::core::Vector<t::Item>])
      (:wat::core::defenum :t::State :wat::enum::Pure :Open :Paid [on <- :wat::core::i64])
      (:wat::core::def :t::rate 19)
      (:wat::core::defn :t::tax [cents <- :wat::core::i64] -> :wat::core::i64
        (:wat::core::quot (:wat::core::* cents :t::rate) 100))
      (:wat::core::defn :t::price [item <- :t::Item] -> :wat::core::i64
        (:wat::core::+ (:t::Item/cents item) (:t::tax (:t::Item/cents item))))
      (:wat::core::defn :t::total [order <- :t::Order] -> :wat::core::i64
        (:wat::core::foldl (:wat::core::fn [sum <- :wat::core::i64  item <- :t::Item] -> :wat::core::i64
                             (:wat::core::+ sum (:t::price item)))
                           0
                           (:t::Order/items order)))
      (:wat::core::defn :t::is-open [state <- :t::State] -> :wat::core::bool
        (:wat::core::match state (:t::State::Open true) ((:t::State::Paid _) false)))
      (:wat::core::defn :t::greeting [] -> :wat::core::String "hello")
      """;

  private static Universe universe(String text) {
    return universe("/program.wat", text);
  }

  private static Universe universe(String file, String text) {
    var program =
        Program.check(
            Path.of(file),
            text,
            path -> {
              throw new IOException("nothing is loaded");
            });
    assertThat(program.errors()).isEmpty();
    return Universe.of(program);
  }

  private static Set<String> changed(String before, String after) {
    assertThat(after).isNotEqualTo(before);
    var old = universe(before);
    var now = universe(after);
    assertThat(now.hash()).isNotEqualTo(old.hash());
    var changed = new TreeSet<>(changed(old.definitions(), now.definitions()));
    changed.addAll(changed(old.types(), now.types()));
    return changed;
  }

  private static Set<String> changed(Map<String, Hash> before, Map<String, Hash> after) {
    assertThat(after.keySet()).isEqualTo(before.keySet());
    var changed = new TreeSet<>(before.keySet());
    changed.removeIf(name -> before.get(name).equals(after.get(name)));
    return changed;
  }

  private static Hash hash(Universe universe, String name) {
    var hash = universe.definitions().get(name);
    assertThat(hash).as(name).isNotNull();
    return hash;
  }

  @Test
  void aLiteralChangesAllThatReachesIt() {
    assertThat(changed(SHOP, SHOP.replace("rate 19", "rate 7")))
        .containsExactly("t::price", "t::rate", "t::tax", "t::total");
    assertThat(changed(SHOP, SHOP.replace("\"hello\"", "\"hallo\"")))
        .containsExactly("t::greeting");
  }

  @Test
  void aBodyChangesItsCallers() {
    assertThat(changed(SHOP, SHOP.replace("(:wat::core::* cents :t::rate)", "cents")))
        .containsExactly("t::price", "t::tax", "t::total");
  }

  @Test
  void aFieldsTypeChangesAllThatHasItsValues() {
    assertThat(changed(SHOP, SHOP.replace("[on <- :wat::core::i64]", "[on <- :wat::core::bigint]")))
        .containsExactly("t::State", "t::is-open");
    assertThat(
            changed(SHOP, SHOP.replace("name <- :wat::core::String", "name <- :wat::core::char")))
        .containsExactly("t::Item", "t::Order", "t::price", "t::total");
  }

  @Test
  void aFieldsNameAndTheNatureOfATypeAreInItsHash() {
    assertThat(changed(SHOP, SHOP.replace("[on <-", "[since <-")))
        .containsExactly("t::State", "t::is-open");
    assertThat(changed(SHOP, SHOP.replace("wat::enum::Pure", "wat::enum::Impure")))
        .containsExactly("t::State", "t::is-open");
    assertThat(universe("(:wat::core::defrecord :t::R [n <- :wat::core::i64])").types())
        .isNotEqualTo(universe("(:wat::core::defstruct :t::R [n <- :wat::core::i64])").types());
  }

  @Test
  void aTypesNameIsInItsHash() {
    assertThat(universe("(:wat::core::defrecord :t::A [n <- :wat::core::i64])").types().values())
        .doesNotContainAnyElementsOf(
            universe("(:wat::core::defrecord :t::B [n <- :wat::core::i64])").types().values());
  }

  @Test
  void whatAFunctionMayDoAndWhoMayUseItAreInItsHash() {
    var tax = ":t::tax [cents";
    assertThat(changed(SHOP, SHOP.replace(tax, ":t::tax {:effects []} [cents")))
        .containsExactly("t::price", "t::tax", "t::total");
    assertThat(changed(SHOP, SHOP.replace(tax, ":t::tax {:restricted-to [:t::]} [cents")))
        .containsExactly("t::price", "t::tax", "t::total");
    assertThat(universe(SHOP.replace(tax, ":t::tax {:restricted-to [:u:: :t::]} [cents")))
        .isEqualTo(universe(SHOP.replace(tax, ":t::tax {:restricted-to [:t:: :u::]} [cents")));
  }

  @Test
  void documentationRoutesAndUnknownMetadataAreInNoHash() {
    for (var metadata : Set.of("{:doc \"the tax\"}", "{:route \"vat\"}", "{:owner :sales}")) {
      assertThat(universe(SHOP.replace(":t::tax [cents", ":t::tax " + metadata + " [cents")))
          .isEqualTo(universe(SHOP));
    }
  }

  @Test
  void accessToFieldsAndConstructorsIsInTheHashOfAStruct() {
    var struct = "(:wat::core::defstruct :t::S %s [n <- :wat::core::i64  m <- :wat::core::i64])";
    var open = universe(struct.formatted("")).types();
    assertThat(universe(struct.formatted("{:doc \"s\"}")).types()).isEqualTo(open);
    assertThat(universe(struct.formatted("{:restricted-to [:t::f]}")).types()).isNotEqualTo(open);
    assertThat(
            universe(struct.formatted("{:field-metadata {:m {:restricted-to [:t::f]}}}")).types())
        .isNotEqualTo(open)
        .isNotEqualTo(
            universe(struct.formatted("{:field-metadata {:n {:restricted-to [:t::f]}}}")).types());
  }

  /// Two functions that call each other, and one that calls them.
  private static final String PARITY =
      """
      (:wat::core::defn :t::even [n <- :wat::core::i64] -> :wat::core::bool
        (:wat::core::if (:wat::core::= n 0) true (:t::odd (:wat::core::- n 1))))
      (:wat::core::defn :t::odd [n <- :wat::core::i64] -> :wat::core::bool
        (:wat::core::if (:wat::core::= n 0) false (:t::even (:wat::core::- n 1))))
      (:wat::core::defn :t::both [n <- :wat::core::i64] -> :wat::core::bool
        (:wat::core::and (:t::even n) (:t::odd n)))
      (:wat::core::defn :t::step [n <- :wat::core::i64] -> :wat::core::i64 (:wat::core::- n 1))
      """;

  @Test
  void functionsThatCallEachOtherAreHashedAsAGroup() {
    var universe = universe(PARITY);
    assertThat(hash(universe, "t::even")).isNotEqualTo(hash(universe, "t::odd"));
    assertThat(changed(PARITY, PARITY.replace("n 0) false", "n 0) true")))
        .containsExactly("t::both", "t::even", "t::odd");
  }

  @Test
  void aGroupsHashesDependOnNoNameAndNoOrder() {
    var forms = new ArrayList<>(PARITY.lines().toList());
    var renamed =
        universe(
            String.join("\n", forms.subList(2, 4))
                .concat("\n" + String.join("\n", forms.subList(0, 2)))
                .replace("t::even", "t::zzz")
                .replace("t::odd", "t::aaa"));
    var universe = universe(PARITY);
    assertThat(hash(renamed, "t::zzz")).isEqualTo(hash(universe, "t::even"));
    assertThat(hash(renamed, "t::aaa")).isEqualTo(hash(universe, "t::odd"));
  }

  @Test
  void membersOfAGroupAreToldApartHoweverDeepTheDifferenceLies() {
    // a ring of four that differ in where they are left only: f0 and f2 call alike until then
    var ring = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      ring.append(
          "(:wat::core::defn :t::f%d [n <- :wat::core::i64] -> :wat::core::i64 (:wat::core::if (:wat::core::= n 0) %d (:t::f%d (:wat::core::- n 1))))\n"
              .formatted(i, i == 3 ? 1 : 0, (i + 1) % 4));
    }
    assertThat(Set.copyOf(universe(ring.toString()).definitions().values())).hasSize(4);
  }

  @Test
  void aMembersPlaceInItsGroupIsInItsHash() {
    var one = "(:wat::core::defn :t::%s [n <- :wat::core::i64] -> :wat::core::i64 (:t::%s n))\n";
    var self = universe(one.formatted("f", "f"));
    var pair = universe(one.formatted("f", "g") + one.formatted("g", "f"));
    // the two of a pair are the same function; a group of two is not a group of one
    assertThat(hash(pair, "t::f")).isEqualTo(hash(pair, "t::g"));
    assertThat(hash(self, "t::f")).isNotEqualTo(hash(pair, "t::f"));
  }

  @Test
  void swappingTwoCalleesChangesTheCaller() {
    var program =
        """
        (:wat::core::defn :t::a [] -> :wat::core::i64 1)
        (:wat::core::defn :t::b [] -> :wat::core::i64 2)
        (:wat::core::defn :t::f [] -> :wat::core::i64 (:wat::core::- (:t::a) (:t::b)))
        """;
    assertThat(changed(program, program.replace("(:t::a) (:t::b)", "(:t::b) (:t::a)")))
        .containsExactly("t::f");
  }

  @Test
  void aClauseOrAGuardChangesTheFunctionAndItsCallers() {
    var program =
        """
        (:wat::core::defclause :t::f
          ([n <- :wat::core::i64] :guard (:wat::core::> n 0) -> :wat::core::i64 1)
          ([n <- :wat::core::i64] -> :wat::core::i64 2))
        (:wat::core::defn :t::g [] -> :wat::core::i64 (:t::f 1))
        """;
    assertThat(changed(program, program.replace("> n 0", "> n 1"))).containsExactly("t::f", "t::g");
    assertThat(changed(program, program.replace("i64 2", "i64 3"))).containsExactly("t::f", "t::g");
  }

  @Test
  void whatIsDoneElsewhereIsToldByItsName() {
    var program =
        """
        (:wat::core::defextern :t::price [n <- :wat::core::i64] -> :wat::core::i64)
        (:wat::core::defextern :t::cost [n <- :wat::core::i64] -> :wat::core::i64)
        (:wat::core::defn :t::f [] -> :wat::core::i64 (:t::price 1))
        """;
    var universe = universe(program);
    assertThat(hash(universe, "t::price")).isNotEqualTo(hash(universe, "t::cost"));
    assertThat(changed(program, program.replace("(:t::price 1)", "(:t::cost 1)")))
        .containsExactly("t::f");
  }

  @Test
  void aMethodsImplementationChangesWhoCallsTheSurface() {
    var program =
        """
        (:wat::core::defsurface :t::Sized :nature :wat::core::Struct
          :features [(size [self <- :t::Sized] -> :wat::core::i64)])
        (:wat::core::defstruct :t::Box [n <- :wat::core::i64])
        (:wat::core::defstruct :t::Bag [n <- :wat::core::i64])
        (:wat::core::extend-type :t::Box :t::Sized (size [self] 1))
        (:wat::core::defn :t::Bag/size [bag <- :t::Bag] -> :wat::core::i64 2)
        (:wat::core::defn :t::f [sized <- :t::Sized] -> :wat::core::i64 (:t::Sized/size sized))
        (:wat::core::defn :t::g [] -> :wat::core::i64 3)
        """;
    assertThat(changed(program, program.replace("[self] 1", "[self] 4")))
        .containsExactly("t::Box/size", "t::f");
    assertThat(changed(program, program.replace("i64 2", "i64 5")))
        .containsExactly("t::Bag/size", "t::f");
    var box = "(:wat::core::defstruct :t::Box [n <- :wat::core::i64])\n";
    assertThat(universe(program.replace(box, "") + box)).isEqualTo(universe(program));
  }

  @Test
  void anAliasOfATypeIsTheTypeItself() {
    var alias = "(:wat::core::typealias :t::Row :wat::core::Vector<wat::core::i64>)\n";
    var function = "(:wat::core::defn :t::f [row <- :%s] -> :wat::core::bool true)\n";
    assertThat(hash(universe(alias + function.formatted("t::Row")), "t::f"))
        .isEqualTo(hash(universe(function.formatted("wat::core::Vector<wat::core::i64>")), "t::f"));
  }

  @Test
  void whatATestOfAValueAdmitsIsInTheHash() {
    var program =
        """
        (:wat::core::defrecord :t::A [n <- :wat::core::i64])
        (:wat::core::defrecord :t::B [n <- :wat::core::i64])
        (:wat::core::defn :t::f [v <- :wat::core::Value] -> :wat::core::bool (:t::is-A? v))
        (:wat::core::defn :t::g [v <- :wat::core::Value] -> :wat::core::bool (:t::is-B? v))
        """;
    assertThat(changed(program, program + "(:wat::core::derive :t::B :t::A)\n"))
        .containsExactly("t::f");
  }

  @Test
  void typeParametersAreLocalNames() {
    var program = "(:wat::core::defn :t::f [a <- :A  b <- :B] -> :A a)\n";
    var universe = universe(program);
    assertThat(universe(program.replace(":A", ":X").replace(":B", ":A"))).isEqualTo(universe);
    assertThat(universe(program.replace("-> :A a", "-> :B b"))).isNotEqualTo(universe);
  }

  @Test
  void macrosAndSettingsAreInTheHashOfTheUniverseOnly() {
    var macro =
        """
        (:wat::core::defmacro :t::twice [e <- :wat::WatAST] -> :wat::WatAST
          `(:wat::core::+ ~e ~e))
        """;
    var plain = universe(SHOP);
    var with = universe(macro + SHOP);
    assertThat(with.definitions()).isEqualTo(plain.definitions());
    assertThat(with.hash()).isNotEqualTo(plain.hash());
    assertThat(universe(macro.replace("~e ~e", "~e 1") + SHOP).macros())
        .isNotEqualTo(with.macros());
    assertThat(universe("(:wat::config::set-frame-bytes-max! 1000)" + SHOP).hash())
        .isNotEqualTo(plain.hash());
    assertThat(universe("(:wat::config::set-redef! true)" + SHOP).hash())
        .isNotEqualTo(plain.hash());
  }

  @Test
  void aMacrosExpansionIsWhatIsHashed() {
    var macro =
        """
        (:wat::core::defmacro :t::twice [e <- :wat::WatAST] -> :wat::WatAST
          `(:wat::core::let [tmp ~e] (:wat::core::+ tmp tmp)))
        """;
    var function = "(:wat::core::defn :t::f [n <- :wat::core::i64] -> :wat::core::i64 %s)";
    assertThat(hash(universe(macro + function.formatted("(:t::twice n)")), "t::f"))
        .isEqualTo(
            hash(
                universe(function.formatted("(:wat::core::let [x n] (:wat::core::+ x x))")),
                "t::f"));
  }

  @Test
  void valuesOfALetAtTopLevelAreHashedByWhatTheyAre() {
    var program =
        """
        (:wat::core::let [a 1] (:wat::core::defn :t::f [] -> :wat::core::i64 a))
        (:wat::core::let [b 2] (:wat::core::defn :t::g [] -> :wat::core::i64 b))
        """;
    assertThat(changed(program, program.replace("[b 2]", "[b 3]"))).containsExactly("t::g");
    var lines = program.lines().toList();
    assertThat(universe(lines.get(1).replace("b", "c") + lines.getFirst()))
        .isEqualTo(universe(program));
  }

  @Test
  void theFileAndItsPlaceAreInNoHash() {
    assertThat(universe("/elsewhere/other.wat", "\n\n" + SHOP)).isEqualTo(universe(SHOP));
  }

  /// Written by another process, of an earlier build: a change of the format is seen here, and so
  /// is what differs from process to process.
  @Test
  void theFormatIsThatOfTheGoldenFile() throws IOException {
    var universe = universe(Files.readString(FOLDER.resolve("golden.wat")));
    var lines = new ArrayList<String>();
    lines.add("universe " + universe.hash());
    universe.definitions().forEach((name, hash) -> lines.add("definition :" + name + " " + hash));
    universe.types().forEach((name, hash) -> lines.add("type :" + name + " " + hash));
    universe.macros().forEach((name, hash) -> lines.add("macro :" + name + " " + hash));
    var golden = FOLDER.resolve("golden.txt");
    if (Boolean.getBoolean("perdure.golden.write")) {
      Files.write(golden, lines);
    }
    assertThat(lines).isEqualTo(Files.readAllLines(golden));
  }
}

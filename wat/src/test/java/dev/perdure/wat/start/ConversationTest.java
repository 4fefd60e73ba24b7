package dev.perdure.wat.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.start.Conversation.Answer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private final StringWriter out = new StringWriter();
  private final Conversation conversation = begin("");

  private Conversation begin(String text) {
    return Conversation.begin(
        Path.of("/repl.wat"),
        text,
        path -> {
          throw new IOException("nothing is loaded");
        },
        new ProcessWorld(
            new PrintWriter(out),
            new PrintWriter(out),
            List.of(),
            Clock.systemUTC(),
            new Random(1)));
  }

  private List<Answer> say(String text) {
    return conversation.say("repl", text.replaceAll("%(?=[A-Za-z+*<=/-])", ":wat::core::"));
  }

  @Test
  void anExpressionIsAnsweredWithItsTypeAndEffects() {
    assertThat(say("(%+ 40 2)"))
        .containsExactly(new Answer.Value("42", ":wat::core::i64", List.of()));
    assertThat(say("(%do (:wat::kernel::println 1) (:wat::time::now) [\"a\"])"))
        .containsExactly(
            new Answer.Value(
                "[\"a\"]", ":wat::core::Vector<wat::core::String>", List.of("io", "time")));
    assertThat(out.toString()).isEqualTo("1\n");
  }

  @Test
  void aFunctionIsShown() {
    assertThat(say("(%fn [x <- :wat::core::i64] -> :wat::core::i64 x)"))
        .singleElement()
        .isInstanceOf(Answer.Value.class);
  }

  @Test
  void aDeclarationMakesASuccessorThatKeepsWhatWasDeclared() {
    assertThat(say("(%defn :t::f [n <- :wat::core::i64] -> :wat::core::i64 (%* 2 n))"))
        .containsExactly(new Answer.Declared(List.of("t::f")));
    assertThat(say("(%def :t::c (:t::f 4)) (:t::f :t::c)"))
        .containsExactly(
            new Answer.Declared(List.of("t::c")),
            new Answer.Value("16", ":wat::core::i64", List.of()));
    assertThat(conversation.names()).contains("t::f", "t::c");
  }

  @Test
  void aDeclarationOfANameThatThereIsTakesItsPlaceAndValuesThatDependOnItAreNew() {
    say("(%defn :t::f [] -> :wat::core::i64 1) (%def :t::c (:t::f)) (%def :t::d 7)");
    assertThat(say("(%defn :t::f [] -> :wat::core::i64 2)"))
        .containsExactly(new Answer.Declared(List.of("t::f")));
    assertThat(say("[(:t::f) :t::c :t::d]"))
        .containsExactly(
            new Answer.Value("[2 2 7]", ":wat::core::Vector<wat::core::i64>", List.of()));
  }

  @Test
  void aFunctionThatIsAValueAsksItsEffectsInEachSuccessor() {
    say("(%def :t::say (%fn [n <- :wat::core::i64] -> :wat::core::nil (:wat::kernel::println n)))");
    say("(%def :t::c 1)");
    assertThat(say("(:t::say 5)"))
        .containsExactly(new Answer.Value("nil", ":wat::core::nil", List.of("io")));
    assertThat(out.toString()).isEqualTo("5\n");
  }

  @Test
  void whatIsWrongOrRaisesChangesNothing() {
    say("(%defn :t::f [] -> :wat::core::i64 1)");
    assertThat(say("(%defn :t::f [] -> :wat::core::i64 \"x\") (:t::f)"))
        .singleElement()
        .isInstanceOf(Answer.Wrong.class);
    assertThat(say("(%def :t::g (%quot 1 0))")).singleElement().isInstanceOf(Answer.Raised.class);
    assertThat(say("(%quot (:t::f) 0)")).singleElement().isInstanceOf(Answer.Raised.class);
    assertThat(say(")")).singleElement().isInstanceOf(Answer.Wrong.class);
    assertThat(say("(:wat::kernel::eprintln 1)")).containsExactly(new Answer.Ended());
    assertThat(say("(:t::f)")).containsExactly(new Answer.Value("1", ":wat::core::i64", List.of()));
  }

  @Test
  void aFormMayGoOnInTheNextLine() {
    assertThat(Conversation.isComplete("(a [b")).isFalse();
    assertThat(Conversation.isComplete("(a [b])")).isTrue();
    assertThat(Conversation.isComplete("\"a")).isFalse();
    assertThat(Conversation.isComplete(")")).isTrue();
  }

  @Test
  void itBeginsWithAProgramThatIsSound() {
    assertThatThrownBy(() -> begin("(:wat::core::defn :t::f [] -> :wat::core::i64 \"x\")"))
        .isInstanceOf(Refused.class);
    var begun = begin("(:wat::core::defn :t::f [] -> :wat::core::i64 5)");
    assertThat(begun.say("repl", "(:t::f)"))
        .containsExactly(new Answer.Value("5", ":wat::core::i64", List.of()));
  }

  @Test
  void whatIsSaidOfATypeLeavesTheType() {
    say(
        """
        (%defrecord :t::R [n <- :wat::core::i64])
        (%defsurface :t::S :nature :wat::core::Record :features [(go [self <- :t::S] -> :wat::core::i64)])
        """);
    assertThat(say("(%extend-type :t::R :t::S (go [self] (%+ 5 (:t::R/n self))))"))
        .containsExactly(new Answer.Declared(List.of("t::R")));
    assertThat(say("(:t::S/go (:t::R :n 1))"))
        .containsExactly(new Answer.Value("6", ":wat::core::i64", List.of()));
    assertThat(say("(%extend-type :t::R :t::S (go [self] 7))"))
        .containsExactly(new Answer.Declared(List.of("t::R")));
    assertThat(say("(:t::S/go (:t::R :n 1))"))
        .containsExactly(new Answer.Value("7", ":wat::core::i64", List.of()));
  }

  @Test
  void aDoALetAndAMacroDeclare() {
    assertThat(say("(%do (%def :t::a 1) (%defn :t::b [] -> :wat::core::i64 :t::a))"))
        .containsExactly(new Answer.Declared(List.of("t::a", "t::b")));
    assertThat(say("(%let [z 3] (%defn :t::c [] -> :wat::core::i64 (%+ z (:t::b))))"))
        .containsExactly(new Answer.Declared(List.of("t::c")));
    say(
        """
        (%defmacro :t::constant [n <- :wat::WatAST  v <- :wat::WatAST] -> :wat::WatAST `(%def ~n ~v))
        """);
    assertThat(say("(:t::constant :t::d 9)")).containsExactly(new Answer.Declared(List.of("t::d")));
    assertThat(say("(:t::constant :t::d 10)"))
        .containsExactly(new Answer.Declared(List.of("t::d")));
    assertThat(say("(:wat::test::deftest :t::sums (:wat::test::assert-eq :t::d 10))"))
        .containsExactly(new Answer.Declared(List.of("t::sums")));
    assertThat(say("(%do (:t::c) :t::d)"))
        .containsExactly(new Answer.Value("10", ":wat::core::i64", List.of()));
  }

  @Test
  void aFunctionThatIsCalledLikeTheAnswerIsNone() {
    say("(%defn :user::repl-answer [] -> :wat::core::i64 4)");
    assertThat(say("(%+ 1 (:user::repl-answer))"))
        .containsExactly(new Answer.Value("5", ":wat::core::i64", List.of()));
  }

  @Test
  void aMacroThatExpandsToItselfIsTold() {
    say("(%defmacro :t::grow [e <- :wat::WatAST] -> :wat::WatAST `(:t::grow (%+ 1 ~e)))");
    assertThat(say("(:t::grow 1)"))
        .singleElement()
        .isInstanceOfSatisfying(
            Answer.Wrong.class,
            wrong ->
                assertThat(wrong.errors().getFirst().kind())
                    .isEqualTo(Kind.MACRO_EXPANSION_DEPTH_EXCEEDED));
  }
}

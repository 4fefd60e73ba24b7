package dev.perdure.sim.kill;

import dev.perdure.sim.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// The node's clients: so many requests are under way at any time. Each is asked again in the next
/// life until it is answered; what was answered once is asked again later, and has to be answered
/// the same.
final class Clients {
  private static final List<String> FUNCTIONS =
      List.of("once", "once", "steps", "together", "byChild", "fails");

  private final SplittableRandom random;
  private final int count;
  private final Map<Long, String> unanswered = new LinkedHashMap<>();
  private final Map<String, String> told = new LinkedHashMap<>();
  private final List<String> answered = new ArrayList<>();
  private Consumer<String> node = _ -> {};
  private long numbers;
  private long keys;
  private long askedAgain;
  private boolean closing;

  /// @param count requests under way
  Clients(SplittableRandom random, int count) {
    this.random = random;
    this.count = count;
  }

  /// A node is ready: asks it what was not answered, and some of what was.
  ///
  /// @param again how many answered questions to ask again
  void connect(Consumer<String> newNode, int again) {
    node = newNode;
    var open = new ArrayList<>(unanswered.values());
    unanswered.clear();
    open.forEach(this::ask);
    while (!closing && unanswered.size() < count) {
      askNew();
    }
    for (int i = 0; i < again && !answered.isEmpty(); i++) {
      askAgain(answered.get(random.nextInt(answered.size())));
    }
  }

  /// Asks everything again that was ever answered, and nothing new any more.
  void close(Consumer<String> newNode) {
    closing = true;
    connect(newNode, 0);
    answered.forEach(this::askAgain);
  }

  private void askAgain(String question) {
    askedAgain++;
    ask(question);
  }

  private void askNew() {
    var key = "k" + keys++;
    var function = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
    var verb = random.nextInt(4) == 0 ? "start" : "call";
    ask(verb + " " + key + " " + function + " " + key);
  }

  private void ask(String question) {
    long number = numbers++;
    unanswered.put(number, question);
    var words = question.split(" ", 2);
    node.accept(words[0] + " " + number + " " + words[1]);
  }

  /// The node has answered.
  void answer(long number, String text) {
    var question = unanswered.remove(number);
    if (question == null) {
      throw new Violation("told", "an answer to nobody: " + text);
    }
    var before = told.putIfAbsent(question, text);
    if (before == null) {
      answered.add(question);
      goOn(question, text);
    } else if (!before.equals(text)) {
      throw new Violation("told", question + " was answered " + before + ", and now " + text);
    }
  }

  private void goOn(String question, String text) {
    if (question.startsWith("start ")) {
      ask("await " + text);
    } else if (!closing) {
      askNew();
    }
  }

  /// Requests that were sent and not answered.
  int inFlight() {
    return unanswered.size();
  }

  /// Everything that was answered: question and answer.
  Map<String, String> told() {
    return Collections.unmodifiableMap(told);
  }

  /// Questions that were asked again after their answer.
  long askedAgain() {
    return askedAgain;
  }
}

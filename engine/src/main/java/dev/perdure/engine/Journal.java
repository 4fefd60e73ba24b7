package dev.perdure.engine;

import dev.perdure.value.Decoder;
import dev.perdure.value.Encoder;
import dev.perdure.value.Hash;
import dev.perdure.value.Referred;
import dev.perdure.value.ValueSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was asked and answered, by place: one branch's effects in order, and below it the branches
/// it forked. A history, taken by place, is one; so is a span, the part of it that belongs to one
/// call.
///
/// Effects and outcomes are kept as the bytes they have in the log. What is asked again is compared
/// with them as bytes, and only what is needed is decoded, when it is: a long history takes little
/// more memory than its records, and no objects. [EventCodec] wrote the bytes, and the log's
/// checksums cover them; so they can be read when they are asked for.
///
/// Not synchronised: a branch's entries are touched by the thread that runs the branch; branches
/// are added by the thread that forks, before the branch runs.
public final class Journal {
  private static final int INITIAL = 8;
  private static final int ENCODED_BYTES = 64;

  private final ValueSource values;

  /// The sequence number of the first entry here.
  private final int first;

  private final Pieces pieces = new Pieces();
  private long[] effects = new long[INITIAL];
  private long[] outcomes = new long[INITIAL];

  /// The sequence number of the next entry.
  private int end;

  private Map<Fork, Journal> branches = Map.of();

  /// Of which a choice of version is here, or in the branches below.
  private Set<FunctionName> chosen = new HashSet<>(0);

  /// Where the effects of a span were asked; empty for a history, which does not say.
  private final List<String> positions = new ArrayList<>(0);

  /// Large values that were added here, which [#values] need not have: by their hashes.
  private Map<Hash, Referred> added = Map.of();

  private @Nullable Encoder encoder;

  /// An empty journal that takes events with their large values, if they have any.
  public Journal() {
    this(ValueSource.NONE);
  }

  /// An empty journal.
  ///
  /// @param values where the large values are of events that it takes
  public Journal(ValueSource values) {
    this(values, 0);
  }

  /// An empty journal of what lies behind a checkpoint.
  ///
  /// @param first the sequence number of the first effect of the root branch that it takes
  Journal(ValueSource values, int first) {
    this.values = values;
    this.first = first;
    this.end = first;
  }

  private record Fork(int seq, int index) {}

  /// One effect.
  ///
  /// @param outcome null if it is not known
  /// @param position where in the source it was asked; empty if not known
  public record Entry(Effect effect, @Nullable Outcome outcome, String position) {}

  /// The journal of a history, which has its large values.
  ///
  /// @param history of one task, in log order, beginning with its start
  public static Journal of(Iterable<? extends Event.OfTask> history) {
    var journal = new Journal();
    var encoder = new Encoder();
    for (var event : history) {
      int type = EventCodec.type(event);
      if (EventCodec.hasPlace(type)) {
        encoder.clear();
        EventCodec.encode(event, encoder);
        journal.apply(type, Decoder.of(encoder.toByteArray()), encoder.references());
      }
    }
    return journal;
  }

  /// Takes the next event of a history that has a place.
  ///
  /// @param in the event as [EventCodec] encodes it
  void apply(int type, Decoder in) {
    apply(type, in, List.of());
  }

  private void apply(int type, Decoder in, List<Referred> references) {
    var place = Fields.place(in);
    var journal = branch(place.branch());
    journal.keep(references);
    switch (type) {
      case EventCodec.RECORDED -> journal.recorded(in);
      case EventCodec.ASKED -> journal.append(journal.pieces.add(in));
      case EventCodec.ANSWERED -> journal.answer(place.seq(), in);
      default -> throw new IllegalArgumentException("events of type " + type + " have no place");
    }
  }

  /// The outcome stands behind the effect, in the same piece.
  private void recorded(Decoder in) {
    long piece = pieces.add(in);
    int from = in.offset();
    append(piece);
    note(Fields.effect(in));
    outcomes[end - 1 - first] = Pieces.behind(piece, in.offset() - from);
  }

  private void note(Effect effect) {
    if (effect instanceof Effect.Choose choose) {
      chosen.add(choose.function());
    }
  }

  /// The functions of which a choice of version is here, or in the branches below.
  Set<FunctionName> chosen() {
    return chosen;
  }

  private void append(long effect) {
    int size = end - first;
    if (size == effects.length) {
      effects = Arrays.copyOf(effects, size * 2);
      outcomes = Arrays.copyOf(outcomes, size * 2);
    }
    effects[size] = effect;
    outcomes[size] = Pieces.NONE;
    end++;
  }

  private void answer(int seq, Decoder in) {
    outcomes[index(seq)] = pieces.add(in);
  }

  private int index(int seq) {
    if (seq < first || seq >= end) {
      throw new IllegalArgumentException(
          "there is no effect " + seq + " from " + first + " to " + end);
    }
    return seq - first;
  }

  private Journal branch(Branch branch) {
    var parent = branch.parent();
    return parent == null ? this : branch(parent).branch(branch.forkSeq(), branch.index());
  }

  /// The branch `index` of the fork at `seq`; made if it is not there.
  Journal branch(int seq, int index) {
    if (branches.isEmpty()) {
      branches = new HashMap<>();
    }
    return branches.computeIfAbsent(
        new Fork(seq, index),
        _ -> {
          var below = new Journal(values);
          below.chosen = chosen;
          return below;
        });
  }

  /// Appends the next effect of this branch, which belongs to a span.
  ///
  /// @param outcome null if it is not known
  void add(Effect effect, @Nullable Outcome outcome, String position) {
    note(effect);
    var out = encoded(effect);
    append(pieces.add(out));
    keep(out.references());
    if (outcome != null) {
      out = encoder();
      Fields.outcome(out, outcome);
      outcomes[end - 1 - first] = pieces.add(out);
      keep(out.references());
    }
    positions.add(position);
  }

  private void keep(List<Referred> references) {
    for (var value : references) {
      added = added.isEmpty() ? new HashMap<>() : added;
      added.put(value.hash(), value);
    }
  }

  private byte[] large(Hash hash, int bytes) {
    var here = added.get(hash);
    return here == null ? values.bytes(hash, bytes) : here.bytes();
  }

  private Decoder decoder(long piece) {
    return pieces.decoder(piece).with(this::large);
  }

  private Encoder encoded(Effect effect) {
    var out = encoder();
    Fields.effect(out, effect);
    return out;
  }

  private Encoder asked(Effect effect) {
    var out = encoder();
    Fields.asked(out, effect);
    return out;
  }

  private Encoder encoder() {
    if (encoder == null) {
      encoder = new Encoder(ENCODED_BYTES);
    }
    encoder.clear();
    return encoder;
  }

  /// How many effects this branch has asked, with those before the first entry here.
  public int size() {
    return end;
  }

  /// Whether the effect at a sequence number below [#size] is this one, however it is performed. No
  /// encoding of what is asked begins with that of something else, so it is enough to compare as
  /// far as the asked one goes.
  boolean asks(int seq, Effect effect) {
    return pieces.begins(effects[index(seq)], asked(effect));
  }

  /// The first sequence number from `from` on whose effect is this one; −1 if there is none.
  int next(int from, Effect effect) {
    var asked = asked(effect);
    for (int seq = from; seq < end; seq++) {
      if (pieces.begins(effects[index(seq)], asked)) {
        return seq;
      }
    }
    return -1;
  }

  /// The effect at a sequence number below [#size].
  Effect effect(int seq) {
    return Fields.effect(decoder(effects[index(seq)]));
  }

  /// The outcome at a sequence number below [#size]; null if it is not known.
  @Nullable Outcome outcome(int seq) {
    long outcome = outcomes[index(seq)];
    return outcome == Pieces.NONE ? null : Fields.outcome(decoder(outcome));
  }

  /// Effect, outcome and position at a sequence number below [#size].
  public Entry entry(int seq) {
    return new Entry(effect(seq), outcome(seq), positions.isEmpty() ? "" : positions.get(seq));
  }

  /// About the bytes that this takes in memory, with the branches below.
  long bytes() {
    long sum = pieces.bytes() + 2L * Long.BYTES * effects.length;
    for (var branch : branches.values()) {
      sum += branch.bytes();
    }
    return sum;
  }

  /// All entries here and in the branches below.
  public int total() {
    int sum = end - first;
    for (var branch : branches.values()) {
      sum += branch.total();
    }
    return sum;
  }
}

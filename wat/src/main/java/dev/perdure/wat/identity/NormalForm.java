package dev.perdure.wat.identity;

import dev.perdure.value.Hash;
import dev.perdure.wat.syntax.AstBytes;
import dev.perdure.wat.syntax.CanonicalBytes;
import dev.perdure.wat.syntax.Form;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The canonical bytes of one definition or type, with gaps for the hashes of what it uses.
final class NormalForm {
  private final CanonicalBytes out = new CanonicalBytes();
  private final AstBytes trees = new AstBytes(out);
  private final List<Gap> gaps = new ArrayList<>();

  private record Gap(int at, Node used) {}

  NormalForm tag(int tag) {
    out.tag(tag);
    return this;
  }

  NormalForm flag(boolean flag) {
    out.flag(flag);
    return this;
  }

  NormalForm count(int count) {
    out.count(count);
    return this;
  }

  NormalForm text(String text) {
    out.text(text);
    return this;
  }

  /// A tree; the scopes of all trees of the form are numbered together.
  NormalForm tree(Form tree) {
    trees.write(tree);
    return this;
  }

  /// The hash of what is used here.
  NormalForm hash(Node used) {
    gaps.add(new Gap(out.size(), used));
    out.raw(new byte[Hash.SIZE]);
    return this;
  }

  /// All that is used.
  Set<Node> uses() {
    var uses = new LinkedHashSet<Node>();
    gaps.forEach(gap -> uses.add(gap.used()));
    return uses;
  }

  /// The hash of the bytes with the gaps filled.
  ///
  /// @param known the 32 bytes for each gap
  Hash hash(Function<Node, byte[]> known) {
    var bytes = out.toBytes();
    for (var gap : gaps) {
      System.arraycopy(known.apply(gap.used()), 0, bytes, gap.at(), Hash.SIZE);
    }
    return Hash.ofBytes(bytes);
  }
}

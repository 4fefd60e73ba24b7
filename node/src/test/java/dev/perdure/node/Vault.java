package dev.perdure.node;

import dev.perdure.api.Effect;
import dev.perdure.api.Log;
import dev.perdure.api.ReadOnly;
import dev.perdure.api.Routed;
import dev.perdure.api.Signal;

/// Functions that put what they are given everywhere a history has room for it.
public final class Vault {
  private final Outside outside;
  private final Post post;
  private final Log log;

  /// What the functions touch.
  @Effect
  public interface Outside {
    /// Answers with more than it was asked.
    String tell(String word);

    /// Throws an exception with the message.
    @ReadOnly
    String fail(String message);
  }

  /// Where words come from.
  @Effect
  public interface Post {
    /// Waits for one.
    @Signal
    String word();
  }

  /// Answers, and fails.
  static final class Teller implements Outside {
    @Override
    public String tell(String word) {
      return word + "-told";
    }

    @Override
    public String fail(String message) {
      throw new IllegalStateException(message);
    }
  }

  public Vault(Outside outside, Post post, Log log) {
    this.outside = outside;
    this.post = post;
    this.log = log;
  }

  @Routed
  public String keep(String word) {
    log.info("a line about " + word);
    return outside.tell(word + "-asked") + "-returned";
  }

  @Routed
  public String lose(String word) {
    return outside.fail("lost " + word);
  }

  @Routed
  public String receive(String word) {
    return word + post.word() + post.word();
  }
}

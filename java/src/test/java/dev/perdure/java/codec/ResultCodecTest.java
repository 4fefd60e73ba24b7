package dev.perdure.java.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.api.Keyword;
import dev.perdure.api.Result;
import dev.perdure.value.PerdureException;
import java.lang.reflect.Type;
import org.junit.jupiter.api.Test;

class ResultCodecTest {
  private interface Types {
    Result<Long, String> result();
  }

  private static Type result() throws ReflectiveOperationException {
    return Types.class.getDeclaredMethod("result").getGenericReturnType();
  }

  @Test
  void aResultIsTaggedWithHowItWent() throws ReflectiveOperationException {
    var codec = new Codecs().of(result());
    assertThat(codec.toValue(Result.ok(4L))).hasToString("#Result/Ok {:value 4}");
    assertThat(codec.toValue(Result.err("odd"))).hasToString("#Result/Err {:error \"odd\"}");
    assertThat(codec.fromValue(codec.toValue(Result.err("odd")))).isEqualTo(Result.err("odd"));
  }

  @Test
  void aKeywordCrossesAsItIs() {
    var codec = new Codecs().of(Keyword.class);
    assertThat(codec.toValue(new Keyword("shop/total"))).hasToString(":shop/total");
    assertThat(codec.fromValue(codec.toValue(new Keyword("a")))).isEqualTo(new Keyword("a"));
  }

  @Test
  void aNameThatDoesNotReadBackIsNoKeyword() {
    assertThatThrownBy(() -> new Keyword("two words"))
        .isInstanceOf(PerdureException.class)
        .hasMessageContaining("VALUE_INVALID");
  }
}

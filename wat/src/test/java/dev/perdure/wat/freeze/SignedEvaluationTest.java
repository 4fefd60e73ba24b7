package dev.perdure.wat.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.start.Entry;
import dev.perdure.wat.start.Grants;
import dev.perdure.wat.start.ProcessWorld;
import dev.perdure.wat.syntax.AstBytes;
import dev.perdure.wat.syntax.Reader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedEvaluationTest {
  private static final String CODE = "(:wat::core::+ 40 2)";

  private static String evaluated(String call, Grants grants) {
    var text =
        "(:wat::core::defn :t::a [] -> :wat::core::Result<wat::core::i64,wat::core::EvalError> "
            + call
            + ")";
    var program =
        Program.check(
            Path.of("/eval.wat"),
            text,
            path -> {
              throw new IOException("nothing is loaded");
            });
    assertThat(program.errors()).isEmpty();
    var nowhere = new PrintWriter(new StringWriter());
    var world =
        new ProcessWorld(nowhere, nowhere, List.of(), Clock.systemUTC(), new Random(1))
            .granted(grants);
    return Entry.value(program, "t::a", world).toString();
  }

  private static String payload(byte[] bytes) {
    return ":wat::verify::string \"" + Base64.getEncoder().encodeToString(bytes) + "\"";
  }

  @Test
  void codeIsEvaluatedIfTheKeySignedItsForms() throws GeneralSecurityException {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var signer = Signature.getInstance("Ed25519");
    signer.initSign(pair.getPrivate());
    signer.update(Verification.sha256(AstBytes.of(Reader.program("code", CODE))));
    var encoded = pair.getPublic().getEncoded();
    var key = payload(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    var signature = payload(signer.sign());
    for (var source : List.of(CODE, "; said\n(:wat::core::+   40 2)")) {
      assertThat(evaluated(signed(source, signature, key), Grants.NONE)).contains("42");
    }
    assertThat(evaluated(signed("(:wat::core::+ 41 2)", signature, key), Grants.NONE))
        .contains("verification-failed");
  }

  private static String signed(String source, String signature, String key) {
    return "(:wat::eval-signed-string! \"%s\" :wat::verify::signed-ed25519 %s %s)"
        .formatted(source, signature, key);
  }

  @Test
  void aFileIsEvaluatedWhereItIsGrantedAndItsDigestIsRight(@TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("code.wat"), CODE);
    Files.writeString(
        folder.resolve("code.sha"),
        HexFormat.of().formatHex(Verification.sha256(CODE.getBytes(StandardCharsets.UTF_8))));
    var grants = Grants.of(folder, List.of("."), List.of());
    var digest =
        "(:wat::eval-digest! \"code.wat\" :wat::verify::digest-sha256 :wat::verify::file-path"
            + " \"%s\")";
    assertThat(evaluated("(:wat::eval-file! \"code.wat\")", grants)).contains("42");
    assertThat(evaluated(digest.formatted("code.sha"), grants)).contains("42");
    assertThat(evaluated(digest.formatted("code.wat"), grants)).contains("verification-failed");
    assertThat(evaluated(digest.formatted("code.sha"), Grants.NONE)).contains("grant-missing");
    assertThat(evaluated("(:wat::eval-file! \"none.wat\")", grants))
        .contains("runtime-error", "NotFound");
  }
}

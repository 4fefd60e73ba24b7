package dev.perdure.wat.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.syntax.AstBytes;
import dev.perdure.wat.syntax.Reader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Loads (W16).
class LoadsTest {
  private static final String ONE = "(:wat::core::defn :t::one [] -> :wat::core::i64 1)";

  private final Map<Path, String> files = new HashMap<>();

  private List<String> kinds(String entry) {
    return program(entry).errors().stream().map(error -> error.kind().tag()).toList();
  }

  private Program program(String entry) {
    return Program.check(
        Path.of("/app/main.wat"),
        entry,
        path -> {
          var text = files.get(path);
          if (text == null) {
            throw new IOException("no such file");
          }
          return text.getBytes(StandardCharsets.UTF_8);
        });
  }

  private static String load(String path) {
    return "(:wat::load-file! \"" + path + "\")";
  }

  @Test
  void theFormsOfAFileTakeThePlaceOfTheLoad() {
    files.put(Path.of("/app/lib/one.wat"), ONE);
    var program =
        program(load("lib/one.wat") + "(:wat::core::defn :t::a [] -> :wat::core::i64 (:t::one))");
    assertThat(program.errors()).isEmpty();
    assertThat(program.checked().codes()).containsKeys("t::one", "t::a");
  }

  @Test
  void aPathIsRelativeToTheFileThatLoads() {
    files.put(Path.of("/app/lib/two.wat"), load("one.wat"));
    files.put(Path.of("/app/lib/one.wat"), ONE);
    assertThat(kinds(load("lib/two.wat"))).isEmpty();
  }

  @Test
  void aStringIsLoadedLikeAFile() {
    var text = ONE.replace("\"", "\\\"");
    assertThat(program("(:wat::load-string! \"" + text + "\")").checked().codes())
        .containsKey("t::one");
  }

  @Test
  void eachFileLoadsOnce() {
    files.put(Path.of("/app/one.wat"), ONE);
    assertThat(kinds(load("one.wat") + load("./one.wat")))
        .containsExactly("wat.load/DuplicateLoad");
  }

  @Test
  void filesThatLoadEachOtherAreACycle() {
    files.put(Path.of("/app/a.wat"), load("b.wat"));
    files.put(Path.of("/app/b.wat"), load("a.wat"));
    assertThat(kinds(load("a.wat"))).containsExactly("wat.load/CycleDetected");
  }

  @Test
  void aFileThatCannotBeReadIsNotFetched() {
    assertThat(kinds(load("nowhere.wat"))).containsExactly("wat.load/Fetch");
  }

  @Test
  void aFileThatIsNoWatIsNotParsed() {
    files.put(Path.of("/app/bad.wat"), "(1");
    assertThat(kinds(load("bad.wat"))).containsExactly("wat.load/Parse");
  }

  @Test
  void aLoadedFileSetsNothing() {
    files.put(Path.of("/app/set.wat"), "(:wat::config::set-redef! true)");
    assertThat(kinds(load("set.wat"))).containsExactly("wat.load/SetterInLoadedFile");
  }

  @Test
  void aLoadWithoutALiteralPathIsMalformed() {
    assertThat(kinds("(:wat::load-file! path)")).containsExactly("wat.load/MalformedLoadForm");
    assertThat(
            kinds("(:wat::digest-load! \"one.wat\" :wat::verify::md5 :wat::verify::string \"\")"))
        .containsExactly("wat.load/MalformedLoadForm");
  }

  private static String digestLoad(String payload) {
    return "(:wat::digest-load! \"one.wat\" :wat::verify::digest-sha256 " + payload + ")";
  }

  @Test
  void aDigestIsThatOfTheBytes() {
    files.put(Path.of("/app/one.wat"), ONE);
    var digest =
        HexFormat.of().formatHex(Verification.sha256(ONE.getBytes(StandardCharsets.UTF_8)));
    files.put(Path.of("/app/one.sha256"), digest + "\n");
    assertThat(kinds(digestLoad(":wat::verify::string \"" + digest + "\""))).isEmpty();
    assertThat(kinds(digestLoad(":wat::verify::file-path \"one.sha256\""))).isEmpty();
  }

  @Test
  void anotherDigestIsRefused() {
    files.put(Path.of("/app/one.wat"), ONE + " ");
    var digest =
        HexFormat.of().formatHex(Verification.sha256(ONE.getBytes(StandardCharsets.UTF_8)));
    assertThat(kinds(digestLoad(":wat::verify::string \"" + digest + "\"")))
        .containsExactly("wat.load/VerificationFailed");
  }

  /// Comments and layout do not matter to a signature; a changed form does.
  @Test
  void aSignatureIsOverTheForms() throws GeneralSecurityException {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var signer = Signature.getInstance("Ed25519");
    signer.initSign(pair.getPrivate());
    signer.update(Verification.sha256(AstBytes.of(Reader.program("one", ONE))));
    var signature = Base64.getEncoder().encodeToString(signer.sign());
    var encoded = pair.getPublic().getEncoded();
    var key =
        Base64.getEncoder()
            .encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    var load =
        "(:wat::signed-load! \"one.wat\" :wat::verify::signed-ed25519 :wat::verify::string \"%s\" :wat::verify::string \"%s\")"
            .formatted(signature, key);
    files.put(Path.of("/app/one.wat"), "; a remark\n" + ONE);
    assertThat(kinds(load)).isEmpty();
    files.put(Path.of("/app/one.wat"), ONE.replace(" 1)", " 2)"));
    assertThat(kinds(load)).containsExactly("wat.load/VerificationFailed");
    assertThat(kinds(load.replace(key, "AAAA"))).containsExactly("wat.load/VerificationFailed");
  }
}

package org.demarche.examples.thaad;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.DOSSIER;
import static org.demarche.examples.thaad.ThaadFixtures.claim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.demarche.json.Dossiers;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.TermOfOffice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The file of the dossier, compared with what the coder recorded.
 *
 * <p>The digests are SHA-256 over UTF-8. They were computed from the coder's own tables and not
 * from this file. The digest of a list covers one line per record, each with a line feed. The
 * digest of a claim covers its line without a line feed. In a line, fields are separated by
 * vertical bars, and the members of a set are in order and separated by commas. An absent field is
 * empty. The names “South Korea” and “China” have since changed places with the aliases “Republic
 * of Korea” and “People’s Republic of China”, in the coder’s table too. Labels are not in the
 * tables.
 */
class CoderTablesTest {
  private static final String CLAIMS =
      """
      KH15-01 b524561b8702b8dbdcdca4adf0efe1c72e6dfc82d9ea468a0d3a0e844aa7a51d
      KH15-02 d0edc1309ceb81ebb2ece190066ced852489b2cbf07f7d022bf0b33f746e436a
      KH15-03 a2710b33669e12e80279095c5b597eace3077a29c7fdcf05011ce855cca03c7b
      KH15-04 3df9e763c37b581525b0de1823472fd4c94b99a714ede8986fe7fa0e1edf5747
      KH15-05 325ad21c2f46d26caac75fac91993caf87df12ddedbb8a490b31c79a2f39a38e
      KH15-06 b8551f8678d97ecea96e8fc569dc95658a63d47c57ac25240f629f496f97a4fb
      KH15-07 df2251678cd26ca3638fce80e9aa99a1005f7902c6e0685047d33e0eced788b3
      KH15-08 bab921529848e9a58b2abd0ca88280ff31b356cbc308339b2063cb68c7edc052
      KH15-09 4f1ee1df92fc0e0ca7f7a68fb184ae74ae443379c32d21196868e799fb76625c
      KH15-10 0056d9d55e1db374684546505d161bdba6aadb4f255c41cd03904252d9769c3d
      KH15-11 5d157d2165c2c63e7472b9d2cf741a2c411fd3ca84f2cec90d4f1f1e6dafcfdd
      KH15-12 e8c32ffa91a0ae14724c20eebb575e4a4748b98c2fc422499603ab9096da2077
      KH15-13 1a079fbeb4c997bf8f0bb313e35383a3b57ae3034b2e659a3f24662a78fbc5f9
      KH15-14 36212f47195c3386311d4f19098d9c0f0d640d867477f95dd4d26db427b22c37
      KH15-15 1d3727859d8c044f0af0d1748cffe74363f213852cdae62ea8105b87adcbac59
      KH15-16 1c5ec1bf840b7db2e041ab62abc0786376891695c694036c35a6ef90ff0e1f55
      KH15-17 bdf79588d241db224a6f8e4eec29f13b1afb8dded997cdb5bedb93b928e4f159
      UPI17-01 30236e2d9480f0c4f619f6e5fd1acc8aba60e3949acba64f55957dd164dc22af
      UPI17-02 7e4cd340cb1f3364c6f524376742116ecc8abf44280c188ce591bcc5fa0fe97b
      UPI17-03 6409134332ada53547e07b49a4d2a561b82007b4cd7d894b8dc60be5a5b67618
      UPI17-13 604e8ddef3477b76645c04590c7984d6d46107a74fc0ba162d0d039339842372
      UPI17-04 51cfa98d9bc671b8bad48981b11c0f8aba3faeabeb22767cb379cd737597cbd5
      UPI17-05 459fb55847bd31cb04e34e5bad9d6db7190472f8082d56efe2fe92a99d50f0df
      UPI17-06 684a50472c9af2edc31849153a493adcee17ae8d58731d9abb17550d4095fe86
      UPI17-07 23288be2cd67dc289053bb8f31eafc350f0543931c8ad93f246ad6c9c24e2108
      UPI17-08 b8e36cd8854cb802f4ed06daad946d7d50d3840fbe7ccfe3e03e80a1c7991d6a
      UPI17-09 ed7a0cb3fb54d54c466ad36af9a6e8dcce5d54396bcb2a6602c2bdc22eb5eec4
      UPI17-10 79a32dc82dde4bdc2a862b3fd2185c05cac65a2a79884abe4d445651fa14de69
      UPI17-11 432d42155394df43170a46949319369845f88e5b2af6e2cf220c77792703bf7b
      UPI17-12 e185c2be49080c5f3aceea27b31c81fcb1489b4fd976343b2cd11d5a244bcb8e
      KT17-01 d7fa0ac9d5ef65b439316067e52625f97d9a5f89dfbf1d933573bb919cb266ca
      KT17-02 b1d41db22f2ebf960260f9d4fc92682fa615c41a4a573f4def3a182967fb74b1
      KT17-03 39a02ffceb49dc85f14db3db7cf00aa29c551ebc9c34a1fe750adf41013012e5
      KT17-04 68c4808300b37a8640881e7e5db56b1f1c339c2b9d33467cae0b75524ccd2e4c
      KT17-05 e0a71dacfcd597b6d17518fd500a66794198a8805319dc9ae6d40469b86ec101
      KT17-06 b3693097ecbb7a0e74b76a9d9b541cd87494c25d0ba53008a972ac5d062ecfc1
      KT17-07 3c19706379f14b05c862ba3317bec487021a7f28c0242a4655844183daae5c76
      KT17-08 f93e2a55cbb16a0061cbe82839b4fb2c1c9e14c99e34e89c62a1a2404e72b2de
      KT17-09 4c1dbe86c9f214ce3abbcb618c2743646c22993bdd433107b6c52cfe283904a7
      KT17-10 85f3a9632114a9db1bb2223b1f612cd5b5bc478c0b1ec91c0335b8097d7e91d7
      KT17-11 8dfc5465949177d767a42438a16fa95a6be7a8e23c5d74241d6288b852877125
      KT17-12 3596c823dfa4d8543cb719203917cb1c9be0495c94c3473cf67204f7fe98958e
      KT17-13 f961ca9fb8cc50c7a93bf8d682be12d3de43ae24b2a7b19a98b8952adb67494e
      KT17-14 998770b43f50f16676b252485d6ff5fdc4d251be55f65d363a336dc877302950
      KT17-15 14a022f2d0fef4dc8555d677cf90578b97577b03d65a80b39369db90b1dfc370
      KT17-16 a117a4b5b86586eb7f025feb2941753d6188d69bb12300e6249ee207c4554e7a
      KT17-17 73084d0c56d25a2ac93a2f4777da31ebb67b58ae864c0dd355e3d47ad81e4d01
      KT17-18 ecde12582d7d7a0214b2041022b0b844d73dd2f7d919ee982fa9868a95ce09eb
      KT17-19 e1a4c53d0fd0953ce381577ebaf7588f83de7270ae4e2db9a296cb130adf3e25
      KT17-20 a0155b71ba8a9d35cc1e0e0801c58fd3211267265e7d46c3a1c0c59b328e29e1
      KT17-21 393ba4b1f960bd9ff9d7475cd3fb6745e8d8bef7a64239603b885648bb4189d7
      KT17-22 9ca7ee5e1c39239d4d1623c36ed052c951e94298064a6596e20dbfd17cb1bdd5
      KT17-23 2aa167b90018663bebfb911f1110706f8667261f1305a6b3fa66d116143047ac
      KT17-24 b1643727ac3470734cb7ed2dae57688426ca0d06dabd81c50a7a42c5eb8af433
      KT17-25 366d13f9a3ca868bd3346b376e6fff4ec21dd2968ea0b8cc4a2fc9304ea35962
      KT17-26 ae96f734767c6f47226d20d8e19e01f667b07a035869cb66c95493c522ee63ce
      KT17-27 053ba99002859b213d2ef2441d2538f259e237921018ad9b2d6ea2530a1a1324
      AP22-01 a6cce28f63bbdf653411202421dc0b1a2efc732402c06545184b6322c52f9e4a
      AP22-02 06c0f58d103e2cf4e4001862b32161f2fb6fa7938c88580b1ffd98344cc85d97
      AP22-03 a69a1ebe0b4c9ff295091f8751c0fbbbe0e86d35f7143b03af878b3b5d60e4f1
      AP22-04 8af4e414b2e25772dd0565443838504f68c7be4d22590b7d05a2e417236b3be6
      AP22-05 095211bf52e30c9ca6a00e64b11d95b34b767c5d7492fd9db9a408f648fcccbc
      AP22-06 9b98a14d7dca7b631a820157118d296c1aa6d4ac9c0b30e4e52bd867fc61d8f0
      AP22-07 02a096f033df2c749dd573becee94838e1e12d4e06086c5e2b8baeddb2ddad86
      AP22-08 80e9ed2fb846c4b7bb9eca5b632668b28ee6776c8f94fd51a73a8fd7ee79bc2b
      AP22-09 a4c03b16474c2825c02a84ff4235c4914eddbb345240f456354c5692d5f9abd2
      AP22-10 5efba422184325d805ce1a113a2df84788adc4f701cf57a73559279780e26ad8
      AP22-11 b12589ebb5645ab0d459c84e8169e32f8bd799c7e3c85d0e828934ec6285a9fe
      ET22-01 b19a1af429ebb1aacf01dff4b2bf7ba8d4dff0e93d1e6a25ed5a65b40f368716
      ET22-02 711b9f3a2732d039ed1a47d0bd04b853de2ef127415fbb39790b72451c8c2c93
      ET22-03 7bc8930718415443b002f74d07d501f3f51146985dd5019e71a3e15f775d1978
      ET22-04 884ddd617246764842f6ba0d367fba628f4af3b35c125e975c995aad5c86d663
      ET22-05 c40556b06433230dfef2ddbafe44f9d6da26e7b9cf6c17f7c89d3fedecfcfd6d
      ET22-06 98d5dc38168e2492d478e89602552ea8a57cc6ef7e8068a2aa215c84974cce1b
      ET22-07 bb1d35225cb25f227196cc431932582167c7f8d80facf2c85a4b5de5b3253048
      ET22-08 7320b882e4919e1fa2493803fb5bf56b094979d4834c27c9233e594abc1b2cd8
      ET22-09 7f71c583e866051f12b298d2d0e65a9f9674d3286f0a56da7e960bc0d5ba3e39
      ET22-10 cfd4f9cb171056c489a1d92addf8f126fb0e2e1a9e830ed43864d678fe187c84
      ET22-11 10fd4b1e0423847d5b902b147fe59d646a4a1eb1d0d5265eb31fac0202bec888
      ET22-12 a8a297cda4188cc2a41e3f66221f618e65f1103a739dadad5cb5f67f867fa3a0
      ET22-13 353dac9dd14a16264ac26946827decb09f0622a5d77f67413dea59485a9f7c35
      ET22-14 fc94f3172d3294c47810558de6ff46fca3a99437b8ec1585e551e2d98e9a46b9
      ET22-15 3286e618a559741d4d7bf605d50c3c2d03b6bd17ff4644f612919a7f4034bf8b
      ET22-16 c04dfbe2a4a3083814750302e4bc9dd0a3f0a4aefa0c379376d20da2d4aecce0
      ET22-17 c85dde4c3f679cf48d9854aaff65d8f4f5af4ecff136a3b2e30951405544f0e6
      ET22-18 77615410f2e5767d0654edb6fad7d4d53131e643bbd6b2ac6886a672aadc72d2
      ET22-19 8c2e9cd422dbe804a057d0f35a730e4f2ff2ae8d4a25a8c5d439fd44366b8d45
      ET22-20 a74082361a255797680a5c653f648d1fd363fd8e89b14af954ea54e1f68dd73f
      ET22-21 f58d4c4ada786c136102ce672c59238129fa361df7cbce4913e55121b289e52a
      """;

  @Test
  void the_file_contains_the_expected_number_of_records() {
    assertThat(DOSSIER.sources()).hasSize(6);
    assertThat(DOSSIER.actors()).hasSize(43);
    assertThat(DOSSIER.actors().stream().flatMap(actor -> actor.terms().stream())).hasSize(8);
    assertThat(DOSSIER.occasions()).hasSize(11);
    assertThat(DOSSIER.propositions()).hasSize(51);
    assertThat(DOSSIER.claims()).hasSize(89);
    assertThat(DOSSIER.claims().stream().flatMap(claim -> claim.evidence().stream())).hasSize(105);
  }

  @Test
  void the_dossier_has_no_warnings() {
    assertThat(DOSSIER.warnings()).isEmpty();
  }

  static Stream<Arguments> claims() {
    return CLAIMS.lines().map(line -> Arguments.of((Object[]) line.split(" ", -1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("claims")
  void each_claim_matches_the_coders_table(String id, String digest) {
    assertThat(sha256(line(claim(id)))).as(line(claim(id))).isEqualTo(digest);
  }

  @Test
  void the_claims_are_in_the_order_in_which_they_were_coded() {
    assertThat(DOSSIER.claims())
        .extracting(Claim::id)
        .containsExactlyElementsOf(claims().map(claim -> (String) claim.get()[0]).toList());
  }

  @Test
  void every_quotation_matches_the_coders_table() {
    Stream<String> lines =
        DOSSIER.claims().stream()
            .flatMap(claim -> claim.evidence().stream().map(piece -> line(claim, piece)));
    assertThat(digest(lines))
        .isEqualTo("2464074eff6c46c52b7346e2608e70c319d904448a5935bf7f743cc48523e750");
  }

  @Test
  void the_sources_match_the_coders_table() {
    assertThat(digest(DOSSIER.sources().stream().map(CoderTablesTest::line)))
        .isEqualTo("5211a8a8d2a21f3cc6100e975de4395e0a0305f4200ad2885ab993d3050c6ed0");
  }

  @Test
  void the_actors_match_the_coders_table() {
    assertThat(digest(DOSSIER.actors().stream().map(CoderTablesTest::line)))
        .isEqualTo("9e260d396999a26bb3e390b31b160a0bd24c1a210a1276808b57d7b0bd507b98");
  }

  @Test
  void the_terms_of_office_match_the_coders_table() {
    Stream<String> lines =
        DOSSIER.actors().stream()
            .flatMap(state -> state.terms().stream().map(term -> line(state, term)));
    assertThat(digest(lines))
        .isEqualTo("65783df364b7431399576eb4668226d852134f88e2bbbdf4124a0c8711147c62");
  }

  @Test
  void the_occasions_match_the_coders_table() {
    assertThat(digest(DOSSIER.occasions().stream().map(CoderTablesTest::line)))
        .isEqualTo("bf0fc710b9c1759d372b0ae6bf6a140630798bd0603b8591a8482b2296d8f4c3");
  }

  @Test
  void the_propositions_match_the_coders_table() {
    assertThat(digest(DOSSIER.propositions().stream().map(CoderTablesTest::line)))
        .isEqualTo("f2e0aae0cf6a7aa8a0523a581ffb05cf885899ac8ba3e67e5926c35865cdbfad");
  }

  @Test
  void a_dossier_written_and_read_again_is_equal_and_has_the_same_bytes(@TempDir Path folder)
      throws IOException {
    Path file = Files.write(folder.resolve("thaad.json"), committed());
    Dossiers.write(DOSSIER, file);
    assertThat(file).hasBinaryContent(committed());
    assertThat(Dossiers.read(file)).isEqualTo(DOSSIER);
    Path lines = folder.resolve("thaad.jsonl.gz");
    Dossiers.write(DOSSIER, lines);
    assertThat(Dossiers.read(lines)).isEqualTo(DOSSIER);
  }

  @Test
  void the_schema_named_in_the_file_is_the_shipped_schema() throws IOException {
    Path here = Path.of("src/main/resources/thaad.json");
    String named =
        Files.readString(here)
            .lines()
            .filter(line -> line.contains("$schema"))
            .findFirst()
            .orElseThrow()
            .replaceAll(".*: \"|\",", "");
    try (InputStream shipped = Dossiers.class.getResourceAsStream("dossier.schema.json")) {
      assertThat(here.resolveSibling(named))
          .hasBinaryContent(Objects.requireNonNull(shipped).readAllBytes());
    }
  }

  private static byte[] committed() throws IOException {
    try (InputStream file = ThaadDossier.class.getResourceAsStream("/thaad.json")) {
      return Objects.requireNonNull(file, "thaad.json").readAllBytes();
    }
  }

  // Lines and their digests

  private static String line(Claim claim) {
    return fields(
        claim.id(),
        members(claim.speakers()),
        members(claim.principals()),
        claim.asserted(),
        claim.basis(),
        claim.occasion().orElse(""),
        members(claim.audience()),
        claim.proposition(),
        claim.stance(),
        claim.force(),
        members(claim.frames()),
        members(claim.respondsTo()),
        claim.gist().orElse(""),
        claim.role().orElse(""));
  }

  private static String line(Claim claim, Evidence piece) {
    return fields(
        claim.id(), piece.source(), piece.mode(), members(piece.via()), piece.quote().orElse(""));
  }

  private static String line(Source source) {
    return fields(
        source.id(),
        source.outlet(),
        source.title(),
        source.published(),
        source.basis(),
        source.hasReliableQuotes(),
        members(source.derivedFrom()),
        source.revises().orElse(""));
  }

  private static String line(Actor actor) {
    return fields(
        actor.id(),
        actor.name(),
        actor.kind(),
        actor.of().orElse(""),
        actor.authority(),
        actor.isNamed(),
        members(actor.aliases()));
  }

  private static String line(Actor state, TermOfOffice term) {
    return fields(
        state.id(),
        term.head(),
        term.isActing(),
        term.from(),
        term.to().map(Objects::toString).orElse(""));
  }

  private static String line(Occasion occasion) {
    return fields(
        occasion.id(), occasion.label(), occasion.when(), members(occasion.participants()));
  }

  private static String line(Proposition proposition) {
    return fields(
        proposition.id(),
        proposition.issue(),
        proposition.text(),
        members(proposition.parts().entrySet()), // part=STANCE
        proposition.about().orElse(""),
        members(proposition.excludes()));
  }

  private static String members(Collection<?> members) {
    return members.stream().map(Object::toString).collect(joining(","));
  }

  private static String fields(Object... fields) {
    return Stream.of(fields).map(Object::toString).collect(joining("|"));
  }

  private static String digest(Stream<String> lines) {
    return sha256(lines.map(line -> line + "\n").collect(joining()));
  }

  private static String sha256(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new AssertionError(missing);
    }
  }
}

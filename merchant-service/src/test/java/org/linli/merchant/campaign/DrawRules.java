package org.linli.merchant.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Rule M-4: chance that anybody can check. */
class DrawRules {
    private static final String SEED = "00".repeat(31) + "01";

    @Test
    void anAuditorComputesTheSameNumberFromTheDescriptionAlone() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(SEED), "HmacSHA256"));
        byte[] bytes = mac.doFinal("k1\nu1\n3".getBytes(StandardCharsets.UTF_8));
        long first = 0;
        for (int i = 0; i < 8; i++) {
            first = first << 8 | bytes[i] & 0xff;
        }
        assertThat(Draw.number(SEED, "k1", "u1", 3)).isEqualTo((int) Long.remainderUnsigned(first, 1_000_000));
    }

    @Test
    void personTryCampaignAndSeedAllMatter() {
        List<Integer> numbers = List.of(
                Draw.number(SEED, "k1", "u1", 1),
                Draw.number(SEED, "k2", "u1", 1),
                Draw.number(SEED, "k1", "u2", 1),
                Draw.number(SEED, "k1", "u1", 2),
                Draw.number("ff".repeat(32), "k1", "u1", 1));
        assertThat(numbers).doesNotHaveDuplicates();
    }

    @Test
    void theCommitmentIsTheHashOfTheSeedsBytes() {
        assertThat(Draw.commitment("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void oddsComeTrueOverManyPeople() {
        List<Prize> prizes = List.of(prize("p1", 50_000), prize("p2", 250_000));
        int rare = 0;
        int common = 0;
        for (int person = 0; person < 20_000; person++) {
            String won = Draw.prizeAt(Draw.number(SEED, "k1", "u" + person, 1), prizes)
                    .map(Prize::id)
                    .orElse("");
            rare += won.equals("p1") ? 1 : 0;
            common += won.equals("p2") ? 1 : 0;
        }
        // Five standard deviations.
        assertThat(rare).isBetween(1_000 - 155, 1_000 + 155);
        assertThat(common).isBetween(5_000 - 307, 5_000 + 307);
    }

    @Property
    void everyNumberBelongsToOnePartOrNone(@ForAll @IntRange(max = Prize.WHOLE - 1) int number) {
        List<Prize> prizes = List.of(prize("p1", 1), prize("p2", null), prize("p3", 999_998));
        String expected = number < 1 ? "p1" : number < 999_999 ? "p3" : null;
        assertThat(Draw.prizeAt(number, prizes).map(Prize::id).orElse(null)).isEqualTo(expected);
    }

    private static Prize prize(String id, Integer chance) {
        Reward reward = new Reward(Reward.Kind.POINTS, null, null, 1L, null);
        return new Prize(id, id, reward, null, chance, When.ALWAYS, null);
    }
}

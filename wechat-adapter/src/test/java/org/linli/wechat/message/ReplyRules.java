package org.linli.wechat.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReplyRules {
    @Test
    void aMerchantsTitleCannotBreakOutOfTheReply() {
        assertThat(new Reply("半价]]></Content><Evil/>").text()).doesNotContain("]]>");
    }

    @Test
    void charactersThatXmlForbidsAreLeftOut() {
        assertThat(new Reply("a\u0000b\u000Bc\uFFFE\n😀").text()).isEqualTo("abc\n😀");
    }

    @Test
    void aReplyFitsIntoWhatWechatCarriesWithoutSplittingACharacter() {
        String text = new Reply("惠".repeat(2_000)).text();
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2_048);
        assertThat(text).isEqualTo("惠".repeat(682));
    }
}

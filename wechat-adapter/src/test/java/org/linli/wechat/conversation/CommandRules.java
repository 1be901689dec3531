package org.linli.wechat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRules {
    @ParameterizedTest
    @ValueSource(strings = {"附近优惠", " 附近优惠 ", "附近优惠！", "优惠", "　优惠。", "附近優惠", "Nearby", "NEARBY_OFFERS"})
    void offersAreAskedForInTheseWords(String text) {
        assertThat(Command.of(text)).contains(Command.NEARBY_OFFERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"贷款进度", "贷款进度？", "贷款", "loan"})
    void theLoanIsAskedForInTheseWords(String text) {
        assertThat(Command.of(text)).contains(Command.LOAN_PROGRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "？", "你好", "附近优惠有什么好吃的", "附 近 优 惠"})
    void anythingElseIsNoCommand(String text) {
        assertThat(Command.of(text)).isEmpty();
    }

    @Test
    void aLongTextIsNoCommandAndCostsNothing() {
        assertThat(Command.of("附近优惠" + "!".repeat(100_000))).isEmpty();
    }

    @Test
    void whoWritesWithoutChineseIsAnsweredInEnglish() {
        assertThat(Texts.languageOf("nearby")).isEqualTo(Locale.ENGLISH);
        assertThat(Texts.languageOf("附近 offers")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(Texts.languageOf("123 😀")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }
}

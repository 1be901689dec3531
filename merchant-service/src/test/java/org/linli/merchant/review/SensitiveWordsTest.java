package org.linli.merchant.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SensitiveWordsTest {
    private final SensitiveWords words = new SensitiveWords("");

    @Test
    void aListedWordIsFoundWhateverItsCaseWidthScriptOrRepetition() {
        assertThat(words.in("这里可以套现")).containsExactly("套现");
        assertThat(words.in("請加QQ聊")).isNotEmpty();
        assertThat(words.in("加ｑｑ")).isNotEmpty();
        assertThat(words.in("賭博場所")).isNotEmpty();
        assertThat(words.in("套套套现")).isNotEmpty();
    }

    @Test
    void ordinaryPraiseAndBlameAreLeftAlone() {
        assertThat(words.in("牛肉面很好吃，老板热情，就是等了20分钟，电话13800001234打不通")).isEmpty();
        assertThat(words.in("")).isEmpty();
        assertThat(words.in(null)).isEmpty();
    }

    @Test
    void aWordCountsOnce() {
        assertThat(words.in("套现，还是套现")).containsExactly("套现");
    }

    @Test
    void theBanksOwnListIsUsedToo(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("words.txt");
        Files.writeString(file, "# ours\n某某银行倒闭\n\n");
        assertThat(new SensitiveWords(file.toString()).in("听说某某银行倒闭了")).containsExactly("某某银行倒闭");
        assertThat(words.in("听说某某银行倒闭了")).isEmpty();
    }

    @Test
    void aListThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> new SensitiveWords("/no/such/list")).isInstanceOf(UncheckedIOException.class);
    }
}

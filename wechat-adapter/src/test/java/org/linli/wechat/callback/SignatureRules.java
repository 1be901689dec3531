package org.linli.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureRules {
    @Test
    void partsAreSortedBeforeTheSum() {
        assertThat(Signature.of("123", "345")).isEqualTo("9f537aeb751ec72605f57f94a2f6dc3e3958e1dd");
        assertThat(Signature.of("345", "123")).isEqualTo("9f537aeb751ec72605f57f94a2f6dc3e3958e1dd");
    }

    @Test
    void aRealCallbackOfWechatVerifies() {
        String signature = "899cf89e464efb63f54ddac96b0a0a235f53aa78";
        assertThat(Signature.matches(signature, "AAAAA", "1714037059", "486452656"))
                .isTrue();
        assertThat(Signature.matches(signature, "AAAAB", "1714037059", "486452656"))
                .isFalse();
    }

    @Test
    void anEmptyPartNeverVerifies() {
        assertThat(Signature.matches("", "AAAAA", "1714037059", "486452656")).isFalse();
        assertThat(Signature.matches("899cf89e464efb63f54ddac96b0a0a235f53aa78", "AAAAA", "", "486452656"))
                .isFalse();
    }
}

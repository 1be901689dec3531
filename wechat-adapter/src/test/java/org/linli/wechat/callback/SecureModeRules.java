package org.linli.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.Test;
import org.linli.wechat.account.OfficialAccount;

class SecureModeRules {
    private static final String CURRENT = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String PREVIOUS = "0123456789ABCDEFGabcdefghijklmnopqrstuvwxyz";
    private static final String XML = "<xml><Content><![CDATA[附近优惠]]></Content></xml>";
    private final OfficialAccount account = new OfficialAccount("hq", "wx1", "secret", "token", CURRENT, PREVIOUS);

    @Test
    void whatWxjavaEncryptsIsOpened() {
        assertThat(SecureMode.open(account, sealed(CURRENT, "wx1"))).contains(new SecureMode.Opened(XML, CURRENT));
    }

    @Test
    void theOldKeyStillOpensAfterAKeyChange() {
        assertThat(SecureMode.open(account, sealed(PREVIOUS, "wx1"))).contains(new SecureMode.Opened(XML, PREVIOUS));
    }

    @Test
    void aMessageForAnotherAppidIsNotOurs() {
        assertThat(SecureMode.open(account, sealed(CURRENT, "wx2"))).isEmpty();
    }

    @Test
    void aKeyThatIsNeitherOpensNothing() {
        String other = "ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ";
        assertThat(SecureMode.open(account, sealed(other, "wx1"))).isEmpty();
    }

    /** Under the wrong key the length field is noise: believed, it would ask for gigabytes every other time. */
    @Test
    void noiseNeverCostsMemory() {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[32 * (1 + random.nextInt(8))];
            random.nextBytes(noise);
            assertThat(SecureMode.open(account, Base64.getEncoder().encodeToString(noise)))
                    .isEmpty();
        }
        assertThat(SecureMode.open(account, "not base64 !")).isEmpty();
        assertThat(SecureMode.open(account, "AAAA")).isEmpty();
        assertThat(SecureMode.open(account, "")).isEmpty();
    }

    private static String sealed(String key, String appId) {
        return new WxCryptUtil("token", key, appId).encryptContext(XML).getEncrypt();
    }
}

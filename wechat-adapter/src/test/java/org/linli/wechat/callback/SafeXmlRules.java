package org.linli.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.web.ProblemException;

class SafeXmlRules {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE xml SYSTEM \"http://127.0.0.1:1/x.dtd\"><xml><a>1</a></xml>",
                "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><a>&e;</a></xml>",
                "<!DOCTYPE xml [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><xml>&b;</xml>",
                "<!DOCTYPE xml [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]><xml/>",
                "<?xml version=\"1.0\"?><!DOCTYPE xml><xml/>",
                "<xml>&unknown;</xml>",
                "<xml class=\"java.lang.Runtime\"><a/></xml>",
                "<xml><a reference=\"..\"/></xml>",
                "<html><body/></html>",
                "<xml><a></xml>",
                "<xml/><xml/>",
                "{\"json\":true}",
                ""
            })
    void whatWechatNeverSendsIsRefused(String xml) {
        assertThatThrownBy(() -> SafeXml.checked(xml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo("malformed-body"));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] gbk = {'<', 'x', 'm', 'l', '>', (byte) 0xB8, (byte) 0xBD, '<', '/', 'x', 'm', 'l', '>'};
        assertThatThrownBy(() -> SafeXml.checked(gbk)).isInstanceOf(ProblemException.class);
    }

    @Test
    void nestingAndSizeHaveLimits() {
        String deep = "<xml>" + "<a>".repeat(50) + "</a>".repeat(50) + "</xml>";
        String wide = "<xml>" + "<a/>".repeat(5_000) + "</xml>";
        assertThatThrownBy(() -> SafeXml.checked(deep)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> SafeXml.checked(wide)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aFollowerMayWriteAboutXml() {
        String message = "<xml><Content><![CDATA[<!DOCTYPE html> & <b>]]></Content></xml>";
        assertThat(SafeXml.child(SafeXml.checked(message), "Content")).isEqualTo("<!DOCTYPE html> & <b>");
    }

    @Test
    void onlyADirectChildCounts() {
        assertThat(SafeXml.child("<xml><a><Encrypt>x</Encrypt></a></xml>", "Encrypt"))
                .isEmpty();
        assertThat(SafeXml.child("<xml><a>1</a><Encrypt>x</Encrypt></xml>", "Encrypt"))
                .isEqualTo("x");
    }
}

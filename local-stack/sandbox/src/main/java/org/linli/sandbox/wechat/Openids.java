package org.linli.sandbox.wechat;

import java.util.regex.Pattern;

final class Openids {
    private static final Pattern OPENID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Openids() {}

    static boolean isOpenid(String value) {
        return OPENID.matcher(value).matches();
    }

    static String required(String value) {
        if (!isOpenid(value)) {
            throw new IllegalArgumentException("openid (expected: 1-64 letters, digits, _ or -)");
        }
        return value;
    }
}

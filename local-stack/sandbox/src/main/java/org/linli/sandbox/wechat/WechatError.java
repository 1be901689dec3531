package org.linli.sandbox.wechat;

/** Tencent's refusal: HTTP 200 with a code. */
record WechatError(int errcode, String errmsg) {
    static final WechatError OK = new WechatError(0, "ok");
    static final WechatError INVALID_CREDENTIAL =
            new WechatError(40001, "invalid credential, access_token is invalid or not latest");
    static final WechatError INVALID_GRANT_TYPE = new WechatError(40002, "invalid grant_type");
    static final WechatError INVALID_OPENID = new WechatError(40003, "invalid openid");
    static final WechatError INVALID_APPID = new WechatError(40013, "invalid appid");
    static final WechatError INVALID_CODE = new WechatError(40029, "invalid code");
    static final WechatError INVALID_SECRET = new WechatError(40125, "invalid appsecret");
    static final WechatError TOKEN_EXPIRED = new WechatError(42001, "access_token expired");
    static final WechatError DATA_FORMAT = new WechatError(47001, "data format error");
}

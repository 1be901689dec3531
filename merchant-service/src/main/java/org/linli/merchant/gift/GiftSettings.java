package org.linli.merchant.gift;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param openFor how long a gift waits for somebody to take it, at most until its coupon expires */
@Validated
@ConfigurationProperties("merchant.gifts")
record GiftSettings(@DefaultValue("24h") Duration openFor) {}

package org.linli.loan.calendar;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param readEvery how old the days in memory may be: another replica's import shows after that */
@Validated
@ConfigurationProperties("linli.loan.calendar")
record CalendarSettings(@DefaultValue("10s") Duration readEvery) {}

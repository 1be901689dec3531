package org.linli.user.organisation;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Changes that were planned need someone to look at the calendar. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {}

package org.linli.loan.disbursement;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What waits goes on by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {}

package org.linli.loan.investigation;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Pictures that were discarded, or never fully arrived, are removed after a while. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PictureSweeping {}

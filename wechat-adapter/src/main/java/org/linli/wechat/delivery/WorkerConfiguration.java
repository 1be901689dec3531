package org.linli.wechat.delivery;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.linli.wechat.account.WechatSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {
    /** No queue: a message that waits here is as late as one that is refused, and WeChat repeats the refused one. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService messageWorkers(WechatSettings settings) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("message-");
        threads.setDaemon(true);
        return new ThreadPoolExecutor(0, settings.workers(), 30, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }
}

package org.linli.loan;

import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Plays a service that dies before or after any of its writes: the thread that is armed goes no further. */
public final class WriteBoundaries {
    private static final Set<String> WRITES = Set.of("insert", "save", "updateFirst", "remove");
    private static final ThreadLocal<@Nullable Plan> PLAN = new ThreadLocal<>();

    /** While one thread waits for its death, the timers rest: they would do its work. */
    private static volatile boolean armed;

    private WriteBoundaries() {}

    /** Death: nothing in the service catches it. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final class Plan {
        private int left;
        private final boolean afterwards;

        Plan(int left, boolean afterwards) {
            this.left = left;
            this.afterwards = afterwards;
        }
    }

    /**
     * Runs the task and kills it at the n-th write.
     *
     * @param afterwards the write still happens
     * @return whether it was killed; false: it came to its end with fewer writes
     */
    public static boolean killedAt(int write, boolean afterwards, Runnable task) {
        PLAN.set(new Plan(write, afterwards));
        armed = true;
        try {
            task.run();
            return false;
        } catch (Killed killed) {
            return true;
        } finally {
            PLAN.remove();
            armed = false;
        }
    }

    private static final MethodInterceptor WATCH = invocation -> {
        if (armed && Thread.currentThread().getName().startsWith("scheduling-")) {
            throw new IllegalStateException("resting");
        }
        Plan plan = PLAN.get();
        if (plan == null || !WRITES.contains(invocation.getMethod().getName())) {
            return invocation.proceed();
        }
        plan.left--;
        if (plan.left == 0 && !plan.afterwards) {
            throw new Killed();
        }
        Object result = written(invocation, plan);
        if (plan.left == 0) {
            throw new Killed();
        }
        return result;
    };

    /** A write that another one forestalled is none: it will be tried again. */
    private static @Nullable Object written(MethodInvocation invocation, Plan plan) throws Throwable {
        try {
            return invocation.proceed();
        } catch (RuntimeException refused) {
            plan.left++;
            throw refused;
        }
    }

    @TestConfiguration
    static class Beans {
        @Bean
        static BeanPostProcessor writesAreWatched() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (!(bean instanceof MongoTemplate)) {
                        return bean;
                    }
                    ProxyFactory proxy = new ProxyFactory(bean);
                    proxy.setProxyTargetClass(true);
                    proxy.addAdvice(WATCH);
                    return proxy.getProxy();
                }
            };
        }
    }
}

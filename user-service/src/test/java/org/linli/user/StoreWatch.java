package org.linli.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Stands between the service and its store and password hash, for the thread of one test: tells what was asked of them,
 * and cuts off after a write, as if the process had died there.
 */
public final class StoreWatch implements BeanPostProcessor {
    private static final Set<String> WRITES = Set.of(
            "insert",
            "insertAll",
            "save",
            "remove",
            "updateFirst",
            "updateMulti",
            "upsert",
            "findAndModify",
            "findAndReplace",
            "findAndRemove",
            "execute");

    /** An error, so that nothing that catches exceptions goes on after it: a dead process does not either. */
    public static final class Died extends Error {}

    private static final class Seen {
        private final List<String> calls = new ArrayList<>();
        private int writesLeft = Integer.MAX_VALUE;
        private boolean dead;
    }

    private final ThreadLocal<@Nullable Seen> watching = new ThreadLocal<>();

    /** Begins to look at what this thread does. */
    public void begin() {
        watching.set(new Seen());
    }

    /** From now on this thread lives for so many writes and dies right after the last of them. */
    public void dieAfter(int writes) {
        Seen seen = new Seen();
        seen.writesLeft = writes;
        watching.set(seen);
    }

    /** Ends it. @return what was asked, in order */
    public List<String> end() {
        Seen seen = watching.get();
        watching.remove();
        return seen == null ? List.of() : seen.calls;
    }

    /** Comes back to life. @return whether it had died */
    public boolean revive() {
        Seen seen = watching.get();
        watching.remove();
        return seen != null && seen.dead;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof MongoTemplate) && !(bean instanceof PasswordEncoder)) {
            return bean;
        }
        ProxyFactory proxy = new ProxyFactory(bean);
        // The store is asked for as a class, the hash as what it can do.
        proxy.setProxyTargetClass(bean instanceof MongoTemplate);
        proxy.addAdvice((MethodInterceptor) this::pass);
        return proxy.getProxy();
    }

    private @Nullable Object pass(MethodInvocation call) throws Throwable {
        Seen seen = watching.get();
        if (seen == null) {
            return call.proceed();
        }
        if (seen.dead) {
            throw new Died();
        }
        seen.calls.add(described(call));
        Object result = call.proceed();
        if (WRITES.contains(call.getMethod().getName()) && --seen.writesLeft == 0) {
            seen.dead = true;
            throw new Died();
        }
        return result;
    }

    /** The method and the collection, which is the last of its arguments. */
    private static String described(MethodInvocation call) {
        Object[] arguments = call.getArguments();
        boolean ofCollection = call.getThis() instanceof MongoTemplate
                && arguments.length > 0
                && arguments[arguments.length - 1] instanceof String;
        return call.getMethod().getName() + (ofCollection ? " " + arguments[arguments.length - 1] : "");
    }
}

package org.linli.starter.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Tells the dispatcher what {@link EndpointAccess} has found already, so that a path is held against the service's
 * hundred patterns once and not twice. Only what was granted is noted, and only the request itself may use it: what
 * is dispatched again, as an error is, is looked up anew.
 */
final class FoundEndpoint implements HandlerMapping, Ordered {
    private static final String NOTE = FoundEndpoint.class.getName();

    static void note(HttpServletRequest request, HandlerExecutionChain granted) {
        request.setAttribute(NOTE, granted);
    }

    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        Object noted = request.getAttribute(NOTE);
        request.removeAttribute(NOTE);
        return request.getDispatcherType() == DispatcherType.REQUEST && noted instanceof HandlerExecutionChain chain
                ? chain
                : null;
    }

    @Override
    public boolean usesPathPatterns() {
        return true;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}

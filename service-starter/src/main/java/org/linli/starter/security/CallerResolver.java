package org.linli.starter.security;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.starter.web.ProblemException;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller method its {@link Caller}; 401 when the path is open and nobody is logged in. */
public class CallerResolver implements HandlerMethodArgumentResolver {
    /** To read an annotation costs more than everything else here. */
    private final Map<Method, Set<String>> asked = new ConcurrentHashMap<>();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @org.jspecify.annotations.Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
        Method method = parameter.getMethod();
        return current(method == null ? Set.of() : asked.computeIfAbsent(method, CallerResolver::askedBy));
    }

    private static Set<String> askedBy(Method method) {
        Allowed allowed = EndpointAccess.allowed(method);
        return allowed == null ? Set.of() : Set.of(allowed.value());
    }

    /** The caller of the request at hand. */
    public static Caller current() {
        return current(Set.of());
    }

    /** Whoever calls an endpoint that is open to everybody; empty when they do not say who they are. */
    public static Optional<Caller> known() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? Optional.of(Caller.of(token.getToken(), Set.of()))
                : Optional.empty();
    }

    private static Caller current(Set<String> asked) {
        return Caller.of(token(), asked);
    }

    /** What the caller of the request at hand has shown: for who asks a claim or two, a tenth of the work of a caller. */
    public static Jwt token() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            return token.getToken();
        }
        throw ProblemException.of(HttpStatus.UNAUTHORIZED, "unauthenticated");
    }
}

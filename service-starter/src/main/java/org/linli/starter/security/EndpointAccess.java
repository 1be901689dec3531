package org.linli.starter.security;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Decides by what the endpoint itself declares: {@link Open}, {@link LoggedIn} or {@link Allowed}; what declares
 * nothing, and what is no endpoint, is denied. See docs/decisions/0009.
 */
public class EndpointAccess implements AuthorizationManager<RequestAuthorizationContext> {
    private static final Demand NOBODY = new Demand(Kind.NOBODY, Set.of(), "");

    private enum Kind {
        NOBODY,
        EVERYONE,
        LOGGED_IN,
        PERMITTED
    }

    /** What an endpoint asks of its caller. */
    private record Demand(Kind kind, Set<String> permissions, String own) {}

    private final Supplier<List<RequestMappingHandlerMapping>> mappings;
    private final Map<Method, Demand> demands = new ConcurrentHashMap<>();

    EndpointAccess(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        // Asked for at the first request, when all are there, and only once: to look for beans takes its time.
        this.mappings = SingletonSupplier.of(() -> mappings.orderedStream().toList());
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HandlerExecutionChain chain = endpoint(context.getRequest());
        if (chain == null || !isGranted(chain, authentication, context.getRequest())) {
            return new AuthorizationDecision(false);
        }
        FoundEndpoint.note(context.getRequest(), chain);
        return new AuthorizationDecision(true);
    }

    private boolean isGranted(
            HandlerExecutionChain chain,
            Supplier<? extends @Nullable Authentication> authentication,
            HttpServletRequest request) {
        Method method = ((HandlerMethod) chain.getHandler()).getMethod();
        Demand demand = demands.computeIfAbsent(method, EndpointAccess::declaredBy);
        return switch (demand.kind) {
            case NOBODY -> false;
            case EVERYONE -> true;
            case LOGGED_IN -> authentication.get() instanceof JwtAuthenticationToken;
            case PERMITTED ->
                authentication.get() instanceof JwtAuthenticationToken token
                        && isMet(demand, token.getToken(), request);
        };
    }

    /** Looks into the token itself: to turn hundreds of grants into a {@link Caller} costs more than the decision. */
    private static boolean isMet(Demand demand, Jwt token, HttpServletRequest request) {
        if (demand.permissions.stream().noneMatch(permission -> Caller.isGranted(token, permission))) {
            return false;
        }
        if (demand.own.isEmpty()) {
            return true;
        }
        String wanted = pathVariable(request, demand.own);
        return token.getClaims().get(demand.own) instanceof String owned && (wanted == null || wanted.equals(owned));
    }

    private static @Nullable String pathVariable(HttpServletRequest request, String name) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? Objects.toString(variables.get(name), null)
                : null;
    }

    /** The controller's method that would answer; null for a path, method or content type that nobody answers. */
    private @Nullable HandlerExecutionChain endpoint(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        for (RequestMappingHandlerMapping mapping : mappings.get()) {
            try {
                HandlerExecutionChain chain = mapping.getHandler(request);
                if (chain != null && chain.getHandler() instanceof HandlerMethod) {
                    return chain;
                }
            } catch (Exception nobodyAnswersThis) {
                // the dispatcher would say what is wrong; to someone without permission nothing is said
            }
        }
        return null;
    }

    /** Every endpoint of this service, as {@code "GET /path/{id}"}: what the reviewed table is held against. */
    public List<String> endpoints() {
        return mappings.get().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.linli")
                        && !ErrorController.class.isAssignableFrom(
                                entry.getValue().getBeanType()))
                .flatMap(entry -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method ->
                                entry.getKey().getPatternValues().stream().map(path -> method + " " + path)))
                .sorted()
                .toList();
    }

    private static Demand declaredBy(Method method) {
        if (has(method, Open.class)) {
            return new Demand(Kind.EVERYONE, Set.of(), "");
        }
        if (has(method, LoggedIn.class)) {
            return new Demand(Kind.LOGGED_IN, Set.of(), "");
        }
        Allowed allowed = allowed(method);
        return allowed == null ? NOBODY : new Demand(Kind.PERMITTED, Set.of(allowed.value()), allowed.own());
    }

    private static boolean has(Method method, Class<? extends Annotation> annotation) {
        return AnnotatedElementUtils.hasAnnotation(method, annotation)
                || allowed(method) == null
                        && AnnotatedElementUtils.hasAnnotation(method.getDeclaringClass(), annotation);
    }

    /** The method's own declaration, else that of its class. */
    static @Nullable Allowed allowed(Method method) {
        Allowed own = AnnotatedElementUtils.findMergedAnnotation(method, Allowed.class);
        return own == null
                ? AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), Allowed.class)
                : own;
    }
}

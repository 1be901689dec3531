package org.linli.starter.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.security.CallerResolver;
import org.linli.starter.web.ProblemException;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the {@link IdempotencyKey} header; a parameter marked {@code @Nullable} makes it optional. */
public class IdempotencyKeyResolver implements HandlerMethodArgumentResolver {
    private static final String HEADER = "Idempotency-Key";
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,128}");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotencyKey.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String key = request.getHeader(HEADER);
        if (key == null && parameter.isOptional()) {
            return null;
        }
        if (key == null || !VISIBLE.matcher(key).matches()) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "idempotency-key-required");
        }
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        if (http == null) {
            throw new IllegalStateException("not an HTTP request");
        }
        Jwt token = CallerResolver.token();
        String tenant = String.valueOf(token.getClaimAsString("tenant"));
        String caller = String.valueOf(token.getSubject());
        return new IdempotencyKey(Ids.hash(tenant, caller, http.getMethod(), http.getRequestURI(), key));
    }
}

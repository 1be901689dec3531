package org.linli.gateway.edge;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** What every answer says to browsers. Pages load nothing from elsewhere; no other origin may read or frame anything. */
@Component
class ResponseHeaders {
    static final String PAGE_POLICY = "default-src 'self'; img-src 'self' data: https:; font-src 'self' data:; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    /** Swagger's page styles itself inline; it exists in the local profile only. */
    static final String DOCS_POLICY = PAGE_POLICY + "; style-src 'self' 'unsafe-inline'";

    private final boolean strictTransport;

    ResponseHeaders(EdgeSettings settings) {
        this.strictTransport = settings.strictTransport();
    }

    void applyTo(ServerHttpRequest request, HttpHeaders headers) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.remove("X-XSS-Protection");
        headers.remove(HttpHeaders.SERVER);
        if (strictTransport) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        } else {
            headers.remove("Strict-Transport-Security");
        }
        MediaType type = headers.getContentType();
        if (type != null && MediaType.TEXT_HTML.equalsTypeAndSubtype(type)) {
            boolean docs = request.getPath().value().startsWith("/docs");
            headers.set("Content-Security-Policy", docs ? DOCS_POLICY : PAGE_POLICY);
            headers.set("Permissions-Policy", "geolocation=(self), camera=(), microphone=()");
        }
    }
}

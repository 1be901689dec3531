package org.linli.gateway.access;

import java.util.List;

/** What everyone may call without a token. Everything else under {@code /api} needs one. */
final class PublicPaths {
    /** Looks like the public page of a merchant, is the owner's own record. */
    static final List<String> OWN_MERCHANT = List.of("/api/v1/merchants/mine", "/api/v1/merchants/draft");

    static final List<String> READING = List.of(
            "/api/v1/nearby/**",
            "/api/v1/branches/**",
            "/api/v1/offers/{id}",
            "/api/v1/merchants/{id}",
            "/api/v1/merchants/{id}/photos/{pictureId}",
            "/api/v1/merchants/{id}/reviews",
            "/api/v1/merchants/{id}/rating",
            "/api/v1/categories/**",
            "/api/v1/redemptions/keys",
            "/api/v1/villages/{id}/notices",
            "/api/v1/loan-products/**");

    static final List<String> POSTING = List.of("/api/v1/loan-calculations", "/api/v1/signing-callbacks");

    static final List<String> ANY_METHOD = List.of("/api/v1/auth/**");

    /** Here the body proves who calls; an expired token that a client still sends along must not stop it from renewing. */
    static final String LOGGING_IN = "/api/v1/auth/";

    private PublicPaths() {}
}

package org.linli.merchant;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import java.util.List;
import java.util.Map;
import org.linli.localstack.access.AccessTable;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Tokens of every kind of caller. */
public final class Callers {
    private Callers() {}

    public static RequestPostProcessor consumer(String id) {
        return caller(id, "consumer", Map.of(), "*", "CONSUMER");
    }

    public static RequestPostProcessor applicant(String id) {
        return caller(id, "merchant", Map.of(), "*", "APPLICANT");
    }

    public static RequestPostProcessor owner(String merchantId) {
        return caller("owner-of-" + merchantId, "merchant", Map.of("merchantId", merchantId), "*", "OWNER");
    }

    public static RequestPostProcessor cashier(String merchantId) {
        return cashier(merchantId, "cashier-of-" + merchantId);
    }

    public static RequestPostProcessor cashier(String merchantId, String id) {
        return caller(id, "merchant", Map.of("merchantId", merchantId), "*", "CASHIER");
    }

    /** A member of staff of the organisation at this path, e.g. {@code /hq/B01/}. */
    public static RequestPostProcessor staff(String role, String organisationPath) {
        return staff(role, organisationPath, "staff-" + role);
    }

    public static RequestPostProcessor staff(String role, String organisationPath, String id) {
        return caller(id, "staff", Map.of("org", "any", "orgPath", organisationPath), organisationPath, role);
    }

    /** @param more further claims of the token */
    public static RequestPostProcessor staff(
            String role, String organisationPath, String id, Map<String, String> more) {
        return caller(id, "staff", more, AccessTable.get().grants(organisationPath, role), role);
    }

    /** A member of staff with exactly these permissions by place. */
    public static RequestPostProcessor holding(Map<String, List<String>> grants) {
        return caller("member", "staff", Map.of("org", "any"), grants, "CUSTOM");
    }

    public static RequestPostProcessor service() {
        return caller("loan-service", "service", Map.of(), "*", "service:loan-service");
    }

    /** Someone of this role, with whatever such a person's token carries. */
    public static RequestPostProcessor ofRole(String role) {
        return switch (role) {
            case "CONSUMER" -> consumer("consumer");
            case "APPLICANT" -> applicant("applicant");
            case "OWNER" -> owner("none");
            case "CASHIER" -> cashier("none");
            default ->
                role.startsWith("service:")
                        ? caller(role.substring(8), "service", Map.of(), "*", role)
                        : staff(role, "/hq/");
        };
    }

    private static RequestPostProcessor caller(
            String id, String kind, Map<String, String> claims, String place, String role) {
        return caller(id, kind, claims, AccessTable.get().grants(place, role), role);
    }

    private static RequestPostProcessor caller(
            String id, String kind, Map<String, String> claims, Map<String, List<String>> grants, String role) {
        return jwt().jwt(token -> {
            token.subject(id).claim("kind", kind).claim("roles", List.of(role)).claim("may", grants);
            claims.forEach(token::claim);
        });
    }
}

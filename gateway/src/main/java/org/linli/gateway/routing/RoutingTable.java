package org.linli.gateway.routing;

import java.util.List;

/** The routes, first match wins. Internal paths of services are absent on purpose: nobody outside may reach them. */
final class RoutingTable {
    /** How long a route may take; the durations are settings. */
    enum Patience {
        NORMAL,
        WECHAT,
        LONG
    }

    /** @param service discovery name, also the name of the circuit breaker */
    record Entry(String id, String service, Patience patience, List<String> paths) {}

    private static final String LONG_RUNNING = "{job:imports?|reindex}";

    static final List<Entry> ENTRIES = List.of(
            new Entry(
                    "merchant-jobs",
                    "merchant-service",
                    Patience.LONG,
                    List.of(
                            "/api/v1/admin/merchants/" + LONG_RUNNING + "/**",
                            "/api/v1/admin/offers/" + LONG_RUNNING + "/**")),
            new Entry(
                    "user-jobs",
                    "user-service",
                    Patience.LONG,
                    List.of(
                            "/api/v1/admin/branches/" + LONG_RUNNING + "/**",
                            "/api/v1/admin/organisations/" + LONG_RUNNING + "/**",
                            "/api/v1/admin/staff/" + LONG_RUNNING + "/**",
                            "/api/v1/admin/audit-trail/{job:export|verification}")),
            new Entry(
                    "coupons",
                    "merchant-service",
                    Patience.NORMAL,
                    List.of(
                            "/api/v1/me/coupons/**",
                            "/api/v1/me/favourites/**",
                            "/api/v1/me/reviews/**",
                            "/api/v1/me/reports/**",
                            "/api/v1/me/participations/**",
                            "/api/v1/me/points/**")),
            new Entry(
                    "loan-jobs",
                    "loan-service",
                    Patience.LONG,
                    List.of(
                            "/api/v1/admin/loan-applications/" + LONG_RUNNING + "/**",
                            "/api/v1/admin/loan-history/**")),
            new Entry(
                    "search-jobs",
                    "geo-search-service",
                    Patience.LONG,
                    List.of("/api/v1/admin/search/" + LONG_RUNNING + "/**")),
            new Entry(
                    "geo-search-service",
                    "geo-search-service",
                    Patience.NORMAL,
                    List.of("/api/v1/nearby/**", "/api/v1/admin/search/**")),
            new Entry(
                    "user-service",
                    "user-service",
                    Patience.NORMAL,
                    List.of(
                            "/api/v1/branches/**",
                            "/api/v1/auth/**",
                            "/api/v1/me/**",
                            "/.well-known/jwks.json",
                            "/api/v1/admin/organisations/**",
                            "/api/v1/admin/staff/**",
                            "/api/v1/admin/outlets/**",
                            "/api/v1/admin/customers/**",
                            "/api/v1/admin/roles/**",
                            "/api/v1/admin/permissions/**",
                            "/api/v1/admin/access/**",
                            "/api/v1/admin/data-keys/user-service/**",
                            "/api/v1/admin/branches/**",
                            "/api/v1/admin/audit-trail/**")),
            new Entry(
                    "merchant-service",
                    "merchant-service",
                    Patience.NORMAL,
                    List.of(
                            "/api/v1/merchants/**",
                            "/api/v1/admin/data-keys/merchant-service/**",
                            "/api/v1/offers/**",
                            "/api/v1/redemptions/**",
                            "/api/v1/categories/**",
                            "/api/v1/admin/merchants/**",
                            "/api/v1/admin/offers/**",
                            "/api/v1/admin/statistics/**",
                            "/api/v1/admin/settlements/**",
                            "/api/v1/admin/reviews/**",
                            "/api/v1/admin/reports/**",
                            "/api/v1/admin/segments/**",
                            "/api/v1/admin/alerts/**",
                            "/api/v1/campaigns/**",
                            "/api/v1/admin/campaigns/**")),
            new Entry(
                    "loan-service",
                    "loan-service",
                    Patience.NORMAL,
                    List.of(
                            "/api/v1/admin/data-keys/loan-service/**",
                            "/api/v1/loan-products/**",
                            "/api/v1/loan-applications/**",
                            "/api/v1/loan-calculations/**",
                            "/api/v1/signing-callbacks",
                            "/api/v1/loans/**",
                            "/api/v1/customer-files/**",
                            "/api/v1/villages/**",
                            "/api/v1/admin/loan-applications/**",
                            "/api/v1/admin/loan-products/**",
                            "/api/v1/admin/working-calendar/**",
                            "/api/v1/admin/loan-visits/**",
                            "/api/v1/admin/loan-complaints/**",
                            "/api/v1/admin/loan-figures/**",
                            "/api/v1/admin/customer-files/**",
                            "/api/v1/admin/guarantee-companies/**",
                            "/api/v1/admin/villages/**",
                            "/api/v1/admin/village-credits/**",
                            "/api/v1/admin/marketing/**",
                            "/api/v1/admin/delegation-limits/**",
                            "/api/v1/admin/loan-policies/**",
                            "/api/v1/admin/loan-what-ifs/**",
                            "/api/v1/admin/straight-through-days/**",
                            "/api/v1/admin/loans/**")),
            new Entry("wechat-adapter", "wechat-adapter", Patience.WECHAT, List.of("/wechat/**")));

    /** Services that publish an interface description, by folder name. */
    static final List<String> DESCRIBED =
            List.of("user-service", "merchant-service", "geo-search-service", "loan-service", "wechat-adapter");

    private RoutingTable() {}
}

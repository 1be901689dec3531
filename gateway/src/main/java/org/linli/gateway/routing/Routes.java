package org.linli.gateway.routing;

import org.linli.gateway.routing.RoutingTable.Entry;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Builds the routes of the {@link RoutingTable}; each is limited, broken and retried alike. */
@Configuration(proxyBeanMethods = false)
class Routes {
    private final RoutingSettings settings;
    private final CallerLimit limit;
    private final Breakers breakers;

    Routes(RoutingSettings settings, CallerLimit limit, Breakers breakers) {
        this.settings = settings;
        this.limit = limit;
        this.breakers = breakers;
    }

    @Bean
    RouteLocator services(RouteLocatorBuilder builder) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        for (Entry entry : RoutingTable.ENTRIES) {
            routes.route(entry.id(), route -> toService(route, entry));
        }
        return routes.build();
    }

    /** Interface descriptions are open on a developer's machine, and only there. */
    @Bean
    @Profile("local")
    RouteLocator interfaceDescriptions(RouteLocatorBuilder builder) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        for (String service : RoutingTable.DESCRIBED) {
            routes.route(
                    "docs-" + service,
                    route -> route.path("/v3/api-docs/" + service)
                            .filters(filters -> filters.setPath("/v3/api-docs"))
                            .uri("lb://" + service));
        }
        return routes.build();
    }

    private Buildable<Route> toService(PredicateSpec route, Entry entry) {
        UriSpec filtered = route.path(entry.paths().toArray(String[]::new))
                .filters(filters -> filters.filters(limit, new GuardedCall(breakers.of(entry.service()))))
                .metadata(
                        RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR,
                        settings.timeoutOf(entry.patience()).toMillis());
        return filtered.uri("lb://" + entry.service());
    }
}

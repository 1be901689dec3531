package org.linli.gateway.pages;

import java.time.Duration;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.Problems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The consumer page at {@code /}. Assets carry a hash in their name and never change; the page itself is asked anew. */
@Configuration(proxyBeanMethods = false)
class ConsumerPage implements WebFluxConfigurer {
    private final String location;
    private final Resource index;

    ConsumerPage(@Value("${linli.gateway.pages}") String location, ResourceLoader resources) {
        this.location = location;
        this.index = resources.getResource(location + "index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(location + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/favicon.svg")
                .addResourceLocations(location)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)));
    }

    @Bean
    RouterFunction<ServerResponse> atRoot(Problems problems) {
        return RouterFunctions.route(
                RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                        .and(RequestPredicates.path("/").or(RequestPredicates.path("/index.html"))),
                request -> index.exists() ? page() : notBuilt(request, problems));
    }

    private Mono<ServerResponse> page() {
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.noCache())
                .bodyValue(index);
    }

    private static Mono<ServerResponse> notBuilt(ServerRequest request, Problems problems) {
        String language = request.headers().firstHeader("Accept-Language");
        return ServerResponse.status(Problem.PAGE_NOT_BUILT.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue(problems.body(Problem.PAGE_NOT_BUILT, language));
    }
}

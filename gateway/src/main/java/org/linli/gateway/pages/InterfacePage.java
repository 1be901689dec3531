package org.linli.gateway.pages;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Every service's OpenAPI on one page, for developers. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class InterfacePage implements WebFluxConfigurer {
    private final String swaggerVersion;

    InterfacePage(@Value("${linli.gateway.swagger-ui-version}") String swaggerVersion) {
        this.swaggerVersion = swaggerVersion;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/ui/**")
                .addResourceLocations(
                        "classpath:/docs/", "classpath:/META-INF/resources/webjars/swagger-ui/" + swaggerVersion + "/");
    }

    @Bean
    RouterFunction<ServerResponse> atDocs() {
        ClassPathResource page = new ClassPathResource("docs/index.html");
        return RouterFunctions.route()
                .GET(
                        "/docs",
                        request -> ServerResponse.ok()
                                .contentType(MediaType.TEXT_HTML)
                                .bodyValue(page))
                .GET(
                        "/swagger-ui.html",
                        request -> ServerResponse.temporaryRedirect(URI.create("/docs"))
                                .build())
                .build();
    }
}

package org.linli.geosearch;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.context.annotation.Configuration;

/** What the interface description says about itself; served in the local profile only. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(info = @Info(title = "geo-search-service", version = "v1", description = "What is near 附近的优惠与商户"))
class ApiDescription {}

package org.linli.user;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.context.annotation.Configuration;

/** What the interface description says about itself; served in the local profile only. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info = @Info(title = "user-service", version = "v1", description = "Branches, people and tokens 网点、人员与登录"))
class ApiDescription {}

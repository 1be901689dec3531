package org.linli.starter.web;

import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.security.Caller;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Interface descriptions show what a caller sends: the token and the key's header, not our parameter types. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("springdoc.api-docs.enabled")
class OpenApiConfiguration {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, IdempotencyKey.class);
    }

    @Bean
    OperationCustomizer idempotencyKeyHeader() {
        return (operation, handler) -> {
            keyOf(handler)
                    .map(parameter -> header(!parameter.isOptional()))
                    .filter(header ->
                            Objects.requireNonNullElse(operation.getParameters(), java.util.List.<Parameter>of())
                                    .stream()
                                    .noneMatch(known -> "Idempotency-Key".equals(known.getName())))
                    .ifPresent(operation::addParametersItem);
            return operation;
        };
    }

    /** A service that describes itself no better is called by its name. */
    @Bean
    OpenApiCustomizer title(@Value("${spring.application.name}") String service) {
        return api -> {
            if (api.getInfo() == null
                    || "OpenAPI definition".equals(api.getInfo().getTitle())) {
                api.setInfo(new Info().title(service).version("v1"));
            }
        };
    }

    private static Optional<MethodParameter> keyOf(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.getParameterType() == IdempotencyKey.class)
                .findFirst();
    }

    private static Parameter header(boolean required) {
        return new HeaderParameter()
                .name("Idempotency-Key")
                .required(required)
                .schema(new StringSchema().minLength(1).maxLength(128))
                .description("the same key and body get the same answer again; another body is refused");
    }
}

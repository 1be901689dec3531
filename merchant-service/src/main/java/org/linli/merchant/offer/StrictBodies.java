package org.linli.merchant.offer;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Makes an unknown field of a {@link StrictBody} an unreadable body; everything else stays as tolerant as it was. */
@Component
class StrictBodies implements JsonMapperBuilderCustomizer {
    @Override
    public void customize(JsonMapper.Builder builder) {
        builder.addHandler(new Refusing());
    }

    private static final class Refusing extends DeserializationProblemHandler {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                @Nullable ValueDeserializer<?> deserializer,
                Object beanOrClass,
                String field) {
            Class<?> type = beanOrClass instanceof Class<?> given ? given : beanOrClass.getClass();
            if (StrictBody.class.isAssignableFrom(type)) {
                throw UnrecognizedPropertyException.from(parser, beanOrClass, field, null);
            }
            return false;
        }
    }
}

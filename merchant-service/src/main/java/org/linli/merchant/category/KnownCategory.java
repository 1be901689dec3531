package org.linli.merchant.category;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text is a category's Chinese name or its code; absent text is not judged. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = KnownCategory.Check.class)
public @interface KnownCategory {
    String message() default "(expected: a name or code of GET /api/v1/categories)";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The constraint's check. */
    class Check implements ConstraintValidator<KnownCategory, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || Category.named(value).isPresent();
        }
    }
}

package org.linli.merchant.onboarding;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text is a {@link LicenceNumber}; absent text is not judged. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidLicenceNumber.Check.class)
public @interface ValidLicenceNumber {
    String message() default "(expected: 18 characters of a unified social credit code with its check character)";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The constraint's check. */
    class Check implements ConstraintValidator<ValidLicenceNumber, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || LicenceNumber.parse(value).isPresent();
        }
    }
}

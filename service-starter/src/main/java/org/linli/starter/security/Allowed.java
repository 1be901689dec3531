package org.linli.starter.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which permission an endpoint asks for; one of several is enough. An endpoint without this, {@link Open} or {@link
 * LoggedIn} is denied to everybody. Decided before any body is read.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {
    /** Names of permissions, such as {@code orders.read}. */
    String[] value();

    /**
     * A claim that the caller's token must carry. Where the path has a variable of this name, both must be equal: the
     * thing is the caller's own.
     */
    String own() default "";
}

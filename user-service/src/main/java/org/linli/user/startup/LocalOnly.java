package org.linli.user.startup;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The line between a developer's machine (profile {@code local}) and everywhere else: default keys and fixed codes
 * exist on the one side only. Crossing it stops the start.
 */
@Component
public class LocalOnly {
    private static final String MARK = "local-only";
    private static final Profiles LOCAL = Profiles.of("local & !cluster");

    private final boolean local;

    public LocalOnly(Environment environment) {
        this.local = environment.acceptsProfiles(LOCAL);
    }

    public boolean isLocal() {
        return local;
    }

    /** @throws IllegalStateException when the thing is there and this is not a developer's machine */
    public void refuseElsewhere(String what, boolean present) {
        if (present && !local) {
            throw new IllegalStateException(what + " may exist in the profile 'local' only");
        }
    }

    /**
     * A secret that must be given.
     *
     * @param variable the environment variable to name in the refusal
     * @throws IllegalStateException when it is blank, or one of the published local defaults is used elsewhere
     */
    public String secret(String variable, String value) {
        if (value.isBlank()) {
            throw new IllegalStateException(variable + " is not set");
        }
        refuseElsewhere("the published default of " + variable, value.contains(MARK) || decodesToMark(value));
        return value;
    }

    private static boolean decodesToMark(String value) {
        try {
            return new String(Base64.getDecoder().decode(value.strip()), StandardCharsets.UTF_8).startsWith(MARK);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}

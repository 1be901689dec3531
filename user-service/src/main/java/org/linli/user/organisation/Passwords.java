package org.linli.user.organisation;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and compares passwords, at the price that makes guessing dear. */
@Component
class Passwords {
    private final PasswordEncoder encoder;
    private final String nobody;

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobody = hash("nobody");
    }

    final String hash(String password) {
        return String.valueOf(encoder.encode(password));
    }

    /** Takes the time that every comparison takes, also when there is nobody to compare with. */
    boolean matches(@Nullable StaffMember member, String password) {
        boolean right = encoder.matches(password, member == null ? nobody : member.passwordHash());
        return right && member != null && !member.hasLeft();
    }
}

package org.linli.user.organisation;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and compares passwords, at the price that makes guessing dear. */
@Component
class Passwords {
    private final PasswordEncoder encoder;
    private final String nobody;

    Passwords(StaffSettings settings) {
        this.encoder = new BCryptPasswordEncoder(settings.bcryptCost());
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

package org.linli.user.organisation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** One hash for all of the staff's passwords. */
@Configuration(proxyBeanMethods = false)
class PasswordHashing {
    @Bean
    PasswordEncoder passwordHash(StaffSettings settings) {
        return new BCryptPasswordEncoder(settings.bcryptCost());
    }
}

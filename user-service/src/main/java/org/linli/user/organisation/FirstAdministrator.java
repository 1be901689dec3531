package org.linli.user.organisation;

import java.util.List;
import org.linli.user.access.StaffRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Someone has to hire the first member of staff. */
@Component
class FirstAdministrator implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Staff staff;
    private final StaffSettings.Bootstrap bootstrap;

    FirstAdministrator(Staff staff, StaffSettings settings) {
        this.staff = staff;
        this.bootstrap = settings.bootstrap();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (bootstrap.username().isBlank() || bootstrap.password().isBlank() || !staff.isEmpty()) {
            return;
        }
        if (!PasswordPolicy.isLongEnough(bootstrap.password())) {
            throw new IllegalStateException("BOOTSTRAP_ADMIN_PASSWORD (expected: 10 to 72 bytes)");
        }
        staff.hire(new Candidate(
                bootstrap.username(),
                bootstrap.password(),
                bootstrap.username(),
                new StaffMember.Place(
                        Node.HEAD_OFFICE, List.of(Node.HEAD_OFFICE.post(StaffRole.ADMINISTRATOR.name())))));
        log.info("hired the first administrator");
    }
}

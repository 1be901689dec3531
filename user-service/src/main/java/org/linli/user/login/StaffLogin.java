package org.linli.user.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.DependencyUnavailableException;
import org.linli.user.organisation.Staff;
import org.linli.user.organisation.StaffMember;
import org.springframework.stereotype.Component;

/** Logs staff in by password. */
@Component
class StaffLogin {
    private static final int MOST_WAITING = 48;
    private static final long LONGEST_WAIT_SECONDS = 5;

    private final Staff staff;
    private final LoginFailures failures;
    private final Lockout lockout;
    private final Principals principals;
    private final Clock clock;
    private final Semaphore checks;

    StaffLogin(Staff staff, LoginFailures failures, LoginSettings settings, Principals principals, Clock clock) {
        this.staff = staff;
        this.failures = failures;
        this.lockout = new Lockout(settings.freeAttempts(), settings.firstPause(), settings.longestPause());
        this.principals = principals;
        this.clock = clock;
        this.checks = new Semaphore(settings.parallelPasswordChecks(), true);
    }

    /**
     * Checks a password. The count of failures is read only after the wait for a free check: of a burst of guesses, no
     * more than run at once can slip through beyond the allowed ones.
     *
     * @throws DependencyUnavailableException when too many others are waiting to be checked
     */
    LoginResult logIn(String username, String password) {
        await();
        try {
            StaffMember member = staff.find(username).orElse(null);
            Lockout.Failures before = failures.of(member, username);
            Instant now = clock.instant();
            Duration remaining = lockout.remaining(before, now);
            if (!remaining.isZero()) {
                return new LoginResult.LockedOut(remaining);
            }
            if (before.count() > 0 && lockout.isForgotten(before, now)) {
                failures.forget(member, username);
            }
            return check(member, username, password, before.count() > 0);
        } finally {
            checks.release();
        }
    }

    private LoginResult check(@Nullable StaffMember member, String username, String password, boolean failedBefore) {
        if (!staff.matches(member, password) || member == null) {
            failures.add(member, username, clock.instant());
            return new LoginResult.WrongCredentials();
        }
        if (failedBefore) {
            failures.forget(member, username);
        }
        return new LoginResult.LoggedIn(principals.of(member));
    }

    private void await() {
        try {
            if (checks.getQueueLength() < MOST_WAITING && checks.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new DependencyUnavailableException("password check", null);
    }
}

package org.linli.user.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.web.DependencyUnavailableException;
import org.linli.user.organisation.Staff;
import org.linli.user.organisation.StaffMember;
import org.springframework.stereotype.Component;

/** Checks passwords of staff, a few at a time, and makes whoever guesses wait. */
@Component
class PasswordCheck {
    private static final int MOST_WAITING = 48;
    private static final long LONGEST_WAIT_SECONDS = 5;

    private final Staff staff;
    private final LoginFailures failures;
    private final Lockout lockout;
    private final Lockout duringSpraying;
    private final Spraying spraying;
    private final AuditNotes notes;
    private final Clock clock;
    private final Semaphore checks;

    PasswordCheck(
            Staff staff,
            LoginFailures failures,
            LoginSettings settings,
            StaffLoginSettings staffSettings,
            AuditNotes notes,
            Clock clock) {
        this.staff = staff;
        this.failures = failures;
        this.lockout = new Lockout(settings.freeAttempts(), settings.firstPause(), settings.longestPause());
        this.duringSpraying = new Lockout(1, settings.firstPause(), settings.longestPause());
        this.spraying = new Spraying(staffSettings.sprayedNames());
        this.notes = notes;
        this.clock = clock;
        this.checks = new Semaphore(settings.parallelPasswordChecks(), true);
    }

    /**
     * Checks a password. The count of failures is read only after the wait for a free check: of a burst of guesses, no
     * more than run at once can slip through beyond the allowed ones. What follows a right password happens within the
     * check, so that the same bound holds for guesses of a second factor.
     *
     * @param right what follows; says {@link #failed} or {@link #succeeded}, or neither when something is missing
     * @throws DependencyUnavailableException when too many others are waiting to be checked
     */
    <R> R check(
            String username,
            String password,
            Function<StaffMember, R> right,
            Supplier<R> wrong,
            Function<Duration, R> lockedOut) {
        await();
        try {
            StaffMember member = staff.find(username).orElse(null);
            Lockout.Failures before = failures.of(member, username);
            Instant now = clock.instant();
            Duration remaining = rule(now).remaining(before, now);
            if (!remaining.isZero()) {
                return lockedOut.apply(remaining);
            }
            if (before.count() > 0 && lockout.isForgotten(before, now)) {
                failures.forget(member, username);
            }
            if (!staff.matches(member, password) || member == null) {
                failed(member, username);
                return wrong.get();
            }
            return right.apply(member);
        } finally {
            checks.release();
        }
    }

    private Lockout rule(Instant now) {
        return spraying.isUnderWay(now) ? duringSpraying : lockout;
    }

    void failed(@Nullable StaffMember member, String username) {
        Instant now = clock.instant();
        failures.add(member, username, now);
        spraying.failed(username, now);
        int count = failures.of(member, username).count();
        if (member != null && !rule(now).pauseAfter(count).isZero()) {
            notes.write("staff-locked-out", member.id(), about(member).with("failures", count));
        }
    }

    void succeeded(StaffMember member) {
        if (failures.of(member, member.username()).count() > 0) {
            failures.forget(member, member.username());
        }
    }

    static AuditView about(StaffMember member) {
        return AuditView.of("staff", member.organisationPath());
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

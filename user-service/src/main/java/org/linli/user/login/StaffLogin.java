package org.linli.user.login;

import java.time.Clock;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AuditNotes;
import org.linli.user.organisation.OwnPasswords;
import org.linli.user.organisation.StaffMember;
import org.linli.user.startup.LocalOnly;
import org.linli.user.token.Principal;
import org.springframework.stereotype.Component;

/** Logs staff in by password and second factor; a password that others know is changed on the way. */
@Component
class StaffLogin {
    private final PasswordCheck passwords;
    private final SecondFactors secondFactors;
    private final OwnPasswords ownPasswords;
    private final Principals principals;
    private final AuditNotes notes;
    private final Clock clock;
    private final boolean secondFactorRequired;
    private final boolean forcedChange;

    StaffLogin(
            PasswordCheck passwords,
            SecondFactors secondFactors,
            OwnPasswords ownPasswords,
            Principals principals,
            AuditNotes notes,
            Clock clock,
            StaffLoginSettings settings,
            LocalOnly localOnly) {
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.ownPasswords = ownPasswords;
        this.principals = principals;
        this.notes = notes;
        this.clock = clock;
        this.secondFactorRequired = settings.secondFactor() == StaffLoginSettings.SecondFactor.REQUIRED;
        this.forcedChange = settings.forcedChange();
        localOnly.refuseElsewhere("STAFF_SECOND_FACTOR=off", !secondFactorRequired);
    }

    /**
     * What someone brings.
     *
     * @param otp the second factor's code
     * @param newPassword in place of one that somebody else has set
     */
    record Attempt(
            String username,
            String password,
            @Nullable String otp,
            @Nullable String newPassword) {
        @Override
        public String toString() {
            return "Attempt[hidden]";
        }
    }

    LoginResult logIn(Attempt attempt) {
        String begun = Ids.next();
        return passwords.check(
                attempt.username(),
                attempt.password(),
                member -> withPassword(member, attempt, begun),
                LoginResult.WrongCredentials::new,
                LoginResult.LockedOut::new);
    }

    private LoginResult withPassword(StaffMember member, Attempt attempt, String begun) {
        SecondFactors.Entry factor = secondFactors.of(member.id()).orElse(null);
        boolean confirmed = factor != null && factor.confirmed();
        if (!confirmed && secondFactorRequired && (factor == null || attempt.otp() == null)) {
            return new LoginResult.Incomplete(LoginResult.Missing.SECOND_FACTOR_ENROLMENT);
        }
        if (confirmed && attempt.otp() == null) {
            return new LoginResult.Incomplete(LoginResult.Missing.SECOND_FACTOR);
        }
        // Someone who has begun to enrol where nobody must: a code confirms, without one nothing changes.
        return factor == null || attempt.otp() == null
                ? withAll(member, attempt, begun)
                : withCode(member, factor, attempt, begun);
    }

    /** The code is spent only when nothing else is missing: a form sent again may carry the same one. */
    private LoginResult withCode(StaffMember member, SecondFactors.Entry factor, Attempt attempt, String begun) {
        OptionalLong step = secondFactors.stepOf(factor, String.valueOf(attempt.otp()), clock.instant());
        LoginResult.Missing missing = step.isEmpty() ? null : missing(member, attempt);
        if (missing != null) {
            return new LoginResult.Incomplete(missing);
        }
        if (step.isEmpty() || !secondFactors.accept(factor, step.getAsLong())) {
            passwords.failed(member, member.username());
            return new LoginResult.WrongCredentials();
        }
        return withAll(member, attempt, begun);
    }

    private LoginResult withAll(StaffMember member, Attempt attempt, String begun) {
        LoginResult.Missing missing = missing(member, attempt);
        if (missing != null) {
            return new LoginResult.Incomplete(missing);
        }
        String newPassword = attempt.newPassword();
        if (mustChange(member) && newPassword != null && !ownPasswords.choose(member, newPassword)) {
            return new LoginResult.WrongCredentials();
        }
        passwords.succeeded(member);
        notes.write("staff-logged-in", member.id(), PasswordCheck.about(member));
        // Read anew, for a check takes its time; but as of its beginning, so that a password that is reset meanwhile
        // ends this login too.
        return principals
                .current(Principal.Kind.STAFF, member.id(), begun)
                .<LoginResult>map(LoginResult.LoggedIn::new)
                .orElseGet(LoginResult.WrongCredentials::new);
    }

    private LoginResult.@Nullable Missing missing(StaffMember member, Attempt attempt) {
        if (!mustChange(member)) {
            return null;
        }
        if (attempt.newPassword() == null) {
            return LoginResult.Missing.PASSWORD_CHANGE;
        }
        return ownPasswords.isFit(member, attempt.password(), attempt.newPassword())
                ? null
                : LoginResult.Missing.FIT_PASSWORD;
    }

    private boolean mustChange(StaffMember member) {
        return forcedChange && member.isPasswordSetByOther();
    }
}

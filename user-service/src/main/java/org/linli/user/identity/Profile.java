package org.linli.user.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.events.UserEvent;

/**
 * What a person chose to tell about themselves.
 *
 * @param homeBranch the branch they want to belong to; staff of that branch see them, otherwise head office only
 */
public record Profile(
        @Nullable String nicknameEncrypted,
        @Nullable Gender gender,
        @Nullable Integer birthYear,
        List<String> interests,
        @Nullable String homeBranch) {
    public static final Profile EMPTY = new Profile(null, null, null, List.of(), null);

    private static final int BAND = 5;

    /** As they say themselves. */
    public enum Gender {
        FEMALE,
        MALE,
        OTHER
    }

    /** Only categories leave the service, and only with consent; a year of birth leaves as one of five. */
    UserEvent changedOf(String userId, Consents consents) {
        boolean consented = consents.isGranted(ConsentPurpose.PROFILING);
        return new UserEvent.ProfileChanged(
                userId,
                consented && gender != null ? gender.name() : null,
                consented && birthYear != null ? birthYear - birthYear % BAND : null,
                homeBranch);
    }

    @Override
    public String toString() {
        return "Profile[hidden]";
    }
}

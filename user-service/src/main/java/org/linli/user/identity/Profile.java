package org.linli.user.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** As they say themselves. */
    public enum Gender {
        FEMALE,
        MALE,
        OTHER
    }

    @Override
    public String toString() {
        return "Profile[hidden]";
    }
}

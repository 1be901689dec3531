package org.linli.user.profile;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.ProblemException;
import org.linli.user.branch.Branches;
import org.linli.user.identity.PersonFields;
import org.linli.user.identity.Profile;
import org.linli.user.identity.User;
import org.linli.user.identity.Users;
import org.springframework.stereotype.Component;

/** What people tell about themselves, and what staff note about them. */
@Component
public class Profiles {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Users users;
    private final Branches branches;
    private final PersonFields fields;
    private final Clock clock;

    Profiles(Users users, Branches branches, PersonFields fields, Clock clock) {
        this.users = users;
        this.branches = branches;
        this.fields = fields;
        this.clock = clock;
    }

    /** In the clear. */
    record Told(
            @Nullable String nickname,
            Profile.@Nullable Gender gender,
            @Nullable Integer birthYear,
            @Nullable List<String> interests,
            @Nullable String homeBranch) {
        @Override
        public String toString() {
            return "Told[hidden]";
        }
    }

    User of(String userId) {
        return users.current(userId).orElseThrow(ProblemException::notFound);
    }

    /**
     * Replaces the profile.
     *
     * @param expected the revision it must still have; null = whatever it has
     * @return empty when it has another
     */
    Optional<User> tell(String userId, Told told, @Nullable Integer expected) {
        requireSense(told);
        return users.change(userId, user -> {
            if (expected != null && expected != user.profileRevision()) {
                return Optional.empty();
            }
            user.tell(hidden(user.id(), told), clock.instant());
            return Optional.of(user);
        });
    }

    private Profile hidden(String userId, Told told) {
        String nickname = told.nickname();
        return new Profile(
                nickname == null ? null : fields.nickname().encrypt(userId, nickname),
                told.gender(),
                told.birthYear(),
                told.interests() == null
                        ? List.of()
                        : told.interests().stream().distinct().toList(),
                told.homeBranch());
    }

    private void requireSense(Told told) {
        Integer born = told.birthYear();
        int thisYear = clock.instant().atZone(ZONE).getYear();
        if (born != null && born > thisYear) {
            throw ProblemException.invalidParameter("birthYear", "(expected: not in the future)");
        }
        String branch = told.homeBranch();
        if (branch != null
                && branches.find(branch).filter(one -> !one.isClosed()).isEmpty()) {
            throw ProblemException.invalidParameter("homeBranch", "(expected: an open branch)");
        }
    }

    public @Nullable String nickname(User user) {
        String encrypted = user.profile().nicknameEncrypted();
        return encrypted == null ? null : fields.nickname().decrypt(user.id(), encrypted);
    }

    List<String> tag(String userId, List<String> tags) {
        return users.change(userId, user -> {
            user.tag(tags.stream().distinct().toList(), clock.instant());
            return user.tags();
        });
    }
}

package org.linli.user.organisation;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Passwords that members of staff choose for themselves. */
@Component
public class OwnPasswords {
    private final AggregateStore<StaffMember> store;
    private final Passwords passwords;
    private final CallingBackTokens callingBack;

    OwnPasswords(MongoOperations mongo, OutboxRelay relay, Passwords passwords, CallingBackTokens callingBack) {
        this.store = new AggregateStore<>(mongo, relay, StaffMember.class, Staff.COLLECTION);
        this.passwords = passwords;
        this.callingBack = callingBack;
    }

    /** @param old the present password, which has been checked */
    public boolean isFit(StaffMember member, String old, String password) {
        return !old.equals(password) && PasswordPolicy.isFit(password, member.username());
    }

    /**
     * Replaces one that somebody else has set, at a login: nobody is logged in by it.
     *
     * @param member as read when the present password was checked
     * @return false when that password has been replaced meanwhile
     */
    public boolean choose(StaffMember member, String password) {
        return replace(member, password, known -> {}).isPresent();
    }

    /**
     * Replaces one's own and ends all other logins: whoever knew the old one is out. That they have to end is noted in
     * the write that replaces it.
     *
     * @param member as read when the present password was checked
     * @param sessionId the login that goes on; null = none does
     * @return false when that password has been replaced meanwhile
     */
    public boolean change(StaffMember member, String password, @Nullable String sessionId) {
        Optional<StaffMember> changed = replace(
                member, password, known -> known.callBackTokens(StaleTokens.ofOldPassword(Ids.next(), sessionId)));
        changed.ifPresent(callingBack::of);
        return changed.isPresent();
    }

    private Optional<StaffMember> replace(StaffMember checked, String password, Consumer<StaffMember> along) {
        String hash = passwords.hash(password);
        return store.change(
                        checked.id(),
                        known -> {
                            if (!known.choosePassword(checked.passwordHash(), hash)) {
                                return Optional.<StaffMember>empty();
                            }
                            along.accept(known);
                            return Optional.of(known);
                        },
                        Optional::isPresent)
                .flatMap(Function.identity());
    }
}

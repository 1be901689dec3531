package org.linli.user.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.user.privacy.PersonalData;
import org.linli.user.privacy.Phone;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Consumers and merchants' people: recognising, enrolling and linking them. */
@Component
public class Users {
    private static final String LINKS = "wechat_links";

    private final MongoOperations mongo;
    private final AggregateStore<User> store;
    private final PersonalData personalData;
    private final Clock clock;

    Users(MongoOperations mongo, OutboxRelay relay, PersonalData personalData, Clock clock) {
        this.mongo = mongo;
        this.store = new AggregateStore<>(mongo, relay, User.class, "users");
        this.personalData = personalData;
        this.clock = clock;
    }

    /** The consumer behind a WeChat identity; a new one on the first login. */
    public User consumer(String accountId, String openid) {
        String id = consumerId(accountId, openid);
        return loggedIn(id, () -> User.consumer(id, accountId, personalData.encrypt(openid)));
    }

    /** The merchant's person behind a phone; a new one on the first login. */
    public User merchantPerson(Phone phone) {
        String id = idOf(phone);
        return loggedIn(id, () -> User.ofMerchant(id, personalData.encrypt(phone.digits())));
    }

    private User loggedIn(String id, Supplier<User> first) {
        User known = store.find(id).orElse(null);
        if (known == null) {
            User fresh = first.get();
            fresh.logIn(clock.instant());
            try {
                return store.insert(fresh);
            } catch (DuplicateKeyException anotherFirstLogin) {
                known = store.find(id).orElseThrow();
            }
        }
        if (known.hasLoggedIn()) {
            return known;
        }
        return store.change(id, user -> {
                    user.logIn(clock.instant());
                    return user;
                })
                .orElseThrow();
    }

    /** Makes the person behind a phone one of a merchant's, before or after their first login. */
    Enrolment enrol(String merchantId, Phone phone, MerchantRole role) {
        String id = idOf(phone);
        if (store.find(id).isEmpty()) {
            try {
                store.insert(User.ofMerchant(id, personalData.encrypt(phone.digits())));
            } catch (DuplicateKeyException cameJustNow) {
                // as good as ours: the enrolment below works on whichever is there
            }
        }
        return enrol(merchantId, id, role);
    }

    Enrolment enrol(String merchantId, String userId, MerchantRole role) {
        User known = store.find(userId)
                .filter(user -> user.kind() == User.Kind.MERCHANT)
                .orElse(null);
        if (known == null) {
            return new Enrolment.UserUnknown();
        }
        if (known.isMember(merchantId, role)) {
            return new Enrolment.Enrolled(userId);
        }
        boolean enrolled = store.change(userId, user -> user.join(merchantId, role, clock.instant()), joined -> joined)
                .orElseThrow();
        return enrolled ? new Enrolment.Enrolled(userId) : new Enrolment.TooManyMemberships();
    }

    public Optional<User> find(String id) {
        return store.find(id);
    }

    /** The phone of a merchant's person, masked for showing. */
    public Optional<String> maskedPhone(String userId) {
        return store.find(userId)
                .filter(user -> user.kind() == User.Kind.MERCHANT)
                .map(user -> new Phone(personalData.decrypt(user.personEncrypted())).masked());
    }

    /** Whoever shows the openid last has it: people change phones and shops. */
    public void linkWechat(String userId, String accountId, String openid) {
        mongo.save(
                new WechatLink(
                        linkKey(accountId, openid), userId, accountId, personalData.encrypt(openid), clock.instant()),
                LINKS);
    }

    /** Whom a WeChat identity stands for; the consumer first, and the merchant of the person linked to it. */
    record WechatIdentity(
            String userId,
            User.Kind kind,
            @Nullable String merchantUserId,
            @Nullable String merchantId) {}

    Optional<WechatIdentity> identify(String accountId, String openid) {
        User consumer = store.find(consumerId(accountId, openid)).orElse(null);
        User linked = Optional.ofNullable(mongo.findById(linkKey(accountId, openid), WechatLink.class, LINKS))
                .flatMap(link -> store.find(link.userId()))
                .orElse(null);
        User main = consumer == null ? linked : consumer;
        if (main == null) {
            return Optional.empty();
        }
        String merchantId = linked == null
                ? null
                : linked.currentMembership().map(Membership::merchantId).orElse(null);
        return Optional.of(new WechatIdentity(main.id(), main.kind(), linked == null ? null : linked.id(), merchantId));
    }

    private String consumerId(String accountId, String openid) {
        return Ids.derived("consumer", personalData.index("openid", accountId, openid));
    }

    private String linkKey(String accountId, String openid) {
        return personalData.index("wechat-link", accountId, openid);
    }

    private String idOf(Phone phone) {
        return Ids.derived("merchant-person", personalData.index(phone));
    }
}

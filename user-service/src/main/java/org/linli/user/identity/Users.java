package org.linli.user.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.starter.crypto.SealedField;
import org.linli.starter.web.ProblemException;
import org.linli.user.privacy.PersonalData;
import org.linli.user.privacy.Phone;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Consumers and merchants' people: recognising, enrolling and linking them. */
@Component
public class Users {
    static final String LINKS = "wechat_links";
    private static final int ATTEMPTS = 8;

    /** What people can be found by besides their id: keyed hashes and ids, never the thing itself. */
    public enum Lookup {
        BOUND_PHONE("bankCustomer.phoneIndex"),
        ID_NUMBER("bankCustomer.idNumberIndex"),
        CUSTOMER("bankCustomer.customerId"),
        MERCHANT("memberships.merchantId");

        private final String path;

        Lookup(String path) {
            this.path = path;
        }
    }

    private final MongoOperations mongo;
    private final UserStore store;
    private final Consumers consumers;
    private final Merging merging;
    private final IdentityKeys keys;
    private final PersonalData personalData;
    private final PersonFields fields;
    private final SealedField linkedOpenid;
    private final Clock clock;

    Users(
            MongoOperations mongo,
            UserStore store,
            Consumers consumers,
            Merging merging,
            IdentityKeys keys,
            PersonalData personalData,
            PersonFields fields,
            Clock clock) {
        this.mongo = mongo;
        this.store = store;
        this.consumers = consumers;
        this.merging = merging;
        this.keys = keys;
        this.personalData = personalData;
        this.fields = fields;
        this.linkedOpenid = personalData.field(LINKS, "openidEncrypted");
        this.clock = clock;
    }

    /** The consumer behind a WeChat identity; a new one on the first login. */
    public User consumer(WechatPerson person) {
        return consumers.logIn(person);
    }

    /** The merchant's person behind a phone; a new one on the first login. */
    public User merchantPerson(Phone phone) {
        User known = ofMerchant(phone);
        return known.hasLoggedIn()
                ? known
                : store.change(known.id(), user -> {
                            user.logIn(clock.instant());
                            return user;
                        })
                        .orElseThrow();
    }

    private User ofMerchant(Phone phone) {
        String id = idOf(phone);
        User known = store.find(id).orElse(null);
        if (known != null) {
            return known;
        }
        try {
            return store.insert(
                    User.ofMerchant(id, fields.person().encrypt(id, phone.digits()), personalData.index(phone)));
        } catch (DuplicateKeyException cameJustNow) {
            return store.find(id).orElseThrow();
        }
    }

    /** Makes the person behind a phone one of a merchant's, before or after their first login. */
    Enrolment enrol(String merchantId, Phone phone, MerchantRole role) {
        return enrol(merchantId, ofMerchant(phone).id(), role);
    }

    public Enrolment enrol(String merchantId, String userId, MerchantRole role) {
        User known = store.find(userId)
                .filter(user -> user.kind() == User.Kind.MERCHANT && !user.isErased())
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

    /** The user, or whom they have become; empty when unknown or forgotten. */
    public Optional<User> current(String id) {
        return store.find(id).map(merging::survivorOf).filter(user -> !user.isErased());
    }

    /** Changes a user, or whom they have become. The result says what became of it; 404 for nobody. */
    public <R> R change(String id, Function<User, R> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            User now = current(id).orElseThrow(ProblemException::notFound);
            Optional<R> result = store.change(
                            now.id(),
                            user -> user.mergedInto() == null && !user.isErased()
                                    ? Optional.of(change.apply(user))
                                    : Optional.<R>empty(),
                            Optional::isPresent)
                    .flatMap(Function.identity());
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new IllegalStateException("a user that is merged again and again while changing");
    }

    /** Everybody with this value of a field that is there for looking up. */
    public List<User> with(Lookup field, String value) {
        return store.where(field.path, value).stream()
                .filter(user -> user.mergedInto() == null && !user.isErased())
                .toList();
    }

    /** Everybody with this phone, be it that of a merchant's person or that of a bound customer. */
    public List<User> withPhone(Phone phone) {
        Stream<User> byId = store.find(idOf(phone)).stream();
        return Stream.concat(byId, with(Lookup.BOUND_PHONE, personalData.index(phone)).stream())
                .toList();
    }

    /** The phone with which a merchant's person logs in, as it is. */
    public Optional<Phone> phoneOf(User user) {
        return user.kind() == User.Kind.MERCHANT && !user.personEncrypted().isEmpty()
                ? Optional.of(new Phone(fields.person().decrypt(user.id(), user.personEncrypted())))
                : Optional.empty();
    }

    /** An openid or unionid of someone, as it is. */
    public record KnownIdentity(@Nullable String accountId, String value) {
        @Override
        public String toString() {
            return "KnownIdentity[hidden]";
        }
    }

    /** Everything by which WeChat knows the user. */
    public List<KnownIdentity> identitiesOf(String userId) {
        Stream<KnownIdentity> own =
                keys.allOf(userId).stream().map(key -> new KnownIdentity(key.accountId(), keys.valueOf(key)));
        Query links = Query.query(Criteria.where("userId").is(userId));
        Stream<KnownIdentity> linked = mongo.find(links, WechatLink.class, LINKS).stream()
                .map(link ->
                        new KnownIdentity(link.accountId(), linkedOpenid.decrypt(link.key(), link.openidEncrypted())));
        return Stream.concat(own, linked).toList();
    }

    /** The phone of a merchant's person, masked for showing. */
    public Optional<String> maskedPhone(String userId) {
        return store.find(userId).flatMap(this::phoneOf).map(Phone::masked);
    }

    /** Whoever shows the openid last has it: people change phones and shops. */
    public void linkWechat(String userId, String accountId, String openid) {
        String key = linkKey(accountId, openid);
        mongo.save(new WechatLink(key, userId, accountId, linkedOpenid.encrypt(key, openid), clock.instant()), LINKS);
    }

    /** Whom a WeChat identity stands for; the consumer first, and the merchant of the person linked to it. */
    record WechatIdentity(
            String userId,
            User.Kind kind,
            @Nullable String merchantUserId,
            @Nullable String merchantId) {}

    Optional<WechatIdentity> identify(String accountId, String openid) {
        String key = keys.ofOpenid(accountId, openid);
        String consumerId = keys.userOf(key).orElseGet(() -> store.living("consumer", key));
        User consumer = current(consumerId).orElse(null);
        User linked = Optional.ofNullable(mongo.findById(linkKey(accountId, openid), WechatLink.class, LINKS))
                .flatMap(link -> current(link.userId()))
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

    private String linkKey(String accountId, String openid) {
        return personalData.index("wechat-link", accountId, openid);
    }

    private String idOf(Phone phone) {
        return store.living("merchant-person", personalData.index(phone));
    }
}

package org.linli.user.login;

import dev.samstevens.totp.code.CodeGenerator;
import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import dev.samstevens.totp.secret.DefaultSecretGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.linli.starter.crypto.SealedField;
import org.linli.user.privacy.PersonalData;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The second factors of staff: six digits that a device derives from a secret and the half minute (RFC 6238). A half
 * minute counts once: what someone reads over a shoulder or off the wire is spent.
 */
@Component
class SecondFactors {
    static final long STEP_SECONDS = 30;
    private static final String COLLECTION = "second_factors";
    private static final int SECRET_CHARACTERS = 32;

    /**
     * One member's.
     *
     * @param confirmed a right code has come: no other secret is given out any more
     * @param lastStep the latest half minute, since 1970, whose code was accepted
     */
    record Entry(@Id String staffId, String secretEncrypted, boolean confirmed, long lastStep) {
        @Override
        public String toString() {
            return "Entry[" + staffId + "]";
        }
    }

    private final MongoOperations mongo;
    private final SealedField secrets;
    private final CodeGenerator codes = new DefaultCodeGenerator();

    SecondFactors(MongoOperations mongo, PersonalData personalData) {
        this.mongo = mongo;
        this.secrets = personalData.field(COLLECTION, "secretEncrypted");
    }

    Optional<Entry> of(String staffId) {
        return Optional.ofNullable(mongo.findById(staffId, Entry.class, COLLECTION));
    }

    /** A new secret, in Base32; empty when the present one is confirmed, which only a reset undoes. */
    Optional<String> enrol(String staffId) {
        String secret = new DefaultSecretGenerator(SECRET_CHARACTERS).generate();
        Query unconfirmed =
                Query.query(Criteria.where("_id").is(staffId).and("confirmed").is(false));
        Update fresh = new Update()
                .set("secretEncrypted", secrets.encrypt(staffId, secret))
                .set("lastStep", 0L);
        try {
            mongo.upsert(unconfirmed, fresh, COLLECTION);
            return Optional.of(secret);
        } catch (DuplicateKeyException confirmedOrEnrolledJustNow) {
            return Optional.empty();
        }
    }

    /** The half minute whose code this is, one early or late allowed; empty for a wrong code and a spent one. */
    OptionalLong stepOf(Entry entry, String otp, Instant now) {
        String secret = secrets.decrypt(entry.staffId(), entry.secretEncrypted());
        long current = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.of(current, current - 1, current + 1)
                .filter(step -> step > entry.lastStep() && isCode(otp, secret, step))
                .findFirst();
    }

    private boolean isCode(String otp, String secret, long step) {
        try {
            byte[] expected = codes.generate(secret, step).getBytes(StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(expected, otp.getBytes(StandardCharsets.UTF_8));
        } catch (CodeGenerationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Spends a half minute, and with it every earlier one; of several at once exactly one succeeds. */
    boolean accept(Entry entry, long step) {
        Query unspent = Query.query(Criteria.where("_id")
                .is(entry.staffId())
                .and("secretEncrypted")
                .is(entry.secretEncrypted())
                .and("lastStep")
                .lt(step));
        Update spent = new Update().set("lastStep", step).set("confirmed", true);
        return mongo.updateFirst(unspent, spent, COLLECTION).getModifiedCount() == 1;
    }

    void reset(String staffId) {
        mongo.remove(Query.query(Criteria.where("_id").is(staffId)), COLLECTION);
    }
}

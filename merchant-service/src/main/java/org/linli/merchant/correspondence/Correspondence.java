package org.linli.merchant.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.correspondence.Letter.Side;
import org.linli.merchant.correspondence.Writing.Nobody;
import org.linli.merchant.correspondence.Writing.Sent;
import org.linli.merchant.correspondence.Writing.TooMany;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.Standing;
import org.linli.starter.crypto.FieldCipher;
import org.linli.starter.crypto.SealedField;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Service;

/** Both sides' messages: the merchant's owner writes about the own one, staff about those in their scope (rule P-1). */
@Service
class Correspondence {
    private static final int AT_MOST = 500;

    private final Letters letters;
    private final MerchantDirectory merchants;
    private final SealedField sealedText;
    private final Clock clock;

    Correspondence(Letters letters, MerchantDirectory merchants, FieldCipher cipher, Clock clock) {
        this.letters = letters;
        this.merchants = merchants;
        this.sealedText = cipher.field(Letters.COLLECTION, "sealedText");
        this.clock = clock;
    }

    /** @param writtenBy the subject of whoever wrote it */
    record Message(String id, Side side, String writtenBy, String text, Instant writtenAt) {
        @Override
        public String toString() {
            return "Message[" + id + "]";
        }
    }

    /** The latest first; empty when there is no such merchant. */
    Optional<List<Message>> own(String merchantId, @Nullable String before, int limit) {
        return merchants.standing(merchantId).map(merchant -> read(merchantId, before, limit));
    }

    Optional<List<Message>> ofMerchant(Caller staff, String merchantId, @Nullable String before, int limit) {
        return overseen(staff, merchantId).map(merchant -> read(merchantId, before, limit));
    }

    Writing writeAsOwner(String merchantId, String person, String text) {
        return merchants
                .standing(merchantId)
                .map(merchant -> write(merchant, Side.MERCHANT, person, text))
                .orElseGet(Nobody::new);
    }

    Writing writeAsStaff(Caller staff, String merchantId, String text) {
        return overseen(staff, merchantId)
                .map(merchant -> write(merchant, Side.BANK, staff.subject(), text))
                .orElseGet(Nobody::new);
    }

    private Optional<Standing> overseen(Caller staff, String merchantId) {
        return merchants.standing(merchantId).filter(merchant -> staff.oversees(merchant.organisationPath()));
    }

    private Writing write(Standing merchant, Side side, String writer, String text) {
        if (letters.count(merchant.merchantId()) >= AT_MOST) {
            return new TooMany();
        }
        String id = Letters.nextId(merchant.merchantId());
        return new Sent(message(letters.insert(new Letter(
                id,
                merchant.merchantId(),
                merchant.organisationPath(),
                side,
                writer,
                sealedText.encrypt(id, text),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)))));
    }

    private List<Message> read(String merchantId, @Nullable String before, int limit) {
        return letters.ofMerchant(merchantId, before, limit).stream()
                .map(this::message)
                .toList();
    }

    private Message message(Letter letter) {
        return new Message(
                letter.id(),
                letter.side(),
                letter.writtenBy(),
                sealedText.decrypt(letter.id(), letter.sealedText()),
                letter.writtenAt());
    }
}

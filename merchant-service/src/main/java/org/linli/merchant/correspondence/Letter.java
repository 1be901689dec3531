package org.linli.merchant.correspondence;

import java.time.Instant;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** One message; nobody changes it afterwards. Its text is encrypted: people write what they like (rule P-4). */
@Document(Letters.COLLECTION)
@TypeAlias("letter")
class Letter extends AggregateRoot {
    /** Who writes. */
    enum Side {
        MERCHANT,
        BANK
    }

    private final String merchantId;
    private final String organisationPath;
    private final Side side;
    private final String writtenBy;
    private final String sealedText;
    private final Instant writtenAt;

    @PersistenceCreator
    Letter(
            String id,
            String merchantId,
            String organisationPath,
            Side side,
            String writtenBy,
            String sealedText,
            Instant writtenAt) {
        super(id);
        this.merchantId = merchantId;
        this.organisationPath = organisationPath;
        this.side = side;
        this.writtenBy = writtenBy;
        this.sealedText = sealedText;
        this.writtenAt = writtenAt;
    }

    Side side() {
        return side;
    }

    String writtenBy() {
        return writtenBy;
    }

    String sealedText() {
        return sealedText;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("merchant-letter", organisationPath)
                .with("merchantId", merchantId)
                .with("side", side);
    }
}

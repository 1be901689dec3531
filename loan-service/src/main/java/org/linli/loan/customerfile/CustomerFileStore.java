package org.linli.loan.customerfile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The stored files, and whose file a merchant's is. */
@Repository
class CustomerFileStore extends AggregateStore<CustomerFile> {
    private static final String MERCHANTS = "customer_file_merchants";

    private final MongoOperations mongo;

    CustomerFileStore(MongoOperations mongo, OutboxRelay relay) {
        super(mongo, relay, CustomerFile.class, CustomerFile.COLLECTION);
        this.mongo = mongo;
    }

    /** One file per merchant: the id makes it so. */
    @Document(MERCHANTS)
    @TypeAlias("merchant-file")
    record MerchantFile(@Id String merchantId, String fileId) {}

    /** By id, within these nodes of the organisation tree. */
    List<CustomerFile> inScope(List<String> nodes, @Nullable String afterId, int limit) {
        Criteria criteria = Criteria.where("scopes").in(nodes);
        if (afterId != null) {
            criteria = criteria.and("_id").gt(afterId);
        }
        return find(Query.query(criteria).with(Sort.by("_id")).limit(limit));
    }

    Optional<CustomerFile> ofMerchant(String merchantId) {
        return Optional.ofNullable(mongo.findById(merchantId, MerchantFile.class, MERCHANTS))
                .flatMap(link -> find(link.fileId()));
    }

    /**
     * Makes it the merchant's file, before the file itself says so: a repetition after a crash between the two finds
     * its own link.
     *
     * @return false when the merchant has another one
     */
    boolean claim(String merchantId, String fileId) {
        try {
            mongo.insert(new MerchantFile(merchantId, fileId), MERCHANTS);
            return true;
        } catch (DuplicateKeyException linkedBefore) {
            MerchantFile known = mongo.findById(merchantId, MerchantFile.class, MERCHANTS);
            return known != null && known.fileId().equals(fileId);
        }
    }
}

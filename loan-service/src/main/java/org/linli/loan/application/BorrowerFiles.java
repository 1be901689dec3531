package org.linli.loan.application;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The files, by merchant. */
@Component
class BorrowerFiles {
    private final MongoOperations mongo;

    BorrowerFiles(MongoOperations mongo) {
        this.mongo = mongo;
    }

    BorrowerFile of(String merchantId) {
        BorrowerFile file = mongo.findById(merchantId, BorrowerFile.class);
        return file == null ? BorrowerFile.empty(merchantId) : file;
    }

    /** False when the file changed since it was read: read it again. */
    boolean store(BorrowerFile file) {
        try {
            mongo.save(file);
            return true;
        } catch (OptimisticLockingFailureException | DuplicateKeyException changedMeanwhile) {
            return false;
        }
    }
}

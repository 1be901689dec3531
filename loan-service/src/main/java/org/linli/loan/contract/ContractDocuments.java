package org.linli.loan.contract;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import org.linli.starter.crypto.FieldCipher;
import org.linli.starter.crypto.SealedField;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The printed documents, encrypted, each under its case and its hash: what is found under a hash has that hash. */
@Component
class ContractDocuments {
    private static final String COLLECTION = "contract_documents";

    private final MongoOperations mongo;
    private final SealedField content;

    ContractDocuments(MongoOperations mongo, FieldCipher cipher) {
        this.mongo = mongo;
        this.content = cipher.field(COLLECTION, "sealedContent");
    }

    record Stored(@Id String id, String sealedContent) {}

    ContractDocument keep(String caseId, Printing.Printed printed) {
        String hash = sha256(printed.content());
        String id = id(caseId, hash);
        try {
            String text = Base64.getEncoder().encodeToString(printed.content());
            mongo.insert(new Stored(id, content.encrypt(id, text)), COLLECTION);
        } catch (DuplicateKeyException keptBefore) {
            // The same bytes.
        }
        return new ContractDocument(printed.kind(), hash, printed.content().length);
    }

    /** The document; empty when there is none of this hash, or when what is there no longer has it. */
    Optional<byte[]> find(String caseId, String hash) {
        String id = id(caseId, hash);
        return Optional.ofNullable(mongo.findById(id, Stored.class, COLLECTION))
                .map(stored -> Base64.getDecoder().decode(content.decrypt(id, stored.sealedContent())))
                .filter(bytes -> sha256(bytes).equals(hash));
    }

    /** Forgets editions that nobody needs any more, and what a crash left behind. */
    void forgetAllBut(String caseId, Collection<String> hashes) {
        Criteria ofCase = Criteria.where("_id")
                .gte(id(caseId, ""))
                .lt(caseId + "0")
                .nin(hashes.stream().map(hash -> id(caseId, hash)).toList());
        mongo.remove(Query.query(ofCase), COLLECTION);
    }

    private static String id(String caseId, String hash) {
        return caseId + "/" + hash;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.linli.loan.customerfile;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/** Shows personal data in full to staff in scope, on record before anything is decrypted (rules P-3, P-4). */
@Component
class FileReveal {
    private final Filing filing;
    private final PersonSeal seal;
    private final AuditNotes notes;

    FileReveal(Filing filing, PersonSeal seal, AuditNotes notes) {
        this.filing = filing;
        this.seal = seal;
        this.notes = notes;
    }

    /** What can be shown; a paper has only its number. */
    enum Field {
        NAME,
        ID_NUMBER,
        PHONE,
        ADDRESS,
        PAPER_NUMBER
    }

    /** Empty when there is no such entry in a file of the caller's scope. What is not known is left out. */
    Optional<Map<Field, String>> reveal(
            Caller caller, String fileId, String entryId, Set<Field> fields, String reason) {
        Optional<CustomerFile> file = filing.find(fileId, caller);
        Optional<Party> party = file.flatMap(found ->
                found.people().stream().filter(one -> one.id().equals(entryId)).findFirst());
        Optional<Paper> paper = file.flatMap(found ->
                found.papers().stream().filter(one -> one.id().equals(entryId)).findFirst());
        if (file.isEmpty() || party.isEmpty() && paper.isEmpty()) {
            return Optional.empty();
        }
        notes.write(
                "customer-file-revealed",
                fileId,
                AuditView.of("customer-file", file.get().organisationPath())
                        .with("entryId", entryId)
                        .with("fields", new TreeSet<>(fields))
                        .because(reason));
        Map<Field, String> shown = new EnumMap<>(Field.class);
        for (Field field : fields) {
            String value = party.isPresent()
                    ? of(fileId, party.get(), field)
                    : field == Field.PAPER_NUMBER ? seal.openPaper(fileId, paper.orElseThrow()) : null;
            if (value != null) {
                shown.put(field, value);
            }
        }
        return Optional.of(shown);
    }

    private @Nullable String of(String fileId, Party party, Field field) {
        return switch (field) {
            case NAME -> seal.openName(fileId, party);
            case ID_NUMBER -> seal.openIdNumber(fileId, party);
            case PHONE -> seal.openPhone(fileId, party);
            case ADDRESS -> seal.openAddress(fileId, party);
            case PAPER_NUMBER -> null;
        };
    }
}

package org.linli.loan.customerfile;

import org.jspecify.annotations.Nullable;
import org.linli.loan.customerfile.Party.Keys;
import org.linli.loan.customerfile.Party.Masked;
import org.linli.loan.customerfile.Party.Sealed;
import org.linli.starter.crypto.BlindIndex;
import org.linli.starter.crypto.FieldCipher;
import org.linli.starter.crypto.SealedField;
import org.springframework.stereotype.Component;

/** Seals each value to the file and the entry it is of (rule P-4), and makes the keys by which it is found. */
@Component
class PersonSeal {
    private final SealedField name;
    private final SealedField idNumber;
    private final SealedField phone;
    private final SealedField address;
    private final SealedField paperNumber;
    private final BlindIndex index;

    PersonSeal(FieldCipher cipher, BlindIndex index) {
        this.name = cipher.field(CustomerFile.COLLECTION, "people.sealed.name");
        this.idNumber = cipher.field(CustomerFile.COLLECTION, "people.sealed.idNumber");
        this.phone = cipher.field(CustomerFile.COLLECTION, "people.sealed.phone");
        this.address = cipher.field(CustomerFile.COLLECTION, "people.sealed.address");
        this.paperNumber = cipher.field(CustomerFile.COLLECTION, "papers.number");
        this.index = index;
    }

    Sealed seal(String fileId, String partyId, Person person) {
        String owner = owner(fileId, partyId);
        Phone given = person.phone();
        String lives = person.address();
        return new Sealed(
                name.encrypt(owner, person.name()),
                idNumber.encrypt(owner, person.idNumber().characters()),
                given == null ? null : phone.encrypt(owner, given.digits()),
                lives == null ? null : address.encrypt(owner, lives));
    }

    static Masked mask(Person person) {
        Phone given = person.phone();
        return new Masked(person.maskedName(), person.idNumber().masked(), given == null ? null : given.masked());
    }

    Keys keys(Person person) {
        Phone given = person.phone();
        String lives = person.comparableAddress();
        return new Keys(
                personKey(person.idNumber()),
                given == null ? null : phoneKey(given),
                lives == null || lives.isEmpty() ? null : index.index("customer-address", lives));
    }

    String personKey(IdNumber number) {
        return index.index("customer-id-number", number.characters());
    }

    String phoneKey(Phone number) {
        return index.index("customer-phone", number.digits());
    }

    String openName(String fileId, Party party) {
        return name.decrypt(owner(fileId, party.id()), party.sealed().name());
    }

    String openIdNumber(String fileId, Party party) {
        return idNumber.decrypt(owner(fileId, party.id()), party.sealed().idNumber());
    }

    @Nullable String openPhone(String fileId, Party party) {
        String stored = party.sealed().phone();
        return stored == null ? null : phone.decrypt(owner(fileId, party.id()), stored);
    }

    @Nullable String openAddress(String fileId, Party party) {
        String stored = party.sealed().address();
        return stored == null ? null : address.decrypt(owner(fileId, party.id()), stored);
    }

    String sealPaper(String fileId, String paperId, String number) {
        return paperNumber.encrypt(owner(fileId, paperId), number);
    }

    String openPaper(String fileId, Paper paper) {
        return paperNumber.decrypt(owner(fileId, paper.id()), paper.number());
    }

    private static String owner(String fileId, String entryId) {
        return fileId + "/" + entryId;
    }
}

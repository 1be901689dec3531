package org.linli.user.identity;

import org.linli.starter.crypto.SealedField;
import org.linli.user.privacy.PersonalData;
import org.springframework.stereotype.Component;

/** The encrypted fields of a user's document; the owner of every value is the user (rule P-4). */
@Component
public class PersonFields implements Resealing {
    private final SealedField person;
    private final SealedField nickname;
    private final SealedField number;
    private final SealedField name;
    private final SealedField idNumber;
    private final SealedField phone;

    PersonFields(PersonalData data) {
        this.person = data.field(UserStore.COLLECTION, "personEncrypted");
        this.nickname = data.field(UserStore.COLLECTION, "profile.nicknameEncrypted");
        this.number = data.field(UserStore.COLLECTION, "bankCustomer.numberEncrypted");
        this.name = data.field(UserStore.COLLECTION, "bankCustomer.nameEncrypted");
        this.idNumber = data.field(UserStore.COLLECTION, "bankCustomer.idNumberEncrypted");
        this.phone = data.field(UserStore.COLLECTION, "bankCustomer.phoneEncrypted");
    }

    /** The openid of a consumer, the phone of a merchant's person. */
    SealedField person() {
        return person;
    }

    public SealedField nickname() {
        return nickname;
    }

    /** The bank's number of the customer. */
    public SealedField number() {
        return number;
    }

    public SealedField name() {
        return name;
    }

    public SealedField idNumber() {
        return idNumber;
    }

    /** The phone of the customer. */
    public SealedField phone() {
        return phone;
    }

    @Override
    public BankCustomer customer(BankCustomer customer, String from, String to) {
        return new BankCustomer(
                customer.customerId(),
                number.handOver(customer.numberEncrypted(), from, to),
                name.handOver(customer.nameEncrypted(), from, to),
                idNumber.handOver(customer.idNumberEncrypted(), from, to),
                customer.idNumberIndex(),
                phone.handOver(customer.phoneEncrypted(), from, to),
                customer.phoneIndex(),
                customer.boundAt(),
                customer.borrower());
    }

    @Override
    public Profile profile(Profile profile, String from, String to) {
        String known = profile.nicknameEncrypted();
        return new Profile(
                known == null ? null : nickname.handOver(known, from, to),
                profile.gender(),
                profile.birthYear(),
                profile.interests(),
                profile.homeBranch());
    }
}

package org.linli.loan.customerfile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.loan.customerfile.Party.Kinship;
import org.linli.loan.customerfile.Party.Role;
import org.linli.loan.merchant.Merchant;
import org.linli.loan.merchant.MerchantDirectory;
import org.linli.starter.Ids;
import org.linli.starter.security.Caller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Opening and keeping files. */
@Component
class Filing {
    private final CustomerFileStore files;
    private final SharedKeys shares;
    private final PersonSeal seal;
    private final Guarantors guarantors;
    private final MerchantDirectory merchants;
    private final Clock clock;

    Filing(
            CustomerFileStore files,
            SharedKeys shares,
            PersonSeal seal,
            Guarantors guarantors,
            MerchantDirectory merchants,
            Clock clock) {
        this.files = files;
        this.shares = shares;
        this.seal = seal;
        this.guarantors = guarantors;
        this.merchants = merchants;
        this.clock = clock;
    }

    /**
     * Opens a file. Its id derives from the holder's identity number, so a second file of the same holder meets the
     * first one, wherever in the bank that is.
     */
    FileOutcome open(Opening asked, Person holder, Caller caller) {
        Opening opening = asked;
        String merchantId = asked.merchantId();
        if (merchantId != null) {
            Optional<Merchant> merchant = merchant(merchantId, caller);
            if (merchant.isEmpty()) {
                return new FileOutcome.UnknownMerchant();
            }
            opening = at(asked, merchant.get().organisationPath());
        }
        if (!caller.oversees(opening.organisationPath())) {
            return new FileOutcome.OutsideScope();
        }
        String id = id(opening, holder);
        if (files.find(id).isPresent()) {
            return new FileOutcome.Exists();
        }
        if (merchantId != null && !files.claim(merchantId, id)) {
            return new FileOutcome.MerchantHasFile();
        }
        Party party = party(id, Role.HOLDER, null, holder, null);
        shares.add(party.keys().all(), id);
        try {
            return new FileOutcome.Changed(
                    files.insert(CustomerFile.opened(id, opening, party, caller.subject(), now())));
        } catch (DuplicateKeyException openedMeanwhile) {
            return new FileOutcome.Exists();
        }
    }

    private static Opening at(Opening asked, String organisationPath) {
        return new Opening(
                asked.kind(), asked.businessName(), organisationPath, asked.merchantId(), asked.customerId());
    }

    /** A household has one file; somebody may run several businesses. */
    private String id(Opening opening, Person holder) {
        String business = opening.merchantId() != null ? opening.merchantId() : opening.businessName();
        return Ids.derived(
                "customer-file",
                opening.kind().name(),
                seal.personKey(holder.idNumber()),
                opening.kind() == FileKind.BUSINESS ? String.valueOf(business) : "");
    }

    FileOutcome addMember(String id, Kinship relation, Person person, Caller caller) {
        return add(id, party(id, Role.MEMBER, relation, person, null), caller);
    }

    FileOutcome addGuarantor(String id, Person person, @Nullable Long monthlyIncomeFen, Caller caller) {
        return add(id, party(id, Role.GUARANTOR, null, person, monthlyIncomeFen), caller);
    }

    private Party party(String fileId, Role role, @Nullable Kinship relation, Person person, @Nullable Long income) {
        String partyId = Ids.next();
        return new Party(
                partyId,
                role,
                relation,
                seal.seal(fileId, partyId, person),
                PersonSeal.mask(person),
                seal.keys(person),
                income,
                null);
    }

    private FileOutcome add(String id, Party party, Caller caller) {
        if (find(id, caller).isEmpty()) {
            return new FileOutcome.NotFound();
        }
        shares.add(party.keys().all(), id);
        FileOutcome outcome = change(id, caller, file -> file.add(party, caller.subject(), now()));
        // Again: somebody may have given up the same keys in between.
        shares.add(party.keys().all(), id);
        return outcome;
    }

    FileOutcome addPaper(String id, Paper.Kind kind, String number, @Nullable LocalDate until, Caller caller) {
        String paperId = Ids.next();
        Paper paper = new Paper(paperId, kind, seal.sealPaper(id, paperId, number), Paper.mask(number), until);
        return change(id, caller, file -> file.add(paper, caller.subject(), now()));
    }

    /** Keys that nobody of the file has any more are given up after the file was stored without them. */
    FileOutcome remove(String id, String entryId, Caller caller) {
        Set<String> before = find(id, caller).map(Filing::keys).orElse(Set.of());
        FileOutcome outcome = change(id, caller, file -> file.remove(entryId, caller.subject(), now()));
        if (outcome instanceof FileOutcome.Changed changed) {
            Set<String> gone = new HashSet<>(before);
            gone.removeAll(keys(changed.file()));
            shares.drop(gone, id);
        }
        return outcome;
    }

    private static Set<String> keys(CustomerFile file) {
        return file.people().stream().flatMap(one -> one.keys().all().stream()).collect(Collectors.toSet());
    }

    FileOutcome state(String id, Finances finances, Caller caller) {
        return change(id, caller, file -> file.state(finances, caller.subject(), now()));
    }

    /** Takes a guarantor for a guarantee: refused in a ring outside a declared group, and when nobody can tell. */
    FileOutcome accept(String id, String guarantorId, Caller caller) {
        return change(id, caller, file -> {
            Optional<GuarantorVerdict> verdict = file.guarantor(guarantorId).map(one -> guarantors.verdict(file, one));
            return verdict.filter(found -> !found.kind().usable())
                    .<FileOutcome>map(FileOutcome.GuarantorRefused::new)
                    .orElseGet(() -> file.accept(guarantorId, caller.subject(), now()));
        });
    }

    FileOutcome link(String id, String merchantId, Caller caller) {
        if (find(id, caller).isEmpty()) {
            return new FileOutcome.NotFound();
        }
        if (merchant(merchantId, caller).isEmpty()) {
            return new FileOutcome.UnknownMerchant();
        }
        if (!files.claim(merchantId, id)) {
            return new FileOutcome.MerchantHasFile();
        }
        return change(id, caller, file -> file.link(merchantId, caller.subject(), now()));
    }

    private Optional<Merchant> merchant(String merchantId, Caller caller) {
        return merchants.find(merchantId).filter(found -> caller.oversees(found.organisationPath()));
    }

    Optional<CustomerFile> find(String id, Caller caller) {
        return files.find(id).filter(file -> caller.oversees(file.organisationPath()));
    }

    List<CustomerFile> inScope(Caller caller, @Nullable String afterId, int limit) {
        return files.inScope(caller.scope(), afterId, limit);
    }

    /** Exactly, by keyed hash; as whom the person is in the files does not matter. */
    List<CustomerFile> search(String key, Caller caller) {
        return files.findAll(shares.of(key).files()).stream()
                .filter(file ->
                        caller.oversees(file.organisationPath()) && keys(file).contains(key))
                .toList();
    }

    Optional<CustomerFile> ofMerchant(String merchantId) {
        return files.ofMerchant(merchantId);
    }

    private FileOutcome change(String id, Caller caller, Function<CustomerFile, FileOutcome> change) {
        return files.change(
                        id,
                        file -> caller.oversees(file.organisationPath())
                                ? change.apply(file)
                                : new FileOutcome.NotFound(),
                        FileOutcome.Changed.class::isInstance)
                .orElseGet(FileOutcome.NotFound::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

package org.linli.starter.crypto;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.starter.web.DependencyUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Brings every data key under the current wrapping key, and encrypts anew those values that are not bound to their
 * place; all other values stay as they are. Each piece is one guarded write, so a run may be killed or stopped at any
 * moment: the next one does what is left.
 */
public class Rewrapping {
    private static final Logger log = LoggerFactory.getLogger(Rewrapping.class);

    /**
     * What the latest run did so far, on whichever replica; ended with {@code done < total}, it is worth starting again.
     *
     * @param total data keys, and documents with values to be encrypted anew
     */
    public record Progress(long total, long done, long failed, boolean running) {}

    private final MongoOperations mongo;
    private final KeyWrapping wrapping;
    private final FieldCipher cipher;
    private final RewrappingRuns runs;

    Rewrapping(MongoOperations mongo, KeyWrapping wrapping, FieldCipher cipher, Clock clock) {
        this.mongo = mongo;
        this.wrapping = wrapping;
        this.cipher = cipher;
        this.runs = new RewrappingRuns(mongo, clock);
    }

    public Progress progress() {
        return runs.progress();
    }

    /**
     * Starts a run on a thread of its own.
     *
     * @return false when one is running already
     * @throws DependencyUnavailableException when nobody tells which key is the current one
     */
    public boolean start() {
        List<RewrappingPart> parts = parts(wrapping.currentKeyId());
        long total = parts.stream().mapToLong(RewrappingPart::left).sum();
        Optional<String> run = runs.begin(total);
        run.ifPresent(id -> {
            Thread thread = new Thread(() -> work(id, parts), "rewrapping");
            thread.setDaemon(true);
            thread.start();
        });
        return run.isPresent();
    }

    /** Ends the run after the piece in hand, on whichever replica it is. What was done stays done. */
    public void stop() {
        runs.stop();
    }

    /** Keys first: then no value is encrypted anew under a key that is itself waiting for the new wrapping key. */
    private List<RewrappingPart> parts(String currentKeyId) {
        List<RewrappingPart> parts = new ArrayList<>();
        parts.add(new StaleKeys(mongo, wrapping, currentKeyId));
        cipher.fields().stream()
                .collect(Collectors.groupingBy(SealedField::collection))
                .forEach((collection, fields) -> parts.add(new UnboundValues(mongo, collection, fields)));
        return parts;
    }

    private void work(String run, List<RewrappingPart> parts) {
        Tally tally = new Tally();
        try {
            for (RewrappingPart part : parts) {
                if (!part.run(done -> runs.tell(run, tally.add(done), tally.failed))) {
                    break;
                }
            }
        } catch (RuntimeException e) {
            log.warn("re-wrapping stopped after {} done and {} failed: {}", tally.done, tally.failed, e.toString());
        } finally {
            runs.end(run, tally.done, tally.failed);
        }
    }

    /** Of one run; only its thread counts. */
    private static final class Tally {
        private long done;
        private long failed;

        long add(boolean wasDone) {
            done += wasDone ? 1 : 0;
            failed += wasDone ? 0 : 1;
            return done;
        }
    }
}

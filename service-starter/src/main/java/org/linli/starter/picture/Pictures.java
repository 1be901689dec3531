package org.linli.starter.picture;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.linli.starter.Ids;
import org.linli.starter.picture.Keeping.Kept;
import org.linli.starter.picture.Keeping.Refused;
import org.linli.starter.storage.ObjectStorage;
import org.linli.starter.web.DependencyUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps, shows and removes pictures. Who may see one is for its owner's feature to say. */
public class Pictures {
    private static final Logger log = LoggerFactory.getLogger(Pictures.class);
    private static final int SWEPT_AT_ONCE = 200;
    private static final long PATIENCE_SECONDS = 5;

    private final ObjectStorage storage;
    private final PictureRegister register;
    private final PictureSettings settings;
    private final Remaker remaker;
    private final Semaphore hands;
    private final Clock clock;

    Pictures(ObjectStorage storage, PictureRegister register, PictureSettings settings, Clock clock) {
        this.storage = storage;
        this.register = register;
        this.settings = settings;
        this.remaker = new Remaker(settings);
        this.hands = new Semaphore(settings.atOnce());
        this.clock = clock;
    }

    /** Durable when it returns {@link Kept}; until its owner remembers the id, nobody sees it. */
    public Keeping keep(byte[] sent) {
        Remaking remaking = withAHandFree(sent);
        if (remaking instanceof Remaking.Refused refused) {
            return new Refused(refused.reason());
        }
        Remaking.Made made = (Remaking.Made) remaking;
        Instant now = now();
        String key = Ids.next();
        register.enter(key, now.plus(settings.arrivingFor()));
        storage.put(key, made.jpeg());
        register.keep(key);
        return new Kept(new PictureRef(key, made.width(), made.height(), made.jpeg().length, now), made.jpeg());
    }

    private Remaking withAHandFree(byte[] sent) {
        try {
            if (!hands.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new DependencyUnavailableException("picture work", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyUnavailableException("picture work", e);
        }
        try {
            return remaker.remake(sent);
        } finally {
            hands.release();
        }
    }

    /** The JPEG; empty when it was removed. */
    public Optional<byte[]> load(PictureRef picture) {
        return storage.get(picture.id());
    }

    /** Removes it soon, also when the storage is away right now. To be called after its owner forgot it. */
    public void discard(PictureRef picture) {
        register.remove(picture.id(), now());
    }

    @Scheduled(fixedDelayString = "${linli.pictures.sweep-every:1m}")
    void sweep() {
        try {
            for (String key : register.due(now(), SWEPT_AT_ONCE)) {
                storage.delete(key);
                register.strike(key);
            }
        } catch (RuntimeException e) {
            log.warn("discarded pictures wait: {}", e.getClass().getName());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

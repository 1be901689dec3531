package org.linli.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The consumer page in a real browser, on the real platform. */
class BrowserJourney {
    private final RunningPlatform platform = RunningPlatform.get();

    @Test
    void a_consumer_finds_and_claims_a_discount_on_the_page() throws IOException, InterruptedException {
        Path web = Path.of("../../web").toAbsolutePath().normalize();
        Assumptions.assumeTrue(
                Files.isDirectory(web.resolve("node_modules")), "web is not installed; ./platform test does it");
        Path log = Path.of("target/browser-journey.log");
        ProcessBuilder npm = new ProcessBuilder("npm", "run", "test:browser")
                .directory(web.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        npm.environment().put("BASE_URL", platform.stack.baseUrl());
        npm.environment().put("BRANCH_ID", platform.branch(1).id());
        Process running = npm.start();
        boolean ended = running.waitFor(180, TimeUnit.SECONDS);
        running.destroyForcibly();

        assertThat(ended).as(Files.readString(log)).isTrue();
        assertThat(running.exitValue()).as(Files.readString(log)).isZero();
    }
}

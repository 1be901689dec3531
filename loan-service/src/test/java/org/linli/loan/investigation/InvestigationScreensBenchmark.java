package org.linli.loan.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * By hand: how long the screens of an investigation wait, over HTTP with the local store, four people at a time. See
 * benchmarks/README.md.
 */
class InvestigationScreensBenchmark extends RunningService {
    private static final Logger log = LoggerFactory.getLogger(InvestigationScreensBenchmark.class);
    private static final int PEOPLE = 4;
    private static final int CASES = 40;
    private static final int PHOTOS = 20;
    private static final int ROUNDS = Integer.getInteger("rounds", 1_000);

    private final String branch = Visit.aBranch();
    private final String head = Tokens.staff("BRANCH_HEAD", "/hq/" + branch + "/", "head-" + branch, Map.of());

    @Test
    void screens() throws Exception {
        List<Visit> finished = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            Visit visit = aCase();
            for (int photo = 0; i < PEOPLE && photo < PHOTOS; photo++) {
                visit.photoThere("branch", visit.manager, "STOCK");
            }
            visit.branchReports();
            visit.riskReports();
            finished.add(visit);
        }
        List<Visit> drafts = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            drafts.add(aCase());
        }
        for (boolean counted : new boolean[] {false, true}) {
            measure(counted, "overview", i -> http.get(one(finished, i).path("/investigations"), head));
            measure(counted, "report", i -> http.get(one(finished, i).report("branch"), head));
            measure(counted, "cross-checks", i -> http.get(one(finished, i).path("/cross-checks"), head));
            measure(counted, "save a draft", i -> save(drafts.get(i % PEOPLE), i));
        }
    }

    private Http.Answer save(Visit visit, int i) {
        String content = Visit.branchContent("none").replace("店面整洁", "店面整洁" + i);
        String tag = http.get(visit.report("branch"), visit.manager).header("ETag");
        return tag.isEmpty()
                ? http.put(visit.report("branch"), visit.manager, content)
                : http.put(visit.report("branch"), visit.manager, content, "If-Match", tag);
    }

    private interface Screen {
        Http.Answer open(int i);
    }

    private void measure(boolean counted, String name, Screen screen) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            List<Callable<List<Long>>> work = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                int offset = person;
                work.add(() -> times(offset, screen));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> times : people.invokeAll(work)) {
                all.addAll(times.get());
            }
            all.sort(null);
            if (counted) {
                log.info(
                        "{}: p50 {} ms, p95 {} ms, p99 {} ms of {}",
                        name,
                        at(all, 50),
                        at(all, 95),
                        at(all, 99),
                        all.size());
            }
        } finally {
            people.shutdownNow();
        }
    }

    private static List<Long> times(int offset, Screen screen) {
        List<Long> times = new ArrayList<>();
        for (int i = offset; i < ROUNDS; i += PEOPLE) {
            long before = System.nanoTime();
            assertThat(screen.open(i).status()).isEqualTo(200);
            times.add(System.nanoTime() - before);
        }
        return times;
    }

    private static String at(List<Long> sorted, int percent) {
        return "%.1f".formatted(sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6);
    }

    private static Visit one(List<Visit> visits, int i) {
        return visits.get(i % visits.size());
    }

    private Visit aCase() {
        String id = merchantOf(branch, "APPROVED");
        Visit.platformTurnover(NEIGHBOURS, id, 500_000);
        return Visit.to(http, branch, id, goodApplication());
    }
}

package org.linli.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {
            NearbyBenchmark.class,
            FreshnessBenchmark.class,
            ClaimBenchmark.class,
            RedemptionBenchmark.class,
            HotOfferBenchmark.class,
            LoginBenchmark.class,
            LoansBenchmark.class
        },
        description = "Measures the running platform.")
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks()).execute(args));
    }
}

package org.linli.localstack.launcher;

import picocli.CommandLine.Command;

@Command(name = "status", description = "What is running, and how large.")
final class StatusCommand implements Runnable {
    @Override
    public void run() {
        PidFiles pids = new PidFiles(Layout.ofCheckout().run());
        long total = 0;
        int running = 0;
        for (String name : pids.names()) {
            ProcessHandle process = pids.running(name).orElse(null);
            if (process == null) {
                System.out.printf("%-20s not running%n", name);
            } else {
                long resident = Machine.residentMebibytes(process.pid());
                total += resident;
                running++;
                System.out.printf("%-20s process %-8d %5d MiB%n", name, process.pid(), resident);
            }
        }
        System.out.println(
                running == 0 ? "nothing is running" : running + " processes, " + total + " MiB resident together");
    }
}

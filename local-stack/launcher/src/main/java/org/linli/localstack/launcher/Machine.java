package org.linli.localstack.launcher;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the machine has. */
final class Machine {
    private static final long NEEDED_MEBIBYTES = 4_000;
    private static final Path MEMINFO = Path.of("/proc/meminfo");

    private Machine() {}

    static void requireMemory() {
        long available = availableMebibytes();
        if (available < NEEDED_MEBIBYTES) {
            throw new PlatformException("too little memory: " + available + " MiB are free, about " + NEEDED_MEBIBYTES
                    + " MiB are needed; close other programs, or set LINLI_SKIP_MEMORY_CHECK=true to try");
        }
    }

    private static long availableMebibytes() {
        try {
            List<String> lines = Files.exists(MEMINFO) ? Files.readAllLines(MEMINFO) : List.of();
            for (String line : lines) {
                if (line.startsWith("MemAvailable:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
        } catch (IOException e) {
            // not Linux, or no /proc: the JVM's own figure below
        }
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getFreeMemorySize() >> 20;
    }

    /** Resident size of a process in MiB; 0 where the system does not tell. */
    static long residentMebibytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }
}

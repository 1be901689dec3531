package org.linli.geosearch;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class GeoSearchServiceApplication {
    public static void main(String[] args) {
        SpringApplication.run(GeoSearchServiceApplication.class, args);
    }
}

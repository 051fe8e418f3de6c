package org.meetingrecords.export;

import org.meetingrecords.read.ReadDatabase;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connections of their own, so that exports do not keep others waiting. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExportProperties.class)
class ExportConfiguration {

  @Bean(defaultCandidate = false)
  ReadDatabase exporting(ReadDatabase reading, ExportProperties properties) {
    return reading.forExports(properties.atOnce(), properties.statementSeconds());
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> brokenResponses() {
    return server -> server.addContextValves(new BrokenResponses());
  }
}

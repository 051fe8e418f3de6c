package org.meetingrecords.server;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What has to be set on Tomcat itself. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

  TomcatConfiguration() {
    OutOfMemory.watchThreads();
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> whatHttpLeavesOpen() {
    return tomcat -> {
      tomcat.setProtocol(PatientProtocol.class.getName());
      tomcat.addContextCustomizers(
          context -> {
            if (context.getParent() instanceof StandardHost host) {
              host.setErrorReportValveClass(RefusedByTomcat.class.getName());
            }
          });
    };
  }
}

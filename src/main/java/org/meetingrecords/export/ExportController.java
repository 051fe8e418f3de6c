package org.meetingrecords.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collections;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.meetingrecords.read.ReadFailure;
import org.meetingrecords.read.Snapshot;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.request.ServletWebRequest;

/** Exports over HTTP. */
@Controller
class ExportController {
  private final Exports exports;
  private final ExportParameters parameters;
  private final ExportFaults faults;
  private final ExportMetrics metrics;
  private final ExportProperties properties;

  ExportController(
      Exports exports,
      ExportParameters parameters,
      ExportFaults faults,
      ExportMetrics metrics,
      ExportProperties properties) {
    this.exports = exports;
    this.parameters = parameters;
    this.faults = faults;
    this.metrics = metrics;
    this.properties = properties;
  }

  @RequestMapping(
      path = "/export",
      method = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST})
  void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
    ExportMetrics.Run run = metrics.begin();
    try {
      answer(parameters.of(request), request, response, run);
    } catch (ExportRefused refused) {
      run.endedWith(refused.code());
      faults.refuse(response, refused);
    } catch (ReadFailure failure) {
      run.endedWith(failure.kind().name());
      faults.failed(request, response, failure);
    } catch (IOException | RuntimeException failure) {
      if (ExportFaults.isOfTheClient(failure)) {
        run.endedWith("GONE");
        faults.gone(request, failure);
      } else {
        run.endedWith("INTERNAL");
        faults.ours(request, response, failure);
      }
    } finally {
      run.close();
    }
  }

  private void answer(
      ExportRequest wanted,
      HttpServletRequest request,
      HttpServletResponse response,
      ExportMetrics.Run run)
      throws IOException {
    run.as(wanted.format());
    Export export = exports.compile(wanted, caller(request, response));
    try (var place = exports.place();
        Snapshot snapshot = exports.snapshot()) {
      if (!HttpMethod.POST.matches(request.getMethod())) {
        String tag = "W/\"" + export.tag(snapshot.version()) + "\"";
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
          run.endedWith("NOT_MODIFIED");
          return;
        }
      }
      if (HttpMethod.HEAD.matches(request.getMethod())) {
        describe(export, response);
      } else {
        run.wrote(exports.write(export, snapshot, () -> describe(export, response), nodes -> {}));
      }
    }
  }

  private OutputStream describe(Export export, HttpServletResponse response) throws IOException {
    response.setContentType(export.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(export.fileName()).build().toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
    return new PacedOutput(
        response.getOutputStream(), properties.paceSeconds(), properties.slowest().toBytes());
  }

  private static Caller caller(HttpServletRequest request, HttpServletResponse response) {
    return new Caller(
        URI.create(request.getRequestURI()),
        InetSocketAddress.createUnresolved(request.getRemoteAddr(), request.getRemotePort()),
        Collections.list(request.getAttributeNames()).stream()
            .collect(Collectors.toMap(Function.identity(), request::getAttribute)),
        headers ->
            headers.forEach(
                (name, values) -> values.forEach(value -> response.addHeader(name, value))));
  }
}

package org.meetingrecords.export;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Shown;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what is to be exported out of a request: the JSON of a POST, the parameters of a GET. */
@Component
class ExportParameters {
  private static final List<String> TEXTS = List.of("query", "operationName", "format");
  private static final List<String> SWITCHES = List.of("archive", "spreadsheetSafe");

  private final JsonMapper json;

  ExportParameters(JsonMapper json) {
    this.json = json;
  }

  /**
   * @throws ExportRefused when something is missing or wrong
   */
  ExportRequest of(HttpServletRequest request) throws IOException {
    return read(HttpMethod.POST.matches(request.getMethod()) ? body(request) : parameters(request));
  }

  private JsonNode body(HttpServletRequest request) throws IOException {
    try {
      // As long as records.limits.body lets any body be.
      JsonNode body = json.readTree(request.getInputStream());
      if (body.isObject()) {
        return body;
      }
    } catch (JacksonException malformed) {
      // It is none.
    }
    throw ExportRefused.badInput(
        "The body is a JSON object with query and format, texts, and where needed variables, an"
            + " object, operationName, a text, archive and spreadsheetSafe, true or false, and"
            + " explode, a path or a list of paths.");
  }

  private JsonNode parameters(HttpServletRequest request) {
    ObjectNode read = json.createObjectNode();
    for (String name : TEXTS) {
      String value = request.getParameter(name);
      if (value != null) {
        read.put(name, value);
      }
    }
    for (String name : SWITCHES) {
      String value = request.getParameter(name);
      if (value != null) {
        if (value.equals("true") || value.equals("false")) {
          read.put(name, value.equals("true"));
        } else {
          read.put(name, value);
        }
      }
    }
    String variables = request.getParameter("variables");
    if (variables != null && !variables.isBlank()) {
      try {
        read.set("variables", json.readTree(variables));
      } catch (JacksonException malformed) {
        throw variablesRefused();
      }
    }
    String[] explode = request.getParameterValues("explode");
    if (explode != null) {
      var paths = read.putArray("explode");
      for (String each : explode) {
        List.of(each.split(",")).forEach(paths::add);
      }
    }
    return read;
  }

  private ExportRequest read(JsonNode sent) {
    String query = text(sent, "query");
    String format = text(sent, "format");
    if (query == null || query.isBlank()) {
      if (!ExportFormat.BUNDLE.toString().equals(format)) {
        throw ExportRefused.badInput(
            "query: an export takes a GraphQL query. Only a bundle can hold everything.");
      }
      query = "";
    }
    return new ExportRequest(
        query,
        variables(sent.get("variables")),
        text(sent, "operationName"),
        format(format),
        flag(sent, "archive"),
        explode(sent.get("explode")),
        flag(sent, "spreadsheetSafe"));
  }

  /** The format of that name; refused where there is none. */
  static ExportFormat format(@Nullable String name) {
    return ExportFormat.named(String.valueOf(name))
        .orElseThrow(
            () ->
                ExportRefused.badInput(
                    "format: one of %s%s."
                        .formatted(
                            String.join(", ", ExportFormat.names()),
                            name == null ? "" : ", not " + Shown.text(name))));
  }

  private Map<String, Object> variables(@Nullable JsonNode sent) {
    if (sent == null || sent.isNull()) {
      return Map.of();
    }
    if (!sent.isObject()) {
      throw variablesRefused();
    }
    return json.convertValue(sent, new TypeReference<>() {});
  }

  private static ExportRefused variablesRefused() {
    return ExportRefused.badInput("variables: a JSON object.");
  }

  private static @Nullable String text(JsonNode sent, String name) {
    JsonNode value = sent.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw ExportRefused.badInput(name + ": a text.");
    }
    return value.asString();
  }

  private static boolean flag(JsonNode sent, String name) {
    JsonNode value = sent.get(name);
    if (value == null || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw ExportRefused.badInput(name + ": true or false.");
    }
    return value.asBoolean();
  }

  private static List<String> explode(@Nullable JsonNode sent) {
    if (sent == null || sent.isNull()) {
      return List.of();
    }
    var paths = new ArrayList<String>();
    if (sent.isString()) {
      paths.add(sent.asString());
    } else if (sent.isArray() && sent.valueStream().allMatch(JsonNode::isString)) {
      sent.forEach(each -> paths.add(each.asString()));
    } else {
      throw ExportRefused.badInput("explode: a path such as delegations.nodes, or a list of them.");
    }
    return paths;
  }
}

package dev.mortise.esmintegration.importmap;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mortise.esmintegration.importmap.SpecifierMap.Address;
import dev.mortise.esmintegration.url.ModuleUrl;
import dev.mortise.runtime.error.ComponentResolutionException;
import dev.mortise.runtime.error.Diagnostic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** "Parse an import map string" of the HTML standard. */
final class ImportMapParser {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final ModuleUrl base;
  private final List<String> warnings = new ArrayList<>();

  private ImportMapParser(ModuleUrl base) {
    this.base = base;
  }

  static ImportMap parse(String json, ModuleUrl base) {
    return new ImportMapParser(base).parse(json);
  }

  private ImportMap parse(String json) {
    JsonNode top = read(json);
    requireObject(top, "an import map");
    JsonNode imports = top.get("imports");
    JsonNode scopes = top.get("scopes");
    for (Map.Entry<String, JsonNode> entry : top.properties()) {
      String key = entry.getKey();
      if (!List.of("imports", "scopes", "integrity").contains(key)) {
        warnings.add("\"" + key + "\" means nothing here: imports, scopes and integrity do");
      }
    }
    SpecifierMap importMap =
        imports == null ? SpecifierMap.EMPTY : specifiers(imports, "\"imports\"");
    TreeMap<String, SpecifierMap> scopeMap = new TreeMap<>(Comparator.reverseOrder());
    if (scopes != null) {
      requireObject(scopes, "\"scopes\"");
      for (Map.Entry<String, JsonNode> scope : scopes.properties()) {
        String where = "the scope \"" + scope.getKey() + "\"";
        requireObject(scope.getValue(), where);
        ModuleUrl prefix = ModuleUrl.parse(scope.getKey(), base);
        if (prefix == null) {
          warnings.add(where + " is left out: it is no URL");
        } else {
          scopeMap.put(prefix.toString(), specifiers(scope.getValue(), where));
        }
      }
    }
    Map<ModuleUrl, Integrity> integrity =
        top.has("integrity") ? integrity(top.get("integrity")) : Map.of();
    return new ImportMap(importMap, Collections.unmodifiableMap(scopeMap), integrity, warnings);
  }

  /** "Normalize a module integrity map". A fragment names a part of the same file. */
  private Map<ModuleUrl, Integrity> integrity(JsonNode node) {
    requireObject(node, "\"integrity\"");
    Map<ModuleUrl, Integrity> entries = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String what = "\"" + entry.getKey() + "\" in \"integrity\"";
      JsonNode metadata = entry.getValue();
      ModuleUrl url = ModuleUrl.ofUrlLikeSpecifier(entry.getKey(), base);
      if (url == null) {
        warnings.add(what + " is left out: it is no URL and does not begin with /, ./ or ../");
      } else if (!metadata.isTextual()) {
        warnings.add(what + " is left out: what it asks for is " + kind(metadata) + ", no string");
      } else {
        Integrity asked = Integrity.parse(metadata.textValue());
        if (asked != null) {
          entries.put(url.withFragment(null), asked);
        } else if (!metadata.textValue().isBlank()) {
          warnings.add(
              what
                  + " asks for nothing: \""
                  + metadata.textValue()
                  + "\" is no sha256-, sha384- or sha512- with a digest in base64");
        }
      }
    }
    return entries;
  }

  private JsonNode read(String json) {
    try {
      return JSON.readValue(json);
    } catch (JacksonException e) {
      Diagnostic finding =
          Diagnostic.of("bad-import-map", base.toString())
              .expecting("JSON", "text that is none")
              .because(String.valueOf(e.getOriginalMessage()) + place(e));
      throw new ComponentResolutionException(finding);
    }
  }

  private static String place(JacksonException e) {
    return e.getLocation() == null
        ? ""
        : ", in line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }

  private void requireObject(JsonNode node, String where) {
    if (!node.isObject()) {
      throw new ComponentResolutionException(
          Diagnostic.of("bad-import-map", base + ": " + where)
              .expecting("an object", kind(node))
              .withSpec("HTML: parse an import map string")
              .withHint("An import map looks like {\"imports\": {\"name\": \"./file.wasm\"}}"));
    }
  }

  /** "Sort and normalize a module specifier map". */
  private SpecifierMap specifiers(JsonNode node, String where) {
    requireObject(node, where);
    TreeMap<String, Address> entries = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = entry.getKey();
      if (key.isEmpty()) {
        warnings.add("a name in " + where + " is left out: it is empty");
      } else {
        ModuleUrl url = ModuleUrl.ofUrlLikeSpecifier(key, base);
        String normalised = url == null ? key : url.toString();
        entries.put(normalised, new Address(address(entry.getValue(), key, where)));
      }
    }
    return new SpecifierMap(entries);
  }

  private @Nullable ModuleUrl address(JsonNode value, String key, String where) {
    String what = "\"" + key + "\" in " + where;
    if (value.isNull()) {
      return null; // the way to block a name
    }
    if (!value.isTextual()) {
      warnings.add(what + " leads nowhere: its address is " + kind(value) + ", no string");
      return null;
    }
    ModuleUrl url = ModuleUrl.ofUrlLikeSpecifier(value.textValue(), base);
    if (url == null) {
      warnings.add(
          what
              + " leads nowhere: \""
              + value.textValue()
              + "\" is no URL and does not begin with /, ./ or ../");
    } else if (key.endsWith("/") && !url.toString().endsWith("/")) {
      warnings.add(what + " leads nowhere: a name that ends with / needs an address that does");
      return null;
    }
    return url;
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "an array";
      case BOOLEAN -> "a boolean";
      case NUMBER -> "a number";
      case STRING -> "a string";
      case NULL -> "null";
      case OBJECT, POJO -> "an object";
      case BINARY, MISSING -> "nothing";
    };
  }
}

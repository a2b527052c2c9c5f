package org.denovo.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.denovo.vocabulary.Text;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A page that needs no other file, no network and no server, made from a template of this room. */
final class Page {

  private Page() {}

  static void write(Path file, String template, Map<String, Object> view) {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding("UTF-8");
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(resolver);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      engine.process("org/denovo/report/" + template, new Context(Locale.ROOT, view), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words as a template takes them. */
  static Map<String, String> text(Text text) {
    return Map.of("zh", text.zh(), "en", text.en());
  }

  /** As a picture, because the styles of an inline drawing would reach the whole page. */
  static String picture(String svg) {
    return "data:image/svg+xml;base64,"
        + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
  }
}

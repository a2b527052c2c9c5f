package org.denovo.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which program this is.
 *
 * @param number the release
 * @param code SHA-256 over its sources, as the build wrote it
 */
record Version(String number, String code) {

  static Version current() {
    try (InputStream file = Version.class.getResourceAsStream("/denovo.properties")) {
      Properties properties = new Properties();
      properties.load(file);
      return new Version(properties.getProperty("version"), properties.getProperty("code"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

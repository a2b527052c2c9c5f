package org.denovo.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a command that ran in this process said, and its exit code.
 *
 * @param out stdout: data
 * @param err stderr: talk
 */
record Said(int code, String out, String err) {

  /** Runs a command; the streams and the locale are given back. */
  static Said by(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    Locale locale = Locale.getDefault();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    ByteArrayOutputStream talk = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(data, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(talk, true, StandardCharsets.UTF_8));
      Locale.setDefault(Locale.ENGLISH);
      int code = Main.run(arguments);
      return new Said(
          code, data.toString(StandardCharsets.UTF_8), talk.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
      Locale.setDefault(locale);
    }
  }

  /** Runs a project's nightly job. */
  static Said night(SampleProject project, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "run";
    arguments[1] = project.job().toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return by(arguments);
  }
}

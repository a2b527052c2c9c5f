package org.denovo.batch;

import org.denovo.vocabulary.Text;

/** Is told how far a run is. Called from several threads. */
public interface Progress {

  /** Tells nobody. */
  Progress SILENT =
      new Progress() {
        @Override
        public void phase(Text name, long total) {}

        @Override
        public void advance(long done) {}

        @Override
        public void note(Text sentence) {}
      };

  /**
   * A phase begins.
   *
   * @param total its size, or 0 if that is not known
   */
  void phase(Text name, long total);

  /** So much more of the phase is done. */
  void advance(long done);

  /** Something that the user should know, without any patient's value. */
  void note(Text sentence);
}

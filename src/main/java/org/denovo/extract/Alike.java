package org.denovo.extract;

import java.util.List;
import org.denovo.vocabulary.Text;

/** How alike the patients of a file that leaves are, as it is and coarsened. */
interface Alike {

  /**
   * How patients stand out under a coarsening of the file.
   *
   * @param code of the coarsening, a part for each quasi-identifier: {@code sex}, {@code
   *     age_at_dx/10}, {@code center_pid=-} if it is left out
   * @param says what is to be done; empty for the file as it is
   * @param smallest the size of the smallest class; 0 without patients
   * @param below patients in classes smaller than k
   * @param leastDiverse the fewest different values of a sensitive column within a class; 0 if the
   *     file has none
   * @param alike patients of whose class all have the same value in some sensitive column
   * @param isMinimal true if it reaches k and no finer one does
   */
  record Risk(
      String code,
      List<Text> says,
      long classes,
      long smallest,
      long patients,
      long below,
      long leastDiverse,
      long alike,
      boolean isMinimal) {}

  /** The file's name. */
  String file();

  /** How many patients at least should be alike. */
  int k();

  /** The file as it is first. */
  List<Risk> risks();
}

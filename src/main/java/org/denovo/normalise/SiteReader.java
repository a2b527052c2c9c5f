package org.denovo.normalise;

import static org.denovo.record.Fields.LESION_COUNT;
import static org.denovo.record.Fields.MET_SITES;

import java.util.Set;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.MetSite;

/**
 * Reads a column that asks for metastasis at one site: yes or no, or in words, where 骨转移 and 多发
 * answer yes.
 */
record SiteReader(Field<Boolean> field, MetSite site, CellReader question, CellReader words)
    implements CellReader {

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    Reading asked = question.read(cell, meaning);
    if (asked.answers().values().stream().noneMatch(Answer.Unreadable.class::isInstance)) {
      return asked;
    }
    if (MetastasesReader.denies(cell, meaning, site)) {
      return Reading.of(field, Answer.known(false));
    }
    Answer<Boolean> told = answer(words.read(cell, meaning));
    return told instanceof Answer.Unreadable ? asked : Reading.of(field, told);
  }

  private Answer<Boolean> answer(Reading told) {
    Answer<?> sites = told.answers().get(MET_SITES);
    if (sites.has(Remark.SUSPECTED)) {
      return Answer.absent(Absence.UNKNOWN, Remark.SUSPECTED);
    }
    if (sites.isKnown()) {
      Set<?> named = (Set<?>) sites.optional().orElseThrow();
      if (named.contains(site)) {
        return Answer.known(true);
      }
      boolean none = named.isEmpty() && !sites.has(Remark.REGIONAL_NODES_ONLY);
      return none ? Answer.known(false) : Answer.unreadable();
    }
    return told.answers().containsKey(LESION_COUNT) ? Answer.known(true) : Answer.unreadable();
  }
}

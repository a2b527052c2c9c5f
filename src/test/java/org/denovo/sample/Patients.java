package org.denovo.sample;

import static org.denovo.record.Fields.*;
import static org.denovo.sample.Facts.weights;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.denovo.record.PatientKey;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.MolecularSubtype;

/**
 * Draws patients whose facts agree with each other, in the proportions of CSBrS-002 (subtype,
 * histology, age, share operated, years of diagnosis) and of the Tianjin series of 171 de novo
 * patients (T4, oligometastatic, chemotherapy).
 */
final class Patients {

  private static final Map<MolecularSubtype, Double> SUBTYPES =
      weights(
          MolecularSubtype.LUMINAL_A, 14.3,
          MolecularSubtype.LUMINAL_B, 51.8,
          MolecularSubtype.HER2_OVEREXPRESSING, 22.1,
          MolecularSubtype.TRIPLE_NEGATIVE, 11.8);

  private Patients() {}

  /** A patient; one of stage III, who does not belong in a stage IV cohort, if so wished. */
  static Patient draw(Draw draw, String centre, String number, boolean stageThree) {
    return draw(draw, new Facts(new PatientKey(centre, number, "")), stageThree);
  }

  private static Patient draw(Draw draw, Facts facts, boolean stageThree) {
    Disease disease = new Disease(draw, facts);
    Treatment treatment = new Treatment(draw, facts);
    new Person(draw, facts).draw();
    LocalDate diagnosis = facts.answer(DATE_DX).optional().orElseThrow().first();
    MolecularSubtype subtype = draw.weighted(SUBTYPES);
    disease.receptors(subtype, diagnosis);
    disease.tumour(stageThree);
    if (stageThree) {
      facts.put(M_CAT, MCat.M0);
      facts.put(MET_SITES, Set.of());
      disease.siteFlags(Set.of());
    } else {
      disease.metastases(subtype, diagnosis);
    }
    LocalDate start = diagnosis.plusDays(draw.between(4, 35));
    Course course = Course.draw(draw, diagnosis, start, disease.hazard(subtype));
    treatment.systemic(subtype, start, course);
    if (course.surgery().isPresent()) {
      treatment.operation(course.surgery().get());
    } else {
      treatment.noOperation(course);
    }
    treatment.local(course);
    treatment.followUp(course);
    return new Patient(facts.record(), course, false);
  }
}

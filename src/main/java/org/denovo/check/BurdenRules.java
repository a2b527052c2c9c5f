package org.denovo.check;

import static org.denovo.check.Category.*;
import static org.denovo.check.Decision.*;
import static org.denovo.check.Rule.named;
import static org.denovo.check.Severity.*;
import static org.denovo.record.Fields.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.derive.Bounds;
import org.denovo.derive.Sites;
import org.denovo.derive.Truth;
import org.denovo.record.Interval;
import org.denovo.record.Remark;
import org.denovo.vocabulary.Evidence;
import org.denovo.vocabulary.MetSite;

/** Rules on how much metastatic disease there is. */
final class BurdenRules {

  private static final Set<Evidence> OF_THE_BRAIN =
      EnumSet.of(Evidence.CT, Evidence.MRI, Evidence.PET_CT);

  private BurdenRules() {}

  static List<Rule> all() {
    return List.of(
        named("MET-01", ERROR, CONFORMANCE_COMPUTATIONAL, "NRG-BR002; ABC5")
            .blocks(E5)
            .given(OLIGO_RECORDED, LESION_COUNT)
            .says(
                "寡转移为{0}，病灶数为{1}，界值为{2}",
                "Oligometastatic is {0} with {1} lesions; the limit is {2}")
            .titled("寡转移与病灶数不符", "Oligometastatic against the number of lesions")
            .because("寡转移由病灶数决定", "The number of lesions decides it")
            .adding(c -> List.of(c.parameters().oligoMax()))
            .graded(c -> c.get(OLIGO_RECORDED) ? ERROR : WARNING)
            .broken(
                c ->
                    c.get(OLIGO_RECORDED)
                        ? Bounds.above(c.get(LESION_COUNT), c.parameters().oligoMax())
                        : Bounds.atMost(c.get(LESION_COUNT), c.parameters().oligoMax())),
        named("MET-02", ERROR, PLAUSIBILITY_ATEMPORAL, "registry")
            .impossible()
            .blocks(E5)
            .given(LESION_COUNT)
            .reads(LESION_COUNT, MET_SITES)
            .says("病灶共{0}个，但至少有{2}个部位转移", "{0} lesions in all, but at least {2} sites")
            .titled("病灶数少于转移部位数", "Fewer lesions than metastatic sites")
            .because("每个部位至少一个病灶", "Each site holds at least one lesion")
            .adding(c -> List.of(Interval.number(sites(c).orElse(0.0))))
            .broken(c -> Truth.of(sites(c).map(sites -> sites > c.get(LESION_COUNT).max()))),
        named("MET-03", WARNING, PLAUSIBILITY_ATEMPORAL, "NRG-BR002: lesions up to 5 cm")
            .blocks(E5)
            .given(OLIGO_RECORDED, LARGEST_LESION_MM)
            .says(
                "寡转移为{0}，最大病灶{1} mm", "Oligometastatic is {0}, the largest lesion measures {1} mm")
            .titled("寡转移但病灶超过大小界限", "Oligometastatic with a lesion over the size limit")
            .because("超过寡转移的大小界值", "It exceeds the size limit")
            .broken(
                c ->
                    Bounds.above(c.get(LARGEST_LESION_MM), c.parameters().oligoSizeMm())
                        .onlyIf(c.get(OLIGO_RECORDED))),
        named("MET-04", WARNING, COMPLETENESS, "registry")
            .blocks(E5)
            .reads(MET_SITES, MET_BRAIN, MET_EVIDENCE, BASELINE_IMAGING)
            .says(
                "有脑转移，但没有脑部影像（依据：{2}；检查：{3}）",
                "Brain metastasis without imaging of the brain (evidence: {2}; work-up: {3})")
            .titled("有脑转移但没有脑部影像", "Brain metastasis without imaging of the brain")
            .because("脑转移须有CT或MRI", "CT or MRI shows a brain metastasis")
            .broken(c -> imaged(c).not().onlyIf(Sites.at(c.patient(), MetSite.BRAIN) == Truth.YES)),
        named("MET-05", WARNING, PLAUSIBILITY_ATEMPORAL, "registry")
            .blocks(E1, E5)
            .given(MET_SITES)
            .reads(MET_SITES, MET_EVIDENCE)
            .says("转移部位仅有{0}，没有细胞学或病理", "{0} is the only site, without cytology or histology")
            .titled("唯一转移部位没有病理", "The only site without cytology or histology")
            .because("胸腔积液不一定是恶性", "An effusion is not always malignant")
            .broken(
                c ->
                    StageRules.biopsied(c)
                        .not()
                        .onlyIf(c.get(MET_SITES).equals(Set.of(MetSite.PLEURA)))),
        named("MET-10", WARNING, CONFORMANCE_RELATIONAL, "registry")
            .blocks(E5)
            .given(MET_SITES)
            .says(
                "转移部位“{0}”与各部位的是或否不一致：{1}",
                "The sites '{0}' do not agree with the yes or no for: {1}")
            .titled("转移部位与各部位是否栏不一致", "Sites against the yes or no of each")
            .because("同一部位两处记录矛盾", "One site, two answers")
            .adding(c -> List.of(contradicted(c)))
            .broken(
                c ->
                    Truth.of(contradicts(c).isPresent())
                        .onlyIf(Sites.flags().stream().anyMatch(c::knows))),
        named("MET-11", WARNING, CONFORMANCE_VALUE, "registry")
            .blocks(E5)
            .reads(MET_SITES)
            .says("转移部位“{0}等”没有写全", "The list of sites '{0}' is open")
            .titled("转移部位没有写全", "An open list of sites")
            .because("未写出的部位算作不详，器官数只知下限", "Sites that are not named stay unknown")
            .broken(
                c -> Truth.of(c.remarked(MET_SITES, Remark.OPEN_LIST)).onlyIf(c.knows(MET_SITES))),
        named("MET-12", WARNING, PLAUSIBILITY_ATEMPORAL, "registry")
            .blocks(E5)
            .given(ALL_KNOWN_LESIONS_TREATED)
            .reads(ALL_KNOWN_LESIONS_TREATED, MET_LOCAL_TX)
            .says(
                "全部病灶已治疗：{0}，但局部治疗为{1}",
                "All known lesions treated: {0}, but their treatment is {1}")
            .titled("全部病灶已治疗但没有写明方式", "All lesions treated, but not how")
            .because("须写明治疗方式", "It must say how")
            .broken(
                c ->
                    c.missing(MET_LOCAL_TX)
                        .or(Truth.of(c.value(MET_LOCAL_TX).map(Set::isEmpty)))
                        .onlyIf(c.get(ALL_KNOWN_LESIONS_TREATED))));
  }

  private static Optional<Double> sites(Case c) {
    return Sites.organs(c.patient()).map(Interval::min);
  }

  private static Truth imaged(Case c) {
    boolean shown =
        c.value(MET_EVIDENCE)
                .filter(set -> set.stream().anyMatch(OF_THE_BRAIN::contains))
                .isPresent()
            || c.value(BASELINE_IMAGING)
                .filter(set -> set.stream().anyMatch(OF_THE_BRAIN::contains))
                .isPresent();
    return shown ? Truth.YES : Truth.NO.onlyIf(c.knows(MET_EVIDENCE) || c.knows(BASELINE_IMAGING));
  }

  private static Optional<MetSite> contradicts(Case c) {
    for (MetSite site : MetSite.values()) {
      Optional<Boolean> flag = c.value(Sites.flag(site));
      Truth listed = Sites.listed(c.patient(), site);
      if (flag.isPresent() && listed != Truth.UNKNOWN && flag.get() != (listed == Truth.YES)) {
        return Optional.of(site);
      }
    }
    return Optional.empty();
  }

  private static Object contradicted(Case c) {
    return Shown.within(contradicts(c).orElseThrow().title());
  }
}

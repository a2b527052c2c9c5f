package org.denovo.normalise;

import static org.denovo.record.Fields.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.Words;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.Topic;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Coded;
import org.denovo.vocabulary.FamilyHistory;
import org.denovo.vocabulary.HistologyGroup;
import org.denovo.vocabulary.MetSite;

/** Which reader reads a column: by its topic, by its field, else by the field's type. */
final class Readers {

  private static final CellReader NUMBER = new NumberReader();
  private static final CellReader DATE = new DateReader();

  /** What is written like a step of a scale, whether or not the scale has it. */
  private static final Pattern GRADE = Pattern.compile("(?:g|grade )?(?:[0-9]|iv|v)级?");

  private static final Pattern RESPONSE = Pattern.compile("[a-z]{2}");

  private static final Map<Topic, CellReader> TOPICS = new EnumMap<>(Topic.class);
  private static final Map<Field<?>, CellReader> FIELDS = new HashMap<>();

  /** Questions that a column may answer with the drugs themselves. */
  private static final List<Field<Boolean>> THERAPIES =
      List.of(SYSTEMIC_THERAPY, CHEMOTHERAPY, ENDOCRINE_THERAPY, ANTI_HER2_THERAPY);

  static {
    TOPICS.put(Topic.TNM, new TnmReader());
    TOPICS.put(Topic.ER, new HormoneReceptorReader(HormoneResult.ER));
    TOPICS.put(Topic.PR, new HormoneReceptorReader(HormoneResult.PR));
    TOPICS.put(Topic.HER2, Her2Reader.ofPrimary());
    TOPICS.put(Topic.RECEPTORS, new ReceptorLineReader());
    TOPICS.put(Topic.NODES, new NodesReader());
    TOPICS.put(Topic.METASTASES, new MetastasesReader());
    TOPICS.put(Topic.OPERATION, new OperationReader());
    TOPICS.put(Topic.MARGIN, new MarginReader());
    TOPICS.put(Topic.REGIMEN, new RegimenReader());
    TOPICS.put(Topic.VITAL, new VitalReader(false));
    TOPICS.put(Topic.REPORT, new ReportReader());
    for (Field<?> field : List.of(STAGE_CONTEXT, T_CAT, N_CAT, M_CAT, STAGE_GROUP)) {
      put(field, TOPICS.get(Topic.TNM));
    }
    put(STAGING_EDITION, new EditionReader());
    for (Field<?> field : List.of(ER_STATUS, ER_PCT)) {
      put(field, TOPICS.get(Topic.ER));
    }
    for (Field<?> field : List.of(PR_STATUS, PR_PCT)) {
      put(field, TOPICS.get(Topic.PR));
    }
    put(MET_ER_STATUS, new HormoneReceptorReader(HormoneResult.METASTASIS_ER));
    put(MET_PR_STATUS, new HormoneReceptorReader(HormoneResult.METASTASIS_PR));
    for (Field<?> field :
        List.of(HER2_IHC, HER2_ISH, HER2_RATIO, HER2_COPIES, HER2_STATUS_RECORDED)) {
      put(field, TOPICS.get(Topic.HER2));
    }
    put(MET_HER2_STATUS, Her2Reader.ofMetastasis());
    put(KI67_PCT, new Ki67Reader());
    put(NODES_POSITIVE, TOPICS.get(Topic.NODES));
    put(NODES_EXAMINED, TOPICS.get(Topic.NODES));
    code(SEX, "sex");
    code(LATERALITY, "laterality");
    code(SURGERY_LATERALITY, "laterality");
    code(MENOPAUSAL_STATUS, "menopausal_status");
    code(GERMLINE_BRCA, "germline_brca");
    code(PRIOR_BREAST_CANCER, "prior_breast_cancer");
    code(INSURANCE_TYPE, "insurance_type");
    code(DX_CONFIRMATION, "dx_confirmation");
    scale(GRADE_NOTTINGHAM, "grade_nottingham", GRADE);
    code(MOLECULAR_SUBTYPE_RECORDED, "molecular_subtype_recorded");
    code(ER_SCORE_SYSTEM, "score_system");
    code(PR_SCORE_SYSTEM, "score_system");
    code(SPECIMEN_SITE, "specimen_site");
    code(SPECIMEN_CONTEXT, "specimen_context");
    code(MET_TIMING, "met_timing");
    code(MET_CERTAINTY, "met_certainty");
    code(LINE1_END_REASON, "line1_end_reason");
    scale(LINE1_BEST_RESPONSE, "response", RESPONSE);
    scale(RESPONSE_PRIMARY, "response", RESPONSE);
    scale(RESPONSE_DISTANT, "response", RESPONSE);
    code(NO_SURGERY_REASON, "no_surgery_reason");
    code(SURGERY_INTENT, "surgery_intent");
    code(MET_R_STATUS, "met_r_status");
    code(PROGRESSION_TYPE, "progression_type");
    codes(MET_EVIDENCE, "evidence");
    codes(BASELINE_IMAGING, "evidence");
    codes(MET_LOCAL_TX, "met_local_tx");
    codes(RT_TARGETS, "rt_targets");
    put(
        HISTOLOGY_GROUP,
        new WordReader<>(type(HISTOLOGY_GROUP), "histology_group")
            .one(HISTOLOGY_GROUP, named -> without(HistologyGroup.IN_SITU, named)));
    put(
        FAMILY_HISTORY_CANCER,
        new WordReader<>(type(FAMILY_HISTORY_CANCER), "family_history_cancer")
            .one(FAMILY_HISTORY_CANCER, named -> without(FamilyHistory.OTHER, named)));
    for (Field<?> field : List.of(SURGERY_TYPE, AXILLARY_PROCEDURE, RECONSTRUCTION)) {
      put(field, only(field, TOPICS.get(Topic.OPERATION)));
    }
    for (Field<?> field : List.of(MARGIN_STATUS, MARGIN_WIDTH_MM)) {
      put(field, only(field, TOPICS.get(Topic.MARGIN)));
    }
    put(LINE1_DRUGS, only(LINE1_DRUGS, TOPICS.get(Topic.REGIMEN)));
    put(VITAL_STATUS, only(VITAL_STATUS, VitalReader::asked));
    put(CANCER_STATUS, only(CANCER_STATUS, TOPICS.get(Topic.VITAL)));
    put(DEATH_CAUSE, only(DEATH_CAUSE, new VitalReader(true)));
    put(MET_SITES, only(MET_SITES, TOPICS.get(Topic.METASTASES)));
    for (Field<Interval> field : List.of(LESION_COUNT, LIVER_LESION_COUNT)) {
      put(field, new CountReader(field));
    }
    Fields.all().stream()
        .filter(field -> field.type() instanceof FieldType.YesNo)
        .forEach(Readers::question);
    for (Field<Boolean> therapy : THERAPIES) {
      CellReader asked = YesNoReader.of(therapy);
      CellReader told = only(therapy, TOPICS.get(Topic.REGIMEN));
      put(therapy, (cell, meaning) -> firstKnown(asked.read(cell, meaning), told, cell, meaning));
    }
  }

  private final CellReader identifier;

  Readers(IdentifierHash hash) {
    this.identifier = new IdentifierReader(hash);
  }

  /** The reader of a column; blank, broken and coded cells never reach its grammar. */
  CellReader of(Meaning meaning) {
    CellReader grammar =
        meaning
            .topic()
            .map(Readers::ofTopic)
            .orElseGet(() -> ofField(meaning.field().orElseThrow()));
    // An identifier has no words: what looks like a label or a code of one is part of it.
    CellReader reader = grammar == identifier ? grammar : new Frame(grammar);
    return (cell, same) -> FirstLook.at(cell, same).orElseGet(() -> reader.read(cell, same));
  }

  /** What the grammar of a topic says of a piece of a cell. */
  static Reading ofPiece(Topic topic, SourceCell cell, String piece) {
    return ofTopic(topic).read(SourceCell.text(cell.place(), piece), about(topic));
  }

  /** What the words of a field say of a piece of a cell. */
  static Reading ofPiece(Field<?> field, SourceCell cell, String piece) {
    return FIELDS.get(field).read(SourceCell.text(cell.place(), piece), about(field));
  }

  static Meaning about(Topic topic) {
    return about(Optional.empty(), Optional.of(topic));
  }

  static Meaning about(Field<?> field) {
    return about(Optional.of(field), Optional.empty());
  }

  private static Meaning about(Optional<Field<?>> field, Optional<Topic> topic) {
    return new Meaning(field, topic, "", Map.of(), "", Meaning.DateOrder.UNDECLARED, Words.NONE);
  }

  private static CellReader ofTopic(Topic topic) {
    return Optional.ofNullable(TOPICS.get(topic)).orElseThrow();
  }

  private CellReader ofField(Field<?> field) {
    return Optional.ofNullable(FIELDS.get(field)).orElseGet(() -> ofType(field.type()));
  }

  private CellReader ofType(FieldType<?> type) {
    if (type instanceof FieldType.Date) {
      return DATE;
    }
    if (type instanceof FieldType.Identifier) {
      return identifier;
    }
    if (type instanceof FieldType.Whole
        || type instanceof FieldType.Decimal
        || type instanceof FieldType.Range) {
      return NUMBER;
    }
    throw new IllegalStateException("no words for " + type);
  }

  private static void put(Field<?> field, CellReader grammar) {
    FIELDS.put(field, grammar);
  }

  private static <E extends Enum<E> & Coded> void code(Field<E> field, String list) {
    put(field, new WordReader<>(type(field), list).one(field));
  }

  private static <E extends Enum<E> & Coded> void scale(Field<E> field, String list, Pattern step) {
    put(field, new WordReader<>(type(field), list).oneOf(field, step));
  }

  private static <E extends Enum<E> & Coded> void codes(Field<Set<E>> field, String list) {
    FieldType.Codes<E> type = (FieldType.Codes<E>) field.type();
    put(field, new WordReader<>(type.code(), list).all(field));
  }

  @SuppressWarnings("unchecked")
  private static void question(Field<?> field) {
    Field<Boolean> question = (Field<Boolean>) field;
    CellReader asked = YesNoReader.of(question);
    CellReader told = TOPICS.get(Topic.METASTASES);
    put(
        field,
        site(field)
            .<CellReader>map(site -> new SiteReader(question, site, asked, told))
            .orElse(asked));
  }

  /** The site that a field such as {@code met_bone} asks for. */
  private static Optional<MetSite> site(Field<?> field) {
    return field.name().startsWith("met_")
        ? Optional.ofNullable(
            MetastasesReader.SITE.byCode().get(field.name().substring("met_".length())))
        : Optional.empty();
  }

  private static <E extends Enum<E> & Coded> FieldType.Code<E> type(Field<E> field) {
    return (FieldType.Code<E>) field.type();
  }

  /**
   * The codes named without one that gives way to others: an in situ part of an invasive cancer, a
   * lung cancer in a family with breast cancer.
   */
  private static <E extends Enum<E>> Set<E> without(E weaker, Set<E> named) {
    if (named.size() < 2) {
      return named;
    }
    Set<E> left = EnumSet.copyOf(named);
    left.remove(weaker);
    return left;
  }

  private static Reading firstKnown(
      Reading asked, CellReader told, SourceCell cell, Meaning meaning) {
    boolean read = asked.answers().values().stream().noneMatch(Answer.Unreadable.class::isInstance);
    return read ? asked : told.read(cell, meaning);
  }

  /** A grammar of several fields, in a column that asks for one of them. */
  private static <T> CellReader only(Field<T> field, CellReader grammar) {
    return (cell, meaning) -> {
      Answer<?> answer = grammar.read(cell, meaning).answers().get(field);
      if (answer == null) {
        return Reading.of(field, Answer.unreadable());
      }
      return new Reading(Map.of(field, answer));
    };
  }
}

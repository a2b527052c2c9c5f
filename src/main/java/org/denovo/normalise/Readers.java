package org.denovo.normalise;

import static org.denovo.record.Fields.*;

import java.util.Map;
import java.util.Optional;
import org.denovo.mapping.Meaning;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Topic;

/** Which reader reads a column: by its topic, by its field, else by the field's type. */
final class Readers {

  private static final CellReader NUMBER = new NumberReader();
  private static final CellReader DATE = new DateReader();
  private static final CellReader TNM = new TnmReader();
  private static final CellReader ER = new HormoneReceptorReader(HormoneResult.ER);
  private static final CellReader PR = new HormoneReceptorReader(HormoneResult.PR);
  private static final CellReader HER2 = Her2Reader.ofPrimary();

  private static final Map<Field<?>, CellReader> SPECIAL =
      Map.ofEntries(
          Map.entry(STAGE_CONTEXT, TNM),
          Map.entry(T_CAT, TNM),
          Map.entry(N_CAT, TNM),
          Map.entry(M_CAT, TNM),
          Map.entry(STAGE_GROUP, TNM),
          Map.entry(STAGING_EDITION, new EditionReader()),
          Map.entry(ER_STATUS, ER),
          Map.entry(ER_PCT, ER),
          Map.entry(PR_STATUS, PR),
          Map.entry(PR_PCT, PR),
          Map.entry(MET_ER_STATUS, new HormoneReceptorReader(HormoneResult.METASTASIS_ER)),
          Map.entry(MET_PR_STATUS, new HormoneReceptorReader(HormoneResult.METASTASIS_PR)),
          Map.entry(HER2_IHC, HER2),
          Map.entry(HER2_ISH, HER2),
          Map.entry(HER2_RATIO, HER2),
          Map.entry(HER2_COPIES, HER2),
          Map.entry(HER2_STATUS_RECORDED, HER2),
          Map.entry(MET_HER2_STATUS, Her2Reader.ofMetastasis()),
          Map.entry(KI67_PCT, new Ki67Reader()),
          Map.entry(NODES_POSITIVE, new NodesReader()),
          Map.entry(NODES_EXAMINED, new NodesReader()));

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

  private static CellReader ofTopic(Topic topic) {
    return switch (topic) {
      case TNM -> TNM;
      case ER -> ER;
      case PR -> PR;
      case HER2 -> HER2;
      case RECEPTORS -> new ReceptorLineReader();
      case NODES -> new NodesReader();
      case METASTASES, OPERATION, MARGIN, REGIMEN, VITAL ->
          ClinicalReaders.forTopic(topic).orElseThrow();
    };
  }

  private CellReader ofField(Field<?> field) {
    return Optional.ofNullable(SPECIAL.get(field))
        .or(() -> ClinicalReaders.forField(field))
        .orElseGet(() -> ofType(field.type()));
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
}

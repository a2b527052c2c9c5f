package org.denovo.record;

import static org.denovo.record.Field.Group.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.vocabulary.AxillaryProcedure;
import org.denovo.vocabulary.CancerStatus;
import org.denovo.vocabulary.DeathCause;
import org.denovo.vocabulary.DrugClass;
import org.denovo.vocabulary.DxConfirmation;
import org.denovo.vocabulary.Evidence;
import org.denovo.vocabulary.FamilyHistory;
import org.denovo.vocabulary.GermlineBrca;
import org.denovo.vocabulary.Grade;
import org.denovo.vocabulary.Her2Ihc;
import org.denovo.vocabulary.Her2Ish;
import org.denovo.vocabulary.Her2Status;
import org.denovo.vocabulary.HistologyGroup;
import org.denovo.vocabulary.InsuranceType;
import org.denovo.vocabulary.Laterality;
import org.denovo.vocabulary.LineEndReason;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.MarginStatus;
import org.denovo.vocabulary.MenopausalStatus;
import org.denovo.vocabulary.MetCertainty;
import org.denovo.vocabulary.MetLocalTherapy;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.MetTiming;
import org.denovo.vocabulary.MolecularSubtype;
import org.denovo.vocabulary.NCat;
import org.denovo.vocabulary.NoSurgeryReason;
import org.denovo.vocabulary.PriorBreastCancer;
import org.denovo.vocabulary.ProgressionType;
import org.denovo.vocabulary.ReceptorStatus;
import org.denovo.vocabulary.Reconstruction;
import org.denovo.vocabulary.ResidualStatus;
import org.denovo.vocabulary.Response;
import org.denovo.vocabulary.RtTarget;
import org.denovo.vocabulary.ScoreSystem;
import org.denovo.vocabulary.Sex;
import org.denovo.vocabulary.SpecimenContext;
import org.denovo.vocabulary.SpecimenSite;
import org.denovo.vocabulary.StageContext;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.StagingEdition;
import org.denovo.vocabulary.SurgeryIntent;
import org.denovo.vocabulary.SurgeryType;
import org.denovo.vocabulary.TCat;
import org.denovo.vocabulary.Text;
import org.denovo.vocabulary.VitalStatus;

/**
 * Every field of the registry. Adding one here gives it a database column, a place in the extracts
 * and in the codebook, a completeness row and a description; nothing else has to be touched.
 *
 * <p>Sizes are in millimetres, percentages from 0 to 100, survival times in months. Fields that end
 * in {@code _recorded} hold what the centre wrote where the registry also derives a value itself.
 */
public final class Fields {

  private static final List<Field<?>> ALL = new ArrayList<>();
  private static final Map<String, Field<?>> BY_NAME = new HashMap<>();

  public static final Field<String> NATIONAL_ID =
      field(
          "national_id",
          PATIENT,
          new FieldType.Identifier(),
          "身份证号",
          "National identity number",
          "");

  public static final Field<String> PERSON_NAME =
      field("person_name", PATIENT, new FieldType.Identifier(), "姓名", "Name", "");

  public static final Field<Sex> SEX =
      field("sex", PATIENT, FieldType.Code.of(Sex.class), "性别", "Sex", "N 225; A SEX");

  public static final Field<PartialDate> BIRTH_DATE =
      field("birth_date", PATIENT, new FieldType.Date(), "出生日期", "Date of birth", "N 240");

  public static final Field<Integer> AGE_AT_DX =
      field(
          "age_at_dx",
          PATIENT,
          new FieldType.Whole("a", 0, 120),
          "确诊年龄",
          "Age at diagnosis",
          "N 230; A AGE");

  public static final Field<MenopausalStatus> MENOPAUSAL_STATUS =
      field(
          "menopausal_status",
          PATIENT,
          FieldType.Code.of(MenopausalStatus.class),
          "月经状况",
          "Menopausal status",
          "ICHOM MenopausalStatus");

  public static final Field<Boolean> OOPHORECTOMY =
      field("oophorectomy", PATIENT, new FieldType.YesNo(), "双侧卵巢切除", "Bilateral oophorectomy", "");

  public static final Field<FamilyHistory> FAMILY_HISTORY_CANCER =
      field(
          "family_history_cancer",
          PATIENT,
          FieldType.Code.of(FamilyHistory.class),
          "肿瘤家族史",
          "Family history of cancer",
          "");

  public static final Field<Integer> GRAVIDITY =
      field("gravidity", PATIENT, new FieldType.Whole("", 0, 25), "孕次", "Gravidity", "");

  public static final Field<Integer> PARITY =
      field("parity", PATIENT, new FieldType.Whole("", 0, 20), "产次", "Parity", "");

  public static final Field<Integer> AGE_FIRST_BIRTH =
      field(
          "age_first_birth",
          PATIENT,
          new FieldType.Whole("a", 10, 60),
          "初产年龄",
          "Age at first birth",
          "");

  public static final Field<Boolean> BREASTFED =
      field("breastfed", PATIENT, new FieldType.YesNo(), "哺乳史", "Ever breastfed", "");

  public static final Field<GermlineBrca> GERMLINE_BRCA =
      field(
          "germline_brca",
          PATIENT,
          FieldType.Code.of(GermlineBrca.class),
          "胚系BRCA",
          "Germline BRCA",
          "ICHOM GermlineMutation");

  public static final Field<PriorBreastCancer> PRIOR_BREAST_CANCER =
      field(
          "prior_breast_cancer",
          PATIENT,
          FieldType.Code.of(PriorBreastCancer.class),
          "既往乳腺癌",
          "Prior breast cancer",
          "");

  public static final Field<Double> YEARS_SINCE_PRIOR =
      field(
          "years_since_prior",
          PATIENT,
          new FieldType.Decimal("a", 0, 80),
          "距既往乳腺癌年数",
          "Years since prior breast cancer",
          "");

  public static final Field<InsuranceType> INSURANCE_TYPE =
      field(
          "insurance_type",
          PATIENT,
          FieldType.Code.of(InsuranceType.class),
          "医保类型",
          "Insurance",
          "");

  public static final Field<Integer> ECOG_PS =
      field(
          "ecog_ps",
          BASELINE,
          new FieldType.Whole("", 0, 5),
          "ECOG评分",
          "ECOG performance status",
          "M ECOGPerformanceStatus; L 89247-1");

  public static final Field<Integer> COMORBIDITY_INDEX =
      field(
          "comorbidity_index",
          BASELINE,
          new FieldType.Whole("", 0, 40),
          "Charlson合并症指数",
          "Charlson comorbidity index",
          "M Comorbidities");

  public static final Field<Double> AST_XULN =
      field(
          "ast_xuln",
          BASELINE,
          new FieldType.Decimal("xULN", 0, 200),
          "AST（正常上限倍数）",
          "AST, multiples of the upper limit",
          "");

  public static final Field<Double> ALT_XULN =
      field(
          "alt_xuln",
          BASELINE,
          new FieldType.Decimal("xULN", 0, 200),
          "ALT（正常上限倍数）",
          "ALT, multiples of the upper limit",
          "");

  public static final Field<Interval> EXPECTED_SURVIVAL_MONTHS =
      field(
          "expected_survival_months",
          BASELINE,
          new FieldType.Range("mo", 0, 600),
          "预计生存期",
          "Expected survival",
          "");

  public static final Field<Boolean> FIT_ANTHRACYCLINE =
      field(
          "fit_anthracycline",
          BASELINE,
          new FieldType.YesNo(),
          "可用蒽环类",
          "Fit for anthracycline",
          "");

  public static final Field<Boolean> UNFIT_ANAESTHESIA =
      field(
          "unfit_anaesthesia",
          BASELINE,
          new FieldType.YesNo(),
          "不宜麻醉",
          "Unfit for anaesthesia",
          "");

  public static final Field<Boolean> ULCERATION_BLEEDING =
      field(
          "ulceration_bleeding",
          BASELINE,
          new FieldType.YesNo(),
          "破溃或出血",
          "Ulceration or bleeding",
          "");

  public static final Field<Boolean> LOCAL_PAIN =
      field("local_pain", BASELINE, new FieldType.YesNo(), "局部疼痛", "Local pain", "");

  public static final Field<Boolean> LOCAL_INFECTION =
      field("local_infection", BASELINE, new FieldType.YesNo(), "局部感染", "Local infection", "");

  public static final Field<Boolean> MDT_DISCUSSED =
      field("mdt_discussed", BASELINE, new FieldType.YesNo(), "多学科讨论", "Discussed in MDT", "");

  public static final Field<Boolean> BASELINE_IMAGING_DOCUMENTED =
      field(
          "baseline_imaging_documented",
          BASELINE,
          new FieldType.YesNo(),
          "基线影像",
          "Baseline imaging documented",
          "");

  public static final Field<Set<Evidence>> BASELINE_IMAGING =
      field(
          "baseline_imaging",
          BASELINE,
          new FieldType.Codes<>(FieldType.Code.of(Evidence.class)),
          "基线检查项目",
          "Baseline imaging",
          "");

  public static final Field<Laterality> LATERALITY =
      field(
          "laterality",
          TUMOUR,
          FieldType.Code.of(Laterality.class),
          "侧别",
          "Laterality",
          "N 410; M LateralityQualifier");

  public static final Field<PartialDate> DATE_DX =
      field(
          "date_dx",
          TUMOUR,
          new FieldType.Date(),
          "确诊日期",
          "Date of diagnosis",
          "N 390; M PrimaryCancerCondition.onset");

  public static final Field<DxConfirmation> DX_CONFIRMATION =
      field(
          "dx_confirmation",
          TUMOUR,
          FieldType.Code.of(DxConfirmation.class),
          "诊断依据",
          "Basis of diagnosis",
          "N 490");

  public static final Field<HistologyGroup> HISTOLOGY_GROUP =
      field(
          "histology_group",
          TUMOUR,
          FieldType.Code.of(HistologyGroup.class),
          "病理类型",
          "Histology",
          "N 522; M HistologicBehaviorAndType");

  public static final Field<Grade> GRADE_NOTTINGHAM =
      field(
          "grade_nottingham",
          TUMOUR,
          FieldType.Code.of(Grade.class),
          "组织学分级",
          "Nottingham grade",
          "N 3843");

  public static final Field<Boolean> LVI =
      field("lvi", TUMOUR, new FieldType.YesNo(), "脉管癌栓", "Lymphovascular invasion", "N 1182");

  public static final Field<Interval> TUMOR_SIZE_MM =
      field(
          "tumor_size_mm",
          TUMOUR,
          new FieldType.Range("mm", 0, 989),
          "肿瘤大小",
          "Tumour size",
          "N 752; M TumorSize");

  public static final Field<Boolean> INTACT_PRIMARY_AT_DX =
      field(
          "intact_primary_at_dx",
          TUMOUR,
          new FieldType.YesNo(),
          "确诊时原发灶完整",
          "Intact primary at diagnosis",
          "");

  public static final Field<Boolean> PRIMARY_RESECTABLE =
      field(
          "primary_resectable", TUMOUR, new FieldType.YesNo(), "原发灶可切除", "Primary resectable", "");

  public static final Field<Boolean> CONTRALATERAL_INVASIVE_SYNC =
      field(
          "contralateral_invasive_sync",
          TUMOUR,
          new FieldType.YesNo(),
          "同时性对侧浸润癌",
          "Synchronous contralateral invasive cancer",
          "");

  public static final Field<StageContext> STAGE_CONTEXT =
      field(
          "stage_context",
          STAGE,
          FieldType.Code.of(StageContext.class),
          "分期类型",
          "Stage context",
          "");

  public static final Field<TCat> T_CAT =
      field(
          "t_cat",
          STAGE,
          FieldType.Code.of(TCat.class),
          "T分期",
          "T category",
          "N 1001; M TNMPrimaryTumorCategory");

  public static final Field<NCat> N_CAT =
      field(
          "n_cat",
          STAGE,
          FieldType.Code.of(NCat.class),
          "N分期",
          "N category",
          "N 1002; M TNMRegionalNodesCategory");

  public static final Field<MCat> M_CAT =
      field(
          "m_cat",
          STAGE,
          FieldType.Code.of(MCat.class),
          "M分期",
          "M category",
          "N 1003; M TNMDistantMetastasesCategory");

  public static final Field<StageGroup> STAGE_GROUP =
      field(
          "stage_group",
          STAGE,
          FieldType.Code.of(StageGroup.class),
          "临床分期",
          "Stage group",
          "N 1004; M TNMStageGroup");

  public static final Field<StagingEdition> STAGING_EDITION =
      field(
          "staging_edition",
          STAGE,
          FieldType.Code.of(StagingEdition.class),
          "分期版本",
          "Staging edition",
          "N 1060");

  public static final Field<ReceptorStatus> ER_STATUS =
      field(
          "er_status",
          RECEPTORS,
          FieldType.Code.of(ReceptorStatus.class),
          "ER状态",
          "ER status",
          "N 3827; L 85337-4");

  public static final Field<Interval> ER_PCT =
      field(
          "er_pct",
          RECEPTORS,
          new FieldType.Range("%", 0, 100),
          "ER百分比",
          "ER percentage",
          "N 3826; L 85329-1");

  public static final Field<ScoreSystem> ER_SCORE_SYSTEM =
      field(
          "er_score_system",
          RECEPTORS,
          FieldType.Code.of(ScoreSystem.class),
          "ER评分系统",
          "ER score, system",
          "");

  public static final Field<Double> ER_SCORE =
      field(
          "er_score",
          RECEPTORS,
          new FieldType.Decimal("", 0, 5000),
          "ER评分",
          "ER score",
          "N 3828 (Allred)");

  public static final Field<ReceptorStatus> PR_STATUS =
      field(
          "pr_status",
          RECEPTORS,
          FieldType.Code.of(ReceptorStatus.class),
          "PR状态",
          "PR status",
          "N 3915; L 85339-0");

  public static final Field<Interval> PR_PCT =
      field(
          "pr_pct",
          RECEPTORS,
          new FieldType.Range("%", 0, 100),
          "PR百分比",
          "PR percentage",
          "N 3914; L 85325-9");

  public static final Field<ScoreSystem> PR_SCORE_SYSTEM =
      field(
          "pr_score_system",
          RECEPTORS,
          FieldType.Code.of(ScoreSystem.class),
          "PR评分系统",
          "PR score, system",
          "");

  public static final Field<Double> PR_SCORE =
      field(
          "pr_score",
          RECEPTORS,
          new FieldType.Decimal("", 0, 5000),
          "PR评分",
          "PR score",
          "N 3916 (Allred)");

  public static final Field<Her2Ihc> HER2_IHC =
      field(
          "her2_ihc",
          RECEPTORS,
          FieldType.Code.of(Her2Ihc.class),
          "HER2免疫组化",
          "HER2 IHC",
          "N 3850; L 85319-2");

  public static final Field<Her2Ish> HER2_ISH =
      field(
          "her2_ish",
          RECEPTORS,
          FieldType.Code.of(Her2Ish.class),
          "HER2原位杂交",
          "HER2 ISH",
          "N 3854; L 85318-4");

  public static final Field<Double> HER2_RATIO =
      field(
          "her2_ratio",
          RECEPTORS,
          new FieldType.Decimal("", 0, 99.9),
          "HER2/CEP17比值",
          "HER2/CEP17 ratio",
          "N 3852");

  public static final Field<Double> HER2_COPIES =
      field(
          "her2_copies",
          RECEPTORS,
          new FieldType.Decimal("", 0, 200),
          "HER2拷贝数",
          "HER2 copy number",
          "N 3851");

  public static final Field<Her2Status> HER2_STATUS_RECORDED =
      field(
          "her2_status_recorded",
          RECEPTORS,
          FieldType.Code.of(Her2Status.class),
          "HER2状态（填报）",
          "HER2 status, recorded",
          "N 3855; L 48676-1");

  public static final Field<Interval> KI67_PCT =
      field(
          "ki67_pct",
          RECEPTORS,
          new FieldType.Range("%", 0, 100),
          "Ki-67",
          "Ki-67 index",
          "N 3863");

  public static final Field<MolecularSubtype> MOLECULAR_SUBTYPE_RECORDED =
      field(
          "molecular_subtype_recorded",
          RECEPTORS,
          FieldType.Code.of(MolecularSubtype.class),
          "分子分型（填报）",
          "Molecular subtype, recorded",
          "");

  public static final Field<SpecimenSite> SPECIMEN_SITE =
      field(
          "specimen_site",
          RECEPTORS,
          FieldType.Code.of(SpecimenSite.class),
          "标本部位",
          "Specimen site",
          "M TumorMarkerTest.specimen");

  public static final Field<SpecimenContext> SPECIMEN_CONTEXT =
      field(
          "specimen_context",
          RECEPTORS,
          FieldType.Code.of(SpecimenContext.class),
          "标本时点",
          "Specimen context",
          "");

  public static final Field<PartialDate> ASSAY_DATE =
      field(
          "assay_date",
          RECEPTORS,
          new FieldType.Date(),
          "检测日期",
          "Date of assay",
          "M TumorMarkerTest.effective");

  public static final Field<ReceptorStatus> MET_ER_STATUS =
      field(
          "met_er_status",
          RECEPTORS,
          FieldType.Code.of(ReceptorStatus.class),
          "转移灶ER",
          "ER of the metastasis",
          "");

  public static final Field<ReceptorStatus> MET_PR_STATUS =
      field(
          "met_pr_status",
          RECEPTORS,
          FieldType.Code.of(ReceptorStatus.class),
          "转移灶PR",
          "PR of the metastasis",
          "");

  public static final Field<Her2Status> MET_HER2_STATUS =
      field(
          "met_her2_status",
          RECEPTORS,
          FieldType.Code.of(Her2Status.class),
          "转移灶HER2",
          "HER2 of the metastasis",
          "");

  public static final Field<PartialDate> DATE_MET_DX =
      field("date_met_dx", METASTASIS, new FieldType.Date(), "转移确诊日期", "Date of metastasis", "");

  public static final Field<MetTiming> MET_TIMING =
      field(
          "met_timing",
          METASTASIS,
          FieldType.Code.of(MetTiming.class),
          "转移时相",
          "Timing of metastasis",
          "");

  public static final Field<MetCertainty> MET_CERTAINTY =
      field(
          "met_certainty",
          METASTASIS,
          FieldType.Code.of(MetCertainty.class),
          "转移确定性",
          "Certainty of metastasis",
          "");

  public static final Field<Set<MetSite>> MET_SITES =
      field(
          "met_sites",
          METASTASIS,
          new FieldType.Codes<>(FieldType.Code.of(MetSite.class)),
          "转移部位",
          "Metastatic sites",
          "M SecondaryCancerCondition.bodySite");

  public static final Field<Boolean> MET_BONE =
      field("met_bone", METASTASIS, new FieldType.YesNo(), "骨转移", "Bone metastasis", "N 1112");

  public static final Field<Boolean> MET_LUNG =
      field("met_lung", METASTASIS, new FieldType.YesNo(), "肺转移", "Lung metastasis", "N 1116");

  public static final Field<Boolean> MET_PLEURA =
      field(
          "met_pleura", METASTASIS, new FieldType.YesNo(), "胸膜转移", "Pleural metastasis", "N 1117");

  public static final Field<Boolean> MET_LIVER =
      field("met_liver", METASTASIS, new FieldType.YesNo(), "肝转移", "Liver metastasis", "N 1115");

  public static final Field<Boolean> MET_BRAIN =
      field("met_brain", METASTASIS, new FieldType.YesNo(), "脑转移", "Brain metastasis", "N 1113");

  public static final Field<Boolean> MET_LEPTOMENINGES =
      field(
          "met_leptomeninges",
          METASTASIS,
          new FieldType.YesNo(),
          "脑膜转移",
          "Leptomeningeal metastasis",
          "N 1117");

  public static final Field<Boolean> MET_DISTANT_LN =
      field(
          "met_distant_ln",
          METASTASIS,
          new FieldType.YesNo(),
          "远处淋巴结转移",
          "Distant nodal metastasis",
          "N 1114");

  public static final Field<Boolean> MET_CONTRALATERAL_BREAST =
      field(
          "met_contralateral_breast",
          METASTASIS,
          new FieldType.YesNo(),
          "对侧乳腺转移",
          "Contralateral breast metastasis",
          "N 1117");

  public static final Field<Boolean> MET_SKIN_CHEST_WALL =
      field(
          "met_skin_chest_wall",
          METASTASIS,
          new FieldType.YesNo(),
          "皮肤或胸壁转移",
          "Skin or chest wall metastasis",
          "N 1117");

  public static final Field<Boolean> MET_PERITONEUM =
      field(
          "met_peritoneum",
          METASTASIS,
          new FieldType.YesNo(),
          "腹膜转移",
          "Peritoneal metastasis",
          "N 1117");

  public static final Field<Boolean> MET_PERICARDIUM =
      field(
          "met_pericardium",
          METASTASIS,
          new FieldType.YesNo(),
          "心包转移",
          "Pericardial metastasis",
          "N 1117");

  public static final Field<Boolean> MET_ADRENAL =
      field(
          "met_adrenal",
          METASTASIS,
          new FieldType.YesNo(),
          "肾上腺转移",
          "Adrenal metastasis",
          "N 1117");

  public static final Field<Boolean> MET_OVARY =
      field("met_ovary", METASTASIS, new FieldType.YesNo(), "卵巢转移", "Ovarian metastasis", "N 1117");

  public static final Field<Boolean> MET_BONE_MARROW =
      field(
          "met_bone_marrow",
          METASTASIS,
          new FieldType.YesNo(),
          "骨髓转移",
          "Bone marrow metastasis",
          "N 1117");

  public static final Field<Boolean> MET_SOFT_TISSUE =
      field(
          "met_soft_tissue",
          METASTASIS,
          new FieldType.YesNo(),
          "软组织转移",
          "Soft tissue metastasis",
          "N 1117");

  public static final Field<Boolean> MET_OTHER =
      field("met_other", METASTASIS, new FieldType.YesNo(), "其他转移", "Other metastasis", "N 1117");

  public static final Field<Interval> LESION_COUNT =
      field(
          "lesion_count",
          METASTASIS,
          new FieldType.Range("", 0, 200),
          "转移灶数目",
          "Number of metastatic lesions",
          "");

  public static final Field<Interval> LIVER_LESION_COUNT =
      field(
          "liver_lesion_count",
          METASTASIS,
          new FieldType.Range("", 0, 200),
          "肝转移灶数目",
          "Number of liver lesions",
          "");

  public static final Field<Interval> LARGEST_LESION_MM =
      field(
          "largest_lesion_mm",
          METASTASIS,
          new FieldType.Range("mm", 0, 989),
          "最大转移灶",
          "Largest lesion",
          "");

  public static final Field<Set<Evidence>> MET_EVIDENCE =
      field(
          "met_evidence",
          METASTASIS,
          new FieldType.Codes<>(FieldType.Code.of(Evidence.class)),
          "转移依据",
          "Evidence of metastasis",
          "M Condition.evidence");

  public static final Field<Boolean> MET_BIOPSY_CONFIRMED =
      field(
          "met_biopsy_confirmed",
          METASTASIS,
          new FieldType.YesNo(),
          "转移灶活检证实",
          "Metastasis confirmed by biopsy",
          "");

  public static final Field<Boolean> ALL_LESIONS_LOCALLY_TREATABLE =
      field(
          "all_lesions_locally_treatable",
          METASTASIS,
          new FieldType.YesNo(),
          "全部病灶可局部治疗",
          "All lesions locally treatable",
          "");

  public static final Field<Boolean> OLIGO_RECORDED =
      field(
          "oligo_recorded",
          METASTASIS,
          new FieldType.YesNo(),
          "寡转移（填报）",
          "Oligometastatic, recorded",
          "");

  public static final Field<Boolean> EOD_TUMOUR_CELLS_ONLY =
      field(
          "eod_tumour_cells_only",
          METASTASIS,
          new FieldType.YesNo(),
          "仅循环或播散肿瘤细胞",
          "Only circulating or disseminated tumour cells",
          "N 776");

  public static final Field<Boolean> SYSTEMIC_THERAPY =
      field("systemic_therapy", SYSTEMIC, new FieldType.YesNo(), "全身治疗", "Systemic therapy", "");

  public static final Field<PartialDate> DATE_LINE1_START =
      field(
          "date_line1_start",
          SYSTEMIC,
          new FieldType.Date(),
          "一线开始日期",
          "Start of first line",
          "N 3230");

  public static final Field<PartialDate> DATE_LINE1_END =
      field("date_line1_end", SYSTEMIC, new FieldType.Date(), "一线结束日期", "End of first line", "");

  public static final Field<LineEndReason> LINE1_END_REASON =
      field(
          "line1_end_reason",
          SYSTEMIC,
          FieldType.Code.of(LineEndReason.class),
          "一线结束原因",
          "Reason for end of first line",
          "");

  public static final Field<Set<DrugClass>> LINE1_DRUGS =
      field(
          "line1_drugs",
          SYSTEMIC,
          new FieldType.Codes<>(FieldType.Code.of(DrugClass.class)),
          "一线用药类别",
          "Drug classes of first line",
          "");

  public static final Field<Integer> N_CYCLES =
      field("n_cycles", SYSTEMIC, new FieldType.Whole("", 0, 200), "周期数", "Number of cycles", "");

  public static final Field<Boolean> CHEMOTHERAPY =
      field("chemotherapy", SYSTEMIC, new FieldType.YesNo(), "化疗", "Chemotherapy", "N 1390");

  public static final Field<Boolean> ENDOCRINE_THERAPY =
      field(
          "endocrine_therapy",
          SYSTEMIC,
          new FieldType.YesNo(),
          "内分泌治疗",
          "Endocrine therapy",
          "N 1400");

  public static final Field<Boolean> ANTI_HER2_THERAPY =
      field(
          "anti_her2_therapy", SYSTEMIC, new FieldType.YesNo(), "抗HER2治疗", "Anti-HER2 therapy", "");

  public static final Field<Response> LINE1_BEST_RESPONSE =
      field(
          "line1_best_response",
          SYSTEMIC,
          FieldType.Code.of(Response.class),
          "一线最佳疗效",
          "Best response to first line",
          "M CancerDiseaseStatus");

  public static final Field<Response> RESPONSE_PRIMARY =
      field(
          "response_primary",
          SYSTEMIC,
          FieldType.Code.of(Response.class),
          "原发灶疗效",
          "Response of the primary",
          "");

  public static final Field<Response> RESPONSE_DISTANT =
      field(
          "response_distant",
          SYSTEMIC,
          FieldType.Code.of(Response.class),
          "转移灶疗效",
          "Response of metastases",
          "");

  public static final Field<PartialDate> DATE_RESPONSE =
      field("date_response", SYSTEMIC, new FieldType.Date(), "疗效评价日期", "Date of response", "");

  public static final Field<SurgeryType> SURGERY_TYPE =
      field(
          "surgery_type",
          SURGERY,
          FieldType.Code.of(SurgeryType.class),
          "原发灶术式",
          "Surgery of the primary",
          "N 1291");

  public static final Field<PartialDate> DATE_PRIMARY_SURGERY =
      field(
          "date_primary_surgery",
          SURGERY,
          new FieldType.Date(),
          "原发灶手术日期",
          "Date of surgery of the primary",
          "N 3170; M CancerRelatedSurgicalProcedure");

  public static final Field<Laterality> SURGERY_LATERALITY =
      field(
          "surgery_laterality",
          SURGERY,
          FieldType.Code.of(Laterality.class),
          "手术侧别",
          "Side operated",
          "");

  public static final Field<SurgeryIntent> SURGERY_INTENT =
      field(
          "surgery_intent",
          SURGERY,
          FieldType.Code.of(SurgeryIntent.class),
          "手术目的",
          "Intent of surgery",
          "");

  public static final Field<NoSurgeryReason> NO_SURGERY_REASON =
      field(
          "no_surgery_reason",
          SURGERY,
          FieldType.Code.of(NoSurgeryReason.class),
          "未手术原因",
          "Reason for no surgery",
          "N 1340");

  public static final Field<AxillaryProcedure> AXILLARY_PROCEDURE =
      field(
          "axillary_procedure",
          SURGERY,
          FieldType.Code.of(AxillaryProcedure.class),
          "腋窝手术",
          "Axillary procedure",
          "N 1292");

  public static final Field<Integer> NODES_EXAMINED =
      field(
          "nodes_examined",
          SURGERY,
          new FieldType.Whole("", 0, 94),
          "检出淋巴结数",
          "Nodes examined",
          "N 830");

  public static final Field<Integer> NODES_POSITIVE =
      field(
          "nodes_positive",
          SURGERY,
          new FieldType.Whole("", 0, 94),
          "阳性淋巴结数",
          "Nodes positive",
          "N 820");

  public static final Field<MarginStatus> MARGIN_STATUS =
      field(
          "margin_status",
          SURGERY,
          FieldType.Code.of(MarginStatus.class),
          "切缘",
          "Margin status",
          "N 1320; L 44669-0");

  public static final Field<Interval> MARGIN_WIDTH_MM =
      field(
          "margin_width_mm",
          SURGERY,
          new FieldType.Range("mm", 0, 200),
          "切缘宽度",
          "Margin width",
          "");

  public static final Field<Reconstruction> RECONSTRUCTION =
      field(
          "reconstruction",
          SURGERY,
          FieldType.Code.of(Reconstruction.class),
          "重建",
          "Reconstruction",
          "N 1335");

  public static final Field<PartialDate> SECOND_SURGERY_DATE =
      field(
          "second_surgery_date",
          SURGERY,
          new FieldType.Date(),
          "再次乳房切除日期",
          "Date of a second mastectomy",
          "");

  public static final Field<Set<MetLocalTherapy>> MET_LOCAL_TX =
      field(
          "met_local_tx",
          LOCAL,
          new FieldType.Codes<>(FieldType.Code.of(MetLocalTherapy.class)),
          "转移灶局部治疗",
          "Local treatment of metastases",
          "N 1294 (resection)");

  public static final Field<PartialDate> DATE_MET_LOCAL_TX =
      field(
          "date_met_local_tx",
          LOCAL,
          new FieldType.Date(),
          "转移灶局部治疗日期",
          "Date of local treatment of metastases",
          "");

  public static final Field<Boolean> ALL_KNOWN_LESIONS_TREATED =
      field(
          "all_known_lesions_treated",
          LOCAL,
          new FieldType.YesNo(),
          "全部病灶已治疗",
          "All known lesions treated",
          "");

  public static final Field<ResidualStatus> MET_R_STATUS =
      field(
          "met_r_status",
          LOCAL,
          FieldType.Code.of(ResidualStatus.class),
          "转移灶切除R分级",
          "Residual status of metastases",
          "");

  public static final Field<Boolean> RADIOTHERAPY =
      field("radiotherapy", LOCAL, new FieldType.YesNo(), "放疗", "Radiotherapy", "N 1360");

  public static final Field<Boolean> NO_RADIOTHERAPY_REASON_GIVEN =
      field(
          "no_radiotherapy_reason_given",
          LOCAL,
          new FieldType.YesNo(),
          "已注明未放疗原因",
          "Reason for no radiotherapy given",
          "N 1430");

  public static final Field<Set<RtTarget>> RT_TARGETS =
      field(
          "rt_targets",
          LOCAL,
          new FieldType.Codes<>(FieldType.Code.of(RtTarget.class)),
          "放疗部位",
          "Targets of radiotherapy",
          "M RadiotherapyCourseSummary");

  public static final Field<PartialDate> DATE_RT_START =
      field(
          "date_rt_start",
          LOCAL,
          new FieldType.Date(),
          "放疗开始日期",
          "Start of radiotherapy",
          "N 1210");

  public static final Field<VitalStatus> VITAL_STATUS =
      field(
          "vital_status",
          FOLLOW_UP,
          FieldType.Code.of(VitalStatus.class),
          "生存状态",
          "Vital status",
          "N 1760");

  public static final Field<PartialDate> DATE_LAST_CONTACT =
      field(
          "date_last_contact",
          FOLLOW_UP,
          new FieldType.Date(),
          "末次随访日期",
          "Date of last contact",
          "N 1750");

  public static final Field<PartialDate> DATE_DEATH =
      field("date_death", FOLLOW_UP, new FieldType.Date(), "死亡日期", "Date of death", "N 1750");

  public static final Field<DeathCause> DEATH_CAUSE =
      field(
          "death_cause",
          FOLLOW_UP,
          FieldType.Code.of(DeathCause.class),
          "死亡原因",
          "Cause of death",
          "N 1914");

  public static final Field<Boolean> LOST_TO_FOLLOWUP =
      field("lost_to_followup", FOLLOW_UP, new FieldType.YesNo(), "失访", "Lost to follow-up", "");

  public static final Field<CancerStatus> CANCER_STATUS =
      field(
          "cancer_status",
          FOLLOW_UP,
          FieldType.Code.of(CancerStatus.class),
          "疾病状态",
          "Cancer status",
          "N 1770");

  public static final Field<Boolean> PROGRESSION =
      field("progression", FOLLOW_UP, new FieldType.YesNo(), "进展", "Progression", "");

  public static final Field<PartialDate> DATE_PROGRESSION =
      field(
          "date_progression",
          FOLLOW_UP,
          new FieldType.Date(),
          "首次进展日期",
          "Date of first progression",
          "");

  public static final Field<ProgressionType> PROGRESSION_TYPE =
      field(
          "progression_type",
          FOLLOW_UP,
          FieldType.Code.of(ProgressionType.class),
          "进展类型",
          "Type of progression",
          "");

  public static final Field<PartialDate> DATE_LAST_DISEASE_ASSESSMENT =
      field(
          "date_last_disease_assessment",
          FOLLOW_UP,
          new FieldType.Date(),
          "末次疗效评估日期",
          "Date of last disease assessment",
          "");

  private Fields() {}

  /** All fields in the order of the registry's forms; a field's index is its position here. */
  public static List<Field<?>> all() {
    return Collections.unmodifiableList(ALL);
  }

  /** The field of that name. */
  public static Optional<Field<?>> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The fields that have one of these names, in the names' order. */
  public static List<Field<?>> named(List<String> names) {
    return names.stream()
        .map(Fields::named)
        .flatMap(Optional::stream)
        .<Field<?>>map(field -> field)
        .toList();
  }

  private static <T> Field<T> field(
      String name, Field.Group group, FieldType<T> type, String zh, String en, String standard) {
    Field<T> field = new Field<>(ALL.size(), name, group, type, new Text(zh, en), standard);
    ALL.add(field);
    BY_NAME.put(name, field);
    return field;
  }
}

* Encoding: UTF-8.
* Reads the cohort in SPSS or PSPP, each file into a dataset of its name.
* cohort has one row a patient, adtte one row a patient and endpoint.
* Run it by: INSERT FILE='path/load.sps' CD=YES ENCODING='UTF8'.

GET DATA /TYPE=TXT /FILE='cohort.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED
  /DELIMITERS=',' /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  patient_pid A2
  center_pid A5
  t0_rule A7
  cohort A23
  cohort_version A5
  de_novo_rule A8
  subtype_rule A12
  oligo_rule A10
  arm A12
  exposure_ever F4.0
  surg_day F8.0
  surg_day_miss A14
  systemic_day F8.0
  systemic_day_miss A14
  fu_day F8.0
  death F4.0
  death_cause3 A13
  sex A6
  sex_miss A14
  age_at_dx F8.0
  age_at_dx_miss A14
  tumor_size_mm F12.4
  tumor_size_mm_min F12.4
  tumor_size_mm_max F12.4
  tumor_size_mm_miss A14
  er_status A3
  er_status_miss A14
  her2_ratio F12.4
  her2_ratio_miss A14
  met_sites A10
  met_sites_miss A14
  met_bone A3
  met_bone_miss A14
  n_met_organs F8.0
  n_met_organs_miss A14
  dx_day F8.0
  date_dx_precision A5
  date_dx_miss A14
  surgery_type A22
  surgery_type_miss A14
  primary_surgery_day F8.0
  date_primary_surgery_precision A5
  date_primary_surgery_miss A14
  margin_status A14
  margin_status_miss A14
  primary_surgery_done A3
  primary_surgery_done_miss A14.
VARIABLE LABELS
  patient_pid
  '患者假名 / Patient pseudonym'
  center_pid
  '中心假名 / Centre pseudonym'
  t0_rule
  '时间零点 / Time zero'
  cohort
  '队列 / Cohort'
  cohort_version
  '队列版本 / Version of the cohort'
  de_novo_rule
  '新发规则 / De novo rule'
  subtype_rule
  '分型规则 / Subtype rule'
  oligo_rule
  '寡转移规则 / Oligometastatic rule'
  arm
  '组别 / Arm'
  exposure_ever
  '曾否原发灶手术（含永生时间，不得用于计算风险比） / Ever surgery of the primary (immortal time: not for hazard ratios)'
  surg_day
  '原发灶手术日（距时间零点天数） / Day of surgery of the primary'
  surg_day_miss
  '原发灶手术日（距时间零点天数）：缺失原因 / Day of surgery of the primary: why missing'
  systemic_day
  '全身治疗开始日（距时间零点天数） / Day of start of systemic therapy'
  systemic_day_miss
  '全身治疗开始日（距时间零点天数）：缺失原因 / Day of start of systemic therapy: why missing'
  fu_day
  '总生存随访天数 / Days of follow-up for OS'
  death
  '死亡 / Death'
  death_cause3
  '死因（三类） / Cause of death, three classes'
  sex
  '性别 / Sex'
  sex_miss
  '性别：缺失原因 / Sex: why missing'
  age_at_dx
  '确诊年龄 / Age at diagnosis'
  age_at_dx_miss
  '确诊年龄：缺失原因 / Age at diagnosis: why missing'
  tumor_size_mm
  '肿瘤大小 / Tumour size'
  tumor_size_mm_min
  '肿瘤大小：下限 / Tumour size: least'
  tumor_size_mm_max
  '肿瘤大小：上限 / Tumour size: most'
  tumor_size_mm_miss
  '肿瘤大小：缺失原因 / Tumour size: why missing'
  er_status
  'ER状态 / ER status'
  er_status_miss
  'ER状态：缺失原因 / ER status: why missing'
  her2_ratio
  'HER2/CEP17比值 / HER2/CEP17 ratio'
  her2_ratio_miss
  'HER2/CEP17比值：缺失原因 / HER2/CEP17 ratio: why missing'
  met_sites
  '转移部位 / Metastatic sites'
  met_sites_miss
  '转移部位：缺失原因 / Metastatic sites: why missing'
  met_bone
  '骨转移 / Bone metastasis'
  met_bone_miss
  '骨转移：缺失原因 / Bone metastasis: why missing'
  n_met_organs
  '转移器官数 / Number of organs'
  n_met_organs_miss
  '转移器官数：缺失原因 / Number of organs: why missing'
  dx_day
  '确诊日期（距时间零点天数） / Date of diagnosis, days from time zero'
  date_dx_precision
  '确诊日期：精度 / Date of diagnosis: precision'
  date_dx_miss
  '确诊日期：缺失原因 / Date of diagnosis: why missing'
  surgery_type
  '原发灶术式 / Surgery of the primary'
  surgery_type_miss
  '原发灶术式：缺失原因 / Surgery of the primary: why missing'
  primary_surgery_day
  '原发灶手术日期（距时间零点天数） / Date of surgery of the primary, days from time zero'
  date_primary_surgery_precision
  '原发灶手术日期：精度 / Date of surgery of the primary: precision'
  date_primary_surgery_miss
  '原发灶手术日期：缺失原因 / Date of surgery of the primary: why missing'
  margin_status
  '切缘 / Margin status'
  margin_status_miss
  '切缘：缺失原因 / Margin status: why missing'
  primary_surgery_done
  '原发灶手术 / Surgery of the primary'
  primary_surgery_done_miss
  '原发灶手术：缺失原因 / Surgery of the primary: why missing'.
MISSING VALUES patient_pid ('').
VARIABLE LEVEL patient_pid (NOMINAL).
MISSING VALUES center_pid ('').
VARIABLE LEVEL center_pid (NOMINAL).
MISSING VALUES t0_rule ('').
VARIABLE LEVEL t0_rule (NOMINAL).
MISSING VALUES cohort ('').
VARIABLE LEVEL cohort (NOMINAL).
MISSING VALUES cohort_version ('').
VARIABLE LEVEL cohort_version (NOMINAL).
MISSING VALUES de_novo_rule ('').
VARIABLE LEVEL de_novo_rule (NOMINAL).
MISSING VALUES subtype_rule ('').
VARIABLE LEVEL subtype_rule (NOMINAL).
MISSING VALUES oligo_rule ('').
VARIABLE LEVEL oligo_rule (NOMINAL).
VALUE LABELS arm
  'surgical' '手术 / Surgery'
  'non_surgical' '非手术 / No surgery'.
MISSING VALUES arm ('').
VARIABLE LEVEL arm (NOMINAL).
VALUE LABELS exposure_ever
  0 '否 / No'
  1 '是 / Yes'.
VARIABLE LEVEL exposure_ever (NOMINAL).
VARIABLE LEVEL surg_day (SCALE).
VALUE LABELS surg_day_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES surg_day_miss ('').
VARIABLE LEVEL surg_day_miss (NOMINAL).
VARIABLE LEVEL systemic_day (SCALE).
VALUE LABELS systemic_day_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES systemic_day_miss ('').
VARIABLE LEVEL systemic_day_miss (NOMINAL).
VARIABLE LEVEL fu_day (SCALE).
VALUE LABELS death
  0 '否 / No'
  1 '是 / Yes'.
VARIABLE LEVEL death (NOMINAL).
VALUE LABELS death_cause3
  'breast_cancer' '乳腺癌 / Breast cancer'
  'other' '其他 / Other'
  'unknown' '不详 / Unknown'.
MISSING VALUES death_cause3 ('').
VARIABLE LEVEL death_cause3 (NOMINAL).
VALUE LABELS sex
  'female' '女 / Female'
  'male' '男 / Male'.
MISSING VALUES sex ('').
VARIABLE LEVEL sex (NOMINAL).
VALUE LABELS sex_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES sex_miss ('').
VARIABLE LEVEL sex_miss (NOMINAL).
VARIABLE LEVEL age_at_dx (SCALE).
VALUE LABELS age_at_dx_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES age_at_dx_miss ('').
VARIABLE LEVEL age_at_dx_miss (NOMINAL).
VARIABLE LEVEL tumor_size_mm (SCALE).
VARIABLE LEVEL tumor_size_mm_min (SCALE).
VARIABLE LEVEL tumor_size_mm_max (SCALE).
VALUE LABELS tumor_size_mm_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES tumor_size_mm_miss ('').
VARIABLE LEVEL tumor_size_mm_miss (NOMINAL).
VALUE LABELS er_status
  'pos' '阳性 / Positive'
  'neg' '阴性 / Negative'.
MISSING VALUES er_status ('').
VARIABLE LEVEL er_status (NOMINAL).
VALUE LABELS er_status_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES er_status_miss ('').
VARIABLE LEVEL er_status_miss (NOMINAL).
VARIABLE LEVEL her2_ratio (SCALE).
VALUE LABELS her2_ratio_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES her2_ratio_miss ('').
VARIABLE LEVEL her2_ratio_miss (NOMINAL).
MISSING VALUES met_sites ('').
VARIABLE LEVEL met_sites (NOMINAL).
VALUE LABELS met_sites_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES met_sites_miss ('').
VARIABLE LEVEL met_sites_miss (NOMINAL).
VALUE LABELS met_bone
  'yes' '是 / Yes'
  'no' '否 / No'.
MISSING VALUES met_bone ('').
VARIABLE LEVEL met_bone (NOMINAL).
VALUE LABELS met_bone_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES met_bone_miss ('').
VARIABLE LEVEL met_bone_miss (NOMINAL).
VARIABLE LEVEL n_met_organs (SCALE).
VALUE LABELS n_met_organs_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES n_met_organs_miss ('').
VARIABLE LEVEL n_met_organs_miss (NOMINAL).
VARIABLE LEVEL dx_day (SCALE).
VALUE LABELS date_dx_precision
  'day' '日 / Day'
  'month' '月 / Month'
  'year' '年 / Year'.
MISSING VALUES date_dx_precision ('').
VARIABLE LEVEL date_dx_precision (NOMINAL).
VALUE LABELS date_dx_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES date_dx_miss ('').
VARIABLE LEVEL date_dx_miss (NOMINAL).
VALUE LABELS surgery_type
  'none' '未手术 / None'
  'biopsy_only' '仅活检 / Biopsy only'
  'local_excision' '肿物切除（目的不明） / Local excision, intent unclear'
  'bcs' '保乳手术 / Breast-conserving surgery'
  'bcs_oncoplastic' '保乳整形手术 / Oncoplastic breast-conserving surgery'
  'simple_mastectomy' '单纯乳房切除术 / Simple mastectomy'
  'skin_or_nipple_sparing' '保留皮肤或乳头的乳房切除术 / Skin- or nipple-sparing mastectomy'
  'modified_radical' '改良根治术 / Modified radical mastectomy'
  'radical' '根治术 / Radical mastectomy'
  'mastectomy_nos' '乳房切除术（未说明） / Mastectomy, NOS'
  'surgery_nos' '手术（术式不详） / Surgery, NOS'.
MISSING VALUES surgery_type ('').
VARIABLE LEVEL surgery_type (NOMINAL).
VALUE LABELS surgery_type_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES surgery_type_miss ('').
VARIABLE LEVEL surgery_type_miss (NOMINAL).
VARIABLE LEVEL primary_surgery_day (SCALE).
VALUE LABELS date_primary_surgery_precision
  'day' '日 / Day'
  'month' '月 / Month'
  'year' '年 / Year'.
MISSING VALUES date_primary_surgery_precision ('').
VARIABLE LEVEL date_primary_surgery_precision (NOMINAL).
VALUE LABELS date_primary_surgery_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES date_primary_surgery_miss ('').
VARIABLE LEVEL date_primary_surgery_miss (NOMINAL).
VALUE LABELS margin_status
  'negative' '阴性 / Negative'
  'close' '近切缘 / Close'
  'positive_micro' '镜下阳性 / Positive, microscopic'
  'positive_macro' '肉眼残留 / Positive, macroscopic'
  'positive_nos' '阳性（未说明） / Positive, NOS'
  'not_evaluable' '无法评估 / Not evaluable'.
MISSING VALUES margin_status ('').
VARIABLE LEVEL margin_status (NOMINAL).
VALUE LABELS margin_status_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES margin_status_miss ('').
VARIABLE LEVEL margin_status_miss (NOMINAL).
VALUE LABELS primary_surgery_done
  'yes' '是 / Yes'
  'no' '否 / No'.
MISSING VALUES primary_surgery_done ('').
VARIABLE LEVEL primary_surgery_done (NOMINAL).
VALUE LABELS primary_surgery_done_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES primary_surgery_done_miss ('').
VARIABLE LEVEL primary_surgery_done_miss (NOMINAL).
EXECUTE.
DATASET COPY cohort.

GET DATA /TYPE=TXT /FILE='adtte.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED
  /DELIMITERS=',' /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  patient_pid A2
  PARAMCD A4
  PARAM A31
  STARTDT_day F8.0
  ADT_day F8.0
  AVAL F8.0
  AVAL_mo F12.4
  CNSR F8.0
  event F8.0
  evnt_code F4.0
  EVNTDESC A24
  SRCDOM A9
  SRCVAR A22.
VARIABLE LABELS
  patient_pid
  '患者假名 / Patient pseudonym'
  PARAMCD
  '终点代码 / Endpoint code'
  PARAM
  '终点 / Endpoint'
  STARTDT_day
  '起始日 / Day of start'
  ADT_day
  '事件或删失日 / Day of event or censoring'
  AVAL
  '时间（天） / Time in days'
  AVAL_mo
  '时间（月） / Time in months'
  CNSR
  '删失（0 = 事件） / Censored (0 = event)'
  event
  '事件（1 = 事件） / Event (1 = event)'
  evnt_code
  '事件代码 / Event code'
  EVNTDESC
  '事件描述 / What happened'
  SRCDOM
  '来源表单 / Forms that gave the end'
  SRCVAR
  '来源变量 / Variables that gave the end'.
MISSING VALUES patient_pid ('').
VARIABLE LEVEL patient_pid (NOMINAL).
VALUE LABELS PARAMCD
  'OS' '总生存 / Overall survival'
  'BCSS' '乳腺癌特异生存 / Breast cancer-specific survival'
  'PFS' '无进展生存 / Progression-free survival'
  'LRP' '局部区域进展 / Locoregional progression'
  'LRFS' '无局部复发生存 / Survival free of locoregional progression'
  'MPFS' '转移灶无进展生存 / Metastatic progression-free survival'.
MISSING VALUES PARAMCD ('').
VARIABLE LEVEL PARAMCD (NOMINAL).
MISSING VALUES PARAM ('').
VARIABLE LEVEL PARAM (NOMINAL).
VARIABLE LEVEL STARTDT_day (SCALE).
VARIABLE LEVEL ADT_day (SCALE).
VARIABLE LEVEL AVAL (SCALE).
VARIABLE LEVEL AVAL_mo (SCALE).
VARIABLE LEVEL CNSR (SCALE).
VARIABLE LEVEL event (SCALE).
VALUE LABELS evnt_code
  0 '删失 / Censored'
  1 '终点事件 / Event of interest'
  2 '竞争性死亡 / Competing death'
  3 '其他竞争事件 / Other competing event'
  9 '死亡，死因不详 / Death of unknown cause'.
VARIABLE LEVEL evnt_code (NOMINAL).
MISSING VALUES EVNTDESC ('').
VARIABLE LEVEL EVNTDESC (NOMINAL).
MISSING VALUES SRCDOM ('').
VARIABLE LEVEL SRCDOM (NOMINAL).
MISSING VALUES SRCVAR ('').
VARIABLE LEVEL SRCVAR (NOMINAL).
EXECUTE.
DATASET COPY adtte.

GET DATA /TYPE=TXT /FILE='landmark_6m.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED
  /DELIMITERS=',' /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  patient_pid A2
  PARAMCD A4
  lm_day F8.0
  exposed_by_lm F4.0
  time_from_lm F8.0
  event F8.0
  evnt_code F4.0.
VARIABLE LABELS
  patient_pid
  '患者假名 / Patient pseudonym'
  PARAMCD
  '终点代码 / Endpoint code'
  lm_day
  '界标日 / Day of the landmark'
  exposed_by_lm
  '界标日及之前已行原发灶手术 / With surgery of the primary by the landmark'
  time_from_lm
  '自界标起的天数 / Days from the landmark'
  event
  '事件（1 = 事件） / Event (1 = event)'
  evnt_code
  '事件代码 / Event code'.
MISSING VALUES patient_pid ('').
VARIABLE LEVEL patient_pid (NOMINAL).
VALUE LABELS PARAMCD
  'OS' '总生存 / Overall survival'
  'BCSS' '乳腺癌特异生存 / Breast cancer-specific survival'
  'PFS' '无进展生存 / Progression-free survival'
  'LRP' '局部区域进展 / Locoregional progression'
  'LRFS' '无局部复发生存 / Survival free of locoregional progression'
  'MPFS' '转移灶无进展生存 / Metastatic progression-free survival'.
MISSING VALUES PARAMCD ('').
VARIABLE LEVEL PARAMCD (NOMINAL).
VARIABLE LEVEL lm_day (SCALE).
VALUE LABELS exposed_by_lm
  0 '否 / No'
  1 '是 / Yes'.
VARIABLE LEVEL exposed_by_lm (NOMINAL).
VARIABLE LEVEL time_from_lm (SCALE).
VARIABLE LEVEL event (SCALE).
VALUE LABELS evnt_code
  0 '删失 / Censored'
  1 '终点事件 / Event of interest'
  2 '竞争性死亡 / Competing death'
  3 '其他竞争事件 / Other competing event'
  9 '死亡，死因不详 / Death of unknown cause'.
VARIABLE LEVEL evnt_code (NOMINAL).
EXECUTE.
DATASET COPY landmark_6m.

GET DATA /TYPE=TXT /FILE='counting_process.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED
  /DELIMITERS=',' /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  patient_pid A2
  PARAMCD A4
  tstart F12.4
  tstop F12.4
  event F8.0
  evnt_code F4.0
  exposed F4.0
  exposed_in_window F4.0.
VARIABLE LABELS
  patient_pid
  '患者假名 / Patient pseudonym'
  PARAMCD
  '终点代码 / Endpoint code'
  tstart
  '区间开始（不含） / Start of the interval, not in it'
  tstop
  '区间结束（含） / End of the interval, in it'
  event
  '事件（1 = 事件） / Event (1 = event)'
  evnt_code
  '事件代码 / Event code'
  exposed
  '已行原发灶手术 / With surgery of the primary'
  exposed_in_window
  '时间窗（243天）内已行原发灶手术；窗后开始的不算 / With surgery of the primary within the window of 243 days; what begins later does not count'.
MISSING VALUES patient_pid ('').
VARIABLE LEVEL patient_pid (NOMINAL).
VALUE LABELS PARAMCD
  'OS' '总生存 / Overall survival'
  'BCSS' '乳腺癌特异生存 / Breast cancer-specific survival'
  'PFS' '无进展生存 / Progression-free survival'
  'LRP' '局部区域进展 / Locoregional progression'
  'LRFS' '无局部复发生存 / Survival free of locoregional progression'
  'MPFS' '转移灶无进展生存 / Metastatic progression-free survival'.
MISSING VALUES PARAMCD ('').
VARIABLE LEVEL PARAMCD (NOMINAL).
VARIABLE LEVEL tstart (SCALE).
VARIABLE LEVEL tstop (SCALE).
VARIABLE LEVEL event (SCALE).
VALUE LABELS evnt_code
  0 '删失 / Censored'
  1 '终点事件 / Event of interest'
  2 '竞争性死亡 / Competing death'
  3 '其他竞争事件 / Other competing event'
  9 '死亡，死因不详 / Death of unknown cause'.
VARIABLE LEVEL evnt_code (NOMINAL).
VALUE LABELS exposed
  0 '否 / No'
  1 '是 / Yes'.
VARIABLE LEVEL exposed (NOMINAL).
VALUE LABELS exposed_in_window
  0 '否 / No'
  1 '是 / Yes'.
VARIABLE LEVEL exposed_in_window (NOMINAL).
EXECUTE.
DATASET COPY counting_process.

GET DATA /TYPE=TXT /FILE='clones_8m.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED
  /DELIMITERS=',' /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  patient_pid A2
  clone_id A15
  strategy A12
  tstart F12.4
  tstop F12.4
  event F8.0
  evnt_code F4.0
  exposed F4.0
  art_censored F4.0
  art_censor_day F8.0
  nat_censored F4.0.
VARIABLE LABELS
  patient_pid
  '患者假名 / Patient pseudonym'
  clone_id
  '克隆标识 / Clone'
  strategy
  '策略 / Strategy'
  tstart
  '区间开始（不含） / Start of the interval, not in it'
  tstop
  '区间结束（含） / End of the interval, in it'
  event
  '事件（1 = 事件） / Event (1 = event)'
  evnt_code
  '事件代码 / Event code'
  exposed
  '已行原发灶手术 / With surgery of the primary'
  art_censored
  '因偏离策略而删失 / Censored on leaving the strategy'
  art_censor_day
  '偏离策略之日 / Day of leaving the strategy'
  nat_censored
  '随访结束而删失 / Censored at the end of follow-up'.
MISSING VALUES patient_pid ('').
VARIABLE LEVEL patient_pid (NOMINAL).
MISSING VALUES clone_id ('').
VARIABLE LEVEL clone_id (NOMINAL).
VALUE LABELS strategy
  'surg_by_g' '期限内行原发灶手术 / With surgery of the primary in the period'
  'no_surg_by_g' '期限内不行原发灶手术 / Without surgery of the primary in the period'.
MISSING VALUES strategy ('').
VARIABLE LEVEL strategy (NOMINAL).
VARIABLE LEVEL tstart (SCALE).
VARIABLE LEVEL tstop (SCALE).
VARIABLE LEVEL event (SCALE).
VALUE LABELS evnt_code
  0 '删失 / Censored'
  1 '终点事件 / Event of interest'
  2 '竞争性死亡 / Competing death'
  3 '其他竞争事件 / Other competing event'
  9 '死亡，死因不详 / Death of unknown cause'.
VARIABLE LEVEL evnt_code (NOMINAL).
VALUE LABELS exposed
  0 '否 / No'
  1 '是 / Yes'.
VARIABLE LEVEL exposed (NOMINAL).
VALUE LABELS art_censored
  0 '否 / No'
  1 '是 / Yes'.
VARIABLE LEVEL art_censored (NOMINAL).
VARIABLE LEVEL art_censor_day (SCALE).
VALUE LABELS nat_censored
  0 '否 / No'
  1 '是 / Yes'.
VARIABLE LEVEL nat_censored (NOMINAL).
EXECUTE.
DATASET COPY clones_8m.

GET DATA /TYPE=TXT /FILE='ps_input.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED
  /DELIMITERS=',' /QUALIFIER='"' /FIRSTCASE=2 /VARIABLES=
  patient_pid A2
  center_pid A5
  exposed_by_6m F4.0
  age_at_dx F8.0
  age_at_dx_miss A14
  n_met_organs F8.0
  n_met_organs_miss A14
  met_bone A3
  met_bone_miss A14
  tumor_size_mm F12.4
  tumor_size_mm_min F12.4
  tumor_size_mm_max F12.4
  tumor_size_mm_miss A14
  sex A6
  sex_miss A14.
VARIABLE LABELS
  patient_pid
  '患者假名 / Patient pseudonym'
  center_pid
  '中心假名 / Centre pseudonym'
  exposed_by_6m
  '6个月（183天）界标前已行原发灶手术；空为界标时已不在随访或日期不详 / With surgery of the primary by 6 months (183 days); empty if no longer followed then, or not known'
  age_at_dx
  '确诊年龄 / Age at diagnosis'
  age_at_dx_miss
  '确诊年龄：缺失原因 / Age at diagnosis: why missing'
  n_met_organs
  '转移器官数 / Number of organs'
  n_met_organs_miss
  '转移器官数：缺失原因 / Number of organs: why missing'
  met_bone
  '骨转移 / Bone metastasis'
  met_bone_miss
  '骨转移：缺失原因 / Bone metastasis: why missing'
  tumor_size_mm
  '肿瘤大小 / Tumour size'
  tumor_size_mm_min
  '肿瘤大小：下限 / Tumour size: least'
  tumor_size_mm_max
  '肿瘤大小：上限 / Tumour size: most'
  tumor_size_mm_miss
  '肿瘤大小：缺失原因 / Tumour size: why missing'
  sex
  '性别 / Sex'
  sex_miss
  '性别：缺失原因 / Sex: why missing'.
MISSING VALUES patient_pid ('').
VARIABLE LEVEL patient_pid (NOMINAL).
MISSING VALUES center_pid ('').
VARIABLE LEVEL center_pid (NOMINAL).
VALUE LABELS exposed_by_6m
  0 '否 / No'
  1 '是 / Yes'.
VARIABLE LEVEL exposed_by_6m (NOMINAL).
VARIABLE LEVEL age_at_dx (SCALE).
VALUE LABELS age_at_dx_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES age_at_dx_miss ('').
VARIABLE LEVEL age_at_dx_miss (NOMINAL).
VARIABLE LEVEL n_met_organs (SCALE).
VALUE LABELS n_met_organs_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES n_met_organs_miss ('').
VARIABLE LEVEL n_met_organs_miss (NOMINAL).
VALUE LABELS met_bone
  'yes' '是 / Yes'
  'no' '否 / No'.
MISSING VALUES met_bone ('').
VARIABLE LEVEL met_bone (NOMINAL).
VALUE LABELS met_bone_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES met_bone_miss ('').
VARIABLE LEVEL met_bone_miss (NOMINAL).
VARIABLE LEVEL tumor_size_mm (SCALE).
VARIABLE LEVEL tumor_size_mm_min (SCALE).
VARIABLE LEVEL tumor_size_mm_max (SCALE).
VALUE LABELS tumor_size_mm_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES tumor_size_mm_miss ('').
VARIABLE LEVEL tumor_size_mm_miss (NOMINAL).
VALUE LABELS sex
  'female' '女 / Female'
  'male' '男 / Male'.
MISSING VALUES sex ('').
VARIABLE LEVEL sex (NOMINAL).
VALUE LABELS sex_miss
  'blank' '空白 / Blank'
  'unknown' '不详 / Unknown'
  'not_done' '未做 / Not done'
  'pending' '待定 / Pending'
  'not_applicable' '不适用 / Not applicable'
  'not_collected' '未收集 / Not collected'
  'unreadable' '无法解读 / Unreadable'.
MISSING VALUES sex_miss ('').
VARIABLE LEVEL sex_miss (NOMINAL).
EXECUTE.
DATASET COPY ps_input.

DATASET ACTIVATE adtte.
CROSSTABS /TABLES=PARAMCD BY event.
DATASET ACTIVATE cohort.
FREQUENCIES /VARIABLES=arm.

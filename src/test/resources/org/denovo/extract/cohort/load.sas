/* Reads the cohort in SAS 9.4 in a UTF-8 session, each file into a data set of its
   name: cohort (one row a patient), adtte (one row a patient and endpoint), and the
   designs'. Coded variables keep their codes; formats show the labels (zh / en).
   Set the folder before, if it is not the current one: %let denovo_dir = path;
   and read this file as UTF-8: %include "load.sas" / encoding="utf-8"; */
options validvarname=v7;
%macro denovo_folder;
  %if not %symexist(denovo_dir) %then %do;
    %global denovo_dir;
    %let denovo_dir = .;
  %end;
%mend;
%denovo_folder

%macro denovo_rows(data, rows);
  data _null_;
    if found ne &rows then do;
      put "ERROR: &data..csv: " found "rows, but &rows were written";
      abort cancel;
    end;
    stop;
    set &data nobs=found;
  run;
%mend;

proc format;
  value $denovo1_
    'surgical' = '手术 / Surgery'
    'non_surgical' = '非手术 / No surgery';
  value denovo2_
    0 = '否 / No'
    1 = '是 / Yes';
  value $denovo3_
    'blank' = '空白 / Blank'
    'unknown' = '不详 / Unknown'
    'not_done' = '未做 / Not done'
    'pending' = '待定 / Pending'
    'not_applicable' = '不适用 / Not applicable'
    'not_collected' = '未收集 / Not collected'
    'unreadable' = '无法解读 / Unreadable';
  value $denovo4_
    'breast_cancer' = '乳腺癌 / Breast cancer'
    'other' = '其他 / Other'
    'unknown' = '不详 / Unknown';
  value $denovo5_
    'female' = '女 / Female'
    'male' = '男 / Male';
  value $denovo6_
    'pos' = '阳性 / Positive'
    'neg' = '阴性 / Negative';
  value $denovo7_
    'yes' = '是 / Yes'
    'no' = '否 / No';
  value $denovo8_
    'day' = '日 / Day'
    'month' = '月 / Month'
    'year' = '年 / Year';
  value $denovo9_
    'none' = '未手术 / None'
    'biopsy_only' = '仅活检 / Biopsy only'
    'local_excision' = '肿物切除（目的不明） / Local excision, intent unclear'
    'bcs' = '保乳手术 / Breast-conserving surgery'
    'bcs_oncoplastic' = '保乳整形手术 / Oncoplastic breast-conserving surgery'
    'simple_mastectomy' = '单纯乳房切除术 / Simple mastectomy'
    'skin_or_nipple_sparing' = '保留皮肤或乳头的乳房切除术 / Skin- or nipple-sparing mastectomy'
    'modified_radical' = '改良根治术 / Modified radical mastectomy'
    'radical' = '根治术 / Radical mastectomy'
    'mastectomy_nos' = '乳房切除术（未说明） / Mastectomy, NOS'
    'surgery_nos' = '手术（术式不详） / Surgery, NOS';
  value $denovo10_
    'negative' = '阴性 / Negative'
    'close' = '近切缘 / Close'
    'positive_micro' = '镜下阳性 / Positive, microscopic'
    'positive_macro' = '肉眼残留 / Positive, macroscopic'
    'positive_nos' = '阳性（未说明） / Positive, NOS'
    'not_evaluable' = '无法评估 / Not evaluable';
  value $denovo11_
    'OS' = '总生存 / Overall survival'
    'BCSS' = '乳腺癌特异生存 / Breast cancer-specific survival'
    'PFS' = '无进展生存 / Progression-free survival'
    'LRP' = '局部区域进展 / Locoregional progression'
    'LRFS' = '无局部复发生存 / Survival free of locoregional progression'
    'MPFS' = '转移灶无进展生存 / Metastatic progression-free survival';
  value denovo12_
    0 = '删失 / Censored'
    1 = '终点事件 / Event of interest'
    2 = '竞争性死亡 / Competing death'
    3 = '其他竞争事件 / Other competing event'
    9 = '死亡，死因不详 / Death of unknown cause';
  value $denovo13_
    'surg_by_g' = '期限内行原发灶手术 / With surgery of the primary in the period'
    'no_surg_by_g' = '期限内不行原发灶手术 / Without surgery of the primary in the period';
run;

data cohort;
  infile "&denovo_dir/cohort.csv" encoding='utf-8' dsd dlm=',' firstobs=2 truncover termstr=lf lrecl=1048576;
  length
    patient_pid $2
    center_pid $5
    t0_rule $7
    cohort $23
    cohort_version $5
    de_novo_rule $8
    subtype_rule $12
    oligo_rule $10
    arm $12
    exposure_ever 8
    surg_day 8
    surg_day_miss $14
    systemic_day 8
    systemic_day_miss $14
    fu_day 8
    death 8
    death_cause3 $13
    sex $6
    sex_miss $14
    age_at_dx 8
    age_at_dx_miss $14
    tumor_size_mm 8
    tumor_size_mm_min 8
    tumor_size_mm_max 8
    tumor_size_mm_miss $14
    er_status $3
    er_status_miss $14
    her2_ratio 8
    her2_ratio_miss $14
    met_sites $10
    met_sites_miss $14
    met_bone $3
    met_bone_miss $14
    n_met_organs 8
    n_met_organs_miss $14
    dx_day 8
    date_dx_precision $5
    date_dx_miss $14
    surgery_type $22
    surgery_type_miss $14
    primary_surgery_day 8
    date_primary_surgery_precision $5
    date_primary_surgery_miss $14
    margin_status $14
    margin_status_miss $14
    primary_surgery_done $3
    primary_surgery_done_miss $14;
  input
    patient_pid
    center_pid
    t0_rule
    cohort
    cohort_version
    de_novo_rule
    subtype_rule
    oligo_rule
    arm
    exposure_ever
    surg_day
    surg_day_miss
    systemic_day
    systemic_day_miss
    fu_day
    death
    death_cause3
    sex
    sex_miss
    age_at_dx
    age_at_dx_miss
    tumor_size_mm
    tumor_size_mm_min
    tumor_size_mm_max
    tumor_size_mm_miss
    er_status
    er_status_miss
    her2_ratio
    her2_ratio_miss
    met_sites
    met_sites_miss
    met_bone
    met_bone_miss
    n_met_organs
    n_met_organs_miss
    dx_day
    date_dx_precision
    date_dx_miss
    surgery_type
    surgery_type_miss
    primary_surgery_day
    date_primary_surgery_precision
    date_primary_surgery_miss
    margin_status
    margin_status_miss
    primary_surgery_done
    primary_surgery_done_miss;
  format
    arm $denovo1_.
    exposure_ever denovo2_.
    surg_day_miss $denovo3_.
    systemic_day_miss $denovo3_.
    death denovo2_.
    death_cause3 $denovo4_.
    sex $denovo5_.
    sex_miss $denovo3_.
    age_at_dx_miss $denovo3_.
    tumor_size_mm_miss $denovo3_.
    er_status $denovo6_.
    er_status_miss $denovo3_.
    her2_ratio_miss $denovo3_.
    met_sites_miss $denovo3_.
    met_bone $denovo7_.
    met_bone_miss $denovo3_.
    n_met_organs_miss $denovo3_.
    date_dx_precision $denovo8_.
    date_dx_miss $denovo3_.
    surgery_type $denovo9_.
    surgery_type_miss $denovo3_.
    date_primary_surgery_precision $denovo8_.
    date_primary_surgery_miss $denovo3_.
    margin_status $denovo10_.
    margin_status_miss $denovo3_.
    primary_surgery_done $denovo7_.
    primary_surgery_done_miss $denovo3_.;
  label
    patient_pid = '患者假名 / Patient pseudonym'
    center_pid = '中心假名 / Centre pseudonym'
    t0_rule = '时间零点 / Time zero'
    cohort = '队列 / Cohort'
    cohort_version = '队列版本 / Version of the cohort'
    de_novo_rule = '新发规则 / De novo rule'
    subtype_rule = '分型规则 / Subtype rule'
    oligo_rule = '寡转移规则 / Oligometastatic rule'
    arm = '组别 / Arm'
    exposure_ever = '曾否原发灶手术（含永生时间，不得用于计算风险比） / Ever surgery of the primary (immortal time: not for hazard ratios)'
    surg_day = '原发灶手术日（距时间零点天数） / Day of surgery of the primary'
    surg_day_miss = '原发灶手术日（距时间零点天数）：缺失原因 / Day of surgery of the primary: why missing'
    systemic_day = '全身治疗开始日（距时间零点天数） / Day of start of systemic therapy'
    systemic_day_miss = '全身治疗开始日（距时间零点天数）：缺失原因 / Day of start of systemic therapy: why missing'
    fu_day = '总生存随访天数 / Days of follow-up for OS'
    death = '死亡 / Death'
    death_cause3 = '死因（三类） / Cause of death, three classes'
    sex = '性别 / Sex'
    sex_miss = '性别：缺失原因 / Sex: why missing'
    age_at_dx = '确诊年龄 / Age at diagnosis'
    age_at_dx_miss = '确诊年龄：缺失原因 / Age at diagnosis: why missing'
    tumor_size_mm = '肿瘤大小 / Tumour size'
    tumor_size_mm_min = '肿瘤大小：下限 / Tumour size: least'
    tumor_size_mm_max = '肿瘤大小：上限 / Tumour size: most'
    tumor_size_mm_miss = '肿瘤大小：缺失原因 / Tumour size: why missing'
    er_status = 'ER状态 / ER status'
    er_status_miss = 'ER状态：缺失原因 / ER status: why missing'
    her2_ratio = 'HER2/CEP17比值 / HER2/CEP17 ratio'
    her2_ratio_miss = 'HER2/CEP17比值：缺失原因 / HER2/CEP17 ratio: why missing'
    met_sites = '转移部位 / Metastatic sites'
    met_sites_miss = '转移部位：缺失原因 / Metastatic sites: why missing'
    met_bone = '骨转移 / Bone metastasis'
    met_bone_miss = '骨转移：缺失原因 / Bone metastasis: why missing'
    n_met_organs = '转移器官数 / Number of organs'
    n_met_organs_miss = '转移器官数：缺失原因 / Number of organs: why missing'
    dx_day = '确诊日期（距时间零点天数） / Date of diagnosis, days from time zero'
    date_dx_precision = '确诊日期：精度 / Date of diagnosis: precision'
    date_dx_miss = '确诊日期：缺失原因 / Date of diagnosis: why missing'
    surgery_type = '原发灶术式 / Surgery of the primary'
    surgery_type_miss = '原发灶术式：缺失原因 / Surgery of the primary: why missing'
    primary_surgery_day = '原发灶手术日期（距时间零点天数） / Date of surgery of the primary, days from time zero'
    date_primary_surgery_precision = '原发灶手术日期：精度 / Date of surgery of the primary: precision'
    date_primary_surgery_miss = '原发灶手术日期：缺失原因 / Date of surgery of the primary: why missing'
    margin_status = '切缘 / Margin status'
    margin_status_miss = '切缘：缺失原因 / Margin status: why missing'
    primary_surgery_done = '原发灶手术 / Surgery of the primary'
    primary_surgery_done_miss = '原发灶手术：缺失原因 / Surgery of the primary: why missing';
run;
%denovo_rows(cohort, 6)

data adtte;
  infile "&denovo_dir/adtte.csv" encoding='utf-8' dsd dlm=',' firstobs=2 truncover termstr=lf lrecl=1048576;
  length
    patient_pid $2
    PARAMCD $4
    PARAM $31
    STARTDT_day 8
    ADT_day 8
    AVAL 8
    AVAL_mo 8
    CNSR 8
    event 8
    evnt_code 8
    EVNTDESC $24
    SRCDOM $9
    SRCVAR $22;
  input
    patient_pid
    PARAMCD
    PARAM
    STARTDT_day
    ADT_day
    AVAL
    AVAL_mo
    CNSR
    event
    evnt_code
    EVNTDESC
    SRCDOM
    SRCVAR;
  format
    PARAMCD $denovo11_.
    evnt_code denovo12_.;
  label
    patient_pid = '患者假名 / Patient pseudonym'
    PARAMCD = '终点代码 / Endpoint code'
    PARAM = '终点 / Endpoint'
    STARTDT_day = '起始日 / Day of start'
    ADT_day = '事件或删失日 / Day of event or censoring'
    AVAL = '时间（天） / Time in days'
    AVAL_mo = '时间（月） / Time in months'
    CNSR = '删失（0 = 事件） / Censored (0 = event)'
    event = '事件（1 = 事件） / Event (1 = event)'
    evnt_code = '事件代码 / Event code'
    EVNTDESC = '事件描述 / What happened'
    SRCDOM = '来源表单 / Forms that gave the end'
    SRCVAR = '来源变量 / Variables that gave the end';
run;
%denovo_rows(adtte, 11)

data landmark_6m;
  infile "&denovo_dir/landmark_6m.csv" encoding='utf-8' dsd dlm=',' firstobs=2 truncover termstr=lf lrecl=1048576;
  length
    patient_pid $2
    PARAMCD $4
    lm_day 8
    exposed_by_lm 8
    time_from_lm 8
    event 8
    evnt_code 8;
  input
    patient_pid
    PARAMCD
    lm_day
    exposed_by_lm
    time_from_lm
    event
    evnt_code;
  format
    PARAMCD $denovo11_.
    exposed_by_lm denovo2_.
    evnt_code denovo12_.;
  label
    patient_pid = '患者假名 / Patient pseudonym'
    PARAMCD = '终点代码 / Endpoint code'
    lm_day = '界标日 / Day of the landmark'
    exposed_by_lm = '界标日及之前已行原发灶手术 / With surgery of the primary by the landmark'
    time_from_lm = '自界标起的天数 / Days from the landmark'
    event = '事件（1 = 事件） / Event (1 = event)'
    evnt_code = '事件代码 / Event code';
run;
%denovo_rows(landmark_6m, 10)

data counting_process;
  infile "&denovo_dir/counting_process.csv" encoding='utf-8' dsd dlm=',' firstobs=2 truncover termstr=lf lrecl=1048576;
  length
    patient_pid $2
    PARAMCD $4
    tstart 8
    tstop 8
    event 8
    evnt_code 8
    exposed 8
    exposed_in_window 8;
  input
    patient_pid
    PARAMCD
    tstart
    tstop
    event
    evnt_code
    exposed
    exposed_in_window;
  format
    PARAMCD $denovo11_.
    evnt_code denovo12_.
    exposed denovo2_.
    exposed_in_window denovo2_.;
  label
    patient_pid = '患者假名 / Patient pseudonym'
    PARAMCD = '终点代码 / Endpoint code'
    tstart = '区间开始（不含） / Start of the interval, not in it'
    tstop = '区间结束（含） / End of the interval, in it'
    event = '事件（1 = 事件） / Event (1 = event)'
    evnt_code = '事件代码 / Event code'
    exposed = '已行原发灶手术 / With surgery of the primary'
    exposed_in_window = '时间窗（243天）内已行原发灶手术；窗后开始的不算 / With surgery of the primary within the window of 243 days; what begins later does not count';
run;
%denovo_rows(counting_process, 27)

data clones_8m;
  infile "&denovo_dir/clones_8m.csv" encoding='utf-8' dsd dlm=',' firstobs=2 truncover termstr=lf lrecl=1048576;
  length
    patient_pid $2
    clone_id $15
    strategy $12
    tstart 8
    tstop 8
    event 8
    evnt_code 8
    exposed 8
    art_censored 8
    art_censor_day 8
    nat_censored 8;
  input
    patient_pid
    clone_id
    strategy
    tstart
    tstop
    event
    evnt_code
    exposed
    art_censored
    art_censor_day
    nat_censored;
  format
    strategy $denovo13_.
    evnt_code denovo12_.
    exposed denovo2_.
    art_censored denovo2_.
    nat_censored denovo2_.;
  label
    patient_pid = '患者假名 / Patient pseudonym'
    clone_id = '克隆标识 / Clone'
    strategy = '策略 / Strategy'
    tstart = '区间开始（不含） / Start of the interval, not in it'
    tstop = '区间结束（含） / End of the interval, in it'
    event = '事件（1 = 事件） / Event (1 = event)'
    evnt_code = '事件代码 / Event code'
    exposed = '已行原发灶手术 / With surgery of the primary'
    art_censored = '因偏离策略而删失 / Censored on leaving the strategy'
    art_censor_day = '偏离策略之日 / Day of leaving the strategy'
    nat_censored = '随访结束而删失 / Censored at the end of follow-up';
run;
%denovo_rows(clones_8m, 75)

data ps_input;
  infile "&denovo_dir/ps_input.csv" encoding='utf-8' dsd dlm=',' firstobs=2 truncover termstr=lf lrecl=1048576;
  length
    patient_pid $2
    center_pid $5
    exposed_by_6m 8
    age_at_dx 8
    age_at_dx_miss $14
    n_met_organs 8
    n_met_organs_miss $14
    met_bone $3
    met_bone_miss $14
    tumor_size_mm 8
    tumor_size_mm_min 8
    tumor_size_mm_max 8
    tumor_size_mm_miss $14
    sex $6
    sex_miss $14;
  input
    patient_pid
    center_pid
    exposed_by_6m
    age_at_dx
    age_at_dx_miss
    n_met_organs
    n_met_organs_miss
    met_bone
    met_bone_miss
    tumor_size_mm
    tumor_size_mm_min
    tumor_size_mm_max
    tumor_size_mm_miss
    sex
    sex_miss;
  format
    exposed_by_6m denovo2_.
    age_at_dx_miss $denovo3_.
    n_met_organs_miss $denovo3_.
    met_bone $denovo7_.
    met_bone_miss $denovo3_.
    tumor_size_mm_miss $denovo3_.
    sex $denovo5_.
    sex_miss $denovo3_.;
  label
    patient_pid = '患者假名 / Patient pseudonym'
    center_pid = '中心假名 / Centre pseudonym'
    exposed_by_6m = '6个月（183天）界标前已行原发灶手术；空为界标时已不在随访或日期不详 / With surgery of the primary by 6 months (183 days); empty if no longer followed then, or not known'
    age_at_dx = '确诊年龄 / Age at diagnosis'
    age_at_dx_miss = '确诊年龄：缺失原因 / Age at diagnosis: why missing'
    n_met_organs = '转移器官数 / Number of organs'
    n_met_organs_miss = '转移器官数：缺失原因 / Number of organs: why missing'
    met_bone = '骨转移 / Bone metastasis'
    met_bone_miss = '骨转移：缺失原因 / Bone metastasis: why missing'
    tumor_size_mm = '肿瘤大小 / Tumour size'
    tumor_size_mm_min = '肿瘤大小：下限 / Tumour size: least'
    tumor_size_mm_max = '肿瘤大小：上限 / Tumour size: most'
    tumor_size_mm_miss = '肿瘤大小：缺失原因 / Tumour size: why missing'
    sex = '性别 / Sex'
    sex_miss = '性别：缺失原因 / Sex: why missing';
run;
%denovo_rows(ps_input, 6)

proc freq data=cohort; tables arm / missing; run;
proc freq data=adtte; tables PARAMCD * event / missing norow nocol nopercent; run;

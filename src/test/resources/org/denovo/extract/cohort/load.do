* Reads the cohort in Stata 16 or newer, each file into a frame of its name: cohort
* (one row a patient), adtte (one row a patient and endpoint), and the designs'.
* Coded variables are numbers with value labels; char x[codes] lists the codes in
* the order of the numbers, char x[label_zh] and char x[label_en] are its labels.
* Run it in its own folder, or set the folder before: global denovo_dir "path"
version 16
if `"$denovo_dir"' == "" global denovo_dir "."

capture program drop denovo_read
program denovo_read
    args stem rows
    capture frame create `stem'
    frame change `stem'
    clear
    import delimited using `"$denovo_dir/`stem'.csv"', delimiters(",") varnames(1) case(preserve) ///
        stringcols(_all) bindquotes(strict) encoding("UTF-8") clear
    if _N != `rows' {
        display as error "`stem'.csv: " _N " rows, but `rows' were written"
        exit 459
    }
end

capture program drop denovo_number
program denovo_number
    args name
    destring `name', replace
    confirm numeric variable `name'
end

capture program drop denovo_date
program denovo_date
    args name
    tempvar day
    quietly generate int `day' = daily(cond(strlen(`name') == 4, `name' + "-07-01", ///
        cond(strlen(`name') == 7, `name' + "-15", `name')), "YMD")
    order `day', after(`name')
    drop `name'
    rename `day' `name'
    format %td `name'
end

capture program drop denovo_code
program denovo_code
    gettoken name 0 : 0
    gettoken list 0 : 0
    tempvar number
    quietly generate int `number' = .
    local i = 0
    foreach code of local 0 {
        local i = `i' + 1
        quietly replace `number' = `i' if `name' == "`code'"
    }
    quietly count if missing(`number') & `name' != ""
    if r(N) > 0 {
        display as error "`name': " r(N) " cells are not codes"
        exit 459
    }
    order `number', after(`name')
    drop `name'
    rename `number' `name'
    label values `name' `list'
    char `name'[codes] `0'
end

capture program drop denovo_numbered
program denovo_numbered
    gettoken name 0 : 0
    gettoken list 0 : 0
    denovo_number `name'
    label values `name' `list'
    char `name'[codes] `0'
end

denovo_read cohort 6
label define denovo_1 ///
    1 `"手术 / Surgery"' ///
    2 `"非手术 / No surgery"'
label define denovo_2 ///
    0 `"否 / No"' ///
    1 `"是 / Yes"'
label define denovo_3 ///
    1 `"空白 / Blank"' ///
    2 `"不详 / Unknown"' ///
    3 `"未做 / Not done"' ///
    4 `"待定 / Pending"' ///
    5 `"不适用 / Not applicable"' ///
    6 `"未收集 / Not collected"' ///
    7 `"无法解读 / Unreadable"'
label define denovo_4 ///
    1 `"乳腺癌 / Breast cancer"' ///
    2 `"其他 / Other"' ///
    3 `"不详 / Unknown"'
label define denovo_5 ///
    1 `"女 / Female"' ///
    2 `"男 / Male"'
label define denovo_6 ///
    1 `"阳性 / Positive"' ///
    2 `"阴性 / Negative"'
label define denovo_7 ///
    1 `"是 / Yes"' ///
    2 `"否 / No"'
label define denovo_8 ///
    1 `"日 / Day"' ///
    2 `"月 / Month"' ///
    3 `"年 / Year"'
label define denovo_9 ///
    1 `"未手术 / None"' ///
    2 `"仅活检 / Biopsy only"' ///
    3 `"肿物切除（目的不明） / Local excision, intent unclear"' ///
    4 `"保乳手术 / Breast-conserving surgery"' ///
    5 `"保乳整形手术 / Oncoplastic breast-conserving surgery"' ///
    6 `"单纯乳房切除术 / Simple mastectomy"' ///
    7 `"保留皮肤或乳头的乳房切除术 / Skin- or nipple-sparing mastectomy"' ///
    8 `"改良根治术 / Modified radical mastectomy"' ///
    9 `"根治术 / Radical mastectomy"' ///
    10 `"乳房切除术（未说明） / Mastectomy, NOS"' ///
    11 `"手术（术式不详） / Surgery, NOS"'
label define denovo_10 ///
    1 `"阴性 / Negative"' ///
    2 `"近切缘 / Close"' ///
    3 `"镜下阳性 / Positive, microscopic"' ///
    4 `"肉眼残留 / Positive, macroscopic"' ///
    5 `"阳性（未说明） / Positive, NOS"' ///
    6 `"无法评估 / Not evaluable"'
label variable patient_pid `"患者假名 / Patient pseudonym"'
char patient_pid[label_zh] `"患者假名"'
char patient_pid[label_en] `"Patient pseudonym"'
label variable center_pid `"中心假名 / Centre pseudonym"'
char center_pid[label_zh] `"中心假名"'
char center_pid[label_en] `"Centre pseudonym"'
label variable t0_rule `"时间零点 / Time zero"'
char t0_rule[label_zh] `"时间零点"'
char t0_rule[label_en] `"Time zero"'
label variable cohort `"队列 / Cohort"'
char cohort[label_zh] `"队列"'
char cohort[label_en] `"Cohort"'
label variable cohort_version `"队列版本 / Version of the cohort"'
char cohort_version[label_zh] `"队列版本"'
char cohort_version[label_en] `"Version of the cohort"'
label variable de_novo_rule `"新发规则 / De novo rule"'
char de_novo_rule[label_zh] `"新发规则"'
char de_novo_rule[label_en] `"De novo rule"'
label variable subtype_rule `"分型规则 / Subtype rule"'
char subtype_rule[label_zh] `"分型规则"'
char subtype_rule[label_en] `"Subtype rule"'
label variable oligo_rule `"寡转移规则 / Oligometastatic rule"'
char oligo_rule[label_zh] `"寡转移规则"'
char oligo_rule[label_en] `"Oligometastatic rule"'
denovo_code arm denovo_1 surgical non_surgical
label variable arm `"组别 / Arm"'
char arm[label_zh] `"组别"'
char arm[label_en] `"Arm"'
denovo_numbered exposure_ever denovo_2 0 1
label variable exposure_ever `"曾否原发灶手术（含永生时间，不得用于计算风险比） / Ever surgery of the primary (immortal time: not for …"'
char exposure_ever[label_zh] `"曾否原发灶手术（含永生时间，不得用于计算风险比）"'
char exposure_ever[label_en] `"Ever surgery of the primary (immortal time: not for hazard ratios)"'
denovo_number surg_day
label variable surg_day `"原发灶手术日（距时间零点天数） / Day of surgery of the primary"'
char surg_day[label_zh] `"原发灶手术日（距时间零点天数）"'
char surg_day[label_en] `"Day of surgery of the primary"'
denovo_code surg_day_miss denovo_3 blank unknown not_done pending not_applicable not_collected unreadable
label variable surg_day_miss `"原发灶手术日（距时间零点天数）：缺失原因 / Day of surgery of the primary: why missing"'
char surg_day_miss[label_zh] `"原发灶手术日（距时间零点天数）：缺失原因"'
char surg_day_miss[label_en] `"Day of surgery of the primary: why missing"'
denovo_number systemic_day
label variable systemic_day `"全身治疗开始日（距时间零点天数） / Day of start of systemic therapy"'
char systemic_day[label_zh] `"全身治疗开始日（距时间零点天数）"'
char systemic_day[label_en] `"Day of start of systemic therapy"'
denovo_code systemic_day_miss denovo_3 blank unknown not_done pending not_applicable not_collected unreadable
label variable systemic_day_miss `"全身治疗开始日（距时间零点天数）：缺失原因 / Day of start of systemic therapy: why missing"'
char systemic_day_miss[label_zh] `"全身治疗开始日（距时间零点天数）：缺失原因"'
char systemic_day_miss[label_en] `"Day of start of systemic therapy: why missing"'
denovo_number fu_day
label variable fu_day `"总生存随访天数 / Days of follow-up for OS"'
char fu_day[label_zh] `"总生存随访天数"'
char fu_day[label_en] `"Days of follow-up for OS"'
denovo_numbered death denovo_2 0 1
label variable death `"死亡 / Death"'
char death[label_zh] `"死亡"'
char death[label_en] `"Death"'
denovo_code death_cause3 denovo_4 breast_cancer other unknown
label variable death_cause3 `"死因（三类） / Cause of death, three classes"'
char death_cause3[label_zh] `"死因（三类）"'
char death_cause3[label_en] `"Cause of death, three classes"'
denovo_code sex denovo_5 female male
label variable sex `"性别 / Sex"'
char sex[label_zh] `"性别"'
char sex[label_en] `"Sex"'
denovo_code sex_miss denovo_3 blank unknown not_done pending not_applicable not_collected unreadable
label variable sex_miss `"性别：缺失原因 / Sex: why missing"'
char sex_miss[label_zh] `"性别：缺失原因"'
char sex_miss[label_en] `"Sex: why missing"'
denovo_number age_at_dx
label variable age_at_dx `"确诊年龄 / Age at diagnosis"'
char age_at_dx[label_zh] `"确诊年龄"'
char age_at_dx[label_en] `"Age at diagnosis"'
denovo_code age_at_dx_miss denovo_3 blank unknown not_done pending not_applicable not_collected unreadable
label variable age_at_dx_miss `"确诊年龄：缺失原因 / Age at diagnosis: why missing"'
char age_at_dx_miss[label_zh] `"确诊年龄：缺失原因"'
char age_at_dx_miss[label_en] `"Age at diagnosis: why missing"'
denovo_number tumor_size_mm
label variable tumor_size_mm `"肿瘤大小 / Tumour size"'
char tumor_size_mm[label_zh] `"肿瘤大小"'
char tumor_size_mm[label_en] `"Tumour size"'
denovo_number tumor_size_mm_min
label variable tumor_size_mm_min `"肿瘤大小：下限 / Tumour size: least"'
char tumor_size_mm_min[label_zh] `"肿瘤大小：下限"'
char tumor_size_mm_min[label_en] `"Tumour size: least"'
denovo_number tumor_size_mm_max
label variable tumor_size_mm_max `"肿瘤大小：上限 / Tumour size: most"'
char tumor_size_mm_max[label_zh] `"肿瘤大小：上限"'
char tumor_size_mm_max[label_en] `"Tumour size: most"'
denovo_code tumor_size_mm_miss denovo_3 blank unknown not_done pending not_applicable not_collected unreadable
label variable tumor_size_mm_miss `"肿瘤大小：缺失原因 / Tumour size: why missing"'
char tumor_size_mm_miss[label_zh] `"肿瘤大小：缺失原因"'
char tumor_size_mm_miss[label_en] `"Tumour size: why missing"'
denovo_code er_status denovo_6 pos neg
label variable er_status `"ER状态 / ER status"'
char er_status[label_zh] `"ER状态"'
char er_status[label_en] `"ER status"'
denovo_code er_status_miss denovo_3 blank unknown not_done pending not_applicable not_collected unreadable
label variable er_status_miss `"ER状态：缺失原因 / ER status: why missing"'
char er_status_miss[label_zh] `"ER状态：缺失原因"'
char er_status_miss[label_en] `"ER status: why missing"'
denovo_number her2_ratio
label variable her2_ratio `"HER2/CEP17比值 / HER2/CEP17 ratio"'
char her2_ratio[label_zh] `"HER2/CEP17比值"'
char her2_ratio[label_en] `"HER2/CEP17 ratio"'
denovo_code her2_ratio_miss denovo_3 blank unknown not_done pending not_applicable not_collected unreadable
label variable her2_ratio_miss `"HER2/CEP17比值：缺失原因 / HER2/CEP17 ratio: why missing"'
char her2_ratio_miss[label_zh] `"HER2/CEP17比值：缺失原因"'
char her2_ratio_miss[label_en] `"HER2/CEP17 ratio: why missing"'
label variable met_sites `"转移部位 / Metastatic sites"'
char met_sites[label_zh] `"转移部位"'
char met_sites[label_en] `"Metastatic sites"'
denovo_code met_sites_miss denovo_3 blank unknown not_done pending not_applicable not_collected unreadable
label variable met_sites_miss `"转移部位：缺失原因 / Metastatic sites: why missing"'
char met_sites_miss[label_zh] `"转移部位：缺失原因"'
char met_sites_miss[label_en] `"Metastatic sites: why missing"'
denovo_code met_bone denovo_7 yes no
label variable met_bone `"骨转移 / Bone metastasis"'
char met_bone[label_zh] `"骨转移"'
char met_bone[label_en] `"Bone metastasis"'
denovo_code met_bone_miss denovo_3 blank unknown not_done pending not_applicable not_collected unreadable
label variable met_bone_miss `"骨转移：缺失原因 / Bone metastasis: why missing"'
char met_bone_miss[label_zh] `"骨转移：缺失原因"'
char met_bone_miss[label_en] `"Bone metastasis: why missing"'
denovo_number n_met_organs
label variable n_met_organs `"转移器官数 / Number of organs"'
char n_met_organs[label_zh] `"转移器官数"'
char n_met_organs[label_en] `"Number of organs"'
denovo_code n_met_organs_miss denovo_3 blank unknown not_done pending not_applicable not_collected unreadable
label variable n_met_organs_miss `"转移器官数：缺失原因 / Number of organs: why missing"'
char n_met_organs_miss[label_zh] `"转移器官数：缺失原因"'
char n_met_organs_miss[label_en] `"Number of organs: why missing"'
denovo_number dx_day
label variable dx_day `"确诊日期（距时间零点天数） / Date of diagnosis, days from time zero"'
char dx_day[label_zh] `"确诊日期（距时间零点天数）"'
char dx_day[label_en] `"Date of diagnosis, days from time zero"'
denovo_code date_dx_precision denovo_8 day month year
label variable date_dx_precision `"确诊日期：精度 / Date of diagnosis: precision"'
char date_dx_precision[label_zh] `"确诊日期：精度"'
char date_dx_precision[label_en] `"Date of diagnosis: precision"'
denovo_code date_dx_miss denovo_3 blank unknown not_done pending not_applicable not_collected unreadable
label variable date_dx_miss `"确诊日期：缺失原因 / Date of diagnosis: why missing"'
char date_dx_miss[label_zh] `"确诊日期：缺失原因"'
char date_dx_miss[label_en] `"Date of diagnosis: why missing"'
denovo_code surgery_type denovo_9 none biopsy_only local_excision bcs bcs_oncoplastic simple_mastectomy skin_or_nipple_sparing modified_radical radical mastectomy_nos surgery_nos
label variable surgery_type `"原发灶术式 / Surgery of the primary"'
char surgery_type[label_zh] `"原发灶术式"'
char surgery_type[label_en] `"Surgery of the primary"'
denovo_code surgery_type_miss denovo_3 blank unknown not_done pending not_applicable not_collected unreadable
label variable surgery_type_miss `"原发灶术式：缺失原因 / Surgery of the primary: why missing"'
char surgery_type_miss[label_zh] `"原发灶术式：缺失原因"'
char surgery_type_miss[label_en] `"Surgery of the primary: why missing"'
denovo_number primary_surgery_day
label variable primary_surgery_day `"原发灶手术日期（距时间零点天数） / Date of surgery of the primary, days from time zero"'
char primary_surgery_day[label_zh] `"原发灶手术日期（距时间零点天数）"'
char primary_surgery_day[label_en] `"Date of surgery of the primary, days from time zero"'
denovo_code date_primary_surgery_precision denovo_8 day month year
label variable date_primary_surgery_precision `"原发灶手术日期：精度 / Date of surgery of the primary: precision"'
char date_primary_surgery_precision[label_zh] `"原发灶手术日期：精度"'
char date_primary_surgery_precision[label_en] `"Date of surgery of the primary: precision"'
denovo_code date_primary_surgery_miss denovo_3 blank unknown not_done pending not_applicable not_collected unreadable
label variable date_primary_surgery_miss `"原发灶手术日期：缺失原因 / Date of surgery of the primary: why missing"'
char date_primary_surgery_miss[label_zh] `"原发灶手术日期：缺失原因"'
char date_primary_surgery_miss[label_en] `"Date of surgery of the primary: why missing"'
denovo_code margin_status denovo_10 negative close positive_micro positive_macro positive_nos not_evaluable
label variable margin_status `"切缘 / Margin status"'
char margin_status[label_zh] `"切缘"'
char margin_status[label_en] `"Margin status"'
denovo_code margin_status_miss denovo_3 blank unknown not_done pending not_applicable not_collected unreadable
label variable margin_status_miss `"切缘：缺失原因 / Margin status: why missing"'
char margin_status_miss[label_zh] `"切缘：缺失原因"'
char margin_status_miss[label_en] `"Margin status: why missing"'
denovo_code primary_surgery_done denovo_7 yes no
label variable primary_surgery_done `"原发灶手术 / Surgery of the primary"'
char primary_surgery_done[label_zh] `"原发灶手术"'
char primary_surgery_done[label_en] `"Surgery of the primary"'
denovo_code primary_surgery_done_miss denovo_3 blank unknown not_done pending not_applicable not_collected unreadable
label variable primary_surgery_done_miss `"原发灶手术：缺失原因 / Surgery of the primary: why missing"'
char primary_surgery_done_miss[label_zh] `"原发灶手术：缺失原因"'
char primary_surgery_done_miss[label_en] `"Surgery of the primary: why missing"'

denovo_read adtte 11
label define denovo_1 ///
    1 `"总生存 / Overall survival"' ///
    2 `"乳腺癌特异生存 / Breast cancer-specific survival"' ///
    3 `"无进展生存 / Progression-free survival"' ///
    4 `"局部区域进展 / Locoregional progression"' ///
    5 `"无局部复发生存 / Survival free of locoregional progression"' ///
    6 `"转移灶无进展生存 / Metastatic progression-free survival"'
label define denovo_2 ///
    0 `"删失 / Censored"' ///
    1 `"终点事件 / Event of interest"' ///
    2 `"竞争性死亡 / Competing death"' ///
    3 `"其他竞争事件 / Other competing event"' ///
    9 `"死亡，死因不详 / Death of unknown cause"'
label variable patient_pid `"患者假名 / Patient pseudonym"'
char patient_pid[label_zh] `"患者假名"'
char patient_pid[label_en] `"Patient pseudonym"'
denovo_code PARAMCD denovo_1 OS BCSS PFS LRP LRFS MPFS
label variable PARAMCD `"终点代码 / Endpoint code"'
char PARAMCD[label_zh] `"终点代码"'
char PARAMCD[label_en] `"Endpoint code"'
label variable PARAM `"终点 / Endpoint"'
char PARAM[label_zh] `"终点"'
char PARAM[label_en] `"Endpoint"'
denovo_number STARTDT_day
label variable STARTDT_day `"起始日 / Day of start"'
char STARTDT_day[label_zh] `"起始日"'
char STARTDT_day[label_en] `"Day of start"'
denovo_number ADT_day
label variable ADT_day `"事件或删失日 / Day of event or censoring"'
char ADT_day[label_zh] `"事件或删失日"'
char ADT_day[label_en] `"Day of event or censoring"'
denovo_number AVAL
label variable AVAL `"时间（天） / Time in days"'
char AVAL[label_zh] `"时间（天）"'
char AVAL[label_en] `"Time in days"'
denovo_number AVAL_mo
label variable AVAL_mo `"时间（月） / Time in months"'
char AVAL_mo[label_zh] `"时间（月）"'
char AVAL_mo[label_en] `"Time in months"'
denovo_number CNSR
label variable CNSR `"删失（0 = 事件） / Censored (0 = event)"'
char CNSR[label_zh] `"删失（0 = 事件）"'
char CNSR[label_en] `"Censored (0 = event)"'
denovo_number event
label variable event `"事件（1 = 事件） / Event (1 = event)"'
char event[label_zh] `"事件（1 = 事件）"'
char event[label_en] `"Event (1 = event)"'
denovo_numbered evnt_code denovo_2 0 1 2 3 9
label variable evnt_code `"事件代码 / Event code"'
char evnt_code[label_zh] `"事件代码"'
char evnt_code[label_en] `"Event code"'
label variable EVNTDESC `"事件描述 / What happened"'
char EVNTDESC[label_zh] `"事件描述"'
char EVNTDESC[label_en] `"What happened"'
label variable SRCDOM `"来源表单 / Forms that gave the end"'
char SRCDOM[label_zh] `"来源表单"'
char SRCDOM[label_en] `"Forms that gave the end"'
label variable SRCVAR `"来源变量 / Variables that gave the end"'
char SRCVAR[label_zh] `"来源变量"'
char SRCVAR[label_en] `"Variables that gave the end"'

denovo_read landmark_6m 10
label define denovo_1 ///
    1 `"总生存 / Overall survival"' ///
    2 `"乳腺癌特异生存 / Breast cancer-specific survival"' ///
    3 `"无进展生存 / Progression-free survival"' ///
    4 `"局部区域进展 / Locoregional progression"' ///
    5 `"无局部复发生存 / Survival free of locoregional progression"' ///
    6 `"转移灶无进展生存 / Metastatic progression-free survival"'
label define denovo_2 ///
    0 `"否 / No"' ///
    1 `"是 / Yes"'
label define denovo_3 ///
    0 `"删失 / Censored"' ///
    1 `"终点事件 / Event of interest"' ///
    2 `"竞争性死亡 / Competing death"' ///
    3 `"其他竞争事件 / Other competing event"' ///
    9 `"死亡，死因不详 / Death of unknown cause"'
label variable patient_pid `"患者假名 / Patient pseudonym"'
char patient_pid[label_zh] `"患者假名"'
char patient_pid[label_en] `"Patient pseudonym"'
denovo_code PARAMCD denovo_1 OS BCSS PFS LRP LRFS MPFS
label variable PARAMCD `"终点代码 / Endpoint code"'
char PARAMCD[label_zh] `"终点代码"'
char PARAMCD[label_en] `"Endpoint code"'
denovo_number lm_day
label variable lm_day `"界标日 / Day of the landmark"'
char lm_day[label_zh] `"界标日"'
char lm_day[label_en] `"Day of the landmark"'
denovo_numbered exposed_by_lm denovo_2 0 1
label variable exposed_by_lm `"界标日及之前已行原发灶手术 / With surgery of the primary by the landmark"'
char exposed_by_lm[label_zh] `"界标日及之前已行原发灶手术"'
char exposed_by_lm[label_en] `"With surgery of the primary by the landmark"'
denovo_number time_from_lm
label variable time_from_lm `"自界标起的天数 / Days from the landmark"'
char time_from_lm[label_zh] `"自界标起的天数"'
char time_from_lm[label_en] `"Days from the landmark"'
denovo_number event
label variable event `"事件（1 = 事件） / Event (1 = event)"'
char event[label_zh] `"事件（1 = 事件）"'
char event[label_en] `"Event (1 = event)"'
denovo_numbered evnt_code denovo_3 0 1 2 3 9
label variable evnt_code `"事件代码 / Event code"'
char evnt_code[label_zh] `"事件代码"'
char evnt_code[label_en] `"Event code"'

denovo_read counting_process 27
label define denovo_1 ///
    1 `"总生存 / Overall survival"' ///
    2 `"乳腺癌特异生存 / Breast cancer-specific survival"' ///
    3 `"无进展生存 / Progression-free survival"' ///
    4 `"局部区域进展 / Locoregional progression"' ///
    5 `"无局部复发生存 / Survival free of locoregional progression"' ///
    6 `"转移灶无进展生存 / Metastatic progression-free survival"'
label define denovo_2 ///
    0 `"删失 / Censored"' ///
    1 `"终点事件 / Event of interest"' ///
    2 `"竞争性死亡 / Competing death"' ///
    3 `"其他竞争事件 / Other competing event"' ///
    9 `"死亡，死因不详 / Death of unknown cause"'
label define denovo_3 ///
    0 `"否 / No"' ///
    1 `"是 / Yes"'
label variable patient_pid `"患者假名 / Patient pseudonym"'
char patient_pid[label_zh] `"患者假名"'
char patient_pid[label_en] `"Patient pseudonym"'
denovo_code PARAMCD denovo_1 OS BCSS PFS LRP LRFS MPFS
label variable PARAMCD `"终点代码 / Endpoint code"'
char PARAMCD[label_zh] `"终点代码"'
char PARAMCD[label_en] `"Endpoint code"'
denovo_number tstart
label variable tstart `"区间开始（不含） / Start of the interval, not in it"'
char tstart[label_zh] `"区间开始（不含）"'
char tstart[label_en] `"Start of the interval, not in it"'
denovo_number tstop
label variable tstop `"区间结束（含） / End of the interval, in it"'
char tstop[label_zh] `"区间结束（含）"'
char tstop[label_en] `"End of the interval, in it"'
denovo_number event
label variable event `"事件（1 = 事件） / Event (1 = event)"'
char event[label_zh] `"事件（1 = 事件）"'
char event[label_en] `"Event (1 = event)"'
denovo_numbered evnt_code denovo_2 0 1 2 3 9
label variable evnt_code `"事件代码 / Event code"'
char evnt_code[label_zh] `"事件代码"'
char evnt_code[label_en] `"Event code"'
denovo_numbered exposed denovo_3 0 1
label variable exposed `"已行原发灶手术 / With surgery of the primary"'
char exposed[label_zh] `"已行原发灶手术"'
char exposed[label_en] `"With surgery of the primary"'
denovo_numbered exposed_in_window denovo_3 0 1
label variable exposed_in_window `"时间窗（243天）内已行原发灶手术；窗后开始的不算 / With surgery of the primary within the window of 24…"'
char exposed_in_window[label_zh] `"时间窗（243天）内已行原发灶手术；窗后开始的不算"'
char exposed_in_window[label_en] `"With surgery of the primary within the window of 243 days; what begins later does not count"'

denovo_read clones_8m 75
label define denovo_1 ///
    1 `"期限内行原发灶手术 / With surgery of the primary in the period"' ///
    2 `"期限内不行原发灶手术 / Without surgery of the primary in the period"'
label define denovo_2 ///
    0 `"删失 / Censored"' ///
    1 `"终点事件 / Event of interest"' ///
    2 `"竞争性死亡 / Competing death"' ///
    3 `"其他竞争事件 / Other competing event"' ///
    9 `"死亡，死因不详 / Death of unknown cause"'
label define denovo_3 ///
    0 `"否 / No"' ///
    1 `"是 / Yes"'
label variable patient_pid `"患者假名 / Patient pseudonym"'
char patient_pid[label_zh] `"患者假名"'
char patient_pid[label_en] `"Patient pseudonym"'
label variable clone_id `"克隆标识 / Clone"'
char clone_id[label_zh] `"克隆标识"'
char clone_id[label_en] `"Clone"'
denovo_code strategy denovo_1 surg_by_g no_surg_by_g
label variable strategy `"策略 / Strategy"'
char strategy[label_zh] `"策略"'
char strategy[label_en] `"Strategy"'
denovo_number tstart
label variable tstart `"区间开始（不含） / Start of the interval, not in it"'
char tstart[label_zh] `"区间开始（不含）"'
char tstart[label_en] `"Start of the interval, not in it"'
denovo_number tstop
label variable tstop `"区间结束（含） / End of the interval, in it"'
char tstop[label_zh] `"区间结束（含）"'
char tstop[label_en] `"End of the interval, in it"'
denovo_number event
label variable event `"事件（1 = 事件） / Event (1 = event)"'
char event[label_zh] `"事件（1 = 事件）"'
char event[label_en] `"Event (1 = event)"'
denovo_numbered evnt_code denovo_2 0 1 2 3 9
label variable evnt_code `"事件代码 / Event code"'
char evnt_code[label_zh] `"事件代码"'
char evnt_code[label_en] `"Event code"'
denovo_numbered exposed denovo_3 0 1
label variable exposed `"已行原发灶手术 / With surgery of the primary"'
char exposed[label_zh] `"已行原发灶手术"'
char exposed[label_en] `"With surgery of the primary"'
denovo_numbered art_censored denovo_3 0 1
label variable art_censored `"因偏离策略而删失 / Censored on leaving the strategy"'
char art_censored[label_zh] `"因偏离策略而删失"'
char art_censored[label_en] `"Censored on leaving the strategy"'
denovo_number art_censor_day
label variable art_censor_day `"偏离策略之日 / Day of leaving the strategy"'
char art_censor_day[label_zh] `"偏离策略之日"'
char art_censor_day[label_en] `"Day of leaving the strategy"'
denovo_numbered nat_censored denovo_3 0 1
label variable nat_censored `"随访结束而删失 / Censored at the end of follow-up"'
char nat_censored[label_zh] `"随访结束而删失"'
char nat_censored[label_en] `"Censored at the end of follow-up"'

denovo_read ps_input 6
label define denovo_1 ///
    0 `"否 / No"' ///
    1 `"是 / Yes"'
label define denovo_2 ///
    1 `"空白 / Blank"' ///
    2 `"不详 / Unknown"' ///
    3 `"未做 / Not done"' ///
    4 `"待定 / Pending"' ///
    5 `"不适用 / Not applicable"' ///
    6 `"未收集 / Not collected"' ///
    7 `"无法解读 / Unreadable"'
label define denovo_3 ///
    1 `"是 / Yes"' ///
    2 `"否 / No"'
label define denovo_4 ///
    1 `"女 / Female"' ///
    2 `"男 / Male"'
label variable patient_pid `"患者假名 / Patient pseudonym"'
char patient_pid[label_zh] `"患者假名"'
char patient_pid[label_en] `"Patient pseudonym"'
label variable center_pid `"中心假名 / Centre pseudonym"'
char center_pid[label_zh] `"中心假名"'
char center_pid[label_en] `"Centre pseudonym"'
denovo_numbered exposed_by_6m denovo_1 0 1
label variable exposed_by_6m `"6个月（183天）界标前已行原发灶手术；空为界标时已不在随访或日期不详 / With surgery of the primary by 6 months (…"'
char exposed_by_6m[label_zh] `"6个月（183天）界标前已行原发灶手术；空为界标时已不在随访或日期不详"'
char exposed_by_6m[label_en] `"With surgery of the primary by 6 months (183 days); empty if no longer followed then, or not known"'
denovo_number age_at_dx
label variable age_at_dx `"确诊年龄 / Age at diagnosis"'
char age_at_dx[label_zh] `"确诊年龄"'
char age_at_dx[label_en] `"Age at diagnosis"'
denovo_code age_at_dx_miss denovo_2 blank unknown not_done pending not_applicable not_collected unreadable
label variable age_at_dx_miss `"确诊年龄：缺失原因 / Age at diagnosis: why missing"'
char age_at_dx_miss[label_zh] `"确诊年龄：缺失原因"'
char age_at_dx_miss[label_en] `"Age at diagnosis: why missing"'
denovo_number n_met_organs
label variable n_met_organs `"转移器官数 / Number of organs"'
char n_met_organs[label_zh] `"转移器官数"'
char n_met_organs[label_en] `"Number of organs"'
denovo_code n_met_organs_miss denovo_2 blank unknown not_done pending not_applicable not_collected unreadable
label variable n_met_organs_miss `"转移器官数：缺失原因 / Number of organs: why missing"'
char n_met_organs_miss[label_zh] `"转移器官数：缺失原因"'
char n_met_organs_miss[label_en] `"Number of organs: why missing"'
denovo_code met_bone denovo_3 yes no
label variable met_bone `"骨转移 / Bone metastasis"'
char met_bone[label_zh] `"骨转移"'
char met_bone[label_en] `"Bone metastasis"'
denovo_code met_bone_miss denovo_2 blank unknown not_done pending not_applicable not_collected unreadable
label variable met_bone_miss `"骨转移：缺失原因 / Bone metastasis: why missing"'
char met_bone_miss[label_zh] `"骨转移：缺失原因"'
char met_bone_miss[label_en] `"Bone metastasis: why missing"'
denovo_number tumor_size_mm
label variable tumor_size_mm `"肿瘤大小 / Tumour size"'
char tumor_size_mm[label_zh] `"肿瘤大小"'
char tumor_size_mm[label_en] `"Tumour size"'
denovo_number tumor_size_mm_min
label variable tumor_size_mm_min `"肿瘤大小：下限 / Tumour size: least"'
char tumor_size_mm_min[label_zh] `"肿瘤大小：下限"'
char tumor_size_mm_min[label_en] `"Tumour size: least"'
denovo_number tumor_size_mm_max
label variable tumor_size_mm_max `"肿瘤大小：上限 / Tumour size: most"'
char tumor_size_mm_max[label_zh] `"肿瘤大小：上限"'
char tumor_size_mm_max[label_en] `"Tumour size: most"'
denovo_code tumor_size_mm_miss denovo_2 blank unknown not_done pending not_applicable not_collected unreadable
label variable tumor_size_mm_miss `"肿瘤大小：缺失原因 / Tumour size: why missing"'
char tumor_size_mm_miss[label_zh] `"肿瘤大小：缺失原因"'
char tumor_size_mm_miss[label_en] `"Tumour size: why missing"'
denovo_code sex denovo_4 female male
label variable sex `"性别 / Sex"'
char sex[label_zh] `"性别"'
char sex[label_en] `"Sex"'
denovo_code sex_miss denovo_2 blank unknown not_done pending not_applicable not_collected unreadable
label variable sex_miss `"性别：缺失原因 / Sex: why missing"'
char sex_miss[label_zh] `"性别：缺失原因"'
char sex_miss[label_en] `"Sex: why missing"'

frame change adtte
tabulate PARAMCD event
frame change cohort
tabulate arm

"""Reads the cohort in pandas: cohort (one row a patient), adtte (one row a patient
and endpoint) and each design's file under its own name. Categories are the codes;
frame.attrs["labels"] has each column's label and frame.attrs["levels"] each code's,
both as (zh, en). denovo_labelled(frame, "zh") has the labels in place of the codes.

Run it, import it, or set the folder before: denovo_dir = "path"
"""
import os

import pandas as pd

if "denovo_dir" not in globals():
    denovo_dir = os.path.dirname(os.path.abspath(__file__)) if "__file__" in globals() else "."


def denovo_read(file, rows, columns):
    data = pd.read_csv(os.path.join(denovo_dir, file), dtype=str, encoding="utf-8",
                       keep_default_na=False, na_values=[""])
    if list(data.columns) != list(columns):
        raise ValueError(file + ": the columns are not those that were written")
    if len(data) != rows:
        raise ValueError(f"{file}: {len(data)} rows, but {rows} were written")
    typed = pd.DataFrame({name: denovo_typed(data[name].astype("string"), *column)
                          for name, column in columns.items()})
    typed.attrs["labels"] = {name: (column[1], column[2]) for name, column in columns.items()}
    typed.attrs["levels"] = {name: column[3] for name, column in columns.items() if column[3]}
    return typed


def denovo_typed(cells, kind, zh, en, levels):
    if kind == "whole":
        return pd.to_numeric(cells).astype("Int64")
    if kind == "decimal":
        return pd.to_numeric(cells).astype("Float64").astype("float64")
    if kind == "date":
        cells = cells.mask(cells.str.len() == 4, cells + "-07-01")
        return pd.to_datetime(cells.mask(cells.str.len() == 7, cells + "-15"), format="%Y-%m-%d")
    if kind == "code":
        codes = list(levels)
        known = cells.dropna()
        if codes and isinstance(codes[0], int):
            known = pd.to_numeric(known).astype(int)
        unknown = set(known) - set(codes)
        if unknown:
            raise ValueError(f"{en}: not a code: {sorted(unknown)}")
        return known.astype(pd.CategoricalDtype(codes)).reindex(cells.index)
    return cells


def denovo_labelled(data, language="en"):
    which = 0 if language == "zh" else 1
    shown = data.copy()
    for name, levels in data.attrs["levels"].items():
        shown[name] = shown[name].cat.rename_categories(
            {code: titles[which] for code, titles in levels.items()})
    return shown


denovo_1 = {
    "surgical": ("手术", "Surgery"),
    "non_surgical": ("非手术", "No surgery"),
}
denovo_2 = {
    0: ("否", "No"),
    1: ("是", "Yes"),
}
denovo_3 = {
    "blank": ("空白", "Blank"),
    "unknown": ("不详", "Unknown"),
    "not_done": ("未做", "Not done"),
    "pending": ("待定", "Pending"),
    "not_applicable": ("不适用", "Not applicable"),
    "not_collected": ("未收集", "Not collected"),
    "unreadable": ("无法解读", "Unreadable"),
}
denovo_4 = {
    "breast_cancer": ("乳腺癌", "Breast cancer"),
    "other": ("其他", "Other"),
    "unknown": ("不详", "Unknown"),
}
denovo_5 = {
    "female": ("女", "Female"),
    "male": ("男", "Male"),
}
denovo_6 = {
    "pos": ("阳性", "Positive"),
    "neg": ("阴性", "Negative"),
}
denovo_7 = {
    "yes": ("是", "Yes"),
    "no": ("否", "No"),
}
denovo_8 = {
    "day": ("日", "Day"),
    "month": ("月", "Month"),
    "year": ("年", "Year"),
}
denovo_9 = {
    "none": ("未手术", "None"),
    "biopsy_only": ("仅活检", "Biopsy only"),
    "local_excision": ("肿物切除（目的不明）", "Local excision, intent unclear"),
    "bcs": ("保乳手术", "Breast-conserving surgery"),
    "bcs_oncoplastic": ("保乳整形手术", "Oncoplastic breast-conserving surgery"),
    "simple_mastectomy": ("单纯乳房切除术", "Simple mastectomy"),
    "skin_or_nipple_sparing": ("保留皮肤或乳头的乳房切除术", "Skin- or nipple-sparing mastectomy"),
    "modified_radical": ("改良根治术", "Modified radical mastectomy"),
    "radical": ("根治术", "Radical mastectomy"),
    "mastectomy_nos": ("乳房切除术（未说明）", "Mastectomy, NOS"),
    "surgery_nos": ("手术（术式不详）", "Surgery, NOS"),
}
denovo_10 = {
    "negative": ("阴性", "Negative"),
    "close": ("近切缘", "Close"),
    "positive_micro": ("镜下阳性", "Positive, microscopic"),
    "positive_macro": ("肉眼残留", "Positive, macroscopic"),
    "positive_nos": ("阳性（未说明）", "Positive, NOS"),
    "not_evaluable": ("无法评估", "Not evaluable"),
}
denovo_11 = {
    "OS": ("总生存", "Overall survival"),
    "BCSS": ("乳腺癌特异生存", "Breast cancer-specific survival"),
    "PFS": ("无进展生存", "Progression-free survival"),
    "LRP": ("局部区域进展", "Locoregional progression"),
    "LRFS": ("无局部复发生存", "Survival free of locoregional progression"),
    "MPFS": ("转移灶无进展生存", "Metastatic progression-free survival"),
}
denovo_12 = {
    0: ("删失", "Censored"),
    1: ("终点事件", "Event of interest"),
    2: ("竞争性死亡", "Competing death"),
    3: ("其他竞争事件", "Other competing event"),
    9: ("死亡，死因不详", "Death of unknown cause"),
}
denovo_13 = {
    "surg_by_g": ("期限内行原发灶手术", "With surgery of the primary in the period"),
    "no_surg_by_g": ("期限内不行原发灶手术", "Without surgery of the primary in the period"),
}

cohort = denovo_read("cohort.csv", 6, {
    "patient_pid": ("text", "患者假名", "Patient pseudonym", {}),
    "center_pid": ("text", "中心假名", "Centre pseudonym", {}),
    "t0_rule": ("text", "时间零点", "Time zero", {}),
    "cohort": ("text", "队列", "Cohort", {}),
    "cohort_version": ("text", "队列版本", "Version of the cohort", {}),
    "de_novo_rule": ("text", "新发规则", "De novo rule", {}),
    "subtype_rule": ("text", "分型规则", "Subtype rule", {}),
    "oligo_rule": ("text", "寡转移规则", "Oligometastatic rule", {}),
    "arm": ("code", "组别", "Arm", denovo_1),
    "exposure_ever": ("code", "曾否原发灶手术（含永生时间，不得用于计算风险比）", "Ever surgery of the primary (immortal time: not for hazard ratios)", denovo_2),
    "surg_day": ("whole", "原发灶手术日（距时间零点天数）", "Day of surgery of the primary", {}),
    "surg_day_miss": ("code", "原发灶手术日（距时间零点天数）：缺失原因", "Day of surgery of the primary: why missing", denovo_3),
    "systemic_day": ("whole", "全身治疗开始日（距时间零点天数）", "Day of start of systemic therapy", {}),
    "systemic_day_miss": ("code", "全身治疗开始日（距时间零点天数）：缺失原因", "Day of start of systemic therapy: why missing", denovo_3),
    "fu_day": ("whole", "总生存随访天数", "Days of follow-up for OS", {}),
    "death": ("code", "死亡", "Death", denovo_2),
    "death_cause3": ("code", "死因（三类）", "Cause of death, three classes", denovo_4),
    "sex": ("code", "性别", "Sex", denovo_5),
    "sex_miss": ("code", "性别：缺失原因", "Sex: why missing", denovo_3),
    "age_at_dx": ("whole", "确诊年龄", "Age at diagnosis", {}),
    "age_at_dx_miss": ("code", "确诊年龄：缺失原因", "Age at diagnosis: why missing", denovo_3),
    "tumor_size_mm": ("decimal", "肿瘤大小", "Tumour size", {}),
    "tumor_size_mm_min": ("decimal", "肿瘤大小：下限", "Tumour size: least", {}),
    "tumor_size_mm_max": ("decimal", "肿瘤大小：上限", "Tumour size: most", {}),
    "tumor_size_mm_miss": ("code", "肿瘤大小：缺失原因", "Tumour size: why missing", denovo_3),
    "er_status": ("code", "ER状态", "ER status", denovo_6),
    "er_status_miss": ("code", "ER状态：缺失原因", "ER status: why missing", denovo_3),
    "her2_ratio": ("decimal", "HER2/CEP17比值", "HER2/CEP17 ratio", {}),
    "her2_ratio_miss": ("code", "HER2/CEP17比值：缺失原因", "HER2/CEP17 ratio: why missing", denovo_3),
    "met_sites": ("codes", "转移部位", "Metastatic sites", {}),
    "met_sites_miss": ("code", "转移部位：缺失原因", "Metastatic sites: why missing", denovo_3),
    "met_bone": ("code", "骨转移", "Bone metastasis", denovo_7),
    "met_bone_miss": ("code", "骨转移：缺失原因", "Bone metastasis: why missing", denovo_3),
    "n_met_organs": ("whole", "转移器官数", "Number of organs", {}),
    "n_met_organs_miss": ("code", "转移器官数：缺失原因", "Number of organs: why missing", denovo_3),
    "dx_day": ("whole", "确诊日期（距时间零点天数）", "Date of diagnosis, days from time zero", {}),
    "date_dx_precision": ("code", "确诊日期：精度", "Date of diagnosis: precision", denovo_8),
    "date_dx_miss": ("code", "确诊日期：缺失原因", "Date of diagnosis: why missing", denovo_3),
    "surgery_type": ("code", "原发灶术式", "Surgery of the primary", denovo_9),
    "surgery_type_miss": ("code", "原发灶术式：缺失原因", "Surgery of the primary: why missing", denovo_3),
    "primary_surgery_day": ("whole", "原发灶手术日期（距时间零点天数）", "Date of surgery of the primary, days from time zero", {}),
    "date_primary_surgery_precision": ("code", "原发灶手术日期：精度", "Date of surgery of the primary: precision", denovo_8),
    "date_primary_surgery_miss": ("code", "原发灶手术日期：缺失原因", "Date of surgery of the primary: why missing", denovo_3),
    "margin_status": ("code", "切缘", "Margin status", denovo_10),
    "margin_status_miss": ("code", "切缘：缺失原因", "Margin status: why missing", denovo_3),
    "primary_surgery_done": ("code", "原发灶手术", "Surgery of the primary", denovo_7),
    "primary_surgery_done_miss": ("code", "原发灶手术：缺失原因", "Surgery of the primary: why missing", denovo_3),
})

adtte = denovo_read("adtte.csv", 11, {
    "patient_pid": ("text", "患者假名", "Patient pseudonym", {}),
    "PARAMCD": ("code", "终点代码", "Endpoint code", denovo_11),
    "PARAM": ("text", "终点", "Endpoint", {}),
    "STARTDT_day": ("whole", "起始日", "Day of start", {}),
    "ADT_day": ("whole", "事件或删失日", "Day of event or censoring", {}),
    "AVAL": ("whole", "时间（天）", "Time in days", {}),
    "AVAL_mo": ("decimal", "时间（月）", "Time in months", {}),
    "CNSR": ("whole", "删失（0 = 事件）", "Censored (0 = event)", {}),
    "event": ("whole", "事件（1 = 事件）", "Event (1 = event)", {}),
    "evnt_code": ("code", "事件代码", "Event code", denovo_12),
    "EVNTDESC": ("text", "事件描述", "What happened", {}),
    "SRCDOM": ("text", "来源表单", "Forms that gave the end", {}),
    "SRCVAR": ("text", "来源变量", "Variables that gave the end", {}),
})

landmark_6m = denovo_read("landmark_6m.csv", 10, {
    "patient_pid": ("text", "患者假名", "Patient pseudonym", {}),
    "PARAMCD": ("code", "终点代码", "Endpoint code", denovo_11),
    "lm_day": ("whole", "界标日", "Day of the landmark", {}),
    "exposed_by_lm": ("code", "界标日及之前已行原发灶手术", "With surgery of the primary by the landmark", denovo_2),
    "time_from_lm": ("whole", "自界标起的天数", "Days from the landmark", {}),
    "event": ("whole", "事件（1 = 事件）", "Event (1 = event)", {}),
    "evnt_code": ("code", "事件代码", "Event code", denovo_12),
})

counting_process = denovo_read("counting_process.csv", 27, {
    "patient_pid": ("text", "患者假名", "Patient pseudonym", {}),
    "PARAMCD": ("code", "终点代码", "Endpoint code", denovo_11),
    "tstart": ("decimal", "区间开始（不含）", "Start of the interval, not in it", {}),
    "tstop": ("decimal", "区间结束（含）", "End of the interval, in it", {}),
    "event": ("whole", "事件（1 = 事件）", "Event (1 = event)", {}),
    "evnt_code": ("code", "事件代码", "Event code", denovo_12),
    "exposed": ("code", "已行原发灶手术", "With surgery of the primary", denovo_2),
    "exposed_in_window": ("code", "时间窗（243天）内已行原发灶手术；窗后开始的不算", "With surgery of the primary within the window of 243 days; what begins later does not count", denovo_2),
})

clones_8m = denovo_read("clones_8m.csv", 75, {
    "patient_pid": ("text", "患者假名", "Patient pseudonym", {}),
    "clone_id": ("text", "克隆标识", "Clone", {}),
    "strategy": ("code", "策略", "Strategy", denovo_13),
    "tstart": ("decimal", "区间开始（不含）", "Start of the interval, not in it", {}),
    "tstop": ("decimal", "区间结束（含）", "End of the interval, in it", {}),
    "event": ("whole", "事件（1 = 事件）", "Event (1 = event)", {}),
    "evnt_code": ("code", "事件代码", "Event code", denovo_12),
    "exposed": ("code", "已行原发灶手术", "With surgery of the primary", denovo_2),
    "art_censored": ("code", "因偏离策略而删失", "Censored on leaving the strategy", denovo_2),
    "art_censor_day": ("whole", "偏离策略之日", "Day of leaving the strategy", {}),
    "nat_censored": ("code", "随访结束而删失", "Censored at the end of follow-up", denovo_2),
})

ps_input = denovo_read("ps_input.csv", 6, {
    "patient_pid": ("text", "患者假名", "Patient pseudonym", {}),
    "center_pid": ("text", "中心假名", "Centre pseudonym", {}),
    "exposed_by_6m": ("code", "6个月（183天）界标前已行原发灶手术；空为界标时已不在随访或日期不详", "With surgery of the primary by 6 months (183 days); empty if no longer followed then, or not known", denovo_2),
    "age_at_dx": ("whole", "确诊年龄", "Age at diagnosis", {}),
    "age_at_dx_miss": ("code", "确诊年龄：缺失原因", "Age at diagnosis: why missing", denovo_3),
    "n_met_organs": ("whole", "转移器官数", "Number of organs", {}),
    "n_met_organs_miss": ("code", "转移器官数：缺失原因", "Number of organs: why missing", denovo_3),
    "met_bone": ("code", "骨转移", "Bone metastasis", denovo_7),
    "met_bone_miss": ("code", "骨转移：缺失原因", "Bone metastasis: why missing", denovo_3),
    "tumor_size_mm": ("decimal", "肿瘤大小", "Tumour size", {}),
    "tumor_size_mm_min": ("decimal", "肿瘤大小：下限", "Tumour size: least", {}),
    "tumor_size_mm_max": ("decimal", "肿瘤大小：上限", "Tumour size: most", {}),
    "tumor_size_mm_miss": ("code", "肿瘤大小：缺失原因", "Tumour size: why missing", denovo_3),
    "sex": ("code", "性别", "Sex", denovo_5),
    "sex_miss": ("code", "性别：缺失原因", "Sex: why missing", denovo_3),
})

print("cohort", len(cohort), "patients:",
      "surgical", (cohort["arm"] == "surgical").sum(),
      "non_surgical", (cohort["arm"] == "non_surgical").sum(),
      "OS events", adtte.loc[adtte["PARAMCD"] == "OS", "event"].sum())
